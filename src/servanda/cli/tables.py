"""Facts and where they come from, as rows of a table or lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from servanda.cli.output import Column, Output, one_line
from servanda.publish.lines import fact_line
from servanda.query.wording import what, who

if TYPE_CHECKING:
    from servanda.query.views import DocumentRef, FactView, Snippet

_ID_DIGITS = 8
"""So many digits of an id tell facts apart in a ledger of a hundred thousand, nearly always; `explain`
says when they do not."""

DATE = Column("date", width=len("2018-03-25/"))
SOURCE = Column("source", "dim", wide=2)


def fact_table(out: Output, views: Iterable[FactView], header: bool = True) -> None:
    """Facts with their parties, each with its source and the beginning of its id."""
    from servanda.ledger.rows import date_of

    columns = [DATE, Column("who", width=9), Column("what", wide=3), SOURCE, Column("id", "dim")]
    out.table(
        columns,
        [(date_of(v.fact), who(v.fact), what(v.fact), source(v), short_id(v.id)) for v in views],
        header,
    )


def source(document: DocumentRef | FactView) -> str:
    """A document as one cites it: its title, else its name, and when it was published."""
    name = document.title or getattr(document, "document", None) or getattr(document, "name", "")
    return f"{name}, {document.published}" if document.published else str(name)


def short_id(id_: str) -> str:
    """The beginning of the id of a fact, entry or person, enough for `servanda explain`."""
    return id_.rpartition("-")[2][:_ID_DIGITS]


def view_line(view: FactView) -> dict[str, object]:
    """A fact as in `servanda extract`, with what is known of its document under the names of the export."""
    known = {name: getattr(view, name) for name in ("title", "published", "publisher", "url")}
    return fact_line(view.fact) | {f"document_{name}": value for name, value in known.items() if value}


def snippet_text(snippet: Snippet | None) -> Text:
    """A stretch of a document's text, with what was searched for in bold."""
    text = Text()
    if snippet is None:
        return text
    at, start = 0, snippet.span.start
    for mark_start, mark_end in snippet.marks:
        text.append(one_line(snippet.span.text[at : mark_start - start]))
        text.append(one_line(snippet.span.text[mark_start - start : mark_end - start]), style="bold")
        at = mark_end - start
    return text.append(one_line(snippet.span.text[at:]))
