"""Idioms of teaching and sending to school, schemes, gifts told by a noun, sums by date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Activity

Deeds = Callable[..., list[Activity]]

TALKS = "Spanish Defence Minister Margarita Robles met her Senegalese counterpart Sidiki Kaba in Dakar.\n\n"


@pytest.mark.parametrize(
    ("words", "giver", "taker"),
    [
        ("Spain has put hundreds of Senegalese officers through courses at Zaragoza.", "ES", "SN"),
        ("Spanish marines walked Senegalese planners through the boarding procedure.", "ES", "SN"),
        ("Spanish divers brought the Senegalese divers up to speed on underwater search.", "ES", "SN"),
        ("Spanish divers showed their Senegalese counterparts how to search a hull.", "ES", "SN"),
        ("Spanish paratroopers are building a repair shop in Senegal.", "ES", "SN"),
        ("Senegal sends cadets to the Spanish naval academy.", "ES", "SN"),
        ("Senegal has been included in the Spanish scholarship programme.", "ES", "SN"),
        ("The Senegalese navy has benefited from Spanish training in Mindelo.", "ES", "SN"),
        ("The vehicles came as a gift from Madrid.", "ES", "SN"),
        ("Senegal still relies on two old patrol planes serviced by Spanish technicians.", "ES", "SN"),
        ("He recalled the rescuers who were despatched by Spain after the floods.", "ES", "SN"),
        ("Spain despatched, on 4 May 2021, a consignment of tents to Senegal.", "ES", "SN"),
        ("Mr Kaba thanked Spain for the provision of 200 tonnes of rice.", "ES", "SN"),
        ("Mr Kaba thanked the Spanish Government for the two ambulances.", "ES", "SN"),
        ("Mr Kaba thanked Spain for increasing the number of scholarships.", "ES", "SN"),
        ("Mr Kaba was grateful for the deployment of a Spanish patrol ship to Dakar.", "ES", "SN"),
    ],
)
def test_one_side_teaches_or_helps(deeds: Deeds, words: str, giver: str, taker: str) -> None:
    (deed,) = deeds(TALKS + words)
    assert (deed.provider, deed.recipient) == ((giver,), (taker,))


def test_sums_by_date_stand_under_the_help_of_one_side(deeds: Deeds) -> None:
    sheet = (
        "EU support to Mozambique\n\n"
        "The European Union has stood with Mozambique, and Mozambique with the European Union.\n\n"
        "ASSISTANCE MEASURES\n"
        "• November 2021: €40 million – equipment for the trained companies\n"
        "• September 2022: €15 million – vehicles and field hospitals\n"
    )
    found = [d for d in deeds(sheet) if d.rule == "activity/sum-by-date"]
    assert [(d.provider, d.recipient, d.date) for d in found] == [
        (("EU",), ("MZ",), "2021-11"),
        (("EU",), ("MZ",), "2022-09"),
    ]
    assert [d.amount.value for d in found if d.amount] == [40_000_000, 15_000_000]


def test_what_both_do_is_spoken_of(deeds: Deeds) -> None:
    (deed,) = deeds(TALKS + "They touched upon the regular patrols carried out by their coast guards.")
    assert deed.parties == ("ES", "SN")


@pytest.mark.parametrize(
    "words",
    [
        "Members of the Spanish and Senegalese armed forces are jointly engaged in the mission in Mali.",
        "Spanish and Senegalese soldiers serve in UNIFIL.",
        "Officers of the two armies attend each other's courses.",
        "The two navies use each other's ranges.",
    ],
)
def test_what_both_do_in_one_mission_or_on_each_other(deeds: Deeds, words: str) -> None:
    (deed,) = deeds(TALKS + words)
    assert set(deed.parties) == {"ES", "SN"}


@pytest.mark.parametrize(
    "words",
    [
        "They discussed the next joint exercises, to be held in Rota.",
        "They agreed to hold joint exercises every year.",
        "She took the officers through the gate.",
        "The wish of Senegal is that Spain send instructors.",
        "The ministers suggested that the two navies conduct joint patrols.",
        "Spain would put officers through courses if asked.",
        "The minister left a vase as a gift from her town.",
        "The visit is included in the programme.",
        "March 2022: talks in Madrid",
    ],
)
def test_what_is_no_help(deeds: Deeds, words: str) -> None:
    assert not deeds(TALKS + words)


def test_the_same_office_without_a_name_acts_for_its_side(deeds: Deeds) -> None:
    told = (
        "The President of Senegal received the Ambassador of Spain in Dakar on 3 May 2023.\n\n"
        "The President thanked Spain for the boats donated in January."
    )
    (deed,) = deeds(told)
    assert (deed.provider, deed.recipient) == (("ES",), ("SN",))


@pytest.mark.parametrize(
    "words",
    [
        "Spanish hydrographers completed a course for the Senegalese Navy in May.",
        "A group of Spanish instructors finished a training course for Senegalese divers.",
    ],
)
def test_those_who_complete_a_course_for_others_have_taught(deeds: Deeds, words: str) -> None:
    (deed,) = deeds(TALKS + words)
    assert (deed.provider, deed.recipient) == (("ES",), ("SN",))


def test_those_who_complete_a_course_at_a_school_of_others_have_learnt(deeds: Deeds) -> None:
    (deed,) = deeds(TALKS + "Senegalese officers completed a course at the Spanish Naval Academy.")
    assert (deed.provider, deed.recipient) == (("ES",), ("SN",))


@pytest.mark.parametrize(
    "words",
    [
        "A first group of Kenyan officers began training at Japanese academies in August.",
        "Kenyan pilots started training in Japan in March.",
        "He said that 30 Kenyan officers began training at Japanese academies, as had been offered.",
    ],
)
def test_who_begins_training_at_the_other_sides_school_takes(deeds, words):
    told = "The ministers of Kenya and Japan held talks in Nairobi. " + words
    assert [(fact.provider, fact.recipient) for fact in deeds(told)] == [(("JP",), ("KE",))], words


@pytest.mark.parametrize(
    ("words", "provider"),
    [
        ("The number of scholarships for Japanese students was doubled.", [("KE",)]),
        ("The number of scholarships for Kenyan students has been increased from 30 to 50.", [("JP",)]),
    ],
)
def test_more_places_for_those_of_the_other(deeds, words, provider):
    found = deeds("The ministers of Kenya and Japan held talks in Nairobi. " + words)
    assert [tuple(f.provider) for f in found] == provider, words
