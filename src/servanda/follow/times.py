"""When a promise is made, by when it is due and until when a later fact can be its answer."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from servanda.codebook.following import following_words
from servanda.model import edtf
from servanda.model.facts import AnyFact, Commitment, Engagement, Instrument
from servanda.resolve.mention import Mention

_YEAR = timedelta(days=365.25)


class Terms(msgspec.Struct, frozen=True):
    """made  first day on which the promise can have been told; None when its document has no date
    due      last day of its due date or of the planned date; None when none is stated
    last     last day on which something that is done can still be its answer; None when unknown
    """

    made: date | None
    due: date | None
    last: date | None


def terms(mention: Mention) -> Terms:
    """The terms of a promise or plan. A plan "2023" is due by the end of that year."""
    words = following_words()
    published = published_days(mention)
    made = published[0] if published else None
    due = last_day(due_date(mention.fact))
    if due is not None:
        return Terms(made, due, _later(due, timedelta(days=words.late_days)))
    window = words.windows_years[_kind(mention.fact)] * _YEAR
    return Terms(made, None, _later(made, window) if made else None)


def due_date(fact: AnyFact) -> str | None:
    """The due date of a commitment, the date of a planned engagement or instrument (EDTF)."""
    if isinstance(fact, Commitment):
        return fact.due
    return fact.date if isinstance(fact, Engagement | Instrument) else None


def last_day(when: str | None) -> date | None:
    """The last day that an EDTF date can mean; None for none, one without a year, or an open end."""
    days = edtf.bounds(when) if when else None
    return days[1] if days and days[1] != date.max else None


def published_days(mention: Mention) -> edtf.Bounds | None:
    """The days on which the document can have been published; None when unknown."""
    return edtf.bounds(mention.source.published) if mention.source.published else None


def known(mention: Mention, as_of: date | None) -> bool:
    """Whether `mention` was published by `as_of` at the latest. A document without a date counts as known
    always: nothing tells when it was not. Without `as_of` everything is known."""
    published = published_days(mention)
    return as_of is None or published is None or published[1] <= as_of


def can_answer(earlier: Mention, later: Mention) -> bool:
    """Whether the times of the two allow that `later` tells what became of `earlier`: it is told and takes
    place after it, and before a promise of its kind is forgotten. What is not known speaks not against it."""
    promise, told = terms(earlier), published_days(later)
    done = happened(later)
    if promise.made and told and told[1] < promise.made:
        return False
    if promise.made and done and done[1] < promise.made:
        return False
    first = done or told
    return not (promise.last and first and first[0] > promise.last)


def when_done(mention: Mention) -> edtf.Bounds | None:
    """The days on which it can have been done: by its date, else by the publication of its document."""
    return happened(mention) or published_days(mention)


def happened(mention: Mention) -> edtf.Bounds | None:
    """The days that its own date can mean; None where it gives none."""
    when = getattr(mention.fact, "date", None)
    return edtf.bounds(when) if when else None


def _kind(fact: AnyFact) -> str:
    if isinstance(fact, Engagement) and fact.series:
        return "round"
    return fact.act if isinstance(fact, Commitment) else fact.kind


def _later(day: date, span: timedelta) -> date | None:
    return day + span if date.max - day > span else None
