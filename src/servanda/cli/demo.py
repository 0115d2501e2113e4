"""`servanda demo`: the sample documents of the package, read and shown."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from servanda.cli.linked import opened, today
from servanda.cli.options import examples
from servanda.cli.output import Output
from servanda.cli.progress import Skips
from servanda.cli.read import Sources, read_documents
from servanda.cli.show import print_relationship
from servanda.cli.tables import short_id
from servanda.sources.metadata import load_metadata

_SHOWN = 4
"""Entries of each section: enough to see what there is, few enough to see the end."""


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(demo)


def demo(
    ledger: Annotated[
        str | None, typer.Option(metavar="FILE", help="Where to make the ledger; default: a temporary file.")
    ] = None,
) -> None:
    """Read the sample documents into a ledger, show the relationship in them, and say what to try next."""
    from servanda.query.entries import between
    from servanda.query.relationship import relationships

    out = Output()
    where = ledger or str(Path(tempfile.mkdtemp(prefix="servanda-")) / "demo.db")
    with as_file(files("servanda") / "samples") as samples:
        table = samples / "metadata.jsonl"
        documents = [str(samples / name) for name in sorted(load_metadata(table))]
        out.note(f"Reading {len(documents)} sample documents into {where}")
        read_documents(Sources(documents, table), where, out, Skips(out))
    with opened(where) as (book, entries):
        first = relationships(book)[0]
        found = between(book, entries, today(), *first.parties)
    print_relationship(out, found, most=_SHOWN)
    _suggest(out, where, first.parties, short_id((found.of("commitment") or found.entries)[0].id))


def _suggest(out: Output, ledger: str, parties: tuple[str, str], fact: str) -> None:
    at, program = f"--ledger {shlex.quote(ledger)}", _program()
    out.heading("What to try next")
    for command in (
        f"show {' '.join(parties)} {at}",
        f"explain {fact} {at}",
        f"commitments --party {parties[0]} --status kept {at}",
        f"conflicts {at}",
        f"due --as-of 2024-01-01 {at}",
        f"search {shlex.quote('patrol vessels')} {at}",
        f"export --format csv --out facts.csv {at}",
        "read YOUR-DOCUMENTS/ --ledger yours.db",
    ):
        out.line(f"  {program} {command}")
    out.heading("And in a browser")
    out.line(f"  {program} serve {at}")


def _program() -> str:
    """How the program is called from here: by its name, or where it was called by a path, by that."""
    called = Path(sys.argv[0])
    if called.name != "servanda" or shutil.which("servanda"):
        return "servanda"
    return shlex.quote(os.path.relpath(called))


_EPILOG = examples("servanda demo", "servanda demo --ledger demo.db")
