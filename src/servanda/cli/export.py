"""`servanda export`: the ledger's facts as a file."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from servanda.cli.filters import AnyKind
from servanda.cli.options import LedgerOption, examples, one_of, open_ledger, with_options
from servanda.cli.output import Output, clean
from servanda.errors import ServandaError, UsageError

if TYPE_CHECKING:
    from servanda.publish.export import Written
    from servanda.query.views import FactView

Format = Literal["csv", "jsonl", "parquet", "plover", "cameo", "dcad"]


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

    plover and cameo are event data, one record an event as CSV; dcad are the defence agreements of two
    states. What is no event or agreement is counted on standard error.
    """
    from servanda.publish.export import export as write
    from servanda.query.facts import facts

    if format_ == "parquet" and out is None and sys.stdout.isatty():
        raise UsageError("parquet", "is not for a terminal", "give a file with --out")
    with open_ledger(ledger) as book:
        found = facts(book, chosen.filters())
    if out is None:
        _tell_left_out(_to_standard_output(found, format_))
        return
    try:
        with out.open("wb") as file:
            written = write(found, format_, file)
    except OSError as error:
        raise ServandaError(
            str(out), f"cannot be written ({error.strerror})", "choose another file"
        ) from error
    Output().note(f"{written.rows} {_WHAT.get(format_, 'facts')} written to {out}")
    _tell_left_out(written)


def _tell_left_out(written: Written) -> None:
    if written.left_out:
        counts = ", ".join(f"{why} ({number})" for why, number in written.left_out.items())
        Output().note(f"left out: {counts}")


def _to_standard_output(found: list[FactView], format_: Format) -> Written:
    from servanda.publish.export import export as write

    if not sys.stdout.isatty():
        return write(found, format_, sys.stdout.buffer)
    content = io.BytesIO()
    written = write(found, format_, content)
    for line in content.getvalue().decode().splitlines():
        Output().raw(clean(line))  # in a terminal, control characters of a document must not act
    return written


_WHAT = {"plover": "events", "cameo": "events", "dcad": "agreements"}


_EPILOG = examples(
    "servanda export --format csv --out facts.csv",
    "servanda export --format parquet --party FR --since 2018 --out fr.parquet",
    "servanda export --format jsonl --kind commitment | jq .content",
    "servanda export --format plover --party FR --min-confidence 0.8 --out events.csv",
)
