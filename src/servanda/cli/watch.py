"""`servanda watch`: what changed since a read. `servanda reads`: the log of reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from servanda.cli.linked import link, today
from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger
from servanda.cli.output import Column, Output, clean
from servanda.cli.tables import DATE, SOURCE, fact_table, short_id, source, view_line
from servanda.query.wording import what, who

if TYPE_CHECKING:
    from servanda.follow.status import Status
    from servanda.query.changes import Changes, EntryChange
    from servanda.query.reads import ReadView
    from servanda.query.views import FactView
    from servanda.resolve.conflicts import Conflict
    from servanda.resolve.entry import Entry
    from servanda.resolve.mention import Mention

_SECTIONS = {
    "new": "New",
    "told again": "Told by further documents",
    "joined": "Held to be one, before to be several",
    "parted": "Held to be several, before to be one",
}


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(epilog=_EPILOG)(watch)
    app.command(epilog=_READS)(reads)


def watch(
    since: Annotated[
        str | None,
        typer.Option(
            metavar="READ|DATE",
            help="Number of a read, or the last one before a date (2024-05, 2024-05-17); "
            "default: the one before the last that added something.",
        ),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Takes part: a code (FR) or name (France). May be repeated."),
    ] = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what changed since a read: documents, entries, statuses, conflicts, facts that were withdrawn.

    Both sides are told as of today: what differs is due to what was read, not to time that has passed.
    """
    from servanda.query import reads as log
    from servanda.query.changes import changes
    from servanda.query.filters import Filters

    out = Output()
    with open_ledger(ledger) as book:
        number = log.since(book, since)
        for until in (None, number):
            link(book, out, until)
        found = changes(book, number, today(), Filters(parties=tuple(party or ())))
        started = {read.number: read.started for read in log.all_reads(book)}
    if as_json:
        out.json(_line(found))
    else:
        _print(out, found, started.get(number))


