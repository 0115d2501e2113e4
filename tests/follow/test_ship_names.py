"""Which ship is meant, where a text calls it by name."""

import pytest

from servanda.follow.ship_names import are_other_ships, ships_named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Canada will send HMCS Vancouver and the frigate HMCS Montréal", {"vancouver", "montreal"}),
        ("the French frigate Surcouf called at Da Nang", {"surcouf"}),
        ("a Canadian frigate called at Manila", set()),
    ],
)
def test_names_behind_the_letters_of_a_navy_or_the_kind_of_ship(text: str, names: set[str]) -> None:
    assert ships_named(text) == names


def test_ships_are_others_only_where_both_texts_name_them() -> None:
    assert are_other_ships("send HMCS Vancouver to Manila", "HMCS Montréal called at Manila")
    assert not are_other_ships(
        "send HMCS Vancouver to Manila", "the Vancouver called at Manila with HMCS Montréal"
    )
    assert not are_other_ships("send a frigate to Manila", "HMCS Montréal called at Manila")
