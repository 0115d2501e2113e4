"""How the talks on a text are told: as news of what is to come of them, or as they stand."""

from __future__ import annotations

import pytest

from servanda.extract.instruments.talks import GOING_ON


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru began negotiations on an agreement on training.",
        "Chile and Peru agreed to start negotiations on an agreement on training.",
        "Chile and Peru launched talks on an agreement on training.",
        "Chile and Peru called for an early conclusion of the negotiations on an agreement on training.",
        "Negotiations on an agreement on training between Chile and Peru will follow.",
        "Chile and Peru agreed that the negotiations on an agreement on training be completed this year.",
    ],
)
def test_talks_that_begin_or_are_to_end_soon_promise_a_text(texts, told) -> None:
    (text,) = texts(told)
    assert (text.action, text.rule.endswith(GOING_ON)) == ("planned", False)


@pytest.mark.parametrize(
    "told",
    [
        "Chile and Peru took stock of the negotiations on an agreement on training.",
        "Chile and Peru have concluded the negotiations on an agreement on training.",
        "Chile and Peru discussed the negotiations on an agreement on training.",
        "Chile and Peru will seek the mandates needed to open negotiations on an agreement on training.",
        "Chile and Peru met; negotiations on an agreement on training were not opened.",
    ],
)
def test_talks_told_as_they_stand_promise_none(texts, told) -> None:
    (text,) = texts(told)
    assert (text.action, text.rule.endswith(GOING_ON)) == ("planned", True)


@pytest.mark.parametrize(
    ("told", "quoted"),
    [
        (
            "The ministers of Chile and Peru agreed to open negotiations on an agreement on training in May.",
            "agreed to open negotiations on an agreement on training in May",
        ),
        (
            "Chile and Peru met; negotiations on an agreement on training were opened in Lima in May.",
            "negotiations on an agreement on training were opened in Lima in May",
        ),
        (
            "Chile and Peru concluded the negotiations on an agreement on training, and met again.",
            "Chile and Peru concluded the negotiations on an agreement on training",
        ),
    ],
)
def test_the_opening_and_the_end_of_talks_are_quoted_without_a_day_of_the_text(texts, told, quoted) -> None:
    text = texts(told)[0]
    assert text.evidence[0].text.endswith(quoted)
    assert text.date is None


def test_what_is_only_spoken_of_is_quoted_by_its_name(texts) -> None:
    (text,) = texts("Chile and Peru took stock of the negotiations on an agreement on training.")
    assert text.evidence[0].text == "the negotiations on an agreement on training"


def test_the_month_since_which_a_text_is_negotiated_is_no_day_of_it(texts) -> None:
    (text,) = texts("The agreement on training between Chile and Peru has been under negotiation since May.")
    assert text.date is None
