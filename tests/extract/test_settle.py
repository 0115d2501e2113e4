"""Between the kinds: one stretch of text is not two kinds of fact at once."""

from __future__ import annotations

import pytest

from servanda.extract.facts import Draft
from servanda.extract.settle import settle
from servanda.model.document import Span
from servanda.model.facts import Activity, Assessment, Commitment, Engagement, Fact, Instrument, Position

TEXT = "They agreed to sign an agreement on training and praised it."


def draft(make, start: int = 0, end: int = 40, trigger: int = 5, **known) -> Draft[Fact]:
    """A draft on a stretch of TEXT."""
    span = Span.of(TEXT, start, end)
    return Draft(make(document="note", source="", evidence=(span,), **known), trigger)


def commitment(act: str = "agree", **place) -> Draft[Fact]:
    return draft(Commitment, act=act, content="sign", **place)


def instrument(action: str, **place) -> Draft[Fact]:
    return draft(Instrument, type="agreement", action=action, title="agreement", **place)


def engagement(status: str) -> Draft[Fact]:
    return draft(Engagement, type="visit", status=status)


def assessment(**place) -> Draft[Fact]:
    return draft(Assessment, content="praised", polarity="positive", **place)


def position(**place) -> Draft[Fact]:
    return draft(Position, content="it", **place)


def activity(rule: str = "activity/done") -> Draft[Fact]:
    return draft(Activity, content="it", rule=rule)


def kinds(*drafts: Draft[Fact]) -> list[str]:
    return [d.fact.kind for d in settle(drafts)]


@pytest.mark.parametrize("ahead", [instrument("planned"), instrument("proposed"), engagement("planned")])
def test_a_plan_is_not_again_a_commitment(ahead) -> None:
    assert kinds(commitment(), ahead) == [ahead.fact.kind]


@pytest.mark.parametrize("other", [instrument("signed"), engagement("held")])
def test_what_is_done_leaves_a_commitment_standing(other) -> None:
    assert len(kinds(commitment(), other)) == 2


def test_an_invitation_is_always_coded() -> None:
    assert kinds(commitment("invite"), engagement("planned")) == ["commitment", "engagement"]


@pytest.mark.parametrize(
    ("loser", "winner"),
    [
        (position(), commitment()),
        (assessment(), commitment()),
        (assessment(), position()),
        (activity(), commitment()),
        (activity(), assessment()),
        (activity(), position()),
    ],
)
def test_the_weaker_reading_of_the_same_words_yields(loser, winner) -> None:
    assert kinds(loser, winner) == [winner.fact.kind]
    assert kinds(winner, loser) == [winner.fact.kind]


def test_thanks_for_a_named_help_are_both(read) -> None:
    assert kinds(assessment(), activity("activity/thanked")) == ["assessment", "activity"]


def test_facts_on_other_words_do_not_touch_each_other() -> None:
    apart = assessment(start=44, end=59, trigger=50)
    assert kinds(commitment(), apart) == ["commitment", "assessment"]


def test_facts_that_share_little_do_not_touch_each_other() -> None:
    assert len(kinds(commitment(start=0, end=30, trigger=21), assessment(start=20, end=60, trigger=25))) == 2


def test_the_rest_comes_in_order_of_the_text() -> None:
    later, sooner = assessment(start=44, end=59, trigger=50), instrument("signed", trigger=2)
    assert settle([later, sooner]) == [sooner, later]


def test_nothing_settles_to_nothing() -> None:
    assert settle([]) == []
