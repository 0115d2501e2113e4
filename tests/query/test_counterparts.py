"""Talks told with several counterparts in one clause stand in the thread of each."""

from __future__ import annotations

import pytest

from servanda.model.facts import Engagement, Person
from servanda.query import counterparts
from servanda.query import threads as query
from servanda.query.book import open_book
from servanda.query.counterparts import further_counterparts

_PEOPLE = {
    "Claire Hopital": ("President Claire Hopital", "President", "FR"),
    "Pham Quang": ("President Pham Quang", "President", "VN"),
    "Tran Duc": ("Prime Minister Tran Duc", "Prime Minister", "VN"),
    "Ly Ha": ("Minister Ly Ha", "Minister", "VN"),
}


def add(press, name, text, status, *people, quote=None, published="2020-03-02"):
    """A document with one meeting of these people, and the people that it names."""
    meeting = {"type": "meeting", "status": status, "parties": ("FR", "VN"), "participants": people}
    named = [
        (Person, introduced, {"name": who, "post": post, "party": party})
        for who, (introduced, post, party) in _PEOPLE.items()
        if introduced in text
    ]
    return press.add(name, text, (Engagement, quote or text, meeting), *named, published=published)


def told(ledger):
    list(ledger.link())
    return list(further_counterparts(open_book(ledger)))


_BOTH = "President Claire Hopital will meet President Pham Quang and Prime Minister Tran Duc"


def test_each_caller_of_a_list_is_of_the_talks_with_him_alone(empty, press):
    text = (
        "Among the envoys meeting President Claire Hopital are Jon Vik, Ambassador of Norway; and "
        "Ana Rui, Ambassador of Peru."
    )
    people = {"Claire Hopital": "FR", "Jon Vik": "NO", "Ana Rui": "PE"}

    def meet(name, text, status, published, *who):
        parties = tuple(people[each] for each in who)
        fact = {"type": "meeting", "status": status, "parties": parties, "participants": who}
        named = [(Person, each, {"name": each, "party": people[each]}) for each in who]
        return press.add(name, text, (Engagement, text, fact), *named, published=published)

    meet("plan", text, "planned", "2020-03-02", *people)
    meet("held", "Ana Rui met President Claire Hopital.", "held", "2020-03-03", "Claire Hopital", "Ana Rui")
    list(empty.link())
    book = open_book(empty)
    found = {each.further[0].name: each for each in further_counterparts(book)}
    assert found["Ana Rui"].is_its_own and not found["Jon Vik"].is_its_own
    kept = [(each.plan.source.name, each.span.text) for each in counterparts.kept(found.values())]
    assert kept == [("plan", "Ana Rui")]


def test_the_second_counterpart_is_of_the_talks_with_him_alone(empty, press):
    add(press, "plan", _BOTH, "planned", *_PEOPLE)
    add(
        press,
        "held",
        "President Claire Hopital met Prime Minister Tran Duc",
        "held",
        "Claire Hopital",
        "Tran Duc",
    )
    add(
        press,
        "first",
        "President Claire Hopital met President Pham Quang",
        "held",
        "Claire Hopital",
        "Pham Quang",
    )
    (found,) = told(empty)
    assert found.is_its_own
    assert [each.span.text for each in found.further] == ["Prime Minister Tran Duc"]
    assert {mention.source.name for mention in found.entry.mentions} == {"held"}


def test_planned_talks_of_which_nothing_else_tells_are_a_thread_of_their_own(empty, press):
    add(press, "plan", _BOTH, "planned", *_PEOPLE)
    add(press, "plan again", f"On Tuesday {_BOTH}", "planned", *_PEOPLE, quote=_BOTH)
    (found,) = told(empty)
    assert not found.is_its_own
    assert [each.mention.source.name for each in found.further] == ["plan", "plan again"]
    threads = query.threads(empty, open_book(empty)).engagements
    assert [[mention["document"] for mention in thread["mentions"]] for thread in threads] == [
        ["plan", "plan again"],
        ["plan", "plan again"],
    ]


_THREE = "President Claire Hopital received President Pham Quang, Prime Minister Tran Duc and Minister Ly Ha"


def test_three_who_were_received_are_three_meetings(empty, press):
    add(press, "report", _THREE, "held", "Claire Hopital", *list(_PEOPLE)[1:])
    assert [[each.span.text for each in found.further] for found in told(empty)] == [
        ["Prime Minister Tran Duc"],
        ["Minister Ly Ha"],
    ]


def test_one_of_several_who_were_to_be_met_and_was_answers_the_plan(empty, press):
    add(press, "plan", _BOTH, "planned", *_PEOPLE)
    held = "President Claire Hopital met Prime Minister Tran Duc"
    add(press, "held", held, "held", "Claire Hopital", "Tran Duc", published="2020-03-05")
    first = "President Claire Hopital met President Pham Quang"
    add(press, "first", first, "held", "Claire Hopital", "Pham Quang", published="2020-03-04")
    told(empty)
    _, kept = query.threads(empty, open_book(empty)).fulfilments
    assert kept["earlier"]["evidence"][0]["text"] == "Prime Minister Tran Duc"
    assert (kept["later"]["document"], kept["status"]) == ("held", "kept")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (_BOTH.replace("will meet", "met"), "held"),
        (_BOTH.replace("and Prime", "accompanied by Prime"), "planned"),
    ],
)
def test_a_report_on_several_can_be_of_one_meeting(empty, press, text, status):
    add(press, "report", text, status, *_PEOPLE)
    assert told(empty) == []


def test_a_report_that_lists_all_as_the_plan_does_keeps_it_once(empty, press):
    add(press, "plan", _BOTH, "planned", *_PEOPLE)
    add(press, "held", _BOTH.replace("will meet", "met"), "held", *_PEOPLE, published="2020-03-04")
    told(empty)
    assert len(query.threads(empty, open_book(empty)).fulfilments) == 1
