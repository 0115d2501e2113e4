"""What waits, and what was assigned with a day, as reminders in lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from servanda.codebook.places import party_name
from servanda.ledger.assigning import Assignment, latest
from servanda.publish.dates import in_words
from servanda.publish.plain import plain
from servanda.query.edition.rows import EntryRow


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is due on a day: because documents tell so, or because a person wrote so.

    when      as documents tell it (EDTF); None where only a person set the day
    assigned  who sees to it, where that is written
    """

    entry: EntryRow
    day: date
    when: str | None = None
    assigned: Assignment | None = None


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
        if written and written.details.due and is_open(row.status):
            found.append(Reminder(entry=row, day=date.fromisoformat(written.details.due), assigned=written))
    return sorted(found, key=lambda each: (each.day, each.entry.id, each.when is None))


def line(each: Reminder, today: date) -> str:
    """The reminder in a line of text."""
    passed = " (passed)" if each.day < today else ""
    details = each.assigned.details if each.assigned else None
    who = ", ".join(filter(None, (details.office, details.person))) if details else ""
    told = f"{in_words(each.day.isoformat())}{passed}: {each.entry.label}"
    return plain(f"{told} [{', '.join(map(party_name, each.entry.parties))}]" + (f"; {who}" if who else ""))


def is_open(status: str | None) -> bool:
    """Whether what stands so is not settled, or of a kind that never is."""
    return status in (None, "open", "due", "overdue", "renewed", "planned", "proposed", "postponed",
                      "no report", "partly")  # fmt: skip
