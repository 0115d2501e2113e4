"""What was to arrive, to begin or to be ready, answered by its having arrived, begun or opened."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from servanda.codebook.following import following_words
from servanda.extract.numbers import to_int
from servanda.follow.answer import Answer, parties_of, sides
from servanda.follow.deeds import is_of_a_part, promised_things, report_of
from servanda.follow.shares import share_told, tells_the_same_part
from servanda.follow.things import (
    Stems,
    are_of_other_rows,
    content_stems,
    has_plural,
    is_called_off,
    is_no_arrival,
    is_on_the_way,
    kinds_of,
    mentions_any,
    names,
    quantity,
    things,
)
from servanda.follow.times import can_answer, last_day, when_done
from servanda.model import edtf
from servanda.model.facts import Activity, AnyFact, Commitment, Engagement
from servanda.resolve.mention import Mention

_LOT = ("commitment/lot", "commitment/delivery")
_DELIVERING = ("deliver", "delivery", "arrive", "flown")
_EARLY, _LATE = timedelta(days=120), timedelta(days=200)
_PEOPLE = frozenset({"troops", "learner", "instructor", "student", "sailor", "police", "doctor"})
"""Kinds of people."""
_COMING = frozenset({"come"})
_A_PAIR = 2
_POINTING = re.compile(
    r"\b(?:rest|remainder|remaining|others?|they|these|those|them|first|second|third|last|next|all)\b",
    re.IGNORECASE,
)
"""Words by which it is told before what is to come: "|the rest| will be here by May"."""
_FIRST = re.compile(r"\bfirst\b(?: ([\w-]+))?", re.IGNORECASE)


def lot_answer(earlier: Mention, later: Mention) -> Answer | None:
    """How the report that things or people have come, or that works are open, answers the promise that such
    would: between the same two, of one kind, by the same doing, about when they were to come."""
    promise, deed = earlier.fact, later.fact
    if not isinstance(promise, Commitment) or not is_lot(promise):
        return None
    if not isinstance(deed, Activity) and not _is_a_coming(deed):
        return None
    if earlier.source.id == later.source.id or not can_answer(earlier, later):
        return None
    if not sides(promise).all or len(sides(promise).all | {*promise.addressee}) != _A_PAIR:
        return None
    report = report_of(later)
    if (
        not {*promise.speaker, *promise.addressee} <= parties_of(deed)
        or is_called_off(report)
        or is_on_the_way(report)
        or is_no_arrival(promise.content, report)
    ):
        return None
    wanted, told = content_stems(promise.content), content_stems(report)
    shared = kinds_of(wanted) & kinds_of(told)
    if not (_to_come(promise) & doing(report) or "learner" in shared):
        return None
    if isinstance(deed, Engagement) and deed.type == "ceremony" and shared <= _PEOPLE:
        return None  # that a brigade is inaugurated tells not that its first soldiers have come
    if not promise.rule.startswith(_LOT) and shared and shared <= _PEOPLE | {"learner"}:
        return None  # goods that are delivered are no people who come
    in_time, called = _is_in_time(promise, later), bool(names(promise.content) & names(report))
    counted = _are_counted_alike(promise.content, report, wanted | told)
    of_a_kind = bool(shared) and (in_time or called or counted)
    of_a_kind = of_a_kind or (counted and not promised_things(earlier).stems)
    nothing = not promised_things(earlier).stems and not kinds_of(wanted)
    bare = nothing and _POINTING.search(promise.content) is not None
    about = (wanted & told) | frozenset(w for w in wanted | told if kinds_of(frozenset({w})) & shared)
    alike = of_a_kind or (in_time and (called or bare))
    if not alike or are_of_other_rows(promise.content, report, about):
        return None
    reason = "what was to come between the same sides is told to have come, about when it was to"
    part = _is_part(promise.content, report, about)
    sure = round(0.62 + 0.06 * in_time + 0.06 * counted + 0.04 * called - 0.05 * part, 2)
    return Answer(status="partly" if part else "kept", confidence=sure, rule="lot-arrived", reason=reason)


def _is_a_coming(deed: AnyFact) -> bool:
    """Whether it is an engagement by which things or people can come: talks on board a frigate are none."""
    held = isinstance(deed, Engagement) and deed.status == "held"
    return held and getattr(deed, "type", None) in ("ceremony", "exercise", "visit")


def _is_part(promised: str, report: str, about: Stems) -> bool:
    """Whether the report tells of a part only of what was to come: by its numbers, or as one of several
    batches."""
    share, whole = share_told(report), share_told(promised)
    if share is not None and share.is_of(promised):
        return not share.last and not tells_the_same_part(promised, report)
    planned = whole.part if whole is not None else quantity(promised, about)  # "the first of the four units"
    came = quantity(report, about)
    if came is None and _first(promised) is None and is_of_a_part(promised, report):
        return True
    if planned is not None and came is None and about & content_stems(report):
        came = None if has_plural(report, about) else 1
    return planned is not None and came is not None and came < planned


def is_lot(promise: Commitment) -> bool:
    """Whether it was read as told of the things or people themselves, that they will come, or promises their
    delivery."""
    return promise.rule.startswith(_LOT) or mentions_any(promise.content, _DELIVERING)


@lru_cache(maxsize=1 << 15)
def doing(text: str) -> frozenset[str]:
    """What is done with a lot: what any promise tells, and its coming."""
    comes = mentions_any(text, following_words().coming)
    return things(text).deeds | (frozenset({"come"}) if comes else frozenset())


def _to_come(promise: Commitment) -> frozenset[str]:
    """What is to be done with the lot; "the first of them would be in the country" is to come."""
    return doing(promise.content) | (_COMING if promise.rule == "commitment/lot:be" else frozenset())


def _are_counted_alike(promised: str, report: str, about: Stems) -> bool:
    """Whether both give one number of two or more, or both speak of the first."""
    planned, came = quantity(promised, about), quantity(report, about)
    if planned == came and (planned or 0) > 1:
        return True
    to_come, come = _first(promised), _first(report)
    return to_come is not None and come is not None and (0 in (to_come, come) or to_come == come)


def _first(text: str) -> int | None:
    """How many "the first" are: 12 in "the first twelve", 0 in "the first pilots"; None without the word."""
    found = _FIRST.search(text)
    return None if found is None else to_int(found[1] or "") or 0


def _is_in_time(promise: Commitment, later: Mention) -> bool:
    """Whether the deed is told of a time near that by which it was due."""
    due = edtf.bounds(promise.due) if last_day(promise.due) and promise.due else None
    when = when_done(later)
    return due is not None and when is not None and due[0] - _EARLY <= when[1] and when[0] <= due[1] + _LATE
