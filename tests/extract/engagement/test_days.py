"""How two dates lie to each other."""

import pytest

from servanda.extract.engagement.days import can_be_one_visit, can_be_same_time, is_fresh, is_years


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-05-04", "2024-05-04", True),
        ("2024-05-04", "2024-05", True),
        ("2024-05-04", "2024-05-05", False),
        ("2024-05-05", "2024-05-04/2024-05-06", True),
        ("2024-05-04/2024-05-06", "2024-05-05", True),
        ("2024-05-07", "2024-05-04/2024-05-06", False),
        (None, "2024-05-04", True),
        ("2024-05-04", None, True),
    ],
)
def test_dates_of_one_engagement_agree(one, other, same):
    assert can_be_same_time(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2024-05-04", "2024-05-20", True),
        ("2024-05-04", "2024-06-20", False),
        (None, "2024-06-20", True),
        ("XXXX-05-04", "2024-05-04", False),
    ],
)
def test_stages_of_one_visit_are_weeks_apart_at_most(one, other, same):
    assert can_be_one_visit(one, other) is same


@pytest.mark.parametrize(
    ("date", "published", "fresh"),
    [
        ("2024-07-08", "2024-07-10", True),
        ("2024-05-08", "2024-07-10", False),
        ("2020-07-08", None, True),
        (None, "2024-07-10", False),
        (None, None, False),
    ],
)
def test_news_is_some_days_old(date, published, fresh):
    assert is_fresh(date, published) is fresh


@pytest.mark.parametrize(
    ("date", "years"),
    [("2018/2028", True), ("2018", False), ("2018-05/2018-06", False), ("2024-05-04", False)],
)
def test_spans_of_years_belong_to_plans(date, years):
    assert is_years(date) is years
