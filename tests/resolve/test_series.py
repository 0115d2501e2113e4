"""Which dialogues are of one series."""

from __future__ import annotations

import pytest

from servanda.resolve.series import is_named, same_series, series_words


def dialogue(wire, series, type_="dialogue"):
    return wire.engagement("2023-12-20", "a dialogue", "FR VN", type=type_, series=series).fact


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Defence Policy Dialogue", "Defense Policy Talks", True),
        ("Vietnam-France Defense Strategy and Cooperation Dialogue",
         "Defence Cooperation and Strategic Dialogue", True),
        ("Maritime Dialogue", "Cyber Dialogue", False),
        ("Joint Commission on Trade", "Joint Commission on Science and Technology", False),
        (None, "Cyber Dialogue", True),
        ("Dialogue", "Cyber Dialogue", True),
        (None, None, True),
        ("two ministries’ working group", "two countries' defence working group", True),
        ("two countries' cyber working group", "their defence working group", False),
        ("2+2 Dialogue", "Two-plus-Two Foreign and Defence Ministerial Meeting", True),
        ("2+2 Dialogue", "Cyber Dialogue", False),
    ],
)  # fmt: skip
def test_series_by_their_names(wire, a, b, expected):
    one, other = dialogue(wire, a), dialogue(wire, b)
    assert same_series(one, other) is same_series(other, one) is expected


def test_without_names_the_type_has_to_be_the_same(wire):
    assert not same_series(dialogue(wire, None), dialogue(wire, None, "meeting"))


def test_the_spelling_and_the_parties_do_not_count(wire):
    assert series_words(dialogue(wire, "France–Viet Nam Defense Strategy Dialogue")) == {
        "defence",
        "strategic",
    }


def test_a_name_of_generic_words_is_none(wire):
    assert is_named(dialogue(wire, "Cyber Dialogue"))
    assert not is_named(dialogue(wire, "High-level Dialogue"))
    assert not is_named(dialogue(wire, None))


def test_two_plus_two_is_a_name(wire):
    assert is_named(dialogue(wire, "2+2"))
    assert not is_named(dialogue(wire, "two sides' annual meeting"))
