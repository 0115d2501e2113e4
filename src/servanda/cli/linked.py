"""Opening the book of a ledger: what was read and not yet compared is compared first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import open_ledger
from servanda.cli.output import Output
from servanda.cli.progress import progress
from servanda.errors import UsageError
from servanda.model import edtf

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.query.book import Book

AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="As it was known on that day: later reports are left out."),
]


def link(ledger: Ledger, out: Output, until: int | None = None) -> int:
    """Compares what waits to be compared, and tells how far it is; the number of links found. With `until`,
    what was current after the read of that number."""
    waiting = ledger.unlinked(until)
    if not waiting:
        return 0
    with progress(out) as report:
        found = 0
        for number, links in enumerate(ledger.link(until), 1):
            found += links
            report(f"comparing: {number} of {waiting} documents, {found} links")
    return found


@contextmanager
def opened(
    address: str | None, as_of: str | None = None, pair: tuple[str, str] | None = None
) -> Iterator[tuple[Ledger, Book]]:
    """The ledger at `address` and its book, as it was known on `as_of` (EDTF; its last day counts); of two
    parties, given by code or name, where only what lies between them is asked for."""
    from servanda.query.book import open_book
    from servanda.query.parties import codes

    day = day_of(as_of)
    with open_ledger(address) as ledger:
        link(ledger, Output())
        yield ledger, open_book(ledger, day, codes(ledger, *pair) if pair else None)


def today() -> date:
    """The day as of which statuses are told when none is named."""
    return date.today()


def day_of(text: str | None) -> date | None:
    """The last day of an EDTF date. UsageError where it is none with a year."""
    if text is None:
        return None
    bounds = edtf.bounds(text)
    if bounds is None:
        raise UsageError(text, "is no date that can be compared", "write 2018, 2018-03 or 2018-03-26")
    return bounds[1]
