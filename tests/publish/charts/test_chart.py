"""What holds of all charts."""

import re
from datetime import date

import pytest

from servanda.errors import UsageError
from servanda.publish.charts.gallery import chart
from servanda.publish.charts.svg import BLUE, ORANGE, TEAL
from servanda.publish.charts.values import Period

NAMES = ("timeline", "activity", "network", "map")
HOSTILE = '"><script>alert(1)</script>&\u202e\x00\x1b[31m'


@pytest.fixture
def items(item, who):
    met = (who(HOSTILE, "FR"), who("Vinh", "VN"))
    return [
        item(HOSTILE, parties=("FR", "VN"), people=met, place="Paris", country="FR"),
        item(kind="commitment", parties=("FR", HOSTILE), fields=(HOSTILE,), state="planned"),
        item("talks", None, told="2021-02-01", parties=("FR", "EU"), place=HOSTILE, country=HOSTILE),
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_text_of_documents_stays_text(items, parsed, name):
    made = chart(name, items)
    picture = parsed(made)
    assert {child.tag for child in picture.root.iter()}.isdisjoint(
        {"{http://www.w3.org/2000/svg}script", "script"}
    )
    assert not re.search("[\u202e\x00\x1b]", made.svg)


@pytest.mark.parametrize("name", NAMES)
def test_it_needs_no_style_no_script_and_nothing_from_elsewhere(items, parsed, name):
    for element in parsed(chart(name, items)).root.iter():
        assert element.tag.rpartition("}")[2] in {
            "svg",
            "title",
            "desc",
            "g",
            "rect",
            "path",
            "circle",
            "text",
        }
        assert {
            key for key in element.attrib if key in ("style", "class", "href") or key.startswith("on")
        } == set()


@pytest.mark.parametrize("name", NAMES)
def test_it_has_a_title_a_description_and_the_role_of_a_picture(items, parsed, name):
    made = chart(name, items)
    root = parsed(made).root
    assert root.get("role") == "img"
    assert [child.tag.rpartition("}")[2] for child in list(root)[:2]] == ["title", "desc"]
    assert made.title
    assert made.description


@pytest.mark.parametrize("name", NAMES)
def test_its_rows_are_a_table(items, name):
    rows = chart(name, items).rows
    assert rows
    assert len({tuple(row) for row in rows}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_of_nothing_and_it_says_so(parsed, name):
    made = chart(name, [], None, date(2023, 6, 1))
    assert made.rows == ()
    assert made.description


@pytest.mark.parametrize("name", NAMES)
def test_the_same_items_give_the_same_picture(items, name):
    assert chart(name, items).svg == chart(name, items).svg


def test_a_file_has_colours_of_its_own_for_light_and_dark(items):
    file = chart("timeline", items).file().decode()
    assert file.startswith("<?xml")
    assert "prefers-color-scheme:dark" in file


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("paper", ["#ffffff", "#15181c"])
@pytest.mark.parametrize("colour", [BLUE, ORANGE, TEAL])
def test_shapes_are_seen_on_white_and_on_black(colour, paper):
    lighter, darker = sorted((luminance(colour), luminance(paper)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_another_name_is_no_chart(items):
    with pytest.raises(UsageError, match="charts are timeline, activity, network, map"):
        chart("pie", items)


@pytest.mark.parametrize(("first", "last"), [("soon", None), (None, "XXXX-03"), ("2019", "2018")])
def test_a_period_is_made_of_dates_in_their_order(first, last):
    with pytest.raises(UsageError):
        Period.of(first, last)
