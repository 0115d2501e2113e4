"""An older ledger is brought up to date wholly or not at all, keeps its facts, and is linked when asked."""

from contextlib import contextmanager

import pytest
from alembic import op
from sqlalchemy import inspect, select

from servanda.errors import LedgerError
from servanda.ledger import Ledger, schema, sqlite
from servanda.ledger.address import connect
from servanda.ledger.tables import facts, links, readings, texts, versions
from servanda.query.book import open_book
from servanda.query.search import search

OF_THE_FIRST_SHAPE = (facts, readings, texts, versions)
ADDED = {
    "linkings",
    "fact_keys",
    "links",
    "signatures",
    "text_keys",
    "copies",
    "judgements",
    "reviews",
    "chain",
}


@pytest.fixture
def old(place, twelve, read, take_back):
    """The address of a ledger of twelve documents in the first shape."""
    path = place("old")
    with Ledger.open(path, create=True) as made:
        read(twelve, into=made, link=False)
        take_back("0001", made)
    return path


def shape(address):
    with looked_into(address) as connection:
        return schema.revision_of(connection), set(inspect(connection).get_table_names())


def contents(address):
    with looked_into(address) as connection:
        return {t.name: connection.execute(select(t)).all() for t in OF_THE_FIRST_SHAPE}


@contextmanager
def looked_into(address):
    """A connection to a ledger that is not brought up to date."""
    database = connect(address, create=False)
    with database.reading() as connection:
        yield connection
    database.close()


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


@pytest.mark.only("sqlite")
def test_an_old_ledger_that_may_not_be_written_says_so(old, monkeypatch):
    monkeypatch.setattr(sqlite, "is_writable", lambda path: False)
    with pytest.raises(LedgerError, match="read-only"):
        Ledger.open(old)


def test_the_steps_can_be_taken_back_and_again(old, take_back):
    with Ledger.open(old) as opened:
        list(opened.link())
        before = contents(old)
        take_back("0001", opened)
    assert shape(old)[0] == "0001"
    assert not ADDED & shape(old)[1]
    with Ledger.open(old) as opened:
        assert contents(old) == before
        assert sum(opened.link()) > 0
        with opened.reading() as connection:
            assert set(inspect(connection).get_table_names()) >= ADDED
            assert connection.execute(select(links)).first() is not None
