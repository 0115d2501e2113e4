"""What charts are drawn from, and what they are."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from servanda.errors import UsageError
from servanda.model import edtf

State = Literal["done", "planned", "unknown", "off"]
"""done: held, signed, kept; planned: to come or open; unknown: its day has passed without a report; off:
called off, withdrawn or refused."""


class Who(msgspec.Struct, frozen=True):
    """A person with the code of the party for which they act."""

    name: str
    party: str | None = None


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """An entry, as far as a chart shows it.

    when     the date as it was told (EDTF), for a text the years that it covers; None where none is known
    lasts    whether these are years that it covers, all of them
    told     when the first document that tells of it was published (EDTF)
    status   the status in the ledger's words, of which `state` is what a picture shows
    parties  codes
    place    as documents write it, `country` as its code
    """

    id: str
    kind: str
    label: str
    state: State = "done"
    status: str = ""
    when: str | None = None
    lasts: bool = False
    told: str | None = None
    parties: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    people: tuple[Who, ...] = ()
    place: str | None = None
    country: str | None = None

    @property
    def days(self) -> edtf.Bounds | None:
        """The first and last day that the date can mean."""
        return edtf.bounds(self.when) if self.when else None


class Period(msgspec.Struct, frozen=True):
    """The days that a chart shows; None where it ends with what there is."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def of(cls, first: str | None, last: str | None) -> Period:
        """From the first day of one EDTF date to the last of another. UsageError where one is none with a
        year, or they are the wrong way round."""
        start, end = _bounds(first), _bounds(last)
        if start and end and end[1] < start[0]:
            raise UsageError(f"{first} to {last}", "ends before it begins", "give the earlier date first")
        return cls(start[0] if start else None, end[1] if end else None)

    def has(self, days: edtf.Bounds) -> bool:
        """Whether some of these days lie in it."""
        return (self.last is None or days[0] <= self.last) and (self.first is None or days[1] >= self.first)


def _bounds(text: str | None) -> edtf.Bounds | None:
    if text is None:
        return None
    found = edtf.bounds(text)
    if found is None:
        raise UsageError(text, "is no date that can be compared", "write 2018, 2018-03 or 2018-03-26")
    return found


Row = dict[str, object]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with what it shows.

    svg          an element that stands in a page of any colour: it needs no style sheet and no script. Texts
                 and lines have the colour of their surroundings; the others are seen on white and on black
    title        also the picture's own title; so is `description` its own
    rows         the data behind it, with the same names in all rows
    notes        what is not in the picture, and why
    """

    svg: str
    title: str
    description: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def _repr_svg_(self) -> str:
        """The picture in a notebook."""
        return self.svg

    def file(self) -> bytes:
        """The picture as a file of its own, light or dark as its reader's screen."""
        root, inside = self.svg.split(">", 1)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}>{_STYLE}{inside}\n'.encode()


_STYLE = (
    "<style>svg{color:#1d2126;background:#fff}"
    "@media (prefers-color-scheme:dark){svg{color:#e9ebee;background:#15181c}}</style>"
)
