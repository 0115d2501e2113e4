"""Talks told with several counterparts in one clause stand in the thread of each."""

from __future__ import annotations

import pytest

from servanda.model.facts import Engagement, Person
from servanda.query import threads as query
from servanda.query.book import open_book
from servanda.query.counterparts import further_counterparts

_PEOPLE = {
    "Claire Hopital": ("President Claire Hopital", "President", "FR"),
    "Pham Quang": ("President Pham Quang", "President", "VN"),
    "Tran Duc": ("Prime Minister Tran Duc", "Prime Minister", "VN"),
}


def add(press, name, text, status, *people, quote=None):
    """A document with one meeting of these people, and the people that it names."""
    meeting = {"type": "meeting", "status": status, "parties": ("FR", "VN"), "participants": people}
    named = [
        (Person, introduced, {"name": who, "post": post, "party": party})
        for who, (introduced, post, party) in _PEOPLE.items()
        if introduced in text
    ]
    return press.add(name, text, (Engagement, quote or text, meeting), *named, published="2020-03-02")


def told(ledger):
    list(ledger.link())
    return list(further_counterparts(open_book(ledger)))


_BOTH = "President Claire Hopital will meet President Pham Quang and Prime Minister Tran Duc"


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
