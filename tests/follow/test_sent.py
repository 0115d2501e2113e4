"""People whom nobody names who were to be sent, or to come."""

import pytest

from servanda.follow.answers import answer

VISIT = {"type": "visit", "country": "PG"}


def _status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.fixture
def word(desk):
    """The word of France that people will come."""
    return lambda content, **more: desk.promise("2024-05-10", "pledge", "FR", "PG", content, **more)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("France will send a team of experts", "French specialists visited the naval base"),
        ("France will send a team to assess the naval base", "a French team visited the naval base"),
        ("French engineers would come to the port", "engineers of a French firm were in Lae"),
    ],
)
def test_such_people_came(desk, word, content, told) -> None:
    visit = desk.meeting("2024-10-02", told, "FR PG", date="2024-09", **VISIT)
    assert _status(word(content), visit) == "kept"


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ("a French naval delegation visited Lae", {}),
        ("French specialists visited the base", {"country": "FR"}),
        ("French specialists visited the base", {"date": "2027-03"}),
        ("Minister Ardent visited the base with experts", {"participants": ("Paul Ardent",)}),
        ("French specialists will visit the base", {"status": "planned"}),
    ],
)
def test_others_came_or_at_another_time(desk, word, told, more) -> None:
    visit = desk.meeting("2027-04-02", told, "FR PG", **(VISIT | {"date": "2024-09"} | more))
    assert _status(word("France will send a team of experts"), visit) is None


def test_a_planned_visit_of_a_delegation_was_paid(desk) -> None:
    quote = "A delegation of mining companies will visit Lae in July"
    plan = desk.meeting("2024-05-10", quote, "FR PG", status="planned", date="2024-07", **VISIT)
    told = "Representatives of six mining firms were in Lae"
    visit = desk.meeting("2024-08-01", told, "FR PG", date="2024-07-21", **VISIT)
    assert _status(plan, visit) == "kept"
    told = "A naval delegation was in Lae"
    assert _status(plan, desk.meeting("2024-08-01", told, "FR PG", date="2024-07-21", **VISIT)) is None


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("French experts visited Lae", None),
        ("French experts taught English in Lae for a year", "kept"),
    ],
)
def test_who_only_saw_the_place_has_not_taught_there(desk, word, told, status) -> None:
    visit = desk.meeting("2024-10-02", told, "FR PG", date="2024-09", **VISIT)
    assert _status(word("France will send experts to Lae to teach English"), visit) == status
