"""The options that say which time is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.linked import AsOfOption

if TYPE_CHECKING:
    from servanda.publish.charts.values import Period


@dataclass(frozen=True)
class PeriodOptions:
    """From when to when, and as it was known when."""

    from_: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From 2018, 2018-03 or 2018-03-26 on.")
    ] = None
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Until then.")] = None
    as_of: AsOfOption = None

    def period(self) -> Period:
        """The time between them. UsageError where one is no date."""
        from servanda.publish.charts.values import Period

        return Period.of(self.from_, self.to)
