"""What a request asks for, from its query string, as one value. What makes no sense is a UsageError."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar, get_args

import msgspec
from litestar import Request

from servanda.codebook.places import party_code, party_name
from servanda.errors import MissingError, UsageError
from servanda.query.edition.edition import Edition, Order
from servanda.query.edition.rows import RelationshipRow
from servanda.query.edition.wanted import Wanted

_T = TypeVar("_T", bound=msgspec.Struct)
_MOST = 500
_LAST = 1_000_000  # no database can count beyond its integers


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Which part of a list is asked for: `page` counts from 1, `size` is how many a page holds."""

    page: int = 1
    size: int = 50

    @property
    def limit(self) -> int:
        """How many."""
        return max(1, min(self.size, _MOST))

    @property
    def offset(self) -> int:
        """How many come before."""
        return (max(1, min(self.page, _LAST)) - 1) * self.limit


class Named(Part, frozen=True, kw_only=True):
    """What of a list with names is asked for. party: whose they are; q: words of a name."""

    party: str = ""
    q: str = ""
    as_of: str = ""


class Asked(Part, frozen=True, kw_only=True):
    """The filters of a list of entries as they stand in an address; empty where nothing is asked."""

    party: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    type: str = ""
    field: str = ""
    since: str = ""
    until: str = ""
    min_confidence: str = ""
    person: str = ""
    organisation: str = ""
    disputed: str = ""
    overdue: str = ""
    waiting: str = ""
    q: str = ""
    order: str = "newest"
    as_of: str = ""

    @property
    def day(self) -> date | None:
        """The day as of which is asked."""
        return day_of(self.as_of)

    def ordered(self) -> Order:
        """The order, by its name."""
        for known in get_args(Order):
            if known == self.order:
                return known  # type: ignore[no-any-return]
        raise UsageError(self.order, "is no order", f"orders are {', '.join(get_args(Order))}")

    def wanted(self, **more: Any) -> Wanted:
        """The filters for an edition; `more` are some that do not stand in the address."""
        return Wanted(
            parties=tuple(party(each) for each in self.party if each),
            kinds=tuple(filter(None, self.kind)),
            statuses=tuple(filter(None, self.status)),
            type=self.type or None,
            field=self.field or None,
            since=self.since or None,
            until=self.until or None,
            min_confidence=_share(self.min_confidence),
            person=self.person or None,
            organisation=self.organisation or None,
            disputed=bool(self.disputed),
            overdue=bool(self.overdue),
            waiting=bool(self.waiting) or bool(more.pop("waiting", False)),
            **more,
        )


def asked(request: Request[Any, Any, Any], kind: type[_T]) -> _T:
    """The query string as a `kind`; names that it does not have are passed over, as links from elsewhere
    carry such."""
    given: dict[str, object] = {}
    for each in msgspec.structs.fields(kind):
        values = request.query_params.getall(each.name, [])
        if values:
            given[each.name] = values if get_args(each.type) else values[-1]
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as error:
        raise UsageError("the address", f"asks for what makes no sense: {error}", "correct it") from error


def day_of(text: str) -> date | None:
    """A day as it stands in an address; None for an empty one."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(text, "is no day", "write 2018-03-26") from error


def inside(address: str, otherwise: str = "/") -> str:
    """The address, if it is one of this desk: a form must not lead elsewhere when it has been answered, nor
    log anybody out."""
    plain = address.startswith("/") and not address.startswith(("//", "/log")) and "\\" not in address
    return address if plain and address.isprintable() else otherwise


def pair_of(a: str, b: str) -> tuple[str, str]:
    """The codes of two parties, given by code or name, in ascending order."""
    one, other = sorted((party(a), party(b)))
    return one, other


def relationship_of(edition: Edition, pair: tuple[str, str]) -> RelationshipRow:
    """The counts of a relationship. MissingError where nothing lies between the two."""
    found = edition.relationship(pair)
    if found is None:
        names = " and ".join(map(party_name, pair))
        raise MissingError(names, "nothing between them stands in this ledger", "see the relationships")
    return found


def party(given: str) -> str:
    """The code of a party, given by code or name; what the codebook does not know is taken as it is."""
    return party_code(given) or given


def _share(text: str) -> float | None:
    if not text:
        return None
    try:
        found = float(text)
    except ValueError as error:
        raise UsageError(text, "is no share", "write 0.9") from error
    if not 0 <= found <= 1:
        raise UsageError(text, "is no share", "write a number from 0 to 1")
    return found
