"""A text falls into lines, or into blocks of lines where lines are broken at a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from servanda.text.units import split_units


def test_each_line_is_a_unit_and_knows_the_gaps_around_it() -> None:
    text = "Ministers meet\n\n  The ministers met.  \nThey agreed.\n"
    assert [(u.text, u.gap_before, u.gap_after) for u in split_units(text)] == [
        ("Ministers meet", True, True), ("The ministers met.", True, False), ("They agreed.", False, True),
    ]  # fmt: skip


def test_lines_broken_at_a_width_are_one_unit() -> None:
    text = "The ministers met in Lisbon to\nspeak of training and of\ntrade.\n\nThey will meet\nagain."
    assert [u.text.count("\n") for u in split_units(text)] == [2, 1]


@given(st.text(alphabet="aA. \n\t\r\x0b\x85\u2028•-“", max_size=60))
def test_units_lie_in_the_text_in_order_and_cover_all_that_is_no_blank(text: str) -> None:
    end = 0
    for unit in split_units(text):
        assert text[unit.start : unit.end] == unit.text == unit.text.strip()
        assert not text[end : unit.start].strip()
        end = unit.end
    assert not text[end:].strip()
