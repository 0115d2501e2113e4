"""What a reviewer is shown next: nothing twice, nothing that is settled, whatever the edition knows."""

from datetime import date

import pytest
from msgspec.structs import replace

from servanda.ledger.reviewing import standing
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import print_edition
from servanda.query.facts import facts
from servanda.query.queue import Walk, Walker
from servanda.query.reviews import changes, held, history


@pytest.fixture
def walker(ledger, tmp_path):
    """Through the ledger by an edition that was printed before anything was reviewed."""
    print_edition(ledger, tmp_path / "edition.db", date(2024, 1, 2))
    with Edition(tmp_path / "edition.db") as edition:
        yield Walker(ledger, edition)


def ids(walker, walk, after=None):
    return [item.fact for item in walker.items(walk, after)]


def test_what_was_settled_since_the_edition_was_printed_is_passed_over(ledger, walker):
    unsure = Walk(reason="unsure")
    first, second, third, *others = ids(walker, unsure)
    ledger.reviewing.accept(first, by="Lan")
    ledger.reviewing.reject(second, by="Lan")
    of_third = next(view for view in facts(ledger) if view.id == third)
    ledger.reviewing.correct(third, replace(of_third.fact, modality="hypothetical"), by="Lan")
    assert ids(walker, unsure) == others
    for number in [review.number for review in ledger.reviewing.all()]:
        ledger.reviewing.undo(number, by="Lan")
    assert ids(walker, unsure) == [first, second, third, *others]


def test_one_goes_on_behind_an_item_that_is_there_no_more(walker):
    items = list(walker.items(Walk()))
    assert [i.id for i in walker.items(Walk(), items[2].id)] == [i.id for i in items[3:]]
    assert walker.item(Walk(), items[2].id) == items[2]
    assert walker.item(Walk(), "0.5-unknown") is None
    assert list(walker.items(Walk(), "0")) == []


def test_a_pair_shows_only_what_lies_between_the_two(walker):
    between = set(ids(walker, Walk(pair=("FR", "VN"))))
    assert between < set(ids(walker, Walk()))
    assert ids(walker, Walk(pair=("FR", "ZZ"))) == []


def test_a_document_is_gone_through_in_the_order_of_its_text_with_its_people(ledger, walker):
    view = next(v for v in facts(ledger) if v.kind == "person")
    walk = Walk(document=view.fact.source)
    here = {v.id: v for v in facts(ledger) if v.fact.source == view.fact.source}
    found = ids(walker, walk)
    assert set(found) == here.keys()
    starts = [here[id_].fact.evidence[0].start for id_ in found]
    assert starts == sorted(starts)
    ledger.reviewing.accept(found[0], by="Lan")
    assert ids(walker, walk) == found[1:]


def test_a_second_reading_shows_what_others_have_reviewed(ledger, walker):
    one, other, third = [view.id for view in facts(ledger)][:3]
    ledger.reviewing.accept(one, by="Lan")
    ledger.reviewing.reject(other, by="Lan")
    undone = ledger.reviewing.reject(third, by="Lan")
    ledger.reviewing.undo(undone.number, by="Lan")
    assert ids(walker, Walk(second="Nam")) == [one, other]
    assert ids(walker, Walk(second="Lan")) == []
    ledger.reviewing.accept(one, by="Nam")
    assert ids(walker, Walk(second="Nam")) == [other]


def test_the_history_of_a_correction_of_a_correction_is_the_whole_of_it(ledger):
    view = next(v for v in facts(ledger) if v.kind == "engagement")
    first = replace(view.fact, place="Huế")
    second = replace(first, place="Đà Nẵng")
    ledger.reviewing.correct(view.id, first, by="Lan")
    last = ledger.reviewing.correct(first.id, second, by="Nam")
    told = history(ledger, second.id)
    assert [(v.review.by, [c.after for c in v.changes if c.property == "place"]) for v in told] == [
        ("Lan", ["Huế"]), ("Nam", ["Đà Nẵng"]),
    ]  # fmt: skip
    assert held(told, second.id) == last
    assert held(told, view.id).by == "Lan"
    assert standing(ledger.reviewing.all())[first.id] == last


def test_changes_are_told_by_property_and_only_where_something_changed(ledger):
    fact = next(v.fact for v in facts(ledger) if v.kind == "engagement")
    assert changes(fact, fact) == ()
    other = replace(fact, place="Huế", confidence=0.1, rule="another")
    assert [(c.property, c.after) for c in changes(fact, other)] == [("place", "Huế")]
