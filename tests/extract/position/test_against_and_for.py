"""Stances behind prepositions, denials, what is called wrong, what all agree on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Position

Said = Callable[..., list[Position]]


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida warned of attempts to divide the international community.",
        "Mr Ishida warned against an escalation in the Red Sea.",
        "Mr Ishida spoke out against unconstitutional changes of government.",
        "Mr Ishida spoke in favour of free trade.",
        "Mr Ishida appealed for calm.",
        "Japan adheres to the one-China policy, Mr Ishida said.",
        "Mr Ishida denied that the radar is aimed at Somalia.",
        "Mr Ishida rejected the accusation.",
        "Japan does not want war, Mr Ishida said.",
        "Japan favours a political settlement, Mr Ishida said.",
        'Mr Ishida called the missile tests "deeply concerning".',
        "Mr Ishida said that the conduct of Russia was unacceptable.",
        "Mr Ishida said that Somalia was a threat to shipping.",
        "Mr Ishida said that there is no military solution to the crisis in Sudan.",
        "Mr Ishida said that Japan and Kenya share an interest in a free and open Indian Ocean.",
        "Japan stands for a two-state solution, Mr Ishida said.",
        "Mr Ishida was critical of the conduct of Israel in Gaza.",
        "For Mr Ishida, the door of the Security Council has to stay open.",
        "Japan is following the developments in Somalia with great concern, Mr Ishida said.",
    ],
)
def test_a_stance_of_one_side(said: Said, words: str) -> None:
    assert [fact.holder for fact in said(words)] == [("JP",)]


@pytest.mark.parametrize(
    "words",
    [
        "There was agreement that foreign fighters must leave Libya.",
        "There was consensus that the war in Sudan must end.",
        "Views converged on the importance of stopping the war in Gaza.",
        "The two ministers agreed on the necessity of preserving the unity of Sudan.",
        "It was agreed that the sanctions should remain in force.",
        "The joint statement condemns the attacks on shipping in the Red Sea.",
    ],
)
def test_a_stance_of_all_at_the_table(said: Said, words: str) -> None:
    (fact,) = said(words)
    assert set(fact.holder) == {"JP", "KE"}


def test_whose_stance_it_is_told_by_another(said: Said) -> None:
    (fact,) = said("The minister reaffirmed Kenya's rejection of foreign interference in Somalia.")
    assert fact.holder == ("KE",)


@pytest.mark.parametrize(
    "words",
    [
        "Mr Ishida rejected the offer.",
        "Mr Ishida spoke in favour of more scholarships.",
        "Mr Ishida called for closer cooperation.",
        "Mr Ishida will warn of attempts to divide the international community.",
        "Mr Ishida said that the delays were unacceptable.",
        "There was agreement on a programme of training.",
    ],
)
def test_what_is_between_the_sides_is_no_position(said: Said, words: str) -> None:
    assert said(words) == []


def test_a_joint_text_speaks_for_those_of_its_heading(read) -> None:
    text = (
        "Joint Declaration of the Presidents of Poland and Lithuania\n\n"
        "The Presidents condemn the aggression of Russia against Ukraine.\n"
    )
    (fact, *_) = [f for f in read(text) if isinstance(f, Position)]
    assert set(fact.holder) == {"PL", "LT"}
