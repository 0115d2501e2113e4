"""A ledger is moved from one database to another and back, and is the same row by row."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import Ledger, copying
from servanda.ledger.tables import judgements, metadata, readings, texts
from servanda.query.documents import documents
from servanda.query.search import search


def quiet(table, done):
    pass


def held(ledger):
    with ledger.reading() as connection:
        return {
            t.name: connection.execute(select(t).order_by(*t.primary_key)).all()
            for t in metadata.sorted_tables
        }


@pytest.fixture
def full(ledger, read, twelve, story):
    """A ledger with links, corrected documents, judgements that undo others, null characters."""
    read(twelve)
    read([story("odd\x00name", "2024").tell("A \x00 in \x1a0 the text.").made()])
    entries = ledger.resolution().entries
    made = ledger.judge("same", entries[0].mentions[0].id, entries[1].mentions[0].id, by="Lan", why="so")
    ledger.undo(made.number, by="Minh")
    return ledger


@pytest.fixture
def other_kind(database, tmp_path, postgres):
    """An address in the database that `ledger` is not in."""
    if database == "postgresql":
        yield str(tmp_path / "copy.db")
    else:
        name = postgres.make(postgres.empty)
        yield postgres.address(name)
        postgres.drop(name)


def test_there_and_back_again_nothing_is_lost(full, other_kind, place):
    told = {}
    with Ledger.open(other_kind, create=True) as there, Ledger.open(place("back"), create=True) as back:
        rows = full.copy_to(there, told.__setitem__)
        assert there.copy_to(back, quiet) == rows
        assert held(full) == held(there) == held(back)
        assert there.check() == back.check() == []
        for words in ("Duavata", '"status of forces"', "the text"):
            assert (
                search(full, words) == search(there, words) == search(back, words) != search(full, "absent")
            )
    assert rows == sum(map(len, held(full).values()))
    assert told["judgements"] == 2


def test_the_copy_ranks_what_it_finds_as_the_ledger_did(full, other_kind, place, twelve, ranks):
    made = twelve[6][2][-1]
    full.reviewing.correct(made.id, replace(made, date="2023-06-15"), by="Lan")
    with Ledger.open(other_kind, create=True) as there, Ledger.open(place("back"), create=True) as back:
        full.copy_to(there, quiet)
        there.copy_to(back, quiet)
        for words in ("forces", "Duavata", "the"):
            assert ranks(full, words) == ranks(there, words) == ranks(back, words) != []
        for ledger in (there, back):
            ledger.erase([twelve[6][0].id], by="Lan", why="on request")
            assert ledger.check() == []
        assert ranks(there, "forces") == ranks(back, "forces")


def test_the_copy_goes_on_where_the_ledger_was(full, other_kind, read, story):
    with Ledger.open(other_kind, create=True) as there:
        full.copy_to(there, quiet)
        for ledger in (full, there):
            read([story("more", "2024-06-01").tell("Nothing happened.").made()], into=ledger)
        assert [d.name for d in documents(there)] == [d.name for d in documents(full)]
        numbers = [r.id for r in held(there)["readings"]]
        assert len(numbers) == len(set(numbers)) == 14
        assert there.check() == []


def test_a_target_that_is_not_empty_is_refused_and_left_alone(full, other_kind, make_document):
    with Ledger.open(other_kind, create=True) as there:
        there.begin_read("rules 1").add(*make_document(), [])
        before = held(there)
        with pytest.raises(LedgerError, match="not empty"):
            full.copy_to(there, quiet)
        assert held(there) == before


def test_a_target_can_be_replaced(full, other_kind, make_document):
    with Ledger.open(other_kind, create=True) as there:
        there.begin_read("rules 1").add(*make_document("An old story of the sea."), [])
        full.copy_to(there, quiet, replace=True)
        assert held(there) == held(full)
        assert search(there, "sea").documents == ()


def test_a_copy_that_differs_is_not_kept(full, other_kind, monkeypatch):
    honest = copying._copy_table

    def careless(read, write, table, tell):
        done = honest(read, write, table, tell)
        if table is judgements:
            write.execute(judgements.update().values(by="Nobody"))
        return done

    monkeypatch.setattr(copying, "_copy_table", careless)
    with Ledger.open(other_kind, create=True) as there:
        with pytest.raises(LedgerError, match="judgements"):
            full.copy_to(there, quiet)
        assert not any(held(there).values())


def test_what_is_written_meanwhile_is_not_copied_half(full, other_kind, address, read, story):
    late = story("late", "2024-06-02").tell("Too late.").made()

    def write_on(table, done):
        if table == texts.name:
            with Ledger.open(address) as beside:
                read([late], into=beside, link=False)
        assert (table, done) != (readings.name, 14)

    with Ledger.open(other_kind, create=True) as there:
        full.copy_to(there, write_on)
        assert there.check() == []
        assert not there.knows(late[0].id, "rules 1")
    assert full.knows(late[0].id, "rules 1")
