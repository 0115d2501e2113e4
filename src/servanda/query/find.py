"""Entries and people by their ids, as people write them."""

from __future__ import annotations

import re

from servanda.errors import LedgerError
from servanda.query.book import Book
from servanda.resolve.entry import Entry
from servanda.resolve.resolution import Individual

_ID = re.compile(r"(?:(entry|fact|person|form)-)?([0-9a-f]{1,20})")
_SHOWN = 5
_MEND = "find ids with --json, for example: servanda show FR VN --json"


def find(book: Book, given: str) -> Entry | Individual:
    """The entry or person that `given` names: an id, or the beginning of one, of an entry, of any fact that
    belongs to it, of a person or a form of the name. LedgerError where none or more than one is named."""
    known = _ID.fullmatch(given.strip().lower())
    if known is None:
        raise LedgerError(given, "is no id", _MEND)
    kind, digits = known.groups()
    found: dict[str, Entry | Individual] = {}
    if kind in (None, "entry", "fact"):
        for mention_id, entry in book.by_mention.items():
            if mention_id.partition("-")[2].startswith(digits):
                found[entry.id] = entry
    if kind in (None, "person", "form"):
        for person in book.people:
            if any(form.id.partition("-")[2].startswith(digits) for form in person.forms):
                found[person.id] = person
    if not found:
        raise LedgerError(given, "nothing here has this id", _MEND)
    if len(found) > 1:
        more = " and others" if len(found) > _SHOWN else ""
        raise LedgerError(given, f"can be {', '.join(list(found)[:_SHOWN])}{more}", "give more of the id")
    return next(iter(found.values()))


def members(thing: Entry | Individual) -> tuple[str, ...]:
    """The ids on which judgements about an entry or a person are passed: of its mentions, or of the forms of
    the name."""
    if isinstance(thing, Entry):
        return tuple(mention.id for mention in thing.mentions)
    return tuple(form.id for form in thing.forms)
