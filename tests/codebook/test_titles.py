"""Offices that only some states have."""

from __future__ import annotations

import pytest

from servanda.codebook.places import countries
from servanda.codebook.titles import _data, can_have, fitting, only_in, plainly_of, stations


@pytest.mark.parametrize(
    "title", ["Secretary of National Defence", "the former Secretary of National Defense"]
)
def test_spelling_articles_and_former_do_not_count(title: str) -> None:
    assert only_in(title) == {"MX", "PH"}


def test_a_title_that_is_not_listed_tells_nothing() -> None:
    assert only_in("Minister of Ceremonies") == frozenset()
    assert can_have("FR", "Minister of Ceremonies", "minister")
    assert plainly_of("Emperor") is None


@pytest.mark.parametrize(
    ("state", "title", "head", "can"),
    [
        ("NO", "King", "king", True),
        ("FR", "King", "king", False),
        ("NO", "President", "president", False),
        ("AE", "President", "president", True),
        ("US", "Prime Minister", "prime minister", False),
        ("US", "Defense Minister", "minister", False),
        ("US", "Minister", "minister", True),
        ("NO", "President of the Court", "president", True),
    ],
)
def test_what_a_state_can_have(state: str, title: str, head: str, can: bool) -> None:
    assert can_have(state, title, head) is can


def test_of_several_states_those_that_can_have_the_office_remain() -> None:
    assert fitting(["JP", "PH", "FR"], "President", "president") == {"PH", "FR"}


def test_every_code_is_a_state() -> None:
    data = _data()
    lists = (data.kingdoms, data.kings, data.kings_with_president, data.no_prime_minister, data.secretaries)
    named = frozenset().union(*lists, *(title.states for title in data.titles))
    assert named <= {country.code for country in countries()}
    assert data.kings <= data.kingdoms
    assert stations()
