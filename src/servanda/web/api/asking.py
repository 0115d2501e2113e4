"""What a call can ask for: the parameters of its query, each with its bounds and a word of explanation.

A struct here is taken apart by the framework: each of its fields is a parameter of the query, and stands so
in the description of the interface. What is out of bounds never reaches the ledger.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from litestar.params import QueryParameter

from servanda.query.edition.edition import Order
from servanda.query.edition.rows import ReasonToReview
from servanda.query.edition.wanted import Wanted
from servanda.query.filters import Filters
from servanda.web.asking import party

MOST = 500
_LAST_PAGE = 1_000_000
NO_NUL = r"^[^\x00]*$"
"""Text that every database can hold."""

Kind = Literal[
    "engagement", "instrument", "commitment", "position", "assessment", "milestone", "activity"
]  # fmt: skip
AnyKind = Kind | Literal["person"]
Id = Annotated[str, msgspec.Meta(max_length=100, pattern=NO_NUL)]
Words = Annotated[str, msgspec.Meta(max_length=4000, pattern=NO_NUL)]
Number = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


def _asked(description: str) -> QueryParameter:
    return QueryParameter(description=description, max_length=300, pattern=NO_NUL)


def _list(description: str) -> QueryParameter:
    return QueryParameter(description=f"{description} Repeat for several.", max_items=50)


_Text = Annotated[str, msgspec.Meta(max_length=300, pattern=NO_NUL)]
_Share = QueryParameter(ge=0, le=1, description="Only what is at least so sure, from 0 to 1.")
_Date = "EDTF: 2018, 2018-03 or 2018-03-26."
AsOf = Annotated[date | None, QueryParameter(description="What was known on this day (2018-03-26).")]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list."""

    page: Annotated[int, QueryParameter(ge=1, le=_LAST_PAGE, description="Counts from 1.")] = 1
    size: Annotated[int, QueryParameter(ge=1, le=MOST, description="How many on a page.")] = 50

    @property
    def offset(self) -> int:
        """How many come before."""
        return (self.page - 1) * self.size


class OfParty(Part, frozen=True, kw_only=True):
    """A list that can be asked for one party, as of a day."""

    party: Annotated[str | None, _asked("A party, by code (FR) or name (France).")] = None
    as_of: AsOf = None


class Names(OfParty, frozen=True, kw_only=True):
    """A list of people or organisations."""

    q: Annotated[str | None, _asked("Words of the name, without regard to accents.")] = None


class Entries(Part, frozen=True, kw_only=True):
    """A list of entries, or of what concerns entries; everything that is asked has to hold."""

    party: Annotated[list[_Text] | None, _list("A party that takes part, by code or name.")] = None
    kind: Annotated[list[Kind] | None, _list("A kind of entry.")] = None
    status: Annotated[list[_Text] | None, _list("Where it stands: held, open, overdue ...")] = None
    type: Annotated[str | None, _asked("Its type (visit, agreement), of a commitment its act.")] = None
    field: Annotated[str | None, _asked("Code of a field of cooperation.")] = None
    since: Annotated[str | None, _asked(f"On or after. {_Date}")] = None
    until: Annotated[str | None, _asked(f"On or before. {_Date}")] = None
    min_confidence: Annotated[float | None, _Share] = None
    person: Annotated[str | None, _asked("Id of a person who takes part.")] = None
    organisation: Annotated[str | None, _asked("Id of an organisation of which they tell.")] = None
    disputed: Annotated[bool, QueryParameter(description="Only those on which sources differ.")] = False
    overdue: Annotated[bool, QueryParameter(description="Only those that are overdue.")] = False
    waiting: Annotated[bool, QueryParameter(description="Only those that are waited for.")] = False
    order: Annotated[Order, QueryParameter(description="time, newest, read (last read first) or due.")] = (
        "newest"
    )
    as_of: AsOf = None

    def wanted(self) -> Wanted:
        """The filters for an edition."""
        return Wanted(
            parties=tuple(map(party, self.party or ())),
            kinds=tuple(self.kind or ()),
            statuses=tuple(self.status or ()),
            type=self.type,
            field=self.field,
            since=self.since,
            until=self.until,
            min_confidence=self.min_confidence,
            person=self.person,
            organisation=self.organisation,
            disputed=self.disputed,
            overdue=self.overdue,
            waiting=self.waiting,
        )


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """Filters of facts; everything that is asked has to hold."""

    party: Annotated[list[_Text] | None, _list("A party in whatever role, by code or name.")] = None
    kind: Annotated[list[AnyKind] | None, _list("A kind of fact.")] = None
    person: Annotated[str | None, _asked("Words of the name of somebody who takes part.")] = None
    field: Annotated[str | None, _asked("Code of a field of cooperation.")] = None
    since: Annotated[str | None, _asked(f"On or after. {_Date}")] = None
    until: Annotated[str | None, _asked(f"On or before. {_Date}")] = None
    status: Annotated[str | None, _asked("Of an engagement its status, of an instrument its action.")] = None
    act: Annotated[str | None, _asked("What kind of commitment.")] = None
    document: Annotated[str | None, _asked("Name, id, origin or address of the document.")] = None
    q: Annotated[str | None, _asked("Words in the fact or its quotation.")] = None
    min_confidence: Annotated[float | None, _Share] = None

    def filters(self) -> Filters:
        """The same as filters of a query."""
        return Filters(
            parties=tuple(self.party or ()),
            person=self.person,
            field=self.field,
            kinds=tuple(self.kind or ()),
            since=self.since,
            until=self.until,
            status=self.status,
            act=self.act,
            document=self.document,
            text=self.q,
            min_confidence=self.min_confidence,
        )


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """A search."""

    q: Annotated[str, _asked("Words, at least one; those between double quotes together.")] = ""
    limit: Annotated[int, QueryParameter(ge=1, le=100, description="How many of each.")] = 20


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What needs a person, from behind an item."""

    reason: Annotated[ReasonToReview | None, QueryParameter(description="Only for this reason.")] = None
    after: Annotated[str | None, _asked("`next` of the answer before.")] = None
    size: Annotated[int, QueryParameter(ge=1, le=MOST, description="How many.")] = 50


class OfFact(Part, frozen=True, kw_only=True):
    """What persons decided, of all facts or of one."""

    fact: Annotated[str | None, _asked("Id of the fact.")] = None
