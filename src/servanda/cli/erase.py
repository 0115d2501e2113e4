"""`servanda erase`: documents are removed for good, those about a person among them."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from servanda.cli.linked import opened
from servanda.cli.options import LedgerOption, examples
from servanda.cli.output import Column, Output


def register(program: typer.Typer) -> None:
    """Add the command to the program."""
    program.command(epilog=_EPILOG)(erase)


def erase(
    what: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT|PERSON", help="A document's name, id or address; a person's id or name."
        ),
    ],
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the tombstone.")],
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who erases; default: the name of this account.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Do it; without it, what would be erased is only shown.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Remove a document for good, or all documents that name a person: bytes, text, facts, links.

    A tombstone says who erased how much, when and why; the chain still verifies, and the same bytes are not
    read again. Backups keep what they hold.
    """
    from servanda.query.naming import documents_meant

    out = Output()
    with opened(ledger) as (book, opened_book):
        found = documents_meant(book, opened_book, what)
        out.table(_COLUMNS, [(d.name, d.published, d.publisher, d.facts) for d in found])
        if not yes:
            out.note(f"{len(found)} to erase, for good; nothing was erased yet: repeat with --yes")
            return
        done = book.erase([d.id for d in found], by=by or getpass.getuser(), why=why)
    out.line(f"Erased {done.documents} documents with {done.facts} facts: erasure {done.number}.")


_COLUMNS = [
    Column("document", wide=1),
    Column("published"),
    Column("publisher", wide=1),
    Column("facts", right=True),
]
_EPILOG = examples(
    'servanda erase wire-2024-05-01 --why "withdrawn by its publisher"',
    'servanda erase "Nguyen Van A" --why "request of 1 May 2024" --yes',
)
