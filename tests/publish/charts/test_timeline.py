"""The timeline, read as XML."""

from datetime import date

import pytest

from servanda.publish.charts.timeline import timeline
from servanda.publish.charts.values import Period

TODAY = date(2023, 6, 1)
TEN_YEARS = Period(date(2018, 1, 1), date(2027, 12, 31))


def box(rect):
    return tuple(float(rect.get(name)) for name in ("x", "y", "width", "height"))


def test_it_says_what_it_shows(item, parsed):
    chart = timeline([item(), item("letter", kind="instrument", status="signed")], TEN_YEARS, TODAY)
    assert chart.title == "Timeline, 2018 to 2027"
    assert chart.description == "As of 1 June 2023: 1 engagement, 1 text; 2 held, signed or kept."
    picture = parsed(chart)
    assert [child.text for child in list(picture.root)[:2]] == [chart.title, chart.description]
    assert picture.root.get("role") == "img"


def test_the_rows_are_the_data_behind_it(item):
    (row,) = timeline([item(parties=("FR", "VN"), when="2020-05")], None, TODAY).rows
    assert row | {"id": ""} == {
        "id": "", "kind": "engagement", "label": "visit of Parly", "status": "held", "shown_as": "done",
        "date": "2020-05", "first_day": "2020-05-01", "last_day": "2020-05-31", "parties": ["FR", "VN"],
    }  # fmt: skip


def test_a_day_in_ten_years_is_wide_enough_to_be_seen(item, parsed):
    *_, width, _ = box(parsed(timeline([item()], TEN_YEARS, TODAY)).shape("visit"))
    assert width >= 8


@pytest.mark.parametrize("day", ["2018-01-01", "2027-12-31", "2017-12-01/2018-01-02"])
def test_marks_at_the_ends_stay_inside(item, parsed, day):
    x, _, width, _ = box(parsed(timeline([item(when=day)], TEN_YEARS, TODAY)).shape("visit"))
    assert x >= 0
    assert x + width <= 720


def test_planned_and_held_are_told_apart_by_more_than_colour(item, parsed):
    plan = item("plan", "2025-01-01", state="planned", status="planned")
    picture = parsed(timeline([item("held"), plan], TEN_YEARS, TODAY))
    held, planned = picture.shape("held"), picture.shape("plan")
    assert held.get("fill") != "none"
    assert held.get("stroke-dasharray") is None
    assert (planned.get("fill"), planned.get("stroke-dasharray")) == ("none", "3 2")


def test_what_nothing_was_heard_of_has_a_question_mark_and_what_was_called_off_a_line(item, parsed):
    picture = parsed(timeline([item("silence", state="unknown"), item("off", state="off")], None, TODAY))
    assert "?" in [text.text for text in picture.group("silence").iter() if text.tag.endswith("text")]
    assert picture.shape("off", "path") is not None


def test_a_date_known_by_month_is_a_line_over_the_days_that_it_can_be(item, parsed):
    picture = parsed(timeline([item("vague", "2020"), item("exact", "2020-05-01")], TEN_YEARS, TODAY))
    assert picture.shape("vague", "path") is not None
    assert picture.shape("exact", "path") is None


def test_years_of_validity_are_a_bar_with_the_name_in_it(item, parsed):
    text = item("Vision", "2019/2026", kind="instrument", status="signed", lasts=True)
    picture = parsed(timeline([text], TEN_YEARS, TODAY))
    x, _, width, _ = box(picture.shape("Vision"))
    (label,) = [each for each in picture.group("Vision").iter() if each.tag.endswith("text")]
    assert x < float(label.get("x")) < x + width


def test_a_text_of_which_only_the_year_is_told_is_not_drawn_as_valid_for_a_year(item, parsed):
    picture = parsed(timeline([item("Intent", "2020", kind="instrument")], TEN_YEARS, TODAY))
    assert picture.shape("Intent", "path") is not None
    assert box(picture.shape("Intent"))[2] < 10


def test_the_present_is_drawn_where_it_is_not_far_away(item, parsed):
    assert timeline([item(when="2021")], None, TODAY).title == "Timeline, 2021 to 2023"
    assert timeline([item(when="1956")], None, TODAY).title == "Timeline, 1956"


def test_marks_of_one_time_do_not_lie_on_each_other(item, parsed):
    many = [item(f"visit {n}", f"2020-05-{n:02}") for n in range(1, 25)]
    picture = parsed(timeline(many, TEN_YEARS, TODAY))
    boxes = [box(picture.shape(f"visit {n},")) for n in range(1, 25)]
    for number, (x, y, width, height) in enumerate(boxes):
        for a, b, wide, high in boxes[:number]:
            assert x + width <= a or a + wide <= x or y + height <= b or b + high <= y


@pytest.mark.parametrize("count", [1, 500])
def test_one_item_and_hundreds_are_all_drawn(item, parsed, count):
    many = [item(f"visit {n}", f"{2018 + n % 9}-{1 + n % 12:02}-{1 + n % 28:02}") for n in range(count)]
    chart = timeline(many, None, TODAY)
    assert sum((g.get("data-id") or "").startswith("entry-") for g in parsed(chart).all("g")) == count
    assert len(chart.rows) == count
    assert float(parsed(chart).root.get("height")) < 500


def test_of_more_than_a_picture_holds_the_latest_are_drawn_and_the_others_counted(item):
    many = [item(f"visit {n}", f"{2000 + n // 100}-05-01") for n in range(1200)]
    chart = timeline(many, None, None)
    assert len(chart.rows) == 1000
    assert min(row["first_day"] for row in chart.rows) == "2002-05-01"
    assert chart.notes == ("Not drawn: 200 earlier ones, as a picture holds 1000.",)


def test_a_period_zooms_and_says_what_it_leaves_out(item, parsed):
    chart = timeline(
        [item("old", "2015"), item("new", "2020-05-01"), item("when", None)], Period.of("2020", "2020-06")
    )
    assert [row["label"] for row in chart.rows] == ["new"]
    assert chart.notes == ("Not drawn: 1 without a date, 1 outside these years.",)
    assert "May 2020" in parsed(chart).texts


def test_without_any_date_it_says_so(item, parsed):
    chart = timeline([item(when=None)], None, None)
    assert chart.description in parsed(chart).texts
    assert chart.rows == ()


def test_other_kinds_are_passed_over(item):
    assert timeline([item(kind="position")], None, TODAY).rows == ()
