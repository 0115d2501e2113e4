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
