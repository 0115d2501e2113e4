"""What waits, and what was assigned with a day, as iCalendar and as the text of a reminder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec
from icalendar import Alarm, Calendar, Event

from servanda import __version__
from servanda.codebook.places import party_name
from servanda.ledger.assigning import Assignment, latest
from servanda.model import edtf
from servanda.publish.dates import in_words
from servanda.publish.plain import plain
from servanda.query.edition.rows import EntryRow

_NOTICE = timedelta(days=7)


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is due on a day: because documents tell so, or because a person wrote so.

    when      as documents tell it (EDTF); None where only a person set the day
    assigned  who sees to it, where that is written
    """

    entry: EntryRow
    day: date
    when: str | None = None
    assigned: Assignment | None = None

    @property
    def uid(self) -> str:
        """The same for the same thing whenever it is asked."""
        return f"{self.entry.id}@servanda" if self.when else f"{self.entry.id}-assigned@servanda"


def reminders(rows: Iterable[EntryRow], assigned: Mapping[str, Assignment]) -> list[Reminder]:
    """What of the entries waits, and the days on which people want to be reminded of any, in the order of
    time. What was kept, held or called off is left out.

    assigned  the assignment that holds, by the ids of facts
    """
    found = []
    for row in rows:
        written = latest(assigned, row.facts)
        if row.waiting:
            day = date.fromisoformat(row.waiting.by)
            found.append(Reminder(entry=row, day=day, when=row.waiting.when, assigned=written))
        if written and written.details.due and _is_open(row):
            found.append(Reminder(entry=row, day=date.fromisoformat(written.details.due), assigned=written))
    return sorted(found, key=lambda each: (each.day, each.uid))


def calendar_of(found: Iterable[Reminder], stamp: datetime) -> bytes:
    """One all-day event for each, with an alarm a week before. `stamp` (UTC) is when the ledger was last
    read, so that the same ledger gives the same file."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Servanda//Servanda {__version__}//EN")
    calendar.add("version", "2.0")
    for each in found:
        calendar.add_component(_event(each, stamp))
    return bytes(calendar.to_ical())


def line(each: Reminder, today: date) -> str:
    """The reminder in a line of text."""
    passed = " (passed)" if each.day < today else ""
    details = each.assigned.details if each.assigned else None
    who = ", ".join(filter(None, (details.office, details.person))) if details else ""
    told = f"{in_words(each.day.isoformat())}{passed}: {each.entry.label}"
    return plain(f"{told} [{', '.join(map(party_name, each.entry.parties))}]" + (f"; {who}" if who else ""))


def _is_open(row: EntryRow) -> bool:
    return row.status in (None, "open", "due", "overdue", "renewed", "planned", "proposed", "postponed",
                          "no report", "partly")  # fmt: skip


def _event(each: Reminder, stamp: datetime) -> Event:
    first = last = each.day
    bounds = edtf.bounds(each.when) if each.when and edtf.precision(each.when) == "day" else None
    if bounds and bounds[1] == each.day:
        first, last = bounds
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day on which it is over (RFC 5545, 3.6.1)
    event.add("summary", plain(("" if each.when else "Reminder: ") + each.entry.label))
    event.add("description", "\n".join(_description(each)))
    event.add("categories", [each.entry.kind])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", plain(each.entry.label))
    alarm.add("trigger", -_NOTICE)
    event.add_component(alarm)
    return event


def _description(each: Reminder) -> Iterable[str]:
    yield plain(each.entry.what)
    if each.entry.status:
        yield plain(f"{each.entry.status}: {each.entry.reason or ''}")
    if each.assigned:
        details = each.assigned.details
        told = (details.office, details.person, details.budget, details.note)
        yield plain("; ".join(filter(None, told)))
    yield each.entry.id
