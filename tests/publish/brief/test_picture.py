"""The timeline as SVG, read as XML."""

from datetime import date
from xml.etree import ElementTree

import pytest

from servanda.publish.brief.parts import Lane, Mark, Timeline
from servanda.publish.brief.picture import to_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*marks, title="Engagements"):
    lanes = (Lane(title, marks),)
    timeline = Timeline(
        first=date(2018, 1, 1), last=date(2027, 12, 31), day=date(2023, 6, 1), lanes=lanes, caption="2 held."
    )
    return ElementTree.fromstring(to_svg(timeline))  # noqa: S314 - made here


def mark(label="visit of Parly", first=date(2020, 5, 1), last=None, state="done"):
    return Mark(label, first, last or first, state)


def group_of(svg, label):
    return next(g for g in svg.iter(f"{SVG}g") if (g.findtext(f"{SVG}title") or "").startswith(label))


def test_it_has_a_title_and_a_description():
    svg = drawn(mark())
    assert svg.findtext(f"{SVG}title") == "Timeline, 2018 to 2027"
    assert svg.findtext(f"{SVG}desc") == "As of 1 June 2023: 1 engagements; 2 held."


def test_a_day_in_ten_years_is_wide_enough_to_be_seen():
    rect = group_of(drawn(mark()), "visit").find(f"{SVG}rect")
    assert float(rect.get("width")) >= 8


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2027, 12, 31)])
def test_marks_at_the_ends_stay_inside(day):
    rect = group_of(drawn(mark(first=day)), "visit").find(f"{SVG}rect")
    start = float(rect.get("x"))
    assert start >= 0
    assert start + float(rect.get("width")) <= 720


def test_planned_and_held_are_told_apart_by_more_than_colour():
    svg = drawn(mark("held"), mark("plan", date(2025, 1, 1), state="planned"))
    held, plan = (group_of(svg, name).find(f"{SVG}rect") for name in ("held", "plan"))
    assert (held.get("fill"), held.get("stroke-dasharray")) != ("none", "3 2")
    assert (plan.get("fill"), plan.get("stroke-dasharray")) == ("none", "3 2")


def test_what_nothing_was_heard_of_has_a_question_mark_and_what_was_called_off_a_line():
    svg = drawn(mark("silence", state="unknown"), mark("off", state="off"))
    assert "?" in [text.text for text in group_of(svg, "silence").iter(f"{SVG}text")]
    assert group_of(svg, "off").find(f"{SVG}path") is not None


def test_marks_of_one_time_do_not_lie_on_each_other():
    svg = drawn(*(mark(f"visit {n}", date(2020, 5, n)) for n in range(1, 6)))
    places = [(rect.get("x"), rect.get("y")) for rect in svg.iter(f"{SVG}rect")]
    assert len({y for _, y in places[:5]}) == 5


def test_hundreds_of_marks_are_drawn_in_a_few_rows():
    svg = drawn(*(mark(f"visit {n}", date(2020, 1 + n % 12, 1 + n % 28)) for n in range(300)))
    assert len(list(svg.iter(f"{SVG}g"))) >= 300
    assert float(svg.get("height")) < 250


def test_labels_are_text_whatever_stands_in_them():
    label = '<script>alert("1")</script> & co'
    svg = drawn(mark(label))
    assert svg.find(f".//{SVG}script") is None
    assert group_of(svg, label) is not None
