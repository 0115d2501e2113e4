"""Items under a line that says that they are agreed or to be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import Commitment

Said = Callable[..., list[Commitment]]


@pytest.mark.parametrize(
    ("lead", "act", "speakers"),
    [
        ("The two ministers agreed to:", "agree", {"JP", "KE"}),
        ("Next year both sides will:", "agree", {"JP", "KE"}),
        ("Japan has pledged to:", "pledge", {"JP"}),
        ("The main outcomes were as follows:", "agree", {"JP", "KE"}),
        ("It was agreed to:", "agree", {"JP", "KE"}),
    ],
)
def test_items_under_a_lead_are_each_a_commitment(
    said: Said, lead: str, act: str, speakers: set[str]
) -> None:
    found = said(f"{lead}\n\n- expand training at sea;\n- build a pier at Mombasa, and\n- share charts.\n")
    assert [f.content for f in found] == ["expand training at sea", "build a pier at Mombasa", "share charts"]
    assert {f.act for f in found} == {act}
    assert {p for f in found for p in f.speaker} == speakers


def test_numbered_and_nominal_items_are_read_too(said: Said) -> None:
    found = said("Decisions:\n1. Expansion of staff exchanges.\n2. Increasing the number of cadets.\n")
    assert [f.content for f in found] == ["Expansion of staff exchanges", "Increasing the number of cadets"]


def test_items_of_stops_alone_say_nothing_and_stop_nothing(said: Said) -> None:
    found = said("The two ministers agreed to:\n- ...\n- ;\n- share charts.\n")
    assert [f.content for f in found] == ["share charts"]


@pytest.mark.parametrize(
    "words",
    [
        "The two ministers discussed:\n- training at sea\n- share prices\n",
        "The two ministers agreed to:\n- hold talks in May\n- sign the protocol\n- visit Kobe\n",
        "The delegation of Japan included:\n- Expanding Ltd of Osaka\n",
        "The two ministers agreed to:\n\nThe talks lasted an hour.\n",
    ],
)
def test_topics_events_and_names_are_none(said: Said, words: str) -> None:
    assert said(words) == []
