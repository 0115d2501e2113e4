"""How sure it is that two reports tell of one engagement, and in which words a rule says so.

The scores are ranks that were set by hand and tried on coded threads (bench/threads.py), not frequencies.
"""

from __future__ import annotations

from servanda.model.facts import Engagement
from servanda.resolve.encounter import Likeness, engagement_of
from servanda.resolve.engagement_keys import when_told
from servanda.resolve.mention import Decision, Mention
from servanda.resolve.times import Closeness, days_apart

SLIP = 3
"""Days by which two reports on one engagement can differ."""

SAME: dict[Likeness, dict[Closeness, float]] = {
    Likeness.BOTH_SIDES: {
        Closeness.SAME: 0.95,
        Closeness.COMPATIBLE: 0.9,
        Closeness.ABOUT: 0.85,
        Closeness.LATER: 0.7,
        Closeness.RECALLED: 0.65,
        Closeness.UNKNOWN: 0.6,
    },
    Likeness.ONE_SIDE: {
        Closeness.SAME: 0.7,
        Closeness.COMPATIBLE: 0.55,
        Closeness.ABOUT: 0.5,
        Closeness.LATER: 0.4,
    },
    Likeness.WORDS: {
        Closeness.SAME: 0.85,
        Closeness.COMPATIBLE: 0.8,
        Closeness.ABOUT: 0.7,
        Closeness.LATER: 0.6,
    },
    Likeness.UNKNOWN: {Closeness.SAME: 0.55, Closeness.COMPATIBLE: 0.4},
}
"""Of the same kind of occasion between the same parties, by how close the reports are in time and who is
known to meet."""
VISITS: dict[Likeness, dict[Closeness, float]] = {
    Likeness.BOTH_SIDES: {
        Closeness.SAME: 0.95,
        Closeness.COMPATIBLE: 0.95,
        Closeness.ABOUT: 0.85,
        Closeness.LATER: 0.75,
        Closeness.RECALLED: 0.68,
        Closeness.UNKNOWN: 0.5,
    },
    Likeness.WORDS: {
        Closeness.SAME: 0.9,
        Closeness.COMPATIBLE: 0.85,
        Closeness.ABOUT: 0.8,
        Closeness.LATER: 0.7,
        Closeness.RECALLED: 0.64,
        Closeness.UNKNOWN: 0.6,
    },
    Likeness.ONE_SIDE: {Closeness.SAME: 0.8, Closeness.COMPATIBLE: 0.65},
    Likeness.UNKNOWN: {Closeness.SAME: 0.85, Closeness.COMPATIBLE: 0.75, Closeness.ABOUT: 0.65},
}
"""Of visits, where all that counts is the visitor: one side is that one of the two reports names somebody
as the visitor whom the other has in the company."""
EXERCISES = {
    Closeness.SAME: 0.95,
    Closeness.COMPATIBLE: 0.9,
    Closeness.ABOUT: 0.85,
    Closeness.LATER: 0.75,
    Closeness.RECALLED: 0.65,
}
"""Of exercises of one name."""
_KINDRED = {
    frozenset({"meeting", "dialogue"}): 0.05,
    frozenset({"meeting", "call"}): 0.2,
    frozenset({"meeting", "conference"}): 0.15,
    frozenset({"dialogue", "conference"}): 0.1,
    frozenset({"meeting", "ceremony"}): 0.25,
    frozenset({"conference", "ceremony"}): 0.1,
}
"""Types by which reports call one occasion, and how much less sure it is then."""

NAMES = {
    Likeness.BOTH_SIDES: "both-sides",
    Likeness.ONE_SIDE: "one-side",
    Likeness.WORDS: "described-alike",
    Likeness.UNKNOWN: "parties-only",
}
"""Last words of the names of rules."""
_WHO = {
    Likeness.BOTH_SIDES: "the same people of both sides",
    Likeness.ONE_SIDE: "the same person of one side",
    Likeness.WORDS: "those who meet are described alike",
    Likeness.UNKNOWN: "the same parties",
}
_TIMES = {
    Closeness.SAME: "on the same days",
    Closeness.COMPATIBLE: "at dates that can be one",
    Closeness.ABOUT: "reported at about the same time",
    Closeness.LATER: "planned, then reported within the year",
    Closeness.RECALLED: "which a later report can look back on",
    Closeness.UNKNOWN: "no dates to compare",
}


def less_for_types(one: Engagement, other: Engagement) -> float | None:
    """How much less sure it is as the types differ; None where no report calls both one occasion."""
    return 0.0 if one.type == other.type else _KINDRED.get(frozenset({one.type, other.type}))


def said(score: float | None, rule: str, who: Likeness, time: Closeness) -> Decision | None:
    """One engagement, for who meets and when; None without a score."""
    if score is None:
        return None
    return same(score, rule, f"{_WHO[who]}, {_TIMES[time]}")


def same(score: float, rule: str, reason: str) -> Decision:
    """Both tell of one engagement."""
    return Decision(verdict="same", score=round(score, 3), rule=rule, reason=reason)


def different(score: float, rule: str, reason: str) -> Decision:
    """They tell of two engagements."""
    return Decision(verdict="different", score=score, rule=rule, reason=reason)


def other_date(a: Mention, b: Mention, rule: str, score: float) -> Decision:
    """Reports can err by a day or two. Of dates farther apart no third report that fits both makes one."""
    days = days_apart(when_told(a), when_told(b))
    dates = f"{engagement_of(a).date or 'none'}, {engagement_of(b).date or 'none'}"
    sure = score if days is None or days <= SLIP else 0.97
    return different(sure, rule, f"their dates exclude each other: {dates}")
