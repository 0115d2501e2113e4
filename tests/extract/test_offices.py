"""What an office tells of the side of its holder."""

from __future__ import annotations

import pytest

from servanda.extract.offices import is_staff, state_of_title, unique_offices
from servanda.extract.page import Page
from servanda.extract.parse import load_parser
from servanda.extract.parties import find_parties
from servanda.extract.posts import Post, find_posts


def read(text: str) -> tuple[Page, list[Post]]:
    page = Page(load_parser()(text), find_parties(text))
    return page, find_posts(page)


def posts(text: str) -> list[Post]:
    return read(text)[1]


@pytest.mark.parametrize(
    ("title", "two", "state"),
    [
        ("Emperor", ["JP", "PH"], "JP"),
        ("President", ["JP", "PH"], "PH"),
        ("Prime Minister", ["NO", "US"], "NO"),
        ("Minister of Defence", ["NO", "US"], "NO"),
        ("former Secretary of National Defense", ["CL", "MX"], "MX"),
        ("Chancellor", ["DE", "FR"], "DE"),
        ("Minister of Defence", ["FR", "PL"], None),
        ("President", ["FR", "PL"], None),
        ("Pope", ["FR", "PL"], "VA"),
    ],
)
def test_a_title_is_of_the_one_state_of_two_that_can_have_it(
    title: str, two: list[str], state: str | None
) -> None:
    assert state_of_title(posts(title), two, two) == state


def test_where_more_than_two_states_are_named_only_a_title_of_one_of_them_tells() -> None:
    assert state_of_title(posts("Taoiseach"), ["FR", "IE", "PL"], {"FR", "IE", "PL"}) == "IE"
    assert state_of_title(posts("Prime Minister"), ["US", "NO", "PL"], {"US", "NO", "PL"}) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of National Defence", "Defense Minister"),
        ("Foreign Minister", "Minister for Foreign Affairs and Trade"),
        ("Prime Minister", "Prime Minister"),
    ],
)
def test_wordings_of_an_office_that_a_state_has_once_agree(one: str, other: str) -> None:
    assert unique_offices(posts(one)) & unique_offices(posts(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Defence", "Deputy Minister of Defence"),
        ("Minister of Defence", "Secretary of Defence"),
        ("Prime Minister", "former Prime Minister"),
        ("Senior Secretary to the President", "Senior Secretary to the President"),
    ],
)
def test_offices_that_a_state_has_side_by_side_do_not(one: str, other: str) -> None:
    assert not unique_offices(posts(one)) & unique_offices(posts(other))


@pytest.mark.parametrize(
    ("text", "staff"),
    [
        ("Senior Economist", True),
        ("Director, South America Division", True),
        ("Director of the Department of Trade", False),
        ("Adviser to the President", False),
        ("Minister", False),
    ],
)
def test_staff_may_be_of_any_organisation(text: str, staff: bool) -> None:
    page, found = read(text)
    assert is_staff(page, found) is staff
