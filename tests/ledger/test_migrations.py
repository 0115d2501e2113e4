"""An older ledger is brought up to date wholly or not at all, keeps its facts, and is linked when asked."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import inspect, select

from servanda.errors import LedgerError
from servanda.ledger import Ledger, schema, sqlite
from servanda.ledger.tables import facts, links, readings, texts, versions
from servanda.query.book import open_book
from servanda.query.search import search

OF_THE_FIRST_SHAPE = (facts, readings, texts, versions)
ADDED = {"linkings", "fact_keys", "links", "signatures", "text_keys", "copies", "judgements"}


@pytest.fixture
def old(tmp_path, twelve, read, monkeypatch):
    """The path of a ledger of twelve documents in the first shape."""
    path = tmp_path / "old.db"
    with monkeypatch.context() as then:
        then.setattr(schema, "REVISION", "0001")
        with Ledger.open(path, create=True) as made:
            read(twelve, into=made, link=False)
    return path


def shape(path):
    with closing(sqlite3.connect(path)) as raw:
        (revision,) = raw.execute("SELECT version_num FROM alembic_version").fetchone()
        names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return revision, names


def contents(path):
    with closing(sqlite3.connect(path)) as raw:
        return {t.name: raw.execute(f"SELECT * FROM {t.name}").fetchall() for t in OF_THE_FIRST_SHAPE}  # noqa: S608


def test_the_old_shape_is_what_it_says(old):
    revision, tables = shape(old)
    assert revision == "0001"
    assert not ADDED & tables


def test_opening_an_old_ledger_keeps_all_facts_and_links_them(old, ledger, read, twelve):
    before = contents(old)
    assert len(before["facts"]) == sum(len(made) for _, _, made in twelve)
    with Ledger.open(old) as opened:
        assert opened.unlinked() == len(twelve)
        found = sum(opened.link())
        assert opened.check() == []
        entries = [[m.id for m in entry.mentions] for entry in open_book(opened).entries]
        assert search(opened, "Duavata").facts
    assert shape(old)[0] == schema.REVISION
    assert contents(old) == before
    assert found == read(twelve)
    assert entries == [[m.id for m in entry.mentions] for entry in open_book(ledger).entries]


def test_an_old_ledger_can_be_read_into(old, read, story):
    with Ledger.open(old) as opened:
        read([story("more", "2024-06-01").tell("Nothing happened.").made()], into=opened)
        assert opened.unlinked() == 0


def test_a_step_that_fails_half_way_leaves_the_old_ledger_as_it_was(old, monkeypatch):
    from alembic import op

    before = contents(old), shape(old)

    def break_off(*_, **__):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(op, "create_index", break_off)
        with pytest.raises(MemoryError):
            Ledger.open(old)
    assert (contents(old), shape(old)) == before
    Ledger.open(old).close()
    assert shape(old)[0] == schema.REVISION


def test_an_old_ledger_that_may_not_be_written_says_so(old, monkeypatch):
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    with pytest.raises(LedgerError, match="read-only"):
        Ledger.open(old)


def test_the_step_can_be_taken_back_and_again(old, monkeypatch):
    from alembic import command
    from alembic.config import Config

    with Ledger.open(old) as opened:
        list(opened.link())
        before = contents(old)
        with opened._database.writing() as connection:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(schema._STEPS))
            config.set_main_option("path_separator", "os")
            command.downgrade(config, "0001")
    assert shape(old)[0] == "0001"
    assert not ADDED & shape(old)[1]
    with Ledger.open(old) as opened:
        assert contents(old) == before
        assert sum(opened.link()) > 0
        with opened.reading() as connection:
            assert set(inspect(connection).get_table_names()) >= ADDED
            assert connection.execute(select(links)).first() is not None
