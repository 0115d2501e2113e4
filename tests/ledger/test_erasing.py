"""What was erased is gone from every table, the index and the file; a tombstone stays, the chain verifies."""

import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import Ledger
from servanda.ledger.tables import chain, erased, erased_bytes, erasures, metadata
from servanda.query.documents import documents
from servanda.query.search import search


@pytest.fixture
def full(ledger, read, twelve):
    read(twelve)
    return ledger


def rows(ledger):
    with ledger.reading() as connection:
        return {t.name: connection.execute(select(t)).all() for t in metadata.sorted_tables}


def id_of(ledger, name):
    return next(d.id for d in documents(ledger) if d.name == name)


def test_a_document_goes_with_all_that_was_made_of_it(full, ledger, read, twelve, story, place):
    read([story("rnz-forces", "2023-06-15", "RNZ").tell("We withdraw this report.").made()])
    erasure = full.erase([id_of(full, "rnz-forces")], by="Lan", why="on request")
    assert (erasure.documents, erasure.facts) == (1, 1)
    assert full.check() == []
    assert "rnz-forces" not in {d.name for d in documents(full)}
    assert "rnz-forces" not in str([r for name, r in rows(full).items() if name != "skipped"])
    assert search(full, "withdraw").documents == ()
    with Ledger.open(place("without"), create=True) as without:
        read([made for made in twelve if made[0].name != "rnz-forces"], into=without)
        mine, theirs = full.resolution(), without.resolution()
        assert [len(e.mentions) for e in mine.entries] == [len(e.mentions) for e in theirs.entries]


def test_the_tombstone_says_who_when_and_why_and_of_which_rows(full):
    full.erase([id_of(full, "fiji-government")], by="Lan", why="on request")
    held = rows(full)
    ((number, by, made, why),) = held[erasures.name]
    assert (number, by, why) == (1, "Lan", "on request")
    assert made.endswith("Z")
    assert {(row.table, row.key) for row in held[erased.name]} == {("readings", 4), ("sightings", 4)}
    assert len(held[erased_bytes.name]) == 1
    assert ("erasures", 1) in {(row.table, row.key) for row in held[chain.name]}


def test_what_was_erased_is_not_read_again(full, twelve):
    document, data, facts = twelve[4]
    full.erase([document.id], by="Lan", why="on request")
    run = full.begin_read("rules 2")
    assert run.erased(document) == "was erased on 2024-05-01: on request"
    assert run.erased(twelve[3][0]) is None
    with pytest.raises(LedgerError, match="on request"):
        run.add(document, data, facts)


def test_bytes_that_another_document_has_too_stay(full, make_document):
    one, data = make_document(name="one")
    other, _ = make_document(name="other")
    run = full.begin_read("rules 1")
    run.add(one, data, [])
    run.add(other, data, [])
    full.erase([one.id], by="Lan", why="on request")
    assert full.data(other.sha256) == data
    assert full.document(other.id) == other
    assert run.erased(other) is None
    assert full.check() == []


def test_numbers_of_what_was_erased_are_not_given_again(full, make_document):
    document, data = make_document()
    run = full.begin_read("rules 1")
    run.add(document, data, [])
    last = max(row.id for row in rows(full)["readings"])
    full.erase([document.id], by="Lan", why="on request")
    run.add(*make_document("Another story of ours.", name="another"), [])
    assert max(row.id for row in rows(full)["readings"]) == last + 1
    assert full.check() == []


def test_facts_by_hand_and_judgements_of_an_erased_document_do_no_harm(full, twelve):
    document, _, facts = twelve[6]
    made = facts[-1]
    other = twelve[8][2][0]
    full.judge("same", made.id, other.id, by="Lan")
    full.reviewing.accept(made.id, by="Lan")
    full.reviewing.correct(made.id, replace(made, date="2023-06-15"), by="Lan")
    full.erase([document.id], by="Lan", why="on request")
    assert full.check() == []
    assert full.resolution().entries
    assert len(full.judgements()) == 1
    assert len(full.reviewing.all()) == 2


def test_a_fact_by_hand_goes_with_its_document(full, twelve):
    document, _, facts = twelve[6]
    quoted = facts[-1].evidence[0].text
    by_hand = replace(facts[-1], date="2023-06-15")
    full.reviewing.add(by_hand, by="Lan")
    assert search(full, f'"{quoted}"').facts
    erasure = full.erase([document.id], by="Lan", why="on request")
    assert erasure.facts == len(facts) + 1
    assert full.check() == []
    assert search(full, f'"{quoted}"').facts == ()
    held = str([r for name, r in rows(full).items() if name != "skipped"])
    assert quoted not in held
    assert by_hand.id not in str(rows(full)["facts"])


def test_the_search_index_is_as_if_the_document_had_never_been_read(full, twelve, read, place, ranks):
    document, _, facts = twelve[6]
    full.reviewing.correct(facts[-1].id, replace(facts[-1], date="2023-06-15"), by="Lan")
    full.erase([document.id], by="Lan", why="on request")
    with Ledger.open(place("without"), create=True) as without:
        read([made for made in twelve if made[0].id != document.id], into=without)
        assert ranks(full, "forces") == ranks(without, "forces") != []


def test_a_deletion_behind_the_ledgers_back_is_no_erasure(full, behind):
    full.erase([id_of(full, "wire-one")], by="Lan", why="on request")
    behind("DELETE FROM sightings WHERE id = 5")
    assert "sightings 5" in {problem.subject for problem in full.check()}


def test_a_forged_tombstone_is_found(full, behind):
    full.erase([id_of(full, "wire-one")], by="Lan", why="on request")
    behind("DELETE FROM sightings WHERE id = 5")
    behind("INSERT INTO erased (\"table\", key, erasure) VALUES ('sightings', 5, 1)")
    assert "erasures 1" in {problem.subject for problem in full.check()}


def test_an_unknown_document_is_not_erased(full):
    with pytest.raises(LedgerError, match="doc-0"):
        full.erase(["doc-0"], by="Lan", why="on request")
    assert rows(full)[erasures.name] == []


@pytest.mark.only("sqlite")
def test_the_file_does_not_hold_what_was_erased(ledger, make_document):
    document, data = make_document("The witness Xanthippe Quillfeather was named.", name="witness")
    ledger.begin_read("rules 1").add(document, data, [])
    ledger.begin_read("rules 1").add(*make_document(name="other"), [])
    ledger.erase([document.id], by="Lan", why="on request")
    held = b"".join(p.read_bytes() for p in Path(ledger.name).parent.glob("ledger.db*"))
    for trace in (b"Quillfeather", b"quillfeather", b"quillf", zlib.compress(data)):
        assert trace not in held
