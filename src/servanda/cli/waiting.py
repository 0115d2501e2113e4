"""`servanda due`, `servanda conflicts`: what is to come, and where sources disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from servanda.cli.entries import entry_line
from servanda.cli.filters import FilterOptions
from servanda.cli.linked import AsOfOption, day_of, opened, today
from servanda.cli.options import JsonOption, LedgerOption, examples, with_options
from servanda.cli.output import Column, Output
from servanda.cli.tables import DATE, short_id
from servanda.query.wording import what, who

if TYPE_CHECKING:
    from servanda.query.entries import EntryView
    from servanda.resolve.conflicts import Conflict


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_DUE)(due)
    app.command(epilog=_CONFLICTS)(conflicts)


@with_options
def due(
    chosen: FilterOptions, as_of: AsOfOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List what is due: plans and commitments with a date, in its order, the overdue ones marked.

    --until gives the last day that counts. What was kept, held, signed, cancelled or withdrawn is left out.
    """
    from servanda.follow.due import due as waiting
    from servanda.query.entries import entries

    day, until = day_of(as_of) or today(), day_of(chosen.until)
    out = Output()
    with opened(ledger, as_of) as (book, opened_book):
        found = waiting(opened_book.entries, opened_book.answers, day, until)
        views = {view.id: view for view in entries(book, opened_book, day, chosen.filters(until=None))}
    listed = [(each, views[each.entry.id]) for each in found if each.entry.id in views]
    if as_json:
        out.json_list(
            entry_line(view) | {"due": each.when, "due_by": each.by, "overdue": each.overdue}
            for each, view in listed
        )
        return
    columns = [
        Column("due", width=DATE.width),
        Column("who", width=9),
        Column("what", wide=1),
        Column("status", width=10),
        Column("id", "dim"),
    ]
    rows = [
        (each.when, who(view.fact), what(view.fact), _standing(view, each.overdue), short_id(view.id))
        for each, view in listed
    ]
    out.table(columns, rows)


@with_options
def conflicts(
    chosen: FilterOptions, as_of: AsOfOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """List where independent sources disagree, with the quotations side by side; none is held to be right.

    Copies of one text count as one source, and so do the documents of one publisher; but on a period, a
    number, a sum, the day and place of talks, or a day of signing that is written out a publisher can
    differ from itself.
    """
    from servanda.query.facts import facts

    out = Output()
    with opened(ledger, as_of) as (book, opened_book):
        wanted = {view.id for view in facts(book, chosen.filters())}
        found = [c for c in opened_book.conflicts if any(value.mention.id in wanted for value in c.values)]
    if as_json:
        out.json_list(_conflict_line(conflict) for conflict in found)
        return
    if not found:
        out.line("No conflicts between independent sources.")
    columns = [Column("value", width=DATE.width), Column("quotation", wide=1), Column("document", "dim")]
    for conflict in found:
        left_open = ", ".join(
            f"{h.value} ({h.sources} source{'' if h.sources == 1 else 's'})" for h in conflict.hypotheses
        )
        out.heading(f"{conflict.property}: {conflict.label}: {left_open}")
        rows = [
            (
                value.value,
                value.span.text,
                _document(value.mention.source.name, value.mention.source.published),
            )
            for value in conflict.values
        ]
        out.table(columns, rows, header=False)


def _standing(view: EntryView, overdue: bool) -> str:
    standing = view.status.value if view.status else ""
    return f"{standing}; day has passed" if overdue and standing not in ("overdue", "no report") else standing


def _document(name: str, published: str | None) -> str:
    return f"{name}, {published}" if published else name


def _conflict_line(conflict: Conflict) -> dict[str, object]:
    return {
        "property": conflict.property,
        "label": conflict.label,
        "hypotheses": conflict.hypotheses,
        "values": [
            {
                "value": value.value,
                "document": value.mention.source.name,
                "published": value.mention.source.published,
                "publisher": value.mention.source.publisher,
                "quotation": value.span,
                "fact": value.mention.id,
            }
            for value in conflict.values
        ],
    }


_DUE = examples(
    "servanda due", "servanda due --until 2027-06", "servanda due --party FR --as-of 2023-12-01 --json"
)
_CONFLICTS = examples("servanda conflicts", "servanda conflicts --party VN --json")
