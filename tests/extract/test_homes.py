"""Whose press a document is, as its own words show where it has no publisher."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.extract.parse import load_parser
from servanda.extract.parties import find_parties
from servanda.extract.people import find_people

Parties = Callable[[str], dict[str, str | None]]


@pytest.fixture(scope="module")
def parties() -> Parties:
    nlp = load_parser()
    return lambda text: {p.name: p.party for p in find_people(nlp(text), find_parties(text))}


def test_who_is_told_to_be_of_no_state_is_of_the_one_of_which_the_text_speaks_most(parties: Parties) -> None:
    told = parties(
        "President Tomas Rivo met President Ana Sall of Senegal and President Jon Biya of Cameroon "
        "in Lusaka. Zambia and Senegal are partners. The Zambian Government thanked Cameroon. "
        "Zambia will host both."
    )
    assert told == {"Tomas Rivo": "ZM", "Ana Sall": "SN", "Jon Biya": "CM"}


def test_two_states_of_which_a_text_speaks_alike_claim_nobody(parties: Parties) -> None:
    told = parties(
        "President Tomas Rivo met President Ana Sall of Senegal and President Jon Biya of Cameroon. "
        "Zambia and Kenya trade with Senegal. Kenya and Zambia thanked Cameroon."
    )
    assert told["Tomas Rivo"] is None


def test_a_state_in_passing_claims_nobody(parties: Parties) -> None:
    told = parties(
        "President Tomas Rivo met President Ana Sall of Senegal and President Jon Biya of Cameroon. "
        "They spoke of the war in Sudan. Senegal and Cameroon are partners."
    )
    assert told["Tomas Rivo"] is None


def test_of_two_presidents_of_whom_none_is_told_neither_is_given_a_state(parties: Parties) -> None:
    told = parties(
        "Presidents Tomas Rivo and Jon Biya met President Ana Sall of Senegal and President Eli Fon of Mali. "
        "Zambia and Zambians cheered in Zambia, as did Senegal and Mali."
    )
    assert (told["Tomas Rivo"], told["Jon Biya"]) == (None, None)


def test_a_state_in_brackets_behind_a_name_is_the_person_s(parties: Parties) -> None:
    told = parties("The minister met President Jon Biya (Cameroon) and President Ana Sall (Senegal).")
    assert told == {"Jon Biya": "CM", "Ana Sall": "SN"}
