"""What a promise is about."""

import pytest

from servanda.follow.offices import offices
from servanda.follow.things import (
    are_of_other_rows,
    content_stems,
    kinds_of,
    parts,
    quantity,
    stem,
    things,
)


def test_a_storm_and_a_trainer_are_no_fighter_and_no_tank():
    assert "aircraft" not in kinds_of(content_stems("relief after Typhoon Yagi"))
    assert "aircraft" in kinds_of(content_stems("two Typhoons from Coningsby"))
    assert "tank" in content_stems("forty T-72s")
    assert "tank" not in content_stems("four T-50 trainers")


def test_two_purposes_make_no_two_things():
    assert len(parts("port calls for supply and repair")) == 1
    assert len(parts("give boats and radars")) == 2


def test_types_are_told_by_their_names():
    assert kinds_of(content_stems("18 Dutch F-16s and a Bayraktar")) >= {"aircraft", "drone"}
    assert not kinds_of(content_stems("the archer and the group of seven"))


def test_states_bodies_figures_and_general_words_are_left_out():
    about = things("Japan and the UN will strengthen cooperation in 12 fields of peacekeeping in Manila")
    assert about.stems == {stem("peacekeeping")}


def test_forms_of_a_word_are_one():
    assert things("vessels").stems == things("vessel").stems
    assert "give" in things("delivered").deeds == things("delivery").deeds


def test_parts_leave_out_conditions_and_what_names_nothing():
    several = parts("donate aircraft, train their pilots and so on, as soon as parliament has voted")
    assert [sorted(part.stems) for part in several] == [[stem("aircraft")], [stem("pilots")]]


@pytest.mark.parametrize("state", ["Trinidad and Tobago", "Saint Kitts and Nevis", "São Tomé and Príncipe"])
def test_the_name_of_a_state_is_not_two_things(state):
    assert len(parts(f"deliver radars to {state}")) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two large patrol vessels", 2),
        ("one of two patrol vessels", 1),
        ("a 97-meter patrol vessel", None),
        ("the patrol vessel of 2016", None),
        ("in 2016 patrol vessels", None),
        ("twenty 44-meter patrol vessels", 20),
        ("the second patrol vessel", None),
        ("ten tanks and 24 patrol vessels", 24),
    ],
)
def test_quantities(text, number):
    assert quantity(text, frozenset({"vessel"})) == number


def test_offices_however_spelled():
    assert offices("the Defence Minister") == offices("the Minister of National Defense")
    assert offices("the Deputy Prime Minister") != offices("the Prime Minister")
    assert offices("the Deputy Minister of Defence") != offices("the Minister of Defence")
    assert len(offices("the President and the Prime Minister")) == 2


def test_figures_and_what_a_thing_is_for_are_no_further_parts():
    assert len(parts("donate 1,500 tonnes of drinking water, for use in islands that face shortages")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("specialised", "specialized"),
        ("organisations", "organization"),
        ("harbours", "harbor"),
        ("armoured", "armored"),
    ],
)
def test_one_stem_however_spelled(one, other):
    assert stem(one) == stem(other)


def test_shipping_is_no_ship():
    assert stem("shipping") != stem("ship")


@pytest.mark.parametrize(
    ("promised", "told", "other"),
    [
        ("the third ship will follow", "the first ship was handed over", True),
        ("the second and the third ship", "the third ship has arrived", False),
        ("the last ten howitzers", "the first ten howitzers have come", True),
        ("the third ship", "the last of the three ships has come", False),
        ("the third ship", "last month a ship was handed over", False),
        ("two ships", "the first ship was handed over", False),
    ],
)
def test_which_of_a_row_is_meant(promised, told, other):
    assert are_of_other_rows(promised, told, content_stems("ship howitzers")) is other
