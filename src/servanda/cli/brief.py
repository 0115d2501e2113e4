"""`servanda brief`: a briefing book on a relationship."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.linked import AsOfOption, opened, today
from servanda.cli.options import LedgerOption, examples
from servanda.cli.output import Output


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(brief)


def brief(
    parties: Annotated[
        tuple[str, str], typer.Argument(metavar="PARTY PARTY", help="Codes (FR) or names (France).")
    ],
    out: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Where to; its ending tells the format: .docx, .pdf, .md, .html."),
    ],
    as_of: AsOfOption = None,
    ours: Annotated[
        str | None, typer.Option("--for", metavar="PARTY", help='Who "we" are; default: the first party.')
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Write a briefing of two to four pages on two parties, for Word, for print, as text or as a page.

    State of the relationship, last engagements, what is planned and due, standing instruments, who owes whom
    what, open proposals, positions, people, fields of cooperation, conflicts and caveats, a timeline. Each
    statement has the number of a quotation with its document; nothing stands in it that is not in the ledger.
    """
    from servanda.publish.brief.content import briefing
    from servanda.publish.brief.write import writer

    write = writer(out)
    with opened(ledger, as_of, parties) as (opened_ledger, book):
        made = briefing(opened_ledger, book, today(), parties, ours)
    write(made)
    counts = f"{len(made.statements)} statements, {len(made.references)} references"
    Output().note(f"{made.title}: {counts} written to {out}")


_EPILOG = examples(
    "servanda brief FR VN --out france-vietnam.docx",
    'servanda brief France "Viet Nam" --for VN --out brief.pdf',
    "servanda brief FR VN --as-of 2018-12-31 --out 2018.html",
)
