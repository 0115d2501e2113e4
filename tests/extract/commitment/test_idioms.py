"""Acts told by a verb with a noun, by what there is, and by what a text or a people is to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The two ministers were of one mind on [sharing charts of the strait].", "agree"),
        ("Both sides are in favour of [coordinated patrols].", "agree"),
        ("Common ground was found on [sharing intelligence about poachers].", "agree"),
        ("The two sides signed up to [a joint study of the reefs].", "agree"),
        ("Kenya gave its word that [the port would be reopened by May].", "pledge"),
        ("Mr Ishida raised the possibility of [training divers in Kobe].", "propose"),
    ],
)
def test_a_fixed_phrase_carries_an_act(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "The soldiers found cover on the ground.",
        "Kenya is of one mind.",
        "The two sides were not of one mind on sharing charts.",
        "Mr Ishida raised the flag of Japan.",
        "Both sides signed the guest book.",
    ],
)
def test_the_same_words_without_an_act(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("The talks ended with an agreement to [step up training at sea].", "agree"),
        ("There was agreement that [the two navies should mount joint patrols].", "agree"),
        ("The sides reached agreements on [military education and technical cooperation].", "agree"),
        ("They shared the view that [both armies need to work closely].", "agree"),
        ("The two ministers encouraged their industries to [work as partners].", "agree"),
        ("A roadmap signed in May commits both countries to [closer work on drones].", "agree"),
        ("The agreement will allow the navies to [use the port of Mombasa].", "agree"),
        ("Ms Otieno and Mr Ishida want to [see trade between their countries double].", "agree"),
        ("Kenya wants [the two coast guards to train more often].", "propose"),
    ],
)
def test_what_both_are_to_do(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert fact.act == act
    assert fact.content.endswith(bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "[Japan is also going to send medical equipment].",
        "[Japanese officers will be seconded to the Kenyan coast guard].",
        "[A Japanese patrol aircraft is to fly from Mombasa next spring].",
        "Japan announced [7 million dollars for Kenya's coast guard].",
    ],
)
def test_what_one_side_is_to_do(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker, fact.content) == ("pledge", ("JP",), bracketed(words))
