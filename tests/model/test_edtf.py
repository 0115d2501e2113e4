"""What an EDTF string means in days, and when two of them can be about the same time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.model import edtf

VALID = [
    "2018-03-26", "2018-03", "2018", "2018-21", "2018-36", "2018-41", "199X", "19XX", "XXXX-03-26", "XXXX-12",
    "2018-03-26/2018-03-27", "2018/2028", "XXXX-03-25/XXXX-03-28", "XXXX-12-30/XXXX-01-02", "2018/..",
    "../2018-05", "2018~", "2018-03-26?", "2000-02-29", "XXXX-02-29", "2023-12/2024-01-15",
]  # fmt: skip
INVALID = [
    "", "/", "../..", "XXXX", "XXXX/XXXX", "2018-13", "2018-00", "2018-02-30", "2019-02-29", "18-03-26",
    "2018-3-26", "26/03/2018", "2018/2017", "2018-03-27/2018-03-26", "2018/", "/2018", "2018/2019/2020",
    "XXXX-03-25/2018-03-28", "today", "2018-03-26T10:00", "0000", "000X", "٢٠١٨", "2018-05-XX", "XXXX-13",
    "XXXX-21", "2018-03-26 ",
]  # fmt: skip


@pytest.mark.parametrize("text", VALID)
def test_the_forms_that_are_written_are_valid(text: str) -> None:
    assert edtf.is_valid(text)


@pytest.mark.parametrize("text", INVALID)
def test_everything_else_is_not(text: str) -> None:
    assert not edtf.is_valid(text)
    assert edtf.bounds(text) is None
    assert edtf.precision(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-03-26", "2018-03-26", "2018-03-26"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-34", "2025-04-01", "2025-06-30"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2018/2028", "2018-01-01", "2028-12-31"),
        ("2023-12-30/2024-01", "2023-12-30", "2024-01-31"),
        ("2018-05~", "2018-05-01", "2018-05-31"),
        ("2018/..", "2018-01-01", "9999-12-31"),
        ("../2018", "0001-01-01", "2018-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day(text: str, first: str, last: str) -> None:
    assert edtf.bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["XXXX-03-26", "XXXX-03-25/XXXX-03-28", "9999-24"])
def test_a_date_that_fixes_no_days_has_no_bounds(text: str) -> None:
    assert edtf.bounds(text) is None


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("2018-03-26", "day"), ("XXXX-03-26", "day"), ("2018-03", "month"), ("2018-33", "season"),
        ("2018", "year"), ("199X", "decade"), ("19XX", "century"), ("2018/2028", "year"),
        ("2023-12-19/2024", "year"), ("2018-03-26?", "day"), ("../2018-05", "month"),
    ],
)  # fmt: skip
def test_precision_is_that_of_the_coarser_end(text: str, grain: str) -> None:
    assert edtf.precision(text) == grain


@pytest.mark.parametrize(
    ("text", "year", "dated"),
    [
        ("XXXX-03-26", 2018, "2018-03-26"),
        ("XXXX-12-30/XXXX-01-02", 2024, "2024-12-30/2025-01-02"),
        ("XXXX-02-29", 2023, None),
        ("2017-05", 2023, "2017-05"),
    ],
)
def test_a_missing_year_is_filled_in(text: str, year: int, dated: str | None) -> None:
    assert edtf.in_year(text, year) == dated


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("2018-03-26", "2018-03", True),
        ("2018-03-25/2018-03-28", "2018-03-28", True),
        ("2018-03-25/2018-03-28", "2018-03-29", False),
        ("2018/2020", "2019/2028", True),
        ("XXXX-03-26", "2018-03", True),
        ("XXXX-03-26", "2018-04", False),
        ("XXXX-02-29", "2017/2019", False),
        ("XXXX-02-29", "2017/2020", True),
        ("XXXX-12-30/XXXX-01-02", "2025-01-01", True),
        ("XXXX-03-26", "XXXX-03-25/XXXX-03-28", True),
        ("2018", "no date", False),
    ],
)
def test_overlapping_dates_share_a_day(a: str, b: str, shared: bool) -> None:
    assert edtf.overlaps(a, b) is shared
    assert edtf.overlaps(b, a) is shared


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        ("2018-03-26", "2018-03", True),
        ("2018-03", "2018", True),
        ("2018-03-26", "2018-03-27", False),
        ("XXXX-03-26", "2018-03-26", True),
        ("XXXX-12", "2023-12-18", True),
        ("XXXX-12", "2023-11-18", False),
        ("2018-03-25/2018-03-28", "2018-03-26", True),
        ("2018-03-25/2018-03-28", "2018-03", True),
        ("2018/2020", "2018/2028", False),
        ("2018/2020", "2018-01/2020-12-31", True),
        ("XXXX-03-25/XXXX-03-28", "2018-03-25/2018-03-28", True),
        ("2018/..", "2018/..", True),
        ("2018/..", "2018/2028", False),
        ("2018", "never", False),
    ],
)
def test_dates_that_differ_only_in_precision_are_compatible(a: str, b: str, agree: bool) -> None:
    assert edtf.compatible(a, b) is agree
    assert edtf.compatible(b, a) is agree


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_lies_in_its_month_and_year_and_in_itself_without_the_year(day: date) -> None:
    iso = day.isoformat()
    assert edtf.bounds(iso) == (day, day)
    for wider in (iso[:7], iso[:4], "XXXX" + iso[4:], iso[:3] + "X"):
        assert edtf.compatible(iso, wider)
        assert edtf.overlaps(iso, wider)


@given(st.text(alphabet="0123456789X-/.?~% T", max_size=24))
def test_no_string_is_too_odd(text: str) -> None:
    valid = edtf.is_valid(text)
    assert valid == (edtf.precision(text) is not None)
    assert edtf.compatible(text, text) == valid or not valid
