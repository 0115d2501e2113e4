"""Items of a list in which something is to be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from servanda.model.facts import AnyFact, Commitment

Read = Callable[..., list[AnyFact]]
SHEET = "Britain and Kenya agreed on a roadmap in Nairobi.\n\nNext steps\n{}\n"


def acts(facts: list[AnyFact]) -> list[tuple[str, set[str]]]:
    return [(f.act, set(f.speaker)) for f in facts if isinstance(f, Commitment)]


@pytest.mark.parametrize(
    ("item", "act", "speaker"),
    [
        ("- Around 900 British soldiers to stay in Kenya", "pledge", {"GB"}),
        ("- Kenyan pilots to join a British squadron in Lincolnshire", "pledge", {"KE"}),
        ("• Around 1,000 British personnel to stay in Kenya", "pledge", {"GB"}),
        ("- Progress to be reviewed by both ministers every year", "agree", {"GB", "KE"}),
    ],
)
def test_an_item_tells_who_is_to_do_it(read: Read, item: str, act: str, speaker: set[str]) -> None:
    found = acts(read(SHEET.format(item)))
    assert (act, speaker) in found


@pytest.mark.parametrize("item", ["- Joint work on the clearance of mines", "• Common training of divers"])
def test_joint_work_ahead_is_agreed(read: Read, item: str) -> None:
    assert ("agree", {"GB", "KE"}) in acts(read(SHEET.format(item)))


@pytest.mark.parametrize(
    "item",
    ["- Work on the clearance of mines", "- Joint statement of May", "Joint work on the clearance of mines"],
)
def test_what_is_no_joint_work_ahead(read: Read, item: str) -> None:
    assert not [f for f in read(SHEET.format(item)) if f.rule.startswith("commitment/item")]


def test_joint_work_under_another_heading_is_not_ahead(read: Read) -> None:
    text = SHEET.format("- Joint work on the clearance of mines").replace("Next steps", "History")
    assert not [f for f in read(text) if f.rule.startswith("commitment/item")]


@pytest.mark.parametrize(
    "item",
    [
        "- The Kenyan minister to visit London in May",
        "- British troops are to stay, it is said, to rest",
        "- Roadmap to success",
    ],
)
def test_journeys_sentences_and_other_items_are_none(read: Read, item: str) -> None:
    assert not [f for f in read(SHEET.format(item)) if f.rule.startswith("commitment/item")]


def test_a_question_as_heading_agrees_to_nothing(read: Read) -> None:
    text = "Britain and Kenya met in Nairobi.\n\nWhat has been agreed\n- A roadmap\n"
    assert acts(read(text)) == []
