"""`servanda chart`: a picture of what the ledger holds, or the rows behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.linked import opened, today
from servanda.cli.options import LedgerOption, examples, with_options
from servanda.cli.output import Output
from servanda.cli.period import PeriodOptions
from servanda.errors import ServandaError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from servanda.publish.charts.values import Chart


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(chart)


@with_options
def chart(
    period: PeriodOptions,
    name: Annotated[str, typer.Argument(metavar="CHART", help="timeline, activity, network or map.")],
    out: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Where to: .svg for the picture, .csv or .json for its rows."),
    ],
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PARTY PARTY]", help="Only between these two: codes (FR) or names (France)."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Draw a chart as SVG, or write the rows behind it.

    timeline shows engagements, texts and promises by time; activity what was done in each field and year;
    network the parties and people that have to do with each other; map where engagements took place. What
    cannot be drawn is counted on standard error.
    """
    from servanda.publish.charts.gallery import chart as drawn
    from servanda.publish.charts.items import items_of
    from servanda.query.entries import between, entries
    from servanda.query.people import people

    write = _writer(out)
    if parties and len(parties) != 2:
        raise UsageError(" ".join(parties), "are not two parties", "name two, or none for the whole ledger")
    with opened(ledger, period.as_of) as (book, opened_book):
        found = (
            between(book, opened_book, today(), *parties).entries
            if parties
            else entries(book, opened_book, today())
        )
        items = items_of(found, people(book, opened_book))
    made = drawn(name, items, period.period(), opened_book.as_of or today())
    try:
        out.write_bytes(write(made))
    except OSError as error:
        raise ServandaError(
            str(out), f"cannot be written ({error.strerror})", "choose another file"
        ) from error
    Output().note(f"{made.title}: {made.description} Written to {out}")
    for note in made.notes:
        Output().note(note)


def _writer(out: Path) -> Callable[[Chart], bytes]:
    known = {".svg": _svg, ".csv": _csv, ".json": _json}
    if out.suffix.lower() not in known:
        raise UsageError(str(out), "has no ending that tells a format", f"endings are {', '.join(known)}")
    return known[out.suffix.lower()]


def _svg(made: Chart) -> bytes:
    return made.file()


def _csv(made: Chart) -> bytes:
    import io

    from servanda.publish.cells import write_table

    out = io.BytesIO()
    write_table(tuple(made.rows[0]) if made.rows else (), made.rows, out)
    return out.getvalue()


def _json(made: Chart) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(made.rows), indent=2) + b"\n"


_EPILOG = examples(
    "servanda chart timeline FR VN --out timeline.svg",
    "servanda chart timeline --from 2023 --to 2024-06 --out timeline.svg",
    "servanda chart activity --out activity.svg",
    'servanda chart map France "Viet Nam" --out map.svg',
    "servanda chart network --out network.csv",
)
