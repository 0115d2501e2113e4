"""All kinds of fact have their rules."""

from __future__ import annotations

from servanda.model.facts import KINDS
from servanda.resolve.rules import DOUBT, RULES, SURE, compare


def test_every_kind_but_people_has_rules():
    assert set(RULES) == set(KINDS)


def test_what_is_sure_is_more_than_what_is_in_doubt():
    assert 0 < DOUBT < SURE < 1


def test_two_kinds_are_never_one(wire):
    visit = wire.visit("2024-01-26", "Macron is in India", "FR IN", date="2024-01-26")
    thanks = wire.thanks("2024-01-26", "Macron is in India", "FR")
    assert compare(visit, thanks) is None
    assert compare(thanks, visit) is None


def test_the_rules_of_the_kind_decide(wire):
    one, other = (
        wire.visit("2024-01-26", "a visit", "FR IN", date="2024-01-26", document=name) for name in "ab"
    )
    assert compare(one, other) == RULES["engagement"].compare(one, other)
    told = [wire.anniversary("2023-04-12", "50 years", number=50, document=name) for name in "ab"]
    assert compare(*told) == RULES["milestone"].compare(*told)
