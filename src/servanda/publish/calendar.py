"""What is to come and overdue, and the days that people assigned, as iCalendar (RFC 5545)."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import IO, get_args

import msgspec
from icalendar import Alarm, Calendar, Event

from servanda import __version__
from servanda.codebook.places import party_name
from servanda.follow.due import due
from servanda.follow.status import Status, Value
from servanda.follow.times import due_date, last_day
from servanda.ledger.assigning import Assignment, latest
from servanda.model import edtf
from servanda.model.facts import Commitment
from servanda.publish.agenda import is_open
from servanda.publish.plain import plain
from servanda.query.book import Book, parties_of
from servanda.query.edition.rows import EntryRow
from servanda.query.entries import EntryView
from servanda.query.views import FactView

_CALLED_OFF = frozenset({"cancelled", "withdrawn", "refused"})
_TELLING = _CALLED_OFF | {"overdue", "no report", "postponed"}
"""Statuses that stand in the title, since many programs show nothing else."""
_MOST_PARTIES = 4
_NOTICE = timedelta(days=7)

_ADDRESS = re.compile(r"https?://[!-~]+", re.ASCII)


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with its date.

    when      the date as it was told (EDTF), whose last day is known; of a reminder the day that a person set
    parties   codes
    assigned  who sees to it, where that is written
    reminder  whether only that person set the day
    """

    entry: EntryView
    when: str
    parties: frozenset[str]
    assigned: Assignment | None = None
    reminder: bool = False

    @property
    def uid(self) -> str:
        """The same for the same thing whenever it is asked."""
        return f"{self.entry.id}-assigned@servanda" if self.reminder else f"{self.entry.id}@servanda"


Assigned = Mapping[str, Assignment]
"""The assignment that holds, by the ids of facts (`Ledger.assigning.standing`)."""


def appointments(
    book: Book, entries: Iterable[EntryView], today: date, assigned: Assigned
) -> list[Appointment]:
    """Those of `entries` that belong into a calendar, by their last day: planned engagements and texts and
    commitments with a due date which are waited for on `today`, also where their day has passed; what was
    called off, up to its day, so that a program takes it out; and the days on which people want to be
    reminded of what is not settled."""
    waiting = {each.entry.id: each.when for each in due(book.entries, book.answers, today)}
    by_id = {entry.id: entry for entry in book.entries}
    return _in_order(
        each
        for view in entries
        if view.id in by_id
        for each in _of(
            view,
            waiting.get(view.id) or _called_off(view, today),
            parties_of(by_id[view.id]),
            latest(assigned, (told.id for told in view.facts)),
        )
    )


def agenda(
    rows: Iterable[EntryRow], facts: Mapping[str, FactView], today: date, assigned: Assigned
) -> list[Appointment]:
    """The same of entries of an edition, whose facts are at hand by their ids."""
    found: list[Appointment] = []
    for row in rows:
        view = EntryView(
            **{name: getattr(row, name) for name in _ROW},
            status=_status(row),
            answers=(),
            facts=tuple(facts[id_] for id_ in row.facts if id_ in facts),
        )
        when = row.waiting.when if row.waiting else _called_off(view, today)
        found += _of(view, when, frozenset(row.parties), latest(assigned, row.facts))
    return _in_order(found)


def _of(
    view: EntryView, when: str | None, parties: frozenset[str], written: Assignment | None
) -> Iterator[Appointment]:
    if when:
        yield Appointment(entry=view, when=when, parties=parties, assigned=written)
    if written and written.details.due and is_open(_standing(view) or None):
        day = written.details.due
        yield Appointment(entry=view, when=day, parties=parties, assigned=written, reminder=True)


def _in_order(found: Iterable[Appointment]) -> list[Appointment]:
    return sorted(found, key=lambda each: (last_day(each.when) or date.max, each.uid))


def _status(row: EntryRow) -> Status | None:
    value = next((known for known in get_args(Value) if known == row.status), None)
    return Status(value=value, reason=row.reason or "", mentions=()) if value else None


_ROW = ("id", "kind", "label", "fact", "date", "score", "sources", "conflicts")


