"""Officials of no told state: of who receives, of where a report is datelined; whom the register knows."""

from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language

from servanda.extract.mentions import PersonInText
from servanda.extract.parse import load_parser
from servanda.extract.parties import acting_parties
from servanda.extract.people import find_people


@cache
def parser() -> Language:
    return load_parser()


def people(text: str) -> dict[str, PersonInText]:
    found = find_people(parser()("\n" + text), acting_parties("\n" + text))
    return {person.name: person for person in found}


HOSTED = (
    "Norwegian Chief of Defence General Eirik Kristoffersen hosted Admiral Giuseppe Cavo Dragone of Italy. "
    "Vice Admiral Rune Andersen, chief of the Joint Headquarters, was also present."
)
DATELINED = (
    "RIYADH — HRH Prince Khalid bin Salman, the Minister of Defense, met Tuesday with French Minister of the "
    "Armed Forces Catherine Vautrin. Chief of the General Staff Gen. Fayyad Al-Ruwaili attended."
)


def test_who_is_present_is_of_who_receives() -> None:
    assert people(HOSTED)["Rune Andersen"].party == "NO"


def test_an_official_of_none_is_of_where_the_report_is_datelined() -> None:
    found = people(DATELINED)
    assert {name: p.party for name, p in found.items()} == {
        "Khalid bin Salman": "SA",
        "Catherine Vautrin": "FR",
        "Fayyad Al-Ruwaili": "SA",
    }


def test_a_state_that_its_own_officials_leave_unsaid_is_that_of_the_press() -> None:
    text = (
        "Prime Minister Christopher Luxon welcomed Fijian counterpart Sitiveni Rabuka. Defence Minister "
        "Judith Collins and Minister for Climate Change Simon Watts joined the talks."
    )
    assert {name: p.party for name, p in people(text).items()} == {
        "Christopher Luxon": "NZ",
        "Sitiveni Rabuka": "FJ",
        "Judith Collins": "NZ",
        "Simon Watts": "NZ",
    }


def test_one_official_whom_the_register_knows_tells_no_press() -> None:
    assert (
        people("Prime Minister Christopher Luxon met Fijian minister Karl Berg.")["Christopher Luxon"].party
        is None
    )


def test_nobody_is_presumed_of_a_state_where_the_register_knows_better() -> None:
    text = "Ministers Anita Anand and Karl Berg said the pact would last. New Zealand's Peeni Henare agreed."
    assert people(text)["Anita Anand"].party is None


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (DATELINED, "Khalid bin Salman", "Minister of Defense"),
        (
            "It was attended by HE Minister of Defence Jacob Oboth of Uganda.",
            "Jacob Oboth",
            "Minister of Defence",
        ),
        ("They met General Secretary To Lam in Hanoi.", "To Lam", "General Secretary"),
        (
            "Mr Chan Chun Sing, Coordinating Minister for Public Services, spoke.",
            "Chan Chun Sing",
            "Coordinating Minister for Public Services",
        ),
    ],
)
def test_the_office_is_told_without_forms_of_address(text, name, post) -> None:
    assert people(text)[name].post == post


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("India's new ambassador Rajesh Uikey arrived.", "Rajesh Uikey", "IN"),
        ("They greeted Rear Admiral Heather Wilton RAN.", "Heather Wilton", None),
    ],
)
def test_small_words_beside_office_and_name(text, name, party) -> None:
    assert people(text)[name].party == party
