"""`servanda show`: what lies between two parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from servanda.cli.options import JsonOption, LedgerOption, examples, open_ledger
from servanda.cli.output import Column, Output
from servanda.cli.tables import fact_table, view_line
from servanda.codebook.places import party_name
from servanda.errors import UsageError
from servanda.model.facts import KINDS, Commitment, Engagement, Instrument

if TYPE_CHECKING:
    from servanda.query.views import Counts, FactView, Relationship

_TO_COME = ("planned", "proposed", "postponed")
_COUNTED = ("engagement", "instrument", "commitment")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(show)


def show(
    parties: Annotated[
        list[str] | None, typer.Argument(metavar="[PARTY PARTY]", help="Codes (FR) or names (France).")
    ] = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what was planned, done, signed and said between two parties; without them, all relationships."""
    from servanda.query import relationship

    named = parties or []
    if len(named) not in (0, 2):
        raise UsageError(" ".join(named), "is not two parties", "name two, or none for a list of all")
    out = Output()
    with open_ledger(ledger) as book:
        if named:
            found = relationship.relationship(book, *named)
            _as_json(out, found) if as_json else print_relationship(out, found)
        else:
            counts = relationship.relationships(book)
            out.json_list(_counts_line(c) for c in counts) if as_json else _list(out, counts)


class Section(NamedTuple):
    """A part of a relationship with its heading."""

    title: str
    views: Sequence[FactView]


def sections(found: Relationship) -> Iterator[Section]:
    """The parts of a relationship, what is to come first."""
    to_come = [v for v in (*found.engagements, *found.instruments) if _is_to_come(v)]
    yield Section("Planned and proposed, as reported", to_come)
    yield Section("Engagements", [v for v in found.engagements if not _is_to_come(v)])
    yield Section("Instruments", [v for v in found.instruments if not _is_to_come(v)])
    for title, views in _by_speaker(found.commitments).items():
        yield Section(f"Commitments: {title}", views)
    yield Section("Assessments", found.assessments)
    yield Section("Positions", found.positions)
    yield Section("Milestones", found.milestones)
    yield Section("Activities", found.activities)


def print_relationship(out: Output, found: Relationship, most: int | None = None) -> None:
    """A relationship as a page, with the `most` first facts of each section or all of them."""
    names = " – ".join(party_name(code) for code in found.parties)
    views = [view for kind in KINDS for view in _of_kind(found, kind)]
    out.line(names, style="bold")
    if not views:
        out.line("Nothing between them stands in this ledger. See: servanda show")
        return
    counts = ", ".join(
        f"{len(of)} {_plural(kind, len(of))}" for kind in KINDS if (of := _of_kind(found, kind))
    )
    documents = len({view.fact.source for view in views})
    out.line(f"{counts}, from {documents} {_plural('document', documents)}")
    for number, section in enumerate(section for section in sections(found) if section.views):
        out.heading(section.title)
        fact_table(out, section.views[:most], header=not number)
        if most and len(section.views) > most:
            out.line(f"and {len(section.views) - most} more", style="dim")


def _as_json(out: Output, found: Relationship) -> None:
    lists = {f"{_plural(kind, 2)}": [view_line(v) for v in _of_kind(found, kind)] for kind in KINDS}
    out.json({"parties": found.parties, **lists})


def _list(out: Output, counts: Sequence[Counts]) -> None:
    columns = [Column("parties", wide=1)]
    columns += [Column(_plural(kind, 2), right=True) for kind in _COUNTED]
    columns += [Column("all", right=True), Column("documents", right=True), Column("first"), Column("last")]
    rows = [
        (
            f"{party_name(c.parties[0])} – {party_name(c.parties[1])}",
            *(c.kinds.get(kind, 0) for kind in _COUNTED),
            c.facts,
            c.documents,
            c.first,
            c.last,
        )
        for c in counts
    ]
    out.table(columns, rows)


def _counts_line(counts: Counts) -> dict[str, object]:
    return {
        "parties": counts.parties,
        "kinds": counts.kinds,
        "facts": counts.facts,
        "documents": counts.documents,
        "first": counts.first,
        "last": counts.last,
    }


def _by_speaker(views: Sequence[FactView]) -> dict[str, list[FactView]]:
    groups: dict[str, list[FactView]] = {}
    for view in views:
        speakers = view.fact.speaker if isinstance(view.fact, Commitment) else ()
        groups.setdefault(" and ".join(sorted(map(party_name, speakers))) or "speaker not stated", []).append(
            view
        )
    return groups


def _is_to_come(view: FactView) -> bool:
    if isinstance(view.fact, Engagement):
        return view.fact.status in _TO_COME
    return isinstance(view.fact, Instrument) and view.fact.action in _TO_COME


def _of_kind(found: Relationship, kind: str) -> Sequence[FactView]:
    views: Sequence[FactView] = getattr(found, _plural(kind, 2))
    return views


def _plural(noun: str, number: int) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


_EPILOG = examples("servanda show", 'servanda show France "Viet Nam"', "servanda show FR VN --json")
