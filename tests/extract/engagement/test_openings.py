"""Openings, presentations and handovers told by the way, with their time."""

from __future__ import annotations

import pytest

_BEFORE = (
    "Norway and Kenya train together. Norwegian Defence Minister Bjørn Arild Gram met Kenya's Defence "
    "Minister Aden Duale in Oslo. "
)


@pytest.fixture
def ceremonies(engagements):
    """The ceremonies of a sentence behind one that tells of talks of two."""
    return lambda sentence: [e for e in engagements(_BEFORE + sentence) if e.type == "ceremony"]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The training centre in Mombasa was opened in August 2024.", "2024-08"),
        ("The foundation stone of the common yard was laid in Mombasa on 26 May 2024.", "2024-05-26"),
        ("The training centre in Mombasa, which Gram inaugurated in May 2024, is full.", "2024-05"),
        ("At the base, whose workshop was inaugurated on 9 May 2023, work goes on.", "2023-05-09"),
        ("The training centre in Mombasa, opened in August 2024, has 200 students.", "2024-08"),
        ("The training centre in Mombasa opened in August 2024.", "2024-08"),
        ("Since the opening of the centre in Mombasa in August 2024, 200 officers have come.", "2024-08"),
        ("The first patrol vessel was christened in Bergen on 18 February 2024.", "2024-02-18"),
        ("The handover of the second vessel in Mombasa in May 2024 was a success.", "2024-05"),
        ("Since the launching of the frigate Mamba in May 2024, work goes on.", "2024-05"),
        ("The frigate Mamba was handed over to the Navy in Mombasa on 3 May 2024.", "2024-05-03"),
        ("The first tanks were welcomed at a ceremony in the port of Mombasa in May 2024.", "2024-05"),
        ("The frigate Mamba, promised in June 2023, was handed over in Mombasa in May 2024.", "2024-05"),
        ("The first F-35 was rolled out in Bergen in June 2023.", "2023-06"),
    ],
)
def test_what_was_opened_or_shown_on_a_day_is_of_the_two_at_the_table(ceremonies, sentence, date) -> None:
    (only,) = ceremonies(sentence)
    assert (only.date, sorted(only.parties)) == (date, ["KE", "NO"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Gram opened the new centre in Oslo on 3 June 2024.",
        "France opened an embassy in Riga in May 2024.",
        "Shops were opened again in May 2024.",
        "They discussed the opening of the embassy.",
        "The centre was opened for visitors.",
        "A second centre will be opened by May 2027.",
        "The campaign was launched in May 2024.",
    ],
)
def test_what_is_at_home_or_of_others_or_without_a_day_is_none(ceremonies, sentence) -> None:
    assert ceremonies(sentence) == []


def test_what_is_to_be_opened_at_a_time_is_planned(ceremonies) -> None:
    (only,) = ceremonies("A second centre will be opened on 3 May 2027.")
    assert (only.status, only.date, sorted(only.parties)) == ("planned", "2027-05-03", ["KE", "NO"])


def test_who_came_to_the_opening_makes_it_one_of_two_states(engagements) -> None:
    (only,) = engagements(
        "Brasília, May 10 - President Luiz Inácio Lula da Silva of Brazil inaugurated on May 9 the "
        "production line in Gavião Peixoto. The ceremony brought together Defence Minister José Múcio and "
        "the Swedish Minister for Civil Defence, Carl-Oskar Bohlin.",
        published="2023-05-10",
    )
    assert (only.type, only.date, sorted(only.parties)) == ("ceremony", "2023-05-09", ["BR", "SE"])


def test_what_one_official_opened_is_his_own_affair(ceremonies) -> None:
    assert ceremonies("The terminal in Mombasa was opened in August 2024 by the mayor of Mombasa.") == []
