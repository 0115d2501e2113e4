"""A text that is told only as "one": the one before, or one that is still to be made."""

from __future__ import annotations

import pytest

SIGNED = "Fiji and Samoa signed a new Coast Guard Agreement in Apia on 3 May 2023. "


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("It replaces the one of 2011.", "existing"),
        ("It takes the place of that of 2011.", "existing"),
        ("It replaces that of 2011.", "existing"),
        ("It is the successor of the one concluded in 2011.", "existing"),
        ("It succeeds the one signed in Suva in 2011.", "signed"),
        ("It follows the present one, signed in 2011.", "signed"),
    ],
    ids=["the one of", "that of", "replaces that", "successor", "signed where", "present one"],
)
def test_the_one_before(texts, sentence, action) -> None:
    new, old = texts(SIGNED + sentence)
    assert (new.action, new.date) == ("signed", "2023-05-03")
    assert (old.action, old.date, old.title) == (action, "2011", "Coast Guard Agreement of 2011")
    assert old.parties == ("FJ", "WS")


def test_before_the_present_one_expires(texts) -> None:
    found = texts(
        "Fiji and Samoa agreed to conclude a new Coast Guard Agreement before the present one, signed in "
        "2011, expires in October."
    )
    assert [(t.action, t.date) for t in found] == [("planned", None), ("signed", "2011")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fiji and Samoa have no shiprider agreement, but intend to sign one next year.",
            ("planned", "2025"),
        ),
        (
            "No shiprider agreement was signed by Fiji and Samoa. They have only agreed to negotiate one.",
            ("planned", None),
        ),
        (
            "The pact between Fiji and Samoa would be superseded by a new one, to be signed in 2026.",
            ("planned", "2026"),
        ),
    ],
    ids=["sign one", "negotiate one", "a new one"],
)
def test_one_that_is_to_be_made(texts, text, told) -> None:
    assert [(t.action, t.date) for t in texts(text)] == [told]


def test_a_new_one_has_not_the_day_of_the_old(texts) -> None:
    found = texts(
        "The declaration of 3 May 2018 between Fiji and Samoa was renewed: on 5 June 2023 the ministers of "
        "Fiji and Samoa signed a new one in Apia."
    )
    assert ("signed", "2023-06-05") in [(t.action, t.date) for t in found]
    assert ("extended", "2018-05-03") not in [(t.action, t.date) for t in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The patrol of 2023 was longer than the one of 2021.",
        "It is one of the few that they have.",
        "The ministers met, the second time after the one in 2014.",
        "One has to see.",
    ],
    ids=["a patrol", "one of many", "a meeting", "anybody"],
)
def test_one_of_something_else(texts, sentence) -> None:
    assert len(texts(SIGNED + sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The pact that both will sign is to replace the coast guard agreement of 2011.",
        "Fiji and Samoa will review the coast guard agreement of 2011 in May.",
    ],
)
def test_what_is_to_be_replaced_is_there(texts, sentence) -> None:
    found = texts("The ministers of Fiji and Samoa met in Apia. " + sentence)
    assert ("existing", "2011") in [(t.action, t.date) for t in found]


def test_one_of_several_by_what_it_is_on(texts) -> None:
    found = texts(
        "Chile has concluded two contracts with Peru, that of May 2023 for two tugs and the one for twelve "
        "cranes, signed on 5 June 2024."
    )
    assert [(text.action, text.title, text.date) for text in found][-1] == (
        "signed",
        "contract for twelve cranes",
        "2024-06-05",
    )
    assert "contract for two tugs" in [text.title for text in found]
    assert not any(text.title == "two contracts" for text in found)


def test_two_visits_are_no_texts(texts) -> None:
    assert not texts("Chile and Peru signed nothing. There were two visits, the one for two days in May.")
