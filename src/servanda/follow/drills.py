"""An exercise that was to be held, or to which the other side was invited, told without a name, answered by
the one of that time."""

from __future__ import annotations

import re
from datetime import timedelta

from servanda.follow.answer import Answer
from servanda.follow.times import can_answer, published_days, when_done
from servanda.model import edtf
from servanda.model.facts import Commitment, Engagement
from servanda.resolve.drills import arms_of
from servanda.resolve.exercises import is_ship_call
from servanda.resolve.mention import Mention
from servanda.resolve.series import is_description

_SOON = timedelta(days=366)
_PAIR = 2
_WANTED = frozenset({"invite", "request", "propose"})
_TOGETHER = re.compile(
    r"\b(?:joint|bilateral|combined|common|coordinated)(?: (?:maritime|naval|military|sea|army|air))?"
    r" (?:sail|exercises?|drills?|patrols?|man(?:oeuv|euv)\w+|training|(?:maritime |cooperative )+activity)\b"
)
"""What is asked for without a name, as it stands: "a |joint sail|"."""
_OFTEN = re.compile(r"\b(?:more|further|regular\w*|frequent\w*|every|annual\w*|each|again)\b")


def drill_held_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report of an exercise answers the plan of "a joint exercise this year": of the same two, of the
    same arms, in the time for which it was planned, within a year where none was told."""
    plan, held = earlier.fact, later.fact
    if not isinstance(plan, Engagement) or not isinstance(held, Engagement) or not is_unnamed_drill(earlier):
        return None
    if held.type != "exercise" or held.status != "held" or held.modality != "asserted" or is_ship_call(held):
        return None
    if earlier.source.id == later.source.id or set(plan.parties) != set(held.parties):
        return None
    if plan.ordinal is not None or not can_answer(earlier, later) or not _is_then(earlier, later):
        return None
    planned, told = arms_of(earlier), arms_of(later)
    if planned and told and planned.isdisjoint(told):
        return None
    reason = "an exercise of the same two was held at the time for which one was planned"
    sure = 0.68 if planned & told else 0.62
    return Answer(status="kept", confidence=sure, rule="drill-held", reason=reason)


def drill_joined_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report of an exercise answers the invitation or proposal to hold one, "to send ships for a
    joint sail": of the same two and the same arms, within a year, not where those live who are invited."""
    wanted, held = earlier.fact, later.fact
    if not isinstance(wanted, Commitment) or not isinstance(held, Engagement) or not wants_a_drill(earlier):
        return None
    if held.type != "exercise" or held.status != "held" or held.modality != "asserted" or is_ship_call(held):
        return None
    two = {*wanted.speaker, *wanted.addressee}
    if earlier.source.id == later.source.id or len(two) != _PAIR or two != set(held.parties):
        return None
    asked, told = arms_of(earlier), arms_of(later)
    if (asked and told and asked.isdisjoint(told)) or not can_answer(earlier, later):
        return None
    if not _is_then(earlier, later) or _is_patrol(wanted.content) != _is_patrol(later.quotation):
        return None
    if wanted.act == "invite" and held.place and held.country in wanted.addressee:
        return None  # at home with those who were invited
    reason = "the two whom it was to join held an exercise within the year"
    sure = 0.66 if asked & told else 0.62
    return Answer(status="kept", confidence=sure, rule="drill-joined", reason=reason)


def wants_a_drill(mention: Mention) -> bool:
    """Whether one exercise without a name is asked for, invited to or proposed."""
    fact = mention.fact
    if not isinstance(fact, Commitment) or fact.act not in _WANTED:
        return False
    return _TOGETHER.search(fact.content) is not None and not _OFTEN.search(fact.content)


def _is_patrol(text: str) -> bool:
    return "patrol" in text.lower()


def is_unnamed_drill(mention: Mention) -> bool:
    """Whether an exercise of two is planned of which no name is told."""
    fact = mention.fact
    if not isinstance(fact, Engagement) or fact.type != "exercise" or fact.status != "planned":
        return False
    return len(fact.parties) == _PAIR and is_description(fact) and not is_ship_call(fact)


def _is_then(earlier: Mention, later: Mention) -> bool:
    planned, held = getattr(earlier.fact, "date", None), getattr(later.fact, "date", None)
    when = when_done(later)
    if planned and held:
        return edtf.compatible(planned, held)
    made = published_days(earlier)
    return made is not None and when is not None and when[0] - made[1] <= _SOON
