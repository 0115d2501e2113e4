"""Who "the two ministers" are, where a text names them before."""

from __future__ import annotations

import pytest

NAMED = "British Defence Secretary John Healey and Norwegian Defence Minister Tore Sandvik signed a pact. "


def test_a_secretary_can_be_one_of_two_ministers(engagement):
    told = engagement(NAMED + "The two ministers met today near Bodø.", published="2025-02-20")
    assert told.participants == ("John Healey", "Tore Sandvik")


def test_of_three_ministers_nobody_knows_which_are_the_two(engagements):
    third = "British Foreign Secretary David Lammy gave a speech. "
    *_, told = engagements(NAMED + third + "The two ministers met today near Bodø.", published="2025-02-20")
    assert told.participants == ()


@pytest.mark.parametrize("who", ["The Heads of State", "The two heads of state", "The two leaders"])
def test_the_heads_of_state_are_those_named_before(engagements, who):
    text = (
        "President Kassym-Jomart Tokayev of Kazakhstan will visit the Republic of Korea from 17 to 19 May "
        "at the invitation of President Yoon Suk-yeol. "
    )
    *_, talks = engagements(f"{text}{who} will hold talks in Seoul.", published="2023-05-10")
    assert talks.participants == ("Kassym-Jomart Tokayev", "Yoon Suk-yeol")


def test_both_leaders_are_no_three_who_met_in_between(engagements):
    text = (
        "Prime Minister Jonas Store of Norway held talks with Prime Minister Keir Starmer of Britain. "
        "Earlier, Prime Minister Starmer met the Speaker of the Norwegian parliament, Masud Gharahkhani, and "
        "Norwegian Defence Minister Tore Sandvik. "
    )
    *_, last = engagements(f"{text}In the evening both leaders will join a dinner.", published="2025-02-20")
    assert last.status == "planned"
    assert set(last.participants) == {"Jonas Store", "Keir Starmer"}


def test_a_deputy_is_no_leader(engagements):
    text = (
        "At the invitation of Prime Minister Jonas Store of Norway, General Secretary To Lam of Viet Nam "
        "will visit Norway from 17 to 19 May. He will be accompanied by Deputy Prime Minister Bui Thanh Son. "
    )
    *_, talks = engagements(f"{text}Both leaders will hold talks in Oslo.", published="2025-05-10")
    assert set(talks.participants) == {"To Lam", "Jonas Store"}


def test_the_two_prime_ministers_are_no_ministers(engagements):
    text = (
        "Prime Minister Jonas Store of Norway, accompanied by Foreign Minister Espen Dahl, arrived in London "
        "at the invitation of Prime Minister Keir Starmer of Britain. "
    )
    *_, talks = engagements(f"{text}Talks between the two Prime Ministers are due on 1 August.")
    assert set(talks.participants) == {"Jonas Store", "Keir Starmer"}
