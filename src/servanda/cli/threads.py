"""`servanda threads`: what was linked across documents."""

from __future__ import annotations

import typer

from servanda.cli.linked import AsOfOption, opened
from servanda.cli.options import LedgerOption, examples
from servanda.cli.output import Output


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(threads)


def threads(ledger: LedgerOption = None, as_of: AsOfOption = None) -> None:
    """Print what belongs together across documents, as JSON.

    engagements and instruments with all places that tell of them, people with the names under which
    documents know them, fulfilments, conflicts, and duplicates (copies of one text).
    """
    from servanda.query.threads import threads as found

    with opened(ledger, as_of) as (book, opened_book):
        Output().json(found(book, opened_book))


_EPILOG = examples(
    "servanda threads > threads.json",
    "servanda threads | jq '.fulfilments[] | select(.status == \"kept\")'",
)
