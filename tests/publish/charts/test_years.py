"""Activity by year: what is counted where, and what the picture leaves out."""

import re

from servanda.publish.charts.years import years
from servanda.query.edition.rows import YearRow


def row(year, **standing):
    return YearRow(year=year, standing={name.replace("_", " "): n for name, n in standing.items()})


def test_each_year_tells_what_was_done_and_what_is_open():
    chart = years([row(2021, held=2, no_report=1), row(2023, planned=3, cancelled=1, asserted=1)])
    assert chart.rows == (
        {"year": 2021, "entries": 3, "done": 2, "planned": 0, "unknown": 1, "off": 0},
        {"year": 2023, "entries": 5, "done": 1, "planned": 3, "unknown": 0, "off": 1},
    )
    assert chart.description == "8 entries from 2021 to 2023; most in 2023: 5."
    assert re.findall(r'data-id="(\d+)"', chart.svg) == ["2021", "2023"]


def test_years_long_ago_stay_in_the_rows_and_out_of_the_picture():
    chart = years([row(1012, held=1), row(2020, held=1), row(2023, held=1)])
    assert [each["year"] for each in chart.rows] == [1012, 2020, 2023]
    assert 'data-id="1012"' not in chart.svg
    assert chart.notes == ("Before 2020: 1, not drawn.",)


def test_without_dates_it_says_so():
    chart = years([])
    assert chart.rows == ()
    assert "No entry has a date." in chart.svg
