"""Counting from the date of publication, as finely as it is known."""

from __future__ import annotations

import pytest

from servanda.extract.date_reference import NOTHING, Reference


def test_from_a_day_everything_can_be_counted() -> None:
    reference = Reference("2024-12-31")
    assert reference.day(1) == "2025-01-01"
    assert reference.week() == "2024-12-30/2025-01-05"
    assert reference.month(1) == "2025-01"
    assert reference.month(-12) == "2023-12"
    assert reference.year(-1) == 2023


def test_from_a_month_no_day_and_no_week_can_be_counted() -> None:
    reference = Reference("2024-12")
    assert (reference.day(), reference.day(1), reference.week()) == ("2024-12", None, None)
    assert reference.month(1) == "2025-01"
    assert reference.nearest_day(lambda d: True) == NOTHING


def test_from_a_year_only_years_can_be_counted() -> None:
    reference = Reference("2024")
    assert (reference.month(), reference.month(1), reference.year(1)) == ("2024", None, 2025)


@pytest.mark.parametrize("published", [None, "", "soon", "2024/2025", "199X", "XXXX-03-26"])
def test_without_a_usable_date_nothing_can(published: str | None) -> None:
    reference = Reference(published)
    assert not reference.known
    assert (reference.day(), reference.month(), reference.year(), reference.week()) == (
        None,
        None,
        None,
        None,
    )
    assert reference.confirmed(0, 5) is None
    assert reference.nearest("XXXX-03-26") == ("XXXX-03-26", "XXXX-03-26")
    assert reference.nearest("XXXX-33") == NOTHING


def test_a_date_that_falls_on_the_publication_is_past_and_to_come_unless_it_must_be_another() -> None:
    reference = Reference("2025-05-02")
    assert reference.nearest("XXXX-05") == ("2025-05", "2025-05")
    assert reference.nearest("XXXX-05", now_counts=False) == ("2024-05", "2026-05")


def test_the_calendar_has_two_ends() -> None:
    assert Reference("9999-12-31").day(1) is None
    assert Reference("9999-12-31").month(1) is None
    assert Reference("0001-01-01").day(-1) is None
    assert Reference("0001-01-01").nearest("XXXX-12-25") == (None, "0001-12-25")


def test_a_leap_day_is_found_in_the_nearest_leap_years() -> None:
    assert Reference("2025-05-02").nearest("XXXX-02-29") == ("2024-02-29", "2028-02-29")
    assert Reference("1899-05-02").nearest("XXXX-02-29") == ("1896-02-29", "1904-02-29")
