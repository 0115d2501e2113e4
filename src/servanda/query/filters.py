"""Which facts are asked for."""

from __future__ import annotations

import msgspec

from servanda.errors import UsageError
from servanda.model import edtf
from servanda.model.facts import KINDS


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a fact has to satisfy; everything that is given has to hold.

    parties         codes or common names; each of them takes part, in whatever role
    person          words of the name of somebody who takes part or speaks, without regard to diacritics
    field           code of a field of cooperation
    kinds           kinds of fact; empty means all of them and people
    since, until    EDTF; a fact's own date can lie on or after the first day of `since`, on or before the
                    last day of `until`. A fact without a date, or without its year, satisfies neither
    status          an engagement's status or an instrument's action
    act             what kind of commitment
    document        name, id, origin or URL of the document
    text            words to be found in the fact or its quotation
    min_confidence  0..1
    """

    parties: tuple[str, ...] = ()
    person: str | None = None
    field: str | None = None
    kinds: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: str | None = None
    act: str | None = None
    document: str | None = None
    text: str | None = None
    min_confidence: float | None = None

    def days(self) -> tuple[str | None, str | None]:
        """First day of `since` and last day of `until`, ISO. UsageError where one is no date with a year."""
        return _day(self.since, 0), _day(self.until, 1)

    def checked_kinds(self) -> tuple[str, ...]:
        """The kinds. UsageError for one that there is not."""
        for kind in self.kinds:
            if kind not in (*KINDS, "person"):
                raise UsageError(kind, "is no kind of fact", f"kinds are {', '.join((*KINDS, 'person'))}")
        return self.kinds


EVERYTHING = Filters()
"""Filters that every fact satisfies."""


def _day(date: str | None, end: int) -> str | None:
    if date is None:
        return None
    bounds = edtf.bounds(date)
    if bounds is None:
        raise UsageError(date, "is no date that can be compared", "write 2018, 2018-03 or 2018-03-26")
    return bounds[end].isoformat()
