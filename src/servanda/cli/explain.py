"""`servanda explain`: why a fact stands in the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.text import Text

from servanda.cli.explain_entry import Story, print_story, story_line
from servanda.cli.linked import opened, today
from servanda.cli.options import JsonOption, LedgerOption, examples
from servanda.cli.output import Column, Output, one_line
from servanda.cli.tables import source, view_line
from servanda.publish.lines import properties_of
from servanda.query.wording import what, who

if TYPE_CHECKING:
    from servanda.ledger import Ledger
    from servanda.query.book import Book
    from servanda.query.views import Explanation, Quotation


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(explain)


def explain(
    fact_id: Annotated[str, typer.Argument(metavar="ID", help="Of a fact or entry, or its beginning.")],
    around: Annotated[
        int, typer.Option(metavar="N", min=0, help="Characters shown around each quotation.")
    ] = 200,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the quotation that a fact stands on, the rule that read it and why each property has its value;
    then the entry to which it belongs: who else tells of it, what became of it, where sources differ.
    """
    from servanda.query.explain import explain as explain_fact

    out = Output()
    with opened(ledger) as (book, entries):
        found = explain_fact(book, fact_id, around=around)
        story = _story(book, entries, found.fact.id)
    if as_json:
        out.json(_line(found) | {"entry": story_line(story) if story else None})
        return
    _print(out, found)
    if story is not None:
        print_story(out, story)


def _story(ledger: Ledger, book: Book, fact_id: str) -> Story | None:
    """The story of the fact's entry; None where the fact is of a person, or no longer current."""
    from servanda.query.entries import view_of

    entry = book.by_mention.get(fact_id)
    if entry is None:
        return None
    return Story(view_of(ledger, book, today(), entry), entry, book.ties_of(entry), book.conflicts_of(entry))


def _print(out: Output, found: Explanation) -> None:
    fact = found.fact.fact
    out.line(f"{found.fact.id}  {fact.kind}", style="bold")
    out.line(" · ".join(part for part in (who(fact), what(fact)) if part))
    if not found.fact.current:
        out.line("Not current: the document was corrected, or read again by a newer extractor.", "yellow")
    out.heading("Quotations")
    for quotation in found.quotations:
        out.text(_quoted(quotation))
    out.heading("Properties")
    out.table([Column("property"), Column("value", wide=1), Column("why", "dim", wide=1)], _properties(found))
    out.heading("Reading")
    reading = [
        ("rule", found.rule),
        ("confidence", f"{fact.confidence:.2f}"),
        ("extractor", found.extractor),
        ("read at", found.read_at),
        ("document", source(found.document)),
        ("publisher", found.document.publisher),
        ("address", found.document.url),
    ]
    reading += [
        (
            f"version {number}" + (" (current)" if version.current else ""),
            f"seen {version.seen}, {version.sha256}",
        )
        for number, version in enumerate(found.versions, 1)
    ]
    out.table([Column("what"), Column("value", wide=1)], [row for row in reading if row[1]])


def _quoted(quotation: Quotation) -> Text:
    start, end = quotation.span.start, quotation.span.end
    return Text.assemble(
        (f"[{start}:{end}] ", "dim"),
        ("…" + one_line(quotation.before) if quotation.before else "", "dim"),
        (one_line(quotation.span.text), "bold"),
        (one_line(quotation.after) + "…" if quotation.after else "", "dim"),
    )


def _properties(found: Explanation) -> list[tuple[str, object, str]]:
    fact = found.fact.fact
    stated = {name: getattr(fact, name) for name in (*properties_of(type(fact)), "modality")}
    return [
        (name, _value(value), found.reasons.get(name, "in the words"))
        for name, value in stated.items()
        if value not in (None, ())
    ]


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return "; ".join(str(_value(part)) for part in value)
    if isinstance(value, msgspec.Struct):  # an amount, or how an instrument stands to another
        return " ".join(str(part) for part in msgspec.structs.astuple(value))
    return value


def _line(found: Explanation) -> dict[str, object]:
    return {
        "fact": view_line(found.fact) | {"current": found.fact.current},
        "quotations": found.quotations,
        "rule": found.rule,
        "reasons": found.reasons,
        "extractor": found.extractor,
        "read_at": found.read_at,
        "source": found.document,
        "versions": found.versions,
    }


_EPILOG = examples("servanda explain fact-3f2a91c0", "servanda explain 3f2a --around 400 --json")
