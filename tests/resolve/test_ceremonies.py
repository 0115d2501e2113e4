"""A welcome, a signing and an opening of one day are three ceremonies."""

import pytest

from servanda.resolve.ceremonies import are_two_ceremonies, kinds_of
from servanda.resolve.engagements import compare

LEADERS = ["Emmanuel Macron", "Narendra Modi"]


@pytest.mark.parametrize(
    ("quotation", "kinds"),
    [
        ("The official welcoming ceremony took place at the Palace", {"welcome"}),
        ("was received with a guard of honour", {"welcome"}),
        ("Seven memoranda were exchanged before the two leaders", {"signing"}),
        ("unveiled the plaque and launched the railway line", {"opening"}),
        ("laid a wreath at the memorial", {"homage"}),
        ("was seen off at the airport", {"farewell"}),
        ("the ceremony was held at the port", set()),
    ],
)
def test_what_a_ceremony_is_held_for(quotation, kinds):
    assert kinds_of(quotation) == kinds


def ceremony(wire, published, quote, type_="ceremony", **more):
    known = {"date": "2024-01-25", "people": LEADERS, "type": type_} | more
    return wire.engagement(published, quote, "FR IN", **known)


def test_ceremonies_for_other_things_are_two(wire):
    planned = ceremony(wire, "2024-01-24", "The welcome ceremony will be at the Palace", status="planned")
    welcome = ceremony(wire, "2024-01-25", "The welcome ceremony took place at the Palace")
    texts = ceremony(wire, "2024-01-25", "Five texts were exchanged in the presence of both leaders")
    assert compare(planned, texts).verdict == "different"
    assert wire.entries(planned, welcome, texts) == [[0, 1], [2]]


def test_a_forum_is_no_welcome_but_may_be_an_opening(wire):
    forum = ceremony(wire, "2024-01-24", "The President will attend the business forum", "conference")
    welcome = ceremony(wire, "2024-01-25", "The welcoming ceremony was conducted with great honour")
    opening = ceremony(wire, "2024-01-25", "The President inaugurated the forum")
    assert compare(forum, welcome).verdict == "different"
    assert compare(forum, opening) is None or compare(forum, opening).verdict == "same"


def test_a_ceremony_of_which_nothing_more_is_told_can_be_any(wire):
    bare = ceremony(wire, "2024-01-24", "a ceremony at the Palace")
    welcome = ceremony(wire, "2024-01-25", "The welcome ceremony took place at the Palace")
    assert compare(bare, welcome).verdict == "same"


def test_a_ceremony_of_which_nothing_more_is_told_can_be_in_talks_of_any_kind(wire):
    bare = ceremony(wire, "2024-01-24", "a ceremony at the Palace with Macron and Modi")
    talks = ceremony(wire, "2024-01-25", "The two met at the launch of the talks", "meeting")
    assert not are_two_ceremonies(bare.fact, talks.fact)
    shown = ceremony(wire, "2024-01-24", "the roll-out ceremony of the first aircraft")
    assert are_two_ceremonies(shown.fact, ceremony(wire, "2024-01-25", "The two met", "meeting").fact)


def test_a_signing_is_one_for_those_who_sign_and_those_who_watch(wire):
    watched = ceremony(
        wire,
        "2024-01-24",
        "They will witness the signing of the pact",
        status="planned",
        rule="engagement/witness:witness",
    )
    done = ceremony(
        wire,
        "2024-01-25",
        "The ministers signed the pact in their presence",
        people=["Sébastien Lecornu", "Subrahmanyam Jaishankar"],
        rule="engagement/signing",
    )
    assert compare(watched, done).verdict == "same"
