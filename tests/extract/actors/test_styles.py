"""Who is meant by a style alone."""

from __future__ import annotations

import pytest

_MET = (
    "His Majesty King Hassan Idrissi of Morocco received President Pedro Rey of Peru in Rabat. "
    "Pedro Rey thanked him. "
)


def test_a_style_alone_is_whom_the_text_has_named_with_it(tell) -> None:
    assert tell(_MET + "His Majesty will travel to Lima.").who("Majesty").person == "Hassan Idrissi"
    assert tell(_MET + "His Majesty the King spoke of trade.").who("Majesty").person == "Hassan Idrissi"


def test_an_office_behind_a_style_tells_whose_it_is(tell) -> None:
    text = _MET + "His Excellency the President spoke of trade."
    assert tell(text).who("Excellency").person == "Pedro Rey"


@pytest.mark.parametrize("who", ["His Majesty", "His Majesty the King"])
def test_of_two_with_one_style_the_visitor_is_not_of_the_state_he_comes_to(tell, who) -> None:
    text = (
        "His Majesty Sultan Haitham Said of Oman met His Majesty King Hamad Isa of Bahrain in Muscat. "
        "His Majesty Sultan Haitham Said spoke. "
    )
    assert tell(f"{text}{who} arrived in Muscat on a state visit.").who("Majesty").person == "Hamad Isa"


def test_the_name_behind_a_style_is_who_bears_it(tell) -> None:
    text = _MET + "His Excellency the Minister of Trade Omar Said of Morocco came."
    assert tell(text).who("Excellency").person == "Omar Said"
