"""Keeping a ledger: moving it, backing it up, verifying it, erasing from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger, settings
from servanda.cli.output import Output
from servanda.cli.progress import progress
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.ledger.chain import Head

_FAILED = 1


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.command(epilog=_VERIFY)(verify)
    program.command(epilog=_COPY)(copy)
    program.command(epilog=_BACKUP)(backup)
    program.command(epilog=_RESTORE)(restore)


def verify(
    ledger: LedgerOption = None,
    head: Annotated[bool, typer.Option("--head", help="Print only the head of the chain.")] = False,
    expect: Annotated[
        str | None,
        typer.Option(metavar="HEAD", help="An earlier head, through which the chain has to go still."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Prove that nothing was changed behind the ledger's back; else name what was, with exit status 1.

    Compares all bytes and texts with their hashes, each quotation with its text, and each row that was read
    or judged with its entry in the chain of hashes. Print the head and keep it elsewhere: with --expect it
    shows later that nothing was cut off at the end, or written anew as a whole.
    """
    from servanda.ledger.problem import Problem

    out = Output()
    known = _head(expect) if expect else None
    with open_ledger(ledger) as book:
        problems = book.check()
        if known is not None and not book.went_through(known):
            problems.append(
                Problem(book.name, f"its chain does not go through {known}: it was made anew or cut")
            )
        now = str(book.head())
    if as_json:
        out.json({"head": now, "problems": problems})
    else:
        for found in problems:
            out.line(f"{found.subject}: {found.problem}")
        if head and not problems:
            out.line(now)
        elif not problems:
            out.line(f"All as it was written. Head of the chain: {now}")
    if problems:
        raise typer.Exit(_FAILED)


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


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    ledger: LedgerOption = None,
) -> None:
    """Back the ledger up as it stands now, while it is in use, into one SQLite file, and verify that file.

    The file is a ledger like any other: `--ledger FILE` opens it.
    """
    from servanda.ledger.backup import back_up

    out = Output()
    with open_ledger(ledger) as book, progress(out) as report:
        head = back_up(book, file, lambda table, done: report(f"copying {table}: {done}"))
    out.line(f"Backed up to {file}. Head of the chain: {head}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What servanda backup has made.")],
    ledger: LedgerOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Remove what the ledger holds. Without it, it has to be empty.")
    ] = False,
) -> None:
    """Put a backup into a ledger, which is made when there is none; verified before and compared after.

    What the ledger holds is replaced only where --replace says so, and then wholly or not at all.
    """
    from servanda.ledger import Ledger
    from servanda.ledger import backup as backups

    out = Output()
    with Ledger.open(ledger or settings().ledger, create=True) as book, progress(out) as report:
        rows = backups.restore(
            file, book, lambda table, done: report(f"copying {table}: {done}"), replace=replace
        )
        out.line(f"Restored {rows} rows from {file}. Head of the chain: {book.head()}")


def _head(given: str) -> Head:
    from servanda.ledger.chain import Head

    number, _, hashed = given.strip().partition(":")
    if not (number.isascii() and number.isdecimal() and len(number) < 10 and hashed):
        raise UsageError(given, "is no head of a chain", "give what servanda verify --head has printed")
    return Head(int(number), hashed)


_VERIFY = examples(
    "servanda verify",
    "servanda verify --head > head.txt",
    "servanda verify --expect $(cat head.txt)",
)
_COPY = examples(
    "servanda copy servanda.db postgresql://servanda@db.example.org/servanda",
    "servanda copy postgresql://servanda@db.example.org/servanda servanda.db",
)
_BACKUP = examples(
    "servanda backup 2024-05-01.db",
    "servanda backup 2024-05-01.db --ledger postgresql://servanda@db.example.org/servanda",
)
_RESTORE = examples(
    "servanda restore 2024-05-01.db --ledger servanda.db",
    "servanda restore 2024-05-01.db --ledger postgresql://servanda@db.example.org/servanda --replace",
)
