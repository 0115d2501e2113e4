"""Keeping a ledger: moving it from one database to another."""

from __future__ import annotations

from typing import Annotated

import typer

from servanda.cli.options import JsonOption, examples
from servanda.cli.output import Output
from servanda.cli.progress import progress


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command(epilog=_COPY)(copy)


def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A ledger: a file, or postgresql://...")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Where there is none yet, or an empty one.")],
    as_json: JsonOption = False,
) -> None:
    """Copy a ledger with all that it holds, for example from a file into PostgreSQL, and compare the two.

    The copy is kept wholly or not at all. FROM may be in use; what is written to it meanwhile is not copied.
    """
    from servanda.ledger import Ledger

    out = Output()
    with Ledger.open(source) as one, Ledger.open(target, create=True) as other:
        with progress(out) as report:
            rows = one.copy_to(other, lambda table, done: report(f"copying {table}: {done}"))
        if as_json:
            out.json({"from": one.name, "to": other.name, "rows": rows})
        else:
            out.line(f"Copied {rows} rows from {one.name} to {other.name}; both hold the same.")


_COPY = examples(
    "servanda copy servanda.db postgresql://servanda@db.example.org/servanda",
    "servanda copy postgresql://servanda@db.example.org/servanda servanda.db",
)
