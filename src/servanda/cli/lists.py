"""The commands that list what the ledger holds: facts, people, documents, search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.filters import AnyKind, FilterOptions
from servanda.cli.options import JsonOption, LedgerOption, examples, one_of, open_ledger, with_options
from servanda.cli.output import Column, Output
from servanda.cli.tables import fact_table, snippet_text, source, view_line
from servanda.model.facts import Act, InstrumentAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from servanda.query.filters import Filters
    from servanda.query.views import FactView

ActOption = Annotated[Act | None, typer.Option(metavar="ACT", help=f"Only this act: {one_of(Act)}.")]
ActionOption = Annotated[
    InstrumentAction | None,
    typer.Option("--status", metavar="ACTION", help=f"Only with this action: {one_of(InstrumentAction)}."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_TIMELINE)(timeline)
    app.command(epilog=_COMMITMENTS)(commitments)
    app.command(epilog=_INSTRUMENTS)(instruments)
    app.command(epilog=_PEOPLE)(people)
    app.command(epilog=_DOCUMENTS)(documents)
    app.command(epilog=_SEARCH)(search)


@with_options
def timeline(chosen: AnyKind, ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List all facts that have a date, in its order."""
    from servanda.query import facts

    with open_ledger(ledger) as book:
        _print(facts.timeline(book, chosen.filters()), as_json)


@with_options
def commitments(
    chosen: FilterOptions, act: ActOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List who pledged, offered, requested, proposed, agreed or invited what."""
    _list(chosen.filters(kinds=("commitment",), act=act), ledger, as_json)


@with_options
def instruments(
    chosen: FilterOptions,
    status: ActionOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what was signed, planned, proposed, amended: agreements, memoranda, statements, programmes."""
    _list(chosen.filters(kinds=("instrument",), status=status), ledger, as_json)


@with_options
def people(chosen: FilterOptions, ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List who acts for whom, with ranks and posts.

    --since and --until compare with the publication of the documents that name them.
    """
    from servanda.query import people

    out = Output()
    with open_ledger(ledger) as book:
        found = people.people(book, chosen.filters())
    if as_json:
        out.json_list(found)
        return
    columns = [
        Column("name"),
        Column("party"),
        Column("rank and post", wide=1),
        Column("documents", right=True),
    ]
    rows = [
        (
            person.name,
            person.party,
            "; ".join(" ".join(p for p in (post.rank, post.post) if p) for post in person.posts),
            len(person.documents),
        )
        for person in found
    ]
    out.table(columns, rows)


@with_options
def documents(chosen: FilterOptions, ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List the documents that were read, or those that hold a fact as asked for."""
    from servanda.query import documents, facts

    out = Output()
    with open_ledger(ledger) as book:
        found = documents.documents(book)
        if chosen.any_given():
            named = {view.fact.source for view in facts.facts(book, chosen.filters())}
            found = [document for document in found if document.id in named]
    if as_json:
        out.json_list(found)
        return
    columns = [
        Column("published"),
        Column("title", wide=2),
        Column("publisher", "dim", wide=1),
        Column("facts", right=True),
        Column("versions", right=True),
        Column("name", "dim", wide=1),
    ]
    out.table(columns, [(d.published, d.title, d.publisher, d.facts, d.versions, d.name) for d in found])


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='Words; "in quotes" stand together.')
    ],
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many documents and facts at most.")
    ] = 20,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find documents and facts that hold all the words, the best first.

    Capitals and diacritics do not matter.
    """
    from servanda.query import search

    out = Output()
    with open_ledger(ledger) as book:
        found = search.search(book, " ".join(words), limit=limit)
    if as_json:
        out.json({"documents": found.documents, "facts": [view_line(view) for view in found.facts]})
        return
    out.line(f"Documents ({len(found.documents)})", style="bold")
    columns = [Column("published"), Column("document", wide=1), Column("text", wide=2)]
    out.table(
        columns,
        [
            (hit.document.published, source(hit.document), snippet_text(hit.snippet))
            for hit in found.documents
        ],
    )
    out.heading(f"Facts ({len(found.facts)})")
    fact_table(out, found.facts)


def _list(filters: Filters, ledger: str | None, as_json: bool) -> None:
    from servanda.query import facts

    with open_ledger(ledger) as book:
        _print(facts.facts(book, filters), as_json)


def _print(views: Sequence[FactView], as_json: bool) -> None:
    out = Output()
    if as_json:
        out.json_list(view_line(view) for view in views)
    else:
        fact_table(out, views)


_TIMELINE = examples(
    "servanda timeline --party FR --party VN",
    "servanda timeline --since 2023 --until 2024-06 --kind engagement",
    "servanda timeline --status planned --json",
)
_COMMITMENTS = examples(
    "servanda commitments --party France --act pledge",
    "servanda commitments --field peacekeeping --since 2020",
    "servanda commitments --person Parly --json",
)
_INSTRUMENTS = examples(
    "servanda instruments --party FR --status signed", "servanda instruments --field hydrography"
)
_PEOPLE = examples("servanda people --party VN", "servanda people --person Vinh --json")
_DOCUMENTS = examples("servanda documents", "servanda documents --party FR --field training")
_SEARCH = examples("servanda search hydrography", "servanda search '\"letter of intent\" vision'")
