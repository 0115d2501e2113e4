"""`servanda export`: the ledger's facts as a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, Literal

import typer

from servanda.cli.filters import AnyKind
from servanda.cli.linked import link, today
from servanda.cli.options import LedgerOption, examples, one_of, open_ledger, with_options
from servanda.cli.output import Output, one_line
from servanda.errors import ServandaError, UsageError

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.publish.export import Written
    from servanda.query.filters import Filters

Format = Literal[
    "csv", "jsonl", "parquet", "plover", "cameo", "dcad", "ics", "jsonld", "ftm", "gexf", "package"
]
Write = Callable[[IO[bytes]], "Written"]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(export)


@with_options
def export(
    chosen: AnyKind,
    format_: Annotated[
        Format, typer.Option("--format", metavar="FORMAT", help=f"One of {one_of(Format)}.")
    ] = "csv",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; default: standard output.")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write facts to a file for spreadsheets (csv), programs (jsonl) or data frames (parquet).

    package is a zip archive with tables of entries, facts, quotations, people and documents, the codebook
    and a citation, described as a frictionless data package; jsonld is linked data (Web Annotation, PROV-O);
    ftm are entities of FollowTheMoney, JSON Lines; gexf is the network of parties and people.

    plover and cameo are event data, one record an event as CSV; dcad are the defence agreements of two
    states. What is no event or agreement is counted on standard error.

    ics is a calendar: what is planned or promised with a date and to come or overdue today, each once, and
    the days that people assigned; with filters, that of which a fact satisfies them.
    """
    if format_ in ("parquet", "package") and out is None and sys.stdout.isatty():
        raise UsageError(format_, "is not for a terminal", "give a file with --out")
    with open_ledger(ledger) as book:
        write = _WRITERS.get(format_, _facts)(book, chosen.filters(), format_)
    if out is None:
        _tell_left_out(_to_standard_output(write))
        return
    try:
        with out.open("wb") as file:
            written = write(file)
    except OSError as error:
        raise ServandaError(
            str(out), f"cannot be written ({error.strerror})", "choose another file"
        ) from error
    Output().note(f"{written.rows} {_WHAT.get(format_, 'facts')} written to {out}")
    _tell_left_out(written)


def _facts(ledger: Ledger, filters: Filters, format_: Format) -> Write:
    from servanda.publish.export import export as write
    from servanda.query.facts import facts

    return partial(write, facts(ledger, filters), format_)


def _calendar(ledger: Ledger, filters: Filters, format_: Format) -> Write:
    from servanda.publish.calendar import appointments, write_calendar
    from servanda.publish.export import Written
    from servanda.query.book import open_book
    from servanda.query.entries import entries
    from servanda.query.reads import last_started

    link(ledger, Output())
    book, day = open_book(ledger), today()
    found = appointments(book, entries(ledger, book, day, filters), day, ledger.assigning.standing())
    stamp = datetime.fromisoformat(last_started(ledger) or f"{day}T00:00:00Z")
    return lambda file: Written(write_calendar(found, stamp, file))


def _linked(ledger: Ledger, filters: Filters, format_: Format) -> Write:
    from servanda.publish.export import Written
    from servanda.publish.formats import writer
    from servanda.publish.holdings import holdings
    from servanda.query.book import open_book

    link(ledger, Output())
    held = holdings(ledger, open_book(ledger), today(), filters)
    return lambda file: Written(writer(format_)(held, file))


_WRITERS: dict[str, Callable[[Ledger, Filters, Format], Write]] = {
    "ics": _calendar,
    **dict.fromkeys(("jsonld", "ftm", "gexf", "package"), _linked),
}
"""Of the other formats all are made by `_facts`."""


def _tell_left_out(written: Written) -> None:
    if written.left_out:
        counts = ", ".join(f"{why} ({number})" for why, number in written.left_out.items())
        Output().note(f"left out: {counts}")


def _to_standard_output(write: Write) -> Written:
    if not sys.stdout.isatty():
        return write(sys.stdout.buffer)
    content = io.BytesIO()
    written = write(content)
    for line in content.getvalue().decode().splitlines():
        Output().raw(one_line(line))  # in a terminal, control characters of a document must not act
    return written


_WHAT = {
    "plover": "events",
    "cameo": "events",
    "dcad": "agreements",
    "ics": "events",
    "ftm": "entities",
    "gexf": "edges",
}


_EPILOG = examples(
    "servanda export --format csv --out facts.csv",
    "servanda export --format parquet --party FR --since 2018 --out fr.parquet",
    "servanda export --format jsonl --kind commitment | jq .content",
    "servanda export --format plover --party FR --min-confidence 0.8 --out events.csv",
    "servanda export --format ics --party FR --out france.ics",
    "servanda export --format package --out ledger.zip",
    "servanda export --format gexf --since 2023 --out network.gexf",
)
