"""Calls on somebody, and for something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]
Bracketed = Callable[[str], str]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya called on Japan to [lower its tariffs].", "request"),
        ("Kenya called upon both sides to [protect whales].", "propose"),
        ("Kenya called for [the continued support of Japan].", "request"),
        ("Kenya called for [closer cooperation with Japan].", "propose"),
        ("Both sides called for [closer cooperation in science].", "agree"),
        ("Kenya called for [more scholarships].", "request"),
        ("Kenya called for [common patrols].", "request"),
        ("Kenya called for [joint patrols of the strait].", "propose"),
        ("Ms Otieno said that Kenya counted on [Japan's support for its coast guard].", "request"),
    ],
)
def test_a_call_asks(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Kenya called for a ceasefire.",
        "Ms Otieno called on the minister.",
        "Kenya did not call on Japan to lower its tariffs.",
        "Kenya did not call for closer cooperation.",
        "Kenya called Japan a friend.",
        "Kenya called for the dialogue.",
        "Kenya counts on its own training.",
        "Kenya does not count on Japan's support.",
    ],
)
def test_other_calls(said: Said, words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Kenya looks forward to [Japan's continued support in fisheries].", "request"),
        ("Kenya looks forward to [continued cooperation in fisheries].", "propose"),
        ("Ms Otieno said that Kenya looked forward to [working closely with Japan].", "propose"),
        ("Both sides looked forward to [closer cooperation in trade].", "agree"),
    ],
)
def test_what_is_looked_forward_to_is_wished(said: Said, bracketed: Bracketed, words: str, act: str) -> None:
    (fact,) = said(words)
    assert (fact.act, fact.content) == (act, bracketed(words))


@pytest.mark.parametrize(
    "words",
    [
        "Kenya looks forward to the visit.",
        "Kenya looked forward to visiting Tokyo.",
        "Kenya does not look forward to Japan's support.",
        "Kenya looks to Japan's support.",
    ],
)
def test_looking_forward_to_other_things(said: Said, words: str) -> None:
    assert said(words) == []
