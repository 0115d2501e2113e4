"""Reviews: a person's verdict on a fact prevails, keeps what stood before, and can be taken back."""

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from servanda.errors import LedgerError
from servanda.ledger import rows
from servanda.ledger.reviewing import standing
from servanda.ledger.tables import facts as table
from servanda.query.documents import documents
from servanda.query.facts import count, facts
from servanda.query.search import search

RECEIVED = "received her French counterpart"


@pytest.fixture
def fact(ledger, make_document, make_fact):
    """A meeting that was read from a document."""
    document, data = make_document()
    made = make_fact(document, RECEIVED, place="Huế")
    ledger.begin_read("rules 1").add(document, data, [made])
    return made


@pytest.fixture
def current(ledger):
    return lambda: {view.id for view in facts(ledger)}


def test_accepting_a_fact_changes_nothing_but_what_is_known_of_it(ledger, fact, current):
    review = ledger.reviewing.accept(fact.id, by="Lan", why="it says so")
    assert current() == {fact.id}
    assert ledger.reviewing.of(fact.id) == [review]
    assert (review.verdict, review.by, review.why) == ("accepted", "Lan", "it says so")


def test_a_rejected_fact_is_in_no_list_and_stays_in_the_ledger(ledger, fact, current):
    ledger.reviewing.reject(fact.id, by="Lan")
    assert current() == set()
    assert count(ledger) == 0
    assert search(ledger, "counterpart").facts == ()
    assert [view.facts for view in documents(ledger)] == [0]
    assert ledger.resolution().entries == ()
    with ledger.reading() as connection:
        assert connection.execute(select(table.c.id)).scalars().all() == [fact.id]


def test_undoing_brings_the_fact_back(ledger, fact, current):
    review = ledger.reviewing.reject(fact.id, by="Lan")
    ledger.reviewing.undo(review.number, by="Vinh", why="misread")
    assert current() == {fact.id}
    assert standing(ledger.reviewing.all()) == {}


def test_the_last_review_that_stands_holds(ledger, fact, current):
    ledger.reviewing.accept(fact.id, by="Lan")
    second = ledger.reviewing.reject(fact.id, by="Vinh")
    assert current() == set()
    ledger.reviewing.undo(second.number, by="Vinh")
    assert standing(ledger.reviewing.all())[fact.id].verdict == "accepted"
    assert current() == {fact.id}


def test_a_correction_stands_in_the_place_of_the_fact_and_both_are_kept(ledger, fact, current):
    better = replace(fact, place="Hue Citadel")
    review = ledger.reviewing.correct(fact.id, better, by="Lan")
    assert review.replacement == better.id
    assert current() == {better.id}
    (entry,) = ledger.resolution().entries
    assert [m.fact.place for m in entry.mentions] == ["Hue Citadel"]
    with ledger.reading() as connection:
        kept = connection.execute(select(table.c.content).order_by(table.c.number)).scalars()
        assert [rows.decode(content).place for content in kept] == ["Huế", "Hue Citadel"]
    assert [r.replacement for r in ledger.reviewing.of(better.id)] == [better.id]


def test_a_correction_that_is_undone_leaves_the_first_fact(ledger, fact, current):
    review = ledger.reviewing.correct(fact.id, replace(fact, place=None), by="Lan")
    ledger.reviewing.undo(review.number, by="Lan")
    assert current() == {fact.id}


def test_a_correction_can_be_corrected(ledger, fact, current):
    second, third = replace(fact, place="Da Nang"), replace(fact, place="Ha Noi")
    ledger.reviewing.correct(fact.id, second, by="Lan")
    ledger.reviewing.correct(second.id, third, by="Vinh")
    assert current() == {third.id}


def test_correcting_back_is_told_to_be_an_undoing(ledger, fact):
    second = replace(fact, place="Da Nang")
    ledger.reviewing.correct(fact.id, second, by="Lan")
    with pytest.raises(LedgerError, match="undo the review"):
        ledger.reviewing.correct(second.id, fact, by="Lan")


