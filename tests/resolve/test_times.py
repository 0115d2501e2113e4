"""When something was, as two documents give it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servanda.resolve.times import (
    Closeness,
    When,
    closeness,
    days_apart,
    recall,
    years,
    years_recalled,
)


def held(date: str | None, published: str | None = None) -> When:
    return When(date, published, planned=False)


def planned(date: str | None, published: str | None = None) -> When:
    return When(date, published, planned=True)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(held("2023-07-14"), held("2023-07-14"), "SAME", id="one day"),
        pytest.param(held("2023-07-13/2023-07-14"), held("2023-07-14"), "SAME", id="a day of the stay"),
        pytest.param(held("2023-07"), held("2023-07-14"), "COMPATIBLE", id="month and day"),
        pytest.param(held("2023"), held("2023"), "COMPATIBLE", id="the same year is not the same days"),
        pytest.param(held("2023-07-14"), held("2023-07-15"), "APART", id="the next day"),
        pytest.param(held("2023-07-13/2023-07-14"), held("2023-07-12"), "COMPATIBLE", id="left on the eve"),
        pytest.param(held("2023-07-13/2023-07-14"), held("2023-07-17"), "APART", id="three days after"),
        pytest.param(held("XXXX-07-14"), held("2023-07-14"), "COMPATIBLE", id="a day of any year"),
        pytest.param(held("XXXX-07-14"), held("2023-07-15"), "APART", id="another day of any year"),
        pytest.param(held("2023-21"), held("2023-04-02"), "COMPATIBLE", id="that spring"),
        pytest.param(held(None), held("2023-07-14"), "UNKNOWN", id="neither date nor publication"),
        pytest.param(held("XXXX-07-14"), held(None, "2023-07-15"), "UNKNOWN", id="no year to compare"),
        pytest.param(held(None, "2023-07-15"), held("2023-07-14"), "ABOUT", id="news of the days before"),
        pytest.param(held(None, "2023-07-15"), held(None, "2023-07-20"), "ABOUT", id="news of one week"),
        pytest.param(held(None, "2023-03-01"), held(None, "2023-11-01"), "FAR", id="news of two seasons"),
        pytest.param(held(None, "2023-07-15"), held("2023-08-20"), "FAR", id="news does not foretell"),
        pytest.param(held(None, "2024-07-15"), held("2023-07-14"), "RECALLED", id="looked back upon"),
        pytest.param(held(None, "2026-07-15"), held("2023-07-14"), "FAR", id="too long ago to be meant"),
        pytest.param(planned(None, "2023-07-15"), held("2023-03-01"), "APART", id="what was is not planned"),
        pytest.param(
            planned(None, "2023-01-10"), held("2023-07-14", "2023-07-15"), "LATER", id="plan and report"
        ),
        pytest.param(planned(None, "2023-07-10"), held("2023-07-14", "2023-07-15"), "ABOUT", id="on the eve"),
        pytest.param(planned(None, "2023-01-10"), held("2025-07-14", "2025-07-15"), "FAR", id="years later"),
    ],
)
def test_closeness(a, b, expected):
    assert closeness(a, b) is Closeness[expected]
    assert closeness(b, a) is Closeness[expected]


def test_the_closer_the_higher():
    order = ["APART", "FAR", "UNKNOWN", "RECALLED", "LATER", "ABOUT", "COMPATIBLE", "SAME"]
    assert [each.name for each in sorted(Closeness)] == order


def test_the_longer_ago_the_less_is_it_what_is_recalled():
    report = held(None, "2024-02-20")
    assert 0 < recall(held("2023-12-12"), report) < recall(held("2023-09-21"), report) < 1
    assert recall(held("2015-01-01"), report) == 1
    assert recall(held(None), report) == 1
    assert recall(held("2024-02-20"), report) == 0


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (held("2023-07-14"), {2023}),
        (held("2023/2025"), {2022, 2023, 2024, 2025, 2026}),
        (held("2023-12-28/2023-12-31"), {2023, 2024}),
        (held(None, "2024-01-03"), {2023, 2024}),
        (planned(None, "2023-07-15"), {2023, 2024}),
        (held("202X"), set(range(2020, 2030))),
        (held(None), None),
        (held("XXXX-07-14", "2023-07-15"), None),
        (held("20XX"), None),
        (held("../2018"), None),
        (held("2018/.."), None),
    ],
)
def test_years_in_which_it_can_lie(when, expected):
    assert years(when) == expected


def test_years_on_which_a_report_can_look_back():
    assert years_recalled(held(None, "2024-02-20")) == {2022, 2023, 2024}
    assert years_recalled(held("2023-12-12", "2024-02-20")) == frozenset()
    assert years_recalled(planned(None, "2024-02-20")) == frozenset()
    assert years_recalled(held(None)) == frozenset()


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (held("2023-12-18"), held("2023-12-19"), 1),
        (held("2023-07-13/2023-07-14"), held("2023-07-20"), 6),
        (held("2023"), held("2023-07-20"), 0),
        (held(None, "2023-07-01"), held("2023-07-20"), 19),
        (held("XXXX-07-13"), held("2023-07-20"), None),
        (held(None), held("2023-07-20"), None),
    ],
)
def test_days_between(a, b, days):
    assert days_apart(a, b) == days_apart(b, a) == days


_DATES = st.sampled_from(
    [
        None,
        "2023",
        "2023-12",
        "2023-12-31",
        "2024-01-01",
        "2023-12-30/2024-01-02",
        "2024-01-01/2024-01-03",
        "XXXX-12-31",
        "202X",
        "20XX",
        "../2024",
        "2023/..",
        "9999-12-31",
        "0001-01-01",
        "0001",
        "9999",
    ]
)
_WHENS = st.builds(
    When, _DATES, st.sampled_from([None, "2023-12-20", "2024-06", "9999", "0001"]), st.booleans()
)


@given(_WHENS, _WHENS)
def test_it_does_not_matter_which_comes_first_and_what_can_be_one_shares_a_year(a, b):
    found = closeness(a, b)
    assert found is closeness(b, a)
    of_a, of_b = years(a), years(b)
    if found > Closeness.RECALLED and of_a is not None and of_b is not None:
        assert of_a & of_b
    if found is Closeness.RECALLED and of_a is not None and of_b is not None:
        assert (of_a | years_recalled(a)) & (of_b | years_recalled(b))


def test_what_was_over_when_a_plan_was_told_is_not_that_plan():
    plan = When("2025", "2025-08-28", planned=True)
    assert closeness(plan, When("2025-05", "2025-11-12", planned=False)) is Closeness.APART
    assert closeness(plan, When("2025-10", "2025-11-12", planned=False)) is Closeness.COMPATIBLE
    held_as_told = When("2025-08-27", "2025-08-28", planned=False)
    assert closeness(plan, held_as_told) is Closeness.COMPATIBLE


def test_what_is_planned_in_the_course_of_a_visit_is_not_of_the_next_year():
    plan, later = When(None, "2024-10-27", planned=True), When("2025-09-05", "2025-09-05", planned=False)
    soon = When("2024-10-29", "2024-10-29", planned=False)
    in_visit = When(None, "2024-10-27", planned=True, in_visit=True)
    assert closeness(plan, later) is Closeness.LATER
    assert closeness(in_visit, later) < Closeness.RECALLED
    assert closeness(in_visit, soon) >= Closeness.LATER
