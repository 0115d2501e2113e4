"""`servanda judge`: a person decides what is one thing and what is not."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.linked import link
from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger
from servanda.cli.output import Column, Output
from servanda.cli.tables import short_id
from servanda.errors import UsageError

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.query.book import Book
    from servanda.query.judging import Thing
    from servanda.resolve.judgement import Judgement, Ruling

app = typer.Typer(no_args_is_help=True)

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="An entry, fact or person, or the beginning of its id.")
]
ByOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who judges; default: the name of this account.")
]
WhyOption = Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with the judgement.")]


def register(program: typer.Typer) -> None:
    """Add the commands to the program."""
    program.add_typer(
        app,
        name="judge",
        help="Decide what is one engagement, instrument or person: same, not-same, split, undo.\n\n"
        "A judgement prevails over all rules, lasts whatever is read later, and can be undone.",
        epilog=_EPILOG,
    )


@app.command()
def same(
    one: IdArgument, other: IdArgument, by: ByOption = None, why: WhyOption = "", ledger: LedgerOption = None
) -> None:
    """Two entries, or two people, are one."""
    _judge_pair("same", (one, other), by, why, ledger)


@app.command("not-same")
def not_same(
    one: IdArgument, other: IdArgument, by: ByOption = None, why: WhyOption = "", ledger: LedgerOption = None
) -> None:
    """Two entries, or two people, are two, whatever the rules say."""
    _judge_pair("not-same", (one, other), by, why, ledger)


@app.command()
def split(
    entry: IdArgument,
    off: Annotated[str, typer.Argument(metavar="FACT", help="The fact (or form of a name) that is another.")],
    by: ByOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Part one fact from its entry: it tells of something else than all others there."""
    from servanda.query.book import open_book
    from servanda.query.find import find, members

    with open_ledger(ledger) as book:
        link(book, Output())
        ids = members(find(open_book(book), entry))
        digits = off.rpartition("-")[2].lower()
        parted = [id_ for id_ in ids if id_.partition("-")[2].startswith(digits)]
        if len(parted) != 1:
            raise UsageError(off, f"is not one of the {len(ids)} facts of {entry}", "see them with --json")
        if len(ids) == 1:
            raise UsageError(off, "stands alone already", "there is nothing to split")
        rest = [id_ for id_ in ids if id_ != parted[0]]
        for id_ in rest:
            _report(_pass(book, "not-same", (parted[0], id_), by, why))


@app.command()
def undo(
    numbers: Annotated[list[int], typer.Argument(metavar="NUMBER...", help="See: servanda judge list.")],
    by: ByOption = None,
    why: WhyOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Take judgements back. Undoing an undoing brings the judgement back."""
    with open_ledger(ledger) as book:
        for number in numbers:
            _report(book.undo(number, by=_name(by), why=why))


@app.command("list")
def list_(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List all judgements, those that were undone among them."""
    from servanda.resolve.judgement import standing

    out = Output()
    with open_ledger(ledger) as book:
        made = book.judgements()
    if as_json:
        out.json_list(made)
        return
    holds = {judgement.number for judgement in standing(made)}
    columns = [
        Column("number", right=True),
        Column("judgement"),
        Column("of"),
        Column("by"),
        Column("made", "dim"),
        Column("stands"),
        Column("why", wide=1),
    ]
    rows = [
        (
            j.number,
            j.ruling if j.undoes is None else f"undo {j.undoes}",
            f"{short_id(j.a)} {short_id(j.b)}",
            j.by,
            j.made,
            ("yes" if j.number in holds else "no") if j.undoes is None else "",
            j.why,
        )
        for j in made
    ]
    out.table(columns, rows)


@app.command()
def doubts(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List what the rules are not sure of and leave to a person, the surest first."""
    out = Output()
    with open_ledger(ledger) as opened:
        link(opened, out)
        from servanda.query.book import open_book
        from servanda.query.doubts import doubts as found

        waiting = found(opened, open_book(opened))
    if as_json:
        out.json_list(waiting)
        return
    columns = [Column("score", right=True), Column("ids"), Column("of", wide=2), Column("reason", wide=1)]
    rows = [
        (f"{d.score:.2f}", f"{short_id(d.a)} {short_id(d.b)}", f"{d.one}  ?=  {d.other}", d.reason)
        for d in waiting
    ]
    out.table(columns, rows)


def _judge_pair(ruling: Ruling, given: tuple[str, str], by: str | None, why: str, ledger: str | None) -> None:
    from servanda.query.book import open_book
    from servanda.query.judging import anchors

    with open_ledger(ledger) as book:
        link(book, Output())
        opened = open_book(book)
        things = _thing(opened, given[0]), _thing(opened, given[1])
        undo = "take that back first: servanda judge undo"
        _report(_pass(book, ruling, anchors(ruling, things, given, book.rulings(), undo), by, why))


def _thing(book: Book, given: str) -> Thing:
    from servanda.query.find import find, members
    from servanda.query.judging import Thing

    found = find(book, given)
    return Thing(kind=getattr(found, "kind", "person"), id=found.id, members=members(found))


def _pass(ledger: Ledger, ruling: Ruling, of: tuple[str, str], by: str | None, why: str) -> Judgement:
    return ledger.judge(ruling, *of, by=_name(by), why=why)


def _name(by: str | None) -> str:
    try:
        return by or getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name, as in a container
        raise UsageError("this account", "has no name", "say who judges: --by NAME") from None


def _report(made: Judgement) -> None:
    what = made.ruling if made.undoes is None else f"undone {made.undoes}"
    Output().line(f"{made.number}: {what}, {made.a} {made.b}, by {made.by}")


_EPILOG = examples(
    'servanda judge same 728d59c0 0df40143 --why "one dialogue, two house styles"',
    "servanda judge split 728d59c0 fact-0df40143",
    "servanda judge list",
    "servanda judge undo 1",
)