def test_a_correction_stands_when_the_document_is_read_by_a_newer_extractor(
    ledger, fact, current, make_document
):
    better = replace(fact, place="Hue Citadel")
    ledger.reviewing.correct(fact.id, better, by="Lan")
    document, data = make_document()
    ledger.begin_read("rules 2").add(document, data, [fact])
    assert current() == {better.id}


def test_a_fact_by_hand_is_found_beside_those_of_the_extractor(
    ledger, fact, current, make_document, make_fact
):
    document, _ = make_document()
    added = make_fact(document, "They signed nothing", type="ceremony", status="held")
    ledger.reviewing.add(added, by="Lan")
    assert current() == {fact.id, added.id}
    assert [view.facts for view in documents(ledger)] == [2]
    assert list(ledger.link()) == [0, 0]
    assert ledger.check() == []


def test_facts_by_hand_of_a_version_that_no_longer_stands_are_not_current(
    ledger, fact, current, make_document, make_fact
):
    document, _ = make_document()
    ledger.reviewing.add(make_fact(document, "They signed nothing", type="ceremony"), by="Lan")
    newer, data = make_document(text="Nothing of this was true.")
    ledger.begin_read("rules 1").add(newer, data, [])
    assert current() == set()


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda f, d: replace(f, evidence=()), "no quotation"),
        (
            lambda f, d: replace(f, evidence=(replace(f.evidence[0], text="received nobody"),)),
            "does not stand",
        ),
        (lambda f, d: replace(f, document="elsewhere"), "another document"),
        (lambda f, d: replace(f, source="doc-0"), "another document"),
        (lambda f, d: f, "nothing was corrected"),
    ],
)
def test_what_is_not_grounded_is_refused_and_leaves_nothing(
    ledger, fact, current, make_document, change, problem
):
    with pytest.raises(LedgerError, match=problem):
        ledger.reviewing.correct(fact.id, change(fact, make_document()), by="Lan")
    assert current() == {fact.id}
    assert ledger.reviewing.all() == []


def test_who_has_not_seen_the_last_review_does_not_overrule_it(ledger, fact, current):
    first = ledger.reviewing.accept(fact.id, by="Lan", after=0)
    with pytest.raises(LedgerError, match="Lan has reviewed it in the meantime"):
        ledger.reviewing.reject(fact.id, by="Vinh", after=0)
    assert current() == {fact.id}
    ledger.reviewing.reject(fact.id, by="Vinh", after=first.number)
    assert current() == set()


def test_what_is_not_there_cannot_be_reviewed_or_undone(ledger, fact):
    with pytest.raises(LedgerError, match="no fact"):
        ledger.reviewing.accept("fact-0", by="Lan")
    with pytest.raises(LedgerError, match="no review"):
        ledger.reviewing.undo(1, by="Lan")
    made = ledger.reviewing.accept(fact.id, by="Lan")
    ledger.reviewing.undo(made.number, by="Lan")
    with pytest.raises(LedgerError, match="has been undone"):
        ledger.reviewing.undo(made.number, by="Lan")


def test_what_a_person_holds_something_of_is_settled(ledger, fact):
    assert ledger.reviewing.settled([fact.id]) == set()
    right = replace(fact, place="Đà Nẵng")
    review = ledger.reviewing.correct(fact.id, right, by="Lan")
    assert ledger.reviewing.settled([fact.id, right.id, "fact-0"]) == {fact.id, right.id}
    ledger.reviewing.undo(review.number, by="Lan")
    assert ledger.reviewing.settled([fact.id, right.id]) == set()
    assert ledger.reviewing.settled([]) == set()


def test_a_correction_that_was_taken_back_can_be_made_again(ledger, fact, current):
    right = replace(fact, place="Đà Nẵng")
    first = ledger.reviewing.correct(fact.id, right, by="Lan")
    ledger.reviewing.undo(first.number, by="Lan")
    again = ledger.reviewing.correct(fact.id, right, by="Nam")
    assert current() == {right.id}
    assert again.replacement == right.id
    ledger.reviewing.undo(again.number, by="Nam")
    assert current() == {fact.id}
    assert ledger.check() == []
