"""Further ways in which a side says what it, the other or both will do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    "words",
    [
        "[Japan will open a post at the border].",
        "[Japan will cover the cost of the course].",
        "Mr Ishida said [Japan would take up the offer].",
        "[Japan will pay for the training of 50 Kenyan pilots].",
        "[Japan will lead the training mission].",
        "[Japan will start training Kenyan pilots next year].",
        "Japan is to [contribute an extra 5 million dollars].",
        "[Japan is raising its credit line for Kenya].",
        "[Further training places] have been promised by Japan.",
        "[Japanese help in setting up a coast guard was promised].",
        "Kenya was assured of [Japan's support for its seat].",
        "Japan has decided to [repair the pier at Mombasa].",
        "Japan intends to [pay off its debts to Kenyan firms].",
        "Japan is to [supply Kenya with five million litres of fuel].",
        "Mr Ishida announced [a doubling of the number of scholarships].",
    ],
)
def test_one_side_will_do_it(said: Said, bracketed: Bracketed, words: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.speaker) == ("pledge", ("JP",))
    assert fact.content.removeprefix("to ") == bracketed(words)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya expects [the resumption of flights by Japan].", "request"),
        ("Ms Otieno would welcome [more Japanese investment in ports].", "request"),
        ("Ms Otieno hoped for [more places at the academy].", "request"),
        ("Ms Otieno's wish is [for Japanese engineers to stay another year].", "request"),
        ("Kenya would like to [see the navies train together].", "propose"),
        ("Japanese investors were encouraged to [come to Mombasa].", "request"),
        ("Kenya would like [Japanese ships to stay longer].", "request"),
        ("The talks led to an understanding on [joint patrols].", "agree"),
        ("Plans to [share radar pictures] were confirmed.", "agree"),
        ("Mr Ishida spoke in favour of [a joint school].", "propose"),
        (
            "The two sides agreed to [hold talks in May and open a hotline].",
            "agree",
        ),
        ("The two ministers set the aim of [assembling parts in Mombasa].", "agree"),
        ("The programme foresees [the training of marines and the mapping of the reefs].", "agree"),
        ("Officers of either side are to be posted to Kobe.", "agree"),
    ],
)
def test_what_is_asked_proposed_or_agreed(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert fact.act == act
    assert "[" not in words or fact.content == bracketed(words)


@pytest.mark.parametrize(
    "words",
    [
        "Japan will take part in the talks.",
        "Japan will open the meeting.",
        "Japan will start visiting Kenya.",
        "Japan will pay a visit to Kenya.",
        "Kenya expects rain.",
        "Ms Otieno would welcome Mr Ishida at the airport.",
        "Kenya was assured of victory.",
        "The match was offered by no one.",
        "Mr Ishida was raising his glass.",
        "The visitors were encouraged to have lunch.",
        "The two sides agreed to hold talks in May and sign the protocol.",
        "The road led to the harbour.",
        "Kenya is in favour of a ceasefire in the region.",
    ],
)
def test_events_weather_and_courtesy_are_none(said: Said, words: str) -> None:
    assert said(words) == []
