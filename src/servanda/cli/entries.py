"""Entries as rows of a table or lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from servanda.cli.output import Column, Output
from servanda.cli.tables import DATE, short_id, view_line
from servanda.model.facts import AnyFact, Engagement, Instrument
from servanda.publish.lines import fact_line
from servanda.query.wording import what, who

if TYPE_CHECKING:
    from servanda.follow.plans import FollowedBy
    from servanda.query.entries import EntryView
    from servanda.resolve.mention import Mention

_OF_ONE_FACT = frozenset({"id", "document", "evidence", "extractor", "confidence"})


def entry_table(out: Output, entries: Iterable[EntryView], header: bool = True) -> None:
    """Entries with their parties, where they stand, from how many independent sources, and the beginning of
    the id. A property on which sources differ is named behind the status."""
    columns = [
        DATE,
        Column("who", width=9),
        Column("what", wide=3),
        Column("status", width=10),
        Column("sources", right=True),
        Column("id", "dim"),
    ]
    out.table(columns, [_row(entry) for entry in entries], header)


def entry_line(entry: EntryView) -> dict[str, object]:
    """An entry for programs: what its facts say together under the names of the guidelines, where it stands,
    and the facts themselves."""
    said = {name: value for name, value in fact_line(entry.fact).items() if name not in _OF_ONE_FACT}
    status = entry.status
    return said | {
        "id": entry.id,
        "label": entry.label,
        "standing": status.value if status else None,
        "standing_reason": status.reason if status else None,
        "score": entry.score,
        "sources": entry.sources,
        "conflicts": entry.conflicts,
        "answers": [_answer_line(answer) for answer in entry.answers],
        "facts": [view_line(view) for view in entry.facts],
    }


def _row(entry: EntryView) -> tuple[object, ...]:
    standing = entry.status.value if entry.status else ""
    shown = "" if standing == _told(entry.fact) else standing
    differ = f"differ: {', '.join(entry.conflicts)}" if entry.conflicts else ""
    return (
        entry.date,
        who(entry.fact),
        what(entry.fact),
        "; ".join(part for part in (shown, differ) if part),
        entry.sources,
        short_id(entry.id),
    )


def _told(fact: AnyFact) -> str | None:
    """The status that the words of the entry tell already."""
    if isinstance(fact, Engagement):
        return fact.status
    return fact.action if isinstance(fact, Instrument) else None


def _answer_line(answer: FollowedBy) -> dict[str, object]:
    return {
        "status": answer.answer.status,
        "confidence": answer.answer.confidence,
        "rule": answer.answer.rule,
        "reason": answer.answer.reason,
        "earlier": mention_line(answer.earlier),
        "later": mention_line(answer.later),
    }


def mention_line(mention: Mention) -> dict[str, object]:
    """Which fact of which document it is, with the quotation that states it most fully."""
    return {"id": mention.id, "document": mention.source.name, "quotation": mention.quotation}
