"""What the recognisers find in a text before any fact is read: parties, people, dates, fields."""

from __future__ import annotations

from typing import Literal

import msgspec

PartyForm = Literal["name", "demonym", "capital", "institution", "body"]


class PartyMention(msgspec.Struct, frozen=True, order=True):
    """A word or name that stands for a state or body. `code` is ISO 3166-1 alpha-2 or a body's short name.

    form: `name` ("France", "the UAE"), `demonym` ("French"), `capital` (a capital or other city that is
    known to lie there: "Hanoi"), `institution` (a named seat or organ of one state: "Élysée", "Pentagon"),
    `body` ("ASEAN", "European Union").
    """

    start: int
    end: int
    code: str
    form: PartyForm


class FieldMention(msgspec.Struct, frozen=True, order=True):
    """Words that name a field of cooperation; `code` is a code of codebook/data/fields.yaml."""

    start: int
    end: int
    code: str


DateKind = Literal["point", "interval", "duration"]
"""point: a day, month, season or year; interval: "from May 4 to 6", "2018-2028"; duration: "over the
next five years" (its end can be a due date)."""

Direction = Literal["past", "future"]


class DateMention(msgspec.Struct, frozen=True, order=True):
    """An expression of time. `past` and `future` are its EDTF readings when the clause reports and when
    it plans; they are equal for an absolute date, and None where the text and the publication date do not
    fix one. `relative` tells whether the publication date was used."""

    start: int
    end: int
    kind: DateKind
    past: str | None
    future: str | None
    relative: bool

    def resolve(self, direction: Direction) -> str | None:
        """The EDTF date, read forward for plans and back for reports."""
        return self.past if direction == "past" else self.future


class NameMention(msgspec.Struct, frozen=True, order=True):
    """One place where a person is named. `start:end` is the name alone, `whole_start:whole_end` the
    whole noun phrase with rank, honorific, post and apposition."""

    start: int
    end: int
    whole_start: int
    whole_end: int


class PersonInText(msgspec.Struct, frozen=True):
    """A person as one document presents him or her; all mentions in order of the text.

    name is the fullest form without rank or honorific; party a party code; gender from honorifics and
    posts only ("Ms", "Her Excellency", "Madam"), else None.
    """

    name: str
    rank: str | None
    post: str | None
    party: str | None
    gender: Literal["f", "m"] | None
    mentions: tuple[NameMention, ...]
