"""The options that say which facts are asked for."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from servanda.cli.linked import AsOfOption
from servanda.cli.options import one_of
from servanda.errors import UsageError
from servanda.model.facts import KINDS, Act, EngagementStatus, InstrumentAction

if TYPE_CHECKING:
    from servanda.query.filters import Filters

Status = Literal[EngagementStatus, InstrumentAction]
"""An instrument's action is its status."""


@dataclass(frozen=True)
class Standing:
    """Where an entry is to stand, and on what day."""

    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", help="Only what stands so: open, overdue, kept, held, signed ..."),
    ] = None
    as_of: AsOfOption = None

    def checked(self) -> str | None:
        """The status. UsageError where there is no such one."""
        from servanda.follow.status import Value

        if self.status is not None and self.status not in get_args(Value):
            raise UsageError(self.status, "is no status", f"they are {one_of(Value)}")
        return self.status


def _all_kinds() -> list[str]:
    return [*KINDS, "person"]


@dataclass(frozen=True)
class FilterOptions:
    """Filters that suit every list; those that are given have all to hold."""

    party: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Takes part: a code (FR) or name (France). May be repeated."),
    ] = None
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Words of a name.")] = None
    field: Annotated[
        str | None, typer.Option(metavar="FIELD", help="Field of cooperation, as in `peacekeeping`.")
    ] = None
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="On or after: 2018, 2018-03 or 2018-03-26.")
    ] = None
    until: Annotated[str | None, typer.Option(metavar="DATE", help="On or before.")] = None
    document: Annotated[
        str | None, typer.Option(metavar="NAME", help="Name, id, origin or URL of a document.")
    ] = None
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words of the fact or its quotation.")] = (
        None
    )
    min_confidence: Annotated[
        float | None, typer.Option(metavar="0..1", min=0, max=1, help="Only facts at least as sure.")
    ] = None

    def filters(self, **fixed: object) -> Filters:
        """The filters that these options and what is `fixed` by the command make."""
        from servanda.query.filters import Filters

        given = asdict(self)
        parties = {"parties": tuple(given.pop("party") or ())}
        kinds = {"kinds": tuple(given.pop("kind", None) or ())}
        return Filters(**(given | parties | kinds | fixed))

    def any_given(self) -> bool:
        """Whether any filter was asked for."""
        return any(value is not None for value in asdict(self).values())


@dataclass(frozen=True)
class AnyKindOptions(FilterOptions):
    """Filters for lists of entries of all kinds."""

    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND",
            help=f"Only this kind: {', '.join(_all_kinds())}. May be repeated.",
            autocompletion=_all_kinds,
        ),
    ] = None
    act: Annotated[
        Act | None, typer.Option(metavar="ACT", help=f"Only commitments of this act: {one_of(Act)}.")
    ] = None


@dataclass(frozen=True)
class AnyKind(AnyKindOptions):
    """Filters for lists of facts of all kinds, as they were reported."""

    status: Annotated[
        Status | None,
        typer.Option(metavar="STATUS", help=f"Only with this status or action: {one_of(Status)}."),
    ] = None
