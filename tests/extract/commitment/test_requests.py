"""Verbs of asking: who asks whom for what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya asked Japan to [train its pilots].", "request"),
        ("Kenya urged that [Japan lower its tariffs].", "request"),
        ("Kenya requested [technical support].", "request"),
        ("Kenya requested that [training be given to its pilots].", "request"),
        ("Kenya sought [closer cooperation with Japan].", "request"),
    ],
)
def test_the_other_side_is_asked(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya urged both sides to [work together on fisheries].", "propose"),
        ("Kenya seeks to [expand trade with Japan].", "propose"),
    ],
)
def test_both_are_asked(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Kenya sought clarity.",
        "Kenya asked what to do.",
        "Kenya encouraged Japan.",
        "Kenya did not ask Japan to train its pilots.",
        "Unless Kenya asks Japan to train its pilots, nothing will change.",
    ],
)
def test_words_that_ask_for_nothing(said: Said, words: str) -> None:
    assert said(words) == []


def test_the_one_who_is_asked_is_the_addressee(said: Said) -> None:
    (fact,) = said("Mr Ishida asked the President to lower tariffs.")
    assert (fact.speaker, fact.by, fact.addressee) == (("JP",), "Taro Ishida", ("KE",))


def test_a_pronoun_asks_for_the_person_who_acted_last(said: Said) -> None:
    (fact,) = said("Ms Otieno briefed the press. She requested technical support.")
    assert fact.by == "Grace Otieno"


def test_a_question_is_no_request(said: Said) -> None:
    assert said("Kenya asked whether Japan will train officers.") == []


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya asked for [Japan's help with the removal of mines].", "request"),
        ("Kenya pressed Japan for [more patrol boats].", "request"),
        ("Kenya asked Japan to [come to Nairobi in May].", "invite"),
    ],
)
def test_asking_for_something(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


def test_what_is_no_help_is_not_asked_for(said: Said) -> None:
    assert said("Kenya asked for clarity.") == []


def test_an_appeal_to_the_other_side(said: Said) -> None:
    (fact,) = said("Kenya appealed to Japan to help maintain the ships.")
    assert (fact.act, fact.addressee) == ("request", ("JP",))