def write_calendar(items: Iterable[Appointment], stamp: datetime, out: IO[bytes]) -> int:
    """Writes one all-day event for each of `items` to `out`, which stays open; the number of events.

    stamp  UTC; when the ledger was last read, so that the same ledger gives the same file

    What is known by day is put on its days; what is known by month or year only is put on the last day that
    it can mean, and its title says so. What is assigned has an alarm a week before.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Servanda//Servanda {__version__}//EN")
    calendar.add("version", "2.0")
    for item in items:
        calendar.add_component(_event(item, stamp))
    out.write(calendar.to_ical())
    return len(calendar.subcomponents)


def _event(item: Appointment, stamp: datetime) -> Event:
    view = item.entry
    first, last = _days(item.when)
    event = Event()
    event.add("uid", item.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day on which it is over (3.6.1)
    event.add("summary", _summary(item))
    event.add("description", "\n".join(_description(item)))
    event.add("categories", [view.kind])
    event.add("status", "CANCELLED" if _standing(view) in _CALLED_OFF else "TENTATIVE")
    event.add("transp", "TRANSPARENT")  # nobody is busy because a ministry has promised something
    if address := _address(view.facts):
        event.add("url", address)
    if item.assigned:
        event.add_component(_alarm(item))
    return event


def _alarm(item: Appointment) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", plain(item.entry.label))
    alarm.add("trigger", -_NOTICE)
    return alarm


def _called_off(view: EntryView, today: date) -> str | None:
    """The date of what will not take place, while that day is still to come."""
    if _standing(view) not in _CALLED_OFF | {"postponed"}:
        return None
    dated = [when for each in view.facts if (when := due_date(each.fact)) and last_day(when)]
    last = last_day(dated[-1]) if dated else None
    return dated[-1] if last is not None and last >= today else None


def _days(when: str) -> edtf.Bounds:
    """First and last day of the event."""
    bounds = edtf.bounds(when)
    if bounds is None:
        raise ValueError(f"{when} has no year")
    first, last = bounds
    return (first, last) if _is_by_day(when) else (last, last)


def _is_by_day(when: str) -> bool:
    return edtf.precision(when) == "day" and edtf.OPEN not in when.split("/")


def _summary(item: Appointment) -> str:
    view, standing = item.entry, _standing(item.entry)
    parties = _parties(item.parties, view.label)
    parts = [f"{view.label} ({parties})" if parties else view.label]
    if not _is_by_day(item.when):
        verb = "due" if isinstance(view.fact, Commitment) else "planned"
        parts.append(f"{verb} by {_end(item.when)}")
    if standing in _TELLING:
        parts.append(standing)
    return plain(("Reminder: " if item.reminder else "") + ", ".join(parts))


def _end(when: str) -> str:
    """ "end of 2023", "end of June 2024", "2024-06-14"."""
    _, last = _days(when)
    grain = edtf.precision(when)
    if grain == "day":
        return last.isoformat()
    return f"end of {last.year}" if grain == "year" else f"end of {month_name[last.month]} {last.year}"


def _parties(codes: Iterable[str], label: str) -> str:
    """The names of the parties, unless the label tells them all."""
    names = sorted(map(party_name, codes))
    if all(name in label for name in names):
        return ""
    more = len(names) - _MOST_PARTIES
    return ", ".join(names[:_MOST_PARTIES]) + (f" and {more} more" if more > 0 else "")


def _description(item: Appointment) -> Iterator[str]:
    view = item.entry
    if view.status:
        yield plain(f"{view.status.value}: {view.status.reason}")
    if item.assigned:
        details = item.assigned.details
        told = (details.office, details.person, details.budget, details.note)
        yield plain(f"assigned: {'; '.join(filter(None, told))}")
    for each in view.facts:
        yield ""
        yield from (f"“{plain(span.text)}”" for span in each.fact.evidence)
        cited = (each.title or each.document, each.publisher, each.published, each.url)
        yield plain(", ".join(part for part in cited if part))
    yield ""
    yield view.id


def _standing(view: EntryView) -> str:
    return view.status.value if view.status else ""


def _address(views: Iterable[FactView]) -> str | None:
    """The address of the last document that has one which can stand as it is."""
    usable = [each.url for each in views if each.url and _ADDRESS.fullmatch(each.url)]
    return usable[-1] if usable else None
