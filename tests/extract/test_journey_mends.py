"""Mends of the parse of journeys."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from servanda.extract.grammar import subject_of
from servanda.extract.parse import load_parser


def _word(text: str, wanted: str) -> Token:
    return next(token for token in load_parser()(text) if token.text == wanted)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Prime Minister Ana Reis has departed for France to co-chair the AI Action Summit 2025.", "France"),
        ("The Prime Minister has left for Doha to attend the Forum.", "Doha"),
        ("The President will embark for Belem to participate in the climate summit.", "Belem"),
    ],
)
def test_a_goal_is_none_that_attends(text, place) -> None:
    goal = _word(text, place)
    assert (goal.dep_, goal.head.text, goal.head.head.pos_) == ("pobj", "for", "VERB")


@pytest.mark.parametrize(
    ("text", "guest", "verb"),
    [
        (
            "At the invitation of President Eva Holm, the Portuguese Vice President arrived in Sweden.",
            "President",
            "arrived",
        ),
        (
            "On the invitation of the Speaker, Mr. Bo Lind, a parliamentary delegation visited Sweden.",
            "delegation",
            "visited",
        ),
        (
            "At the invitation of President Eva Holm, Minister Ana Reis arrived in Sweden on Monday.",
            "Reis",
            "arrived",
        ),
    ],
)
def test_who_comes_at_an_invitation_is_not_who_invites(text, guest, verb) -> None:
    subject = subject_of(_word(text, verb))
    assert subject is not None and subject.text == guest and subject.i > 5


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Reis, currently in Lima to attend the 5th session of the Council, held talks with him.",
        "Minister Ana Reis, who is in Lima to participate in the 2025 Mining Summit, held talks with him.",
    ],
)
def test_what_one_stays_for_is_not_what_is_told(text) -> None:
    held = _word(text, "held")
    purpose = next(t for t in held.doc if t.text in {"attend", "participate"})
    assert held.dep_ == "ROOT" and purpose.dep_ in {"acl", "advcl"}
    assert str(subject_of(held)) == "Reis"


def test_who_is_to_attend_does_so_later() -> None:
    assert _word("Minister Ana Reis is to attend the session in Lima.", "attend").dep_ == "xcomp"


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (
            "Visiting Pakistani naval chief, Adm Naveed Ashraf on Tuesday called on President William Ruto "
            "on Tuesday during his five-day Kenya trip.",
            "called",
        ),
        ("Nairobi: Visiting Indian Army chief, Gen Upendra Dwivedi on Monday met the minister.", "met"),
    ],
)
def test_who_is_visiting_is_not_visited(text, verb) -> None:
    assert subject_of(_word(text, verb)).text in {"chief", "Ashraf", "Dwivedi"}
    assert _word(text, "Visiting").pos_ == "ADJ"


def test_who_visits_the_chief_is_somebody_else() -> None:
    assert _word("Visiting the Navy chief, he praised the crew.", "Visiting").pos_ == "VERB"
