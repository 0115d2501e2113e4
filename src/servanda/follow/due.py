"""What is due next: plans and commitments with a date, in its order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from servanda.follow.following import as_known, by_entry
from servanda.follow.plans import FollowedBy
from servanda.follow.status import Status, status
from servanda.follow.times import due_date, last_day
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention

_WAITING = frozenset({"open", "due", "overdue", "renewed", "planned", "proposed", "no report"})


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is to come, or should have.

    when     the date as it was told (EDTF)
    by       its last day: "2023" is due by the end of that year, "2023-12" by the 31st
    overdue  whether that day has passed without evidence
    mention  the one that gives the date, the last if several do
    """

    entry: Entry
    when: str
    by: date
    overdue: bool
    mention: Mention
    status: Status


def due(
    entries: Iterable[Entry], answers: Iterable[FollowedBy], as_of: date, until: date | None = None
) -> list[Due]:
    """What of `entries` was waited for on `as_of` and is due by `until` (None: at any time), the earliest
    first. What was kept, held, signed, cancelled, withdrawn or has lapsed is left out."""
    answers_of = by_entry(answers)
    found = []
    for entry in entries:
        each = _due(entry, answers_of.get(entry.id, []), as_of)
        if each is not None and (until is None or each.by <= until):
            found.append(each)
    return sorted(found, key=lambda each: (each.by, each.entry.id))


def _due(entry: Entry, answers: list[FollowedBy], as_of: date) -> Due | None:
    then = as_known(entry, as_of)
    dated = [m for m in then.mentions if last_day(due_date(m.fact))] if then else []
    found = status(entry, answers, as_of) if dated else None
    if found is None or found.value not in _WAITING:
        return None
    mention = dated[-1]
    when = due_date(mention.fact) or ""
    by = last_day(when) or date.max
    return Due(entry=entry, when=when, by=by, overdue=by < as_of, mention=mention, status=found)