def reads(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """List the reads with their numbers, for `servanda watch --since`. Times are UTC."""
    from servanda.query.reads import all_reads

    out = Output()
    with open_ledger(ledger) as book:
        found = all_reads(book)
    if as_json:
        out.json_list(found)
        return
    counts = ("new", "versions", "restored", "reread", "known", "skipped", "facts")
    columns = [Column("read", right=True), Column("started"), Column("finished")]
    columns += [Column(name, right=True) for name in counts] + [Column("extractor", "dim", wide=1)]
    out.table(columns, [_read(read, counts) for read in found])


def _read(read: ReadView, counts: tuple[str, ...]) -> tuple[object, ...]:
    numbers = (getattr(read, name) for name in counts)
    return read.number, read.started, read.finished or "not finished", *numbers, read.extractor


def _print(out: Output, found: Changes, started: str | None) -> None:
    since = f"read {found.since} ({started})" if started else "the beginning"
    if not found.any:
        out.line(f"Nothing has changed since {since}.")
        return
    counts = ", ".join(f"{n} {one if n == 1 else several}" for n, one, several in _counts(found) if n)
    out.line(f"Since {since}: {counts}")
    _print_documents(out, found)
    for how, title in _SECTIONS.items():
        if changed := [change for change in found.entries if change.how == how]:
            out.heading(title)
            columns = [DATE, Column("who", width=9), Column("what", wide=3), SOURCE, Column("id", "dim")]
            out.table(columns, [_entry_row(change, found) for change in changed])
    _print_statuses(out, found)
    _print_conflicts(out, found)
    if found.withdrawn:
        out.heading("Withdrawn: the document was corrected, or read again by a newer extractor")
        fact_table(out, (_view(mention, found, current=False) for mention in found.withdrawn))


def _counts(found: Changes) -> Iterator[tuple[int, str, str]]:
    """How many there are, and what one and several of them are called."""
    changed = Counter(change.how for change in found.entries)
    yield len(found.documents), "document", "documents"
    yield changed["new"], "new entry", "new entries"
    yield changed["told again"], "entry told again", "entries told again"
    yield changed["joined"], "joined", "joined"
    yield changed["parted"], "parted", "parted"
    yield len(found.statuses), "change of status", "changes of status"
    yield len(found.conflicts), "conflict", "conflicts"
    yield len(found.withdrawn), "fact withdrawn", "facts withdrawn"


def _print_documents(out: Output, found: Changes) -> None:
    if found.documents:
        out.heading("Documents")
        columns = [Column("change"), Column("document", wide=2), Column("publisher", "dim", wide=1)]
        rows = [(c.how, source(c.document), c.document.publisher) for c in found.documents]
        out.table(columns, rows)


def _print_statuses(out: Output, found: Changes) -> None:
    if found.statuses:
        out.heading("Statuses")
        columns = [Column("status"), Column("who", width=9), Column("what", wide=2)]
        columns += [Column("why", wide=2), Column("id", "dim")]
        rows = [
            (f"{c.before.value} → {c.now.value}", *_told(c.entry), c.now.reason, short_id(c.entry.id))
            for c in found.statuses
        ]
        out.table(columns, rows)


def _print_conflicts(out: Output, found: Changes) -> None:
    if found.conflicts:
        out.heading("Conflicts")
        columns = [Column("on"), Column("who", width=9), Column("what", wide=2)]
        columns += [Column("values", wide=2), Column("id", "dim")]
        rows = [
            (_property(c.conflict), *_told(c.entry), _values(c.conflict, found), short_id(c.entry.id))
            for c in found.conflicts
        ]
        out.table(columns, rows)


def _entry_row(change: EntryChange, found: Changes) -> tuple[object, ...]:
    from servanda.ledger.rows import date_of
    from servanda.resolve.merged import merged

    mentions = change.added or change.entry.mentions
    sources = dict.fromkeys(clean(source(found.cited[mention.source.id])) for mention in mentions)
    date = date_of(merged(change.entry))
    return date, *_told(change.entry), "; ".join(sources), short_id(change.entry.id)


def _told(entry: Entry) -> tuple[str, str]:
    """Who and what, in the words of the entry as a whole."""
    from servanda.resolve.merged import merged

    fact = merged(entry)
    return who(fact), what(fact)


def _property(conflict: Conflict) -> str:
    return conflict.property.partition(".")[2]


def _values(conflict: Conflict, found: Changes) -> str:
    told: dict[str, list[str]] = {}
    for value in conflict.values:
        told.setdefault(value.value, []).append(clean(source(found.cited[value.mention.source.id])))
    return " | ".join(f"{value} ({'; '.join(dict.fromkeys(by))})" for value, by in told.items())


def _view(mention: Mention, found: Changes, *, current: bool = True) -> FactView:
    from servanda.query.views import FactView

    document = found.cited[mention.source.id]
    return FactView(
        id=mention.id,
        kind=mention.fact.kind,
        fact=mention.fact,
        document=document.name,
        title=document.title,
        published=document.published,
        publisher=document.publisher,
        url=document.url,
        current=current,
    )


def _line(found: Changes) -> dict[str, object]:
    return {
        "since": found.since,
        "documents": [{"change": change.how, "document": change.document} for change in found.documents],
        "entries": [
            _entry_line(change.entry)
            | {"change": change.how, "facts": [view_line(_view(m, found)) for m in change.added]}
            for change in found.entries
        ],
        "statuses": [
            _entry_line(change.entry)
            | {"before": _status_line(change.before), "now": _status_line(change.now)}
            for change in found.statuses
        ],
        "conflicts": [
            _entry_line(change.entry) | _conflict_line(change.conflict) for change in found.conflicts
        ],
        "withdrawn": [view_line(_view(mention, found, current=False)) for mention in found.withdrawn],
    }


def _entry_line(entry: Entry) -> dict[str, object]:
    from servanda.resolve.labels import label

    return {"id": entry.id, "kind": entry.kind, "label": label(entry)}


def _status_line(status: Status) -> dict[str, object]:
    return {"standing": status.value, "reason": status.reason, "facts": [m.id for m in status.mentions]}


def _conflict_line(conflict: Conflict) -> dict[str, object]:
    values = [
        {"value": v.value, "fact": v.mention.id, "document": v.mention.source.name, "quotation": v.span}
        for v in conflict.values
    ]
    return {"property": _property(conflict), "values": values}


_EPILOG = examples(
    "servanda watch",
    "servanda watch --since 12 --party FR --party VN",
    "servanda watch --since 2024-05-17 --json",
)
_READS = examples("servanda reads", "servanda reads --json | jq '.[-1].left_out'")
