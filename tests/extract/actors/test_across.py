"""Of which sides somebody cannot be."""

from __future__ import annotations

import pytest

_MET = "President Kofi Adu of Ghana met President Ama Lawson of Togo in Accra. Kofi Adu spoke of trade. "


@pytest.mark.parametrize(
    "clause",
    [
        "The President, who arrived in Accra on Monday, spoke.",
        "The President is on a three-day visit to Ghana.",
        "The President paid a state visit to Ghana.",
        "The President began an official visit to Ghana.",
        "The President's visit to Ghana was the first.",
    ],
)
def test_nobody_pays_a_visit_to_the_own_state(tell, clause) -> None:
    assert tell(_MET + clause).who("President").person == "Ama Lawson"


def test_who_welcomes_a_visit_to_the_own_state_is_of_it(tell) -> None:
    text = "President Ama Lawson of Togo met President Kofi Adu of Ghana. "
    assert tell(text + "The President welcomed the visit to Ghana.").who("President").person == "Kofi Adu"


def test_he_is_not_of_the_side_that_he_invites(tell) -> None:
    told = tell(_MET + "Kofi Adu spoke of ports. He invited the Ghanaian leader to Lomé.")
    assert told.who("He").person == "Ama Lawson"


def test_one_can_be_accompanied_by_the_own_side(tell) -> None:
    told = tell(_MET + "He was accompanied by the Ghanaian minister.")
    assert told.who("He").person == "Kofi Adu"
