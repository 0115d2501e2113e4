"""`servanda show`: what lies between two parties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from servanda.cli.entries import entry_line, entry_table, mention_line
from servanda.cli.linked import AsOfOption, opened, today
from servanda.cli.options import JsonOption, LedgerOption, examples
from servanda.cli.output import Column, Output
from servanda.codebook.places import party_name
from servanda.errors import UsageError
from servanda.model.facts import KINDS, Commitment, Engagement, Instrument
from servanda.query.wording import ordinal

if TYPE_CHECKING:
    from servanda.follow.series import Implied
    from servanda.query.entries import Between, EntryView
    from servanda.query.views import Counts

_TO_COME = ("planned", "proposed", "postponed", "no report")
_COUNTED = ("engagement", "instrument", "commitment")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(epilog=_EPILOG)(show)


def show(
    parties: Annotated[
        list[str] | None, typer.Argument(metavar="[PARTY PARTY]", help="Codes (FR) or names (France).")
    ] = None,
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what was planned, done, signed and said between two parties; without them, all relationships.

    Each engagement, instrument and commitment stands once, however many documents tell of it.
    """
    from servanda.query import relationship
    from servanda.query.entries import between

    named = parties or []
    if len(named) not in (0, 2):
        raise UsageError(" ".join(named), "is not two parties", "name two, or none for a list of all")
    out = Output()
    if not named:
        with opened(ledger, as_of) as (book, entries):
            counts = relationship.relationships(book, {id_: e.id for id_, e in entries.by_mention.items()})
        out.json_list(_counts_line(c) for c in counts) if as_json else _list(out, counts)
        return
    with opened(ledger, as_of) as (book, entries):
        found = between(book, entries, today(), *named)
    _as_json(out, found) if as_json else print_relationship(out, found)


class Section(NamedTuple):
    """A part of a relationship with its heading; `notes` stand below its entries and are none themselves."""

    title: str
    entries: Sequence[EntryView]
    notes: Sequence[str] = ()


def sections(found: Between) -> Iterator[Section]:
    """The parts of a relationship, what is to come first."""
    done = [entry for entry in found.entries if not _is_to_come(entry)]
    yield Section("Planned and proposed", [e for e in found.entries if _is_to_come(e)])
    notes = [_implied(each) for each in found.implied]
    yield Section("Engagements", [e for e in done if e.kind == "engagement"], notes)
    yield Section("Instruments", [e for e in done if e.kind == "instrument"])
    for title, entries in _by_speaker(found.of("commitment")).items():
        yield Section(f"Commitments: {title}", entries)
    yield Section("Assessments", found.of("assessment"))
    yield Section("Positions", found.of("position"))
    yield Section("Milestones", found.of("milestone"))
    yield Section("Activities", found.of("activity"))


def print_relationship(out: Output, found: Between, most: int | None = None) -> None:
    """A relationship as a page, with the `most` first entries of each section or all of them."""
    names = " – ".join(party_name(code) for code in found.parties)
    out.line(names, style="bold")
    if not found.entries:
        out.line("Nothing between them stands in this ledger. See: servanda show")
        return
    counts = ", ".join(f"{len(of)} {_plural(kind, len(of))}" for kind in KINDS if (of := found.of(kind)))
    documents = len({view.fact.source for entry in found.entries for view in entry.facts})
    out.line(f"{counts}, from {documents} {_plural('document', documents)}")
    shown = (section for section in sections(found) if section.entries or section.notes)
    for number, section in enumerate(shown):
        out.heading(section.title)
        entry_table(out, section.entries[:most], header=not number)
        if most and len(section.entries) > most:
            out.line(f"and {len(section.entries) - most} more", style="dim")
        for note in section.notes:
            out.line(note, style="dim")


def _as_json(out: Output, found: Between) -> None:
    lists = {_plural(kind, 2): [entry_line(entry) for entry in found.of(kind)] for kind in KINDS}
    out.json({"parties": found.parties, **lists, "implied": [_implied_line(each) for each in found.implied]})


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


def _implied(meetings: Implied) -> str:
    """ "implied: 1st to 2nd meeting of Defence Dialogue (by the 3rd, readout-2018)"."""
    numbers = " to ".join(dict.fromkeys(map(ordinal, (meetings.first, meetings.last))))
    series = meetings.series or "this series"
    by = f"by the {ordinal(meetings.last + 1)}, {meetings.by.source.name}"
    return f"implied: {numbers} meeting of {series} ({by})"


def _implied_line(meetings: Implied) -> dict[str, object]:
    return {
        "series": meetings.series,
        "parties": meetings.parties,
        "first": meetings.first,
        "last": meetings.last,
        "by": mention_line(meetings.by),
    }


def _by_speaker(entries: Sequence[EntryView]) -> dict[str, list[EntryView]]:
    groups: dict[str, list[EntryView]] = {}
    for entry in entries:
        speakers = entry.fact.speaker if isinstance(entry.fact, Commitment) else ()
        title = " and ".join(sorted(map(party_name, speakers))) or "speaker not stated"
        groups.setdefault(title, []).append(entry)
    return groups


def _is_to_come(entry: EntryView) -> bool:
    if not isinstance(entry.fact, Engagement | Instrument):
        return False
    return entry.status is not None and entry.status.value in _TO_COME


def _plural(noun: str, number: int) -> str:
    if number == 1:
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


_EPILOG = examples(
    "servanda show",
    'servanda show France "Viet Nam"',
    "servanda show FR VN --as-of 2018-12-31",
    "servanda show FR VN --json",
)
