"""The commands that list what the ledger holds: facts, people, organisations, documents, search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.entries import entry_line, entry_table
from servanda.cli.filters import AnyKindOptions, FilterOptions, Standing
from servanda.cli.linked import AsOfOption, opened, today
from servanda.cli.options import JsonOption, LedgerOption, examples, one_of, open_ledger, with_options
from servanda.cli.output import Column, Output
from servanda.cli.tables import fact_table, short_id, snippet_text, source, view_line
from servanda.model.facts import Act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from servanda.query.entries import EntryView
    from servanda.query.filters import Filters
    from servanda.query.views import Post

ActOption = Annotated[Act | None, typer.Option(metavar="ACT", help=f"Only this act: {one_of(Act)}.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_TIMELINE)(timeline)
    app.command(epilog=_COMMITMENTS)(commitments)
    app.command(epilog=_INSTRUMENTS)(instruments)
    app.command(epilog=_PEOPLE)(people)
    app.command(epilog=_ORGANISATIONS)(organisations)
    app.command(epilog=_DOCUMENTS)(documents)
    app.command(epilog=_SEARCH)(search)


@with_options
def timeline(
    chosen: AnyKindOptions,
    standing: Standing,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List all that has a date, in its order: each engagement, instrument and commitment once."""
    found = _entries(chosen.filters(), standing, ledger)
    _print([entry for entry in found if entry.date], as_json)


@with_options
def commitments(
    chosen: FilterOptions,
    standing: Standing,
    act: ActOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List who pledged, offered, requested, proposed, agreed or invited what, and what became of it."""
    _print(_entries(chosen.filters(kinds=("commitment",), act=act), standing, ledger), as_json)


@with_options
def instruments(
    chosen: FilterOptions,
    standing: Standing,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what was signed, planned, proposed, amended: agreements, memoranda, statements, programmes."""
    _print(_entries(chosen.filters(kinds=("instrument",)), standing, ledger), as_json)


@with_options
def people(
    chosen: FilterOptions, as_of: AsOfOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List who acts for whom, each person once over all documents, with ranks and posts and when documents
    attest them.

    --since and --until compare with the publication of the documents that name them. The id serves for
    `servanda judge`, where two are one person or one is two.
    """
    from servanda.query import people

    out = Output()
    with opened(ledger, as_of) as (book, opened_book):
        found = people.people(book, opened_book, chosen.filters())
    if as_json:
        out.json_list(found)
        return
    columns = [
        Column("name", wide=1),
        Column("party"),
        Column("rank and post", wide=2),
        Column("documents", right=True),
        Column("also", "dim", wide=1),
        Column("id", "dim"),
    ]
    rows = [
        (
            person.name,
            person.party,
            "; ".join(map(_post, person.posts)),
            len(person.documents),
            "; ".join(person.spellings),
            short_id(person.id),
        )
        for person in found
    ]
    out.table(columns, rows)


@with_options
def organisations(
    chosen: FilterOptions, as_of: AsOfOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List ministries, services, headquarters and institutes, by the posts and quotations that name them,
    with who serves in them. With --party those that are its own."""
    from servanda.query.organisations import organisations_in

    out = Output()
    with opened(ledger, as_of) as (book, opened_book):
        found = organisations_in(book, opened_book, today(), chosen.filters())
    if as_json:
        out.json_list(found)
        return
    columns = [
        Column("name", wide=2),
        Column("party"),
        Column("people", wide=2),
        Column("entries", right=True),
        Column("also", "dim", wide=1),
        Column("id", "dim"),
    ]
    rows = [
        (
            each.name if each.named else f"{each.name} (portfolio)",
            each.party,
            "; ".join(dict.fromkeys(holder.name for holder in each.holders)),
            len(each.entries),
            "; ".join(each.names),
            short_id(each.id),
        )
        for each in found
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


def _post(post: Post) -> str:
    """ "Deputy Minister (attested 2018-03 to 2018-09)"."""
    words = " ".join(part for part in (post.rank, post.post) if part)
    when = " to ".join(dict.fromkeys(day for day in (post.first, post.last) if day))
    return f"{words} (attested {when})" if when else words


def _entries(filters: Filters, standing: Standing, ledger: str | None) -> list[EntryView]:
    from servanda.query.entries import entries

    wanted = standing.checked()
    with opened(ledger, standing.as_of) as (book, opened_book):
        found = entries(book, opened_book, today(), filters)
    return [entry for entry in found if wanted in (None, entry.status.value if entry.status else None)]


def _print(entries: Sequence[EntryView], as_json: bool) -> None:
    out = Output()
    if as_json:
        out.json_list(entry_line(entry) for entry in entries)
    else:
        entry_table(out, entries)


_TIMELINE = examples(
    "servanda timeline --party FR --party VN",
    "servanda timeline --since 2023 --until 2024-06 --kind engagement",
    "servanda timeline --status planned --as-of 2024-01-01 --json",
)
_COMMITMENTS = examples(
    "servanda commitments --party France --act pledge",
    "servanda commitments --status overdue",
    "servanda commitments --field peacekeeping --since 2020",
    "servanda commitments --person Parly --json",
)
_INSTRUMENTS = examples(
    "servanda instruments --party FR --status signed", "servanda instruments --field hydrography"
)
_PEOPLE = examples("servanda people --party VN", "servanda people --person Vinh --json")
_ORGANISATIONS = examples("servanda organisations --party FR", "servanda organisations --json")
_DOCUMENTS = examples("servanda documents", "servanda documents --party FR --field training")
_SEARCH = examples("servanda search hydrography", "servanda search '\"letter of intent\" vision'")
