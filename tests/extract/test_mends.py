"""Mends of the parse."""

from __future__ import annotations

import pytest

from servanda.extract.parse import load_parser


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        (
            "Texts are expected to be signed during the visit and meetings will be held with firms.",
            "meetings",
            "held",
        ),
        ("He thanked the minister for the aid and the grants will be used for schools.", "grants", "used"),
    ],
)
def test_the_subject_of_a_joined_clause_is_none_of_the_clause_before(text, subject, verb) -> None:
    doc = load_parser()(text)
    word = next(token for token in doc if token.text == subject)
    assert (word.head.text, word.dep_) == (verb, "nsubjpass")


def test_two_things_behind_one_preposition_stay_together() -> None:
    doc = load_parser()("They spoke about the visit and the meetings in Oslo.")
    word = next(token for token in doc if token.text == "meetings")
    assert (word.head.text, word.dep_) == ("visit", "conj")
