"""What the rules leave to a person, until a person has decided it."""

from datetime import date

import pytest

from servanda.model.facts import Engagement, Person
from servanda.query.book import open_book
from servanda.query.doubts import doubts

TALKS = {"type": "meeting", "status": "held", "parties": ("FR", "VN"), "date": "2018-03-27"}


@pytest.fixture
def talks(empty, press):
    """Two reports of talks on one day between the same parties that do not say who met."""
    first = press.add(
        "one",
        "Defence talks were held in Paris.",
        (Engagement, "Defence talks", TALKS),
        published="2018-03-28",
    )
    other = press.add(
        "two", "Both sides spoke on Tuesday.", (Engagement, "Both sides spoke", TALKS), published="2018-03-29"
    )
    list(empty.link())
    return first[0].id, other[0].id


@pytest.fixture
def cuong(empty, press):
    """Two generals of one name, and a report that gives the name alone."""
    for name in ("Luong Cuong", "Nguyen Tan Cuong", "Cuong"):
        quote = f"General {name}"
        press.add(
            name, f"{quote} spoke.", (Person, quote, {"name": name, "party": "VN", "rank": "General"})
        )  # fmt: skip
    return {person.name: person.forms[0].id for person in empty.resolution().people}


def test_what_may_be_one_is_listed_with_what_speaks_for_it(empty, talks):
    (doubt,) = doubts(empty, open_book(empty))
    assert {doubt.a, doubt.b} == set(talks)
    assert 0.45 <= doubt.score < 0.6
    assert doubt.reason
    assert doubt.rule.startswith("engagement/")
    assert doubt.one
    assert doubt.other


def test_as_of_a_day_only_what_was_known_then_is_in_doubt(empty, talks):
    assert doubts(empty, open_book(empty, date(2018, 3, 28))) == []
    assert len(doubts(empty, open_book(empty, date(2018, 3, 29)))) == 1


def test_as_of_a_day_people_who_were_not_named_yet_are_in_no_doubt(empty, press):
    for name, day in (
        ("Luong Cuong", "2018-03-28"),
        ("Nguyen Tan Cuong", "2018-04-02"),
        ("Cuong", "2018-04-03"),
    ):
        known = {"name": name, "party": "VN", "rank": "General"}
        press.add(name, f"General {name} spoke.", (Person, f"General {name}", known), published=day)
    assert doubts(empty, open_book(empty, date(2018, 4, 1))) == []
    assert len(doubts(empty, open_book(empty))) == 2


@pytest.mark.parametrize("ruling", ["same", "not-same"])
def test_what_a_person_decided_is_no_doubt_until_it_is_undone(empty, talks, ruling):
    empty.judge(ruling, *talks, by="Lan")
    assert doubts(empty, open_book(empty)) == []
    empty.undo(1, by="Lan")
    assert len(doubts(empty, open_book(empty))) == 1


def test_a_decision_on_other_facts_of_the_same_two_entries_counts(empty, press, talks):
    """A third report, which is one with the first, is judged not to be the second."""
    (third,) = press.add(
        "three", "Defence talks in Paris.", (Engagement, "Defence talks", TALKS | {"series": "Defence talks"})
    )  # fmt: skip
    empty.judge("same", talks[0], third.id, by="Lan")
    assert doubts(empty, open_book(empty))
    empty.judge("not-same", third.id, talks[1], by="Lan")
    assert doubts(empty, open_book(empty)) == []


def test_a_name_that_fits_several_people_is_in_doubt_with_each(empty, cuong):
    found = doubts(empty, open_book(empty))
    assert {(d.one, d.other) for d in found} == {("Cuong", "Luong Cuong"), ("Cuong", "Nguyen Tan Cuong")}
    assert {d.a for d in found} == {cuong["Cuong"]}
    assert {d.score for d in found} == {0.5}
    assert {d.reason for d in found} == {"fits 2 people"}


def test_a_name_that_a_person_gave_to_one_of_them_is_in_doubt_no_more(empty, cuong):
    empty.judge("same", cuong["Cuong"], cuong["Luong Cuong"], by="Lan")
    assert doubts(empty, open_book(empty)) == []


def test_where_one_of_two_is_ruled_out_the_name_is_the_others(empty, cuong):
    empty.judge("not-same", cuong["Cuong"], cuong["Luong Cuong"], by="Lan")
    assert doubts(empty, open_book(empty)) == []
    assert {p.name for p in empty.resolution().people} == {"Luong Cuong", "Nguyen Tan Cuong"}


def test_the_surest_comes_first(empty, talks, cuong):
    scores = [doubt.score for doubt in doubts(empty, open_book(empty))]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 3


def test_an_empty_ledger_has_no_doubts(empty):
    assert doubts(empty, open_book(empty)) == []
