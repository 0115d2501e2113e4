"""Cooperation that goes on, told in other ways: kept there, let use, studied there, thanked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Activity

Deeds = Callable[..., list[Activity]]

TALKS = (
    "Italian Defence Minister Guido Crosetto met his Kenyan counterpart Aden Duale in Nairobi in May 2023."
    "\n\n"
)


@pytest.mark.parametrize(
    ("words", "giver", "taker"),
    [
        ("The Italian Carabinieri have maintained a detachment in Lamu since 2015.", "IT", "KE"),
        ("The Italian Navy runs a support base at Lamu.", "IT", "KE"),
        ("About 80 members of the Italian army are stationed at the airfield in Lamu.", "IT", "KE"),
        ("An Italian naval mission has been based in Lamu since 2009.", "IT", "KE"),
        ("Forty Italian officers serve on loan with the Kenyan armed forces.", "IT", "KE"),
        ("Kenya lets Italian forces use its ranges.", "KE", "IT"),
        ("More than 50 Kenyan sailors took part in courses in Italy last year.", "IT", "KE"),
        ("Kenyan crews completed months of training in Livorno.", "IT", "KE"),
        ("Under the programme, 20 Kenyan officials have earned degrees in Italy.", "IT", "KE"),
        ("Italian trainers have schooled crews of the drone.", "IT", "KE"),
        ("Italy is modernising the naval base at Lamu.", "IT", "KE"),
        ("Rome has also paid for a training centre at Lamu.", "IT", "KE"),
        ("Military trucks and tents have come from Italy.", "IT", "KE"),
        ("Mr Duale expressed gratitude for the 30 trucks received from Italy.", "IT", "KE"),
        ("Mr Duale thanked Italy for the water filters donated during the drought.", "IT", "KE"),
        ("Forty Kenyan cadets have graduated from Italian military schools.", "IT", "KE"),
        (
            "Two dinghies, ten sentry dogs and medical equipment were presented to the Kenyan Army.",
            "IT",
            "KE",
        ),
        ("Italy has allowed the Kenyan Army to use its ranges for years.", "IT", "KE"),
        ("The Kenyan Army has trained at Capo Teulada since 1999.", "IT", "KE"),
        ("Some 200 Kenyans serve in the Italian Army.", "KE", "IT"),
        ("Kenya last year took in 400 cadets from Italy.", "KE", "IT"),
        ("The Italian Navy helped to found the naval academy.", "IT", "KE"),
        ("The barracks, rebuilt with Italian money, was opened in March.", "IT", "KE"),
        ("Kenyan pilots are undergoing training on helicopters in Italy.", "IT", "KE"),
        ("Italy has been implementing a training project in Lamu.", "IT", "KE"),
        ("Two teams of the 3rd Alpine Regiment advised Kenyan battalions in November.", "IT", "KE"),
        ("Italian policemen have been serving on the border of Kenya with Somalia.", "IT", "KE"),
        ("Italy has over the years provided the Kenyan army with trucks.", "IT", "KE"),
        ("Ninety Kenyan officers are on courses in Italy.", "IT", "KE"),
        ("Sixteen Kenyan officers have passed through the Italian war college.", "IT", "KE"),
        ("Kenya has bought 2,000 rifles from Italy.", "IT", "KE"),
        ("Italy has invested 40 million euros in the Kenyan navy.", "IT", "KE"),
        ("Fuel was distributed with assistance from the Italian government.", "IT", "KE"),
    ],
)
def test_one_side_does_it_for_the_other(deeds: Deeds, words: str, giver: str, taker: str) -> None:
    (deed,) = deeds(TALKS + words)
    assert (deed.provider, deed.recipient) == ((giver,), (taker,))


@pytest.mark.parametrize(
    "words",
    [
        "Italian and Kenyan units patrol the border together.",
        "The two countries conduct joint surveillance of the coast.",
        "The navies have been exchanging instructors since 2010.",
        "The two sides work together to clear mines.",
        "Italian and Kenyan ships patrol the cables in turns.",
    ],
)
def test_both_do_it_now(deeds: Deeds, words: str) -> None:
    (deed,) = deeds(TALKS + words)
    assert set(deed.parties) == {"IT", "KE"}


@pytest.mark.parametrize(
    "words",
    [
        "Mr Crosetto proposed that the two navies train together more often.",
        "The Italian Navy runs a recruiting campaign.",
        "Kenya let the talks run for an hour.",
        "Kenya will let Italian forces use its ranges.",
        "Mr Duale thanked Mr Crosetto for the invitation received from Rome.",
        "An Italian officer is in hospital.",
        "The two ministers have given their officials three months to write a plan.",
        "The visit, from Friday to Sunday, took in the museum.",
        "Mr Duale has trained since his youth.",
        "The two sides may work together.",
        "Kenyan crews have not completed training in Italy.",
    ],
)
def test_what_is_no_such_deed(deeds: Deeds, words: str) -> None:
    assert deeds(TALKS + words) == []
