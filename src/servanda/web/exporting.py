"""Files that take long to make: exports and briefings. Made beside, then sent piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from servanda.ledger import Ledger
from servanda.publish.brief.content import briefing
from servanda.publish.brief.write import writer as brief_writer
from servanda.publish.calendar import appointments, write_calendar
from servanda.publish.export import FORMATS as OF_FACTS
from servanda.publish.export import export
from servanda.publish.formats import FORMATS as LINKED
from servanda.publish.formats import writer
from servanda.publish.holdings import holdings
from servanda.query.book import Book, open_book
from servanda.query.entries import entries
from servanda.query.facts import facts
from servanda.query.filters import Filters
from servanda.query.parties import codes
from servanda.query.reads import last_started

FORMATS: dict[str, tuple[str, str, str]] = {
    "csv": ("CSV", "csv", "One row a fact, for spreadsheets and statistics programs."),
    "parquet": ("Parquet", "parquet", "One row a fact with its lists kept, for data frames (pandas, R)."),
    "jsonl": ("JSON Lines", "jsonl", "One fact a line with all its spans, as servanda extract writes it."),
    "package": ("Data package", "zip", "Tables of entries, facts, people and documents with the codebook "
                "and citation (Frictionless), for archives and replication."),
    "jsonld": ("JSON-LD", "jsonld", "Linked data: quotations as W3C Web Annotations, judgements as PROV-O."),
    "ftm": ("FollowTheMoney", "jsonl", "Entities for Aleph and OpenSanctions tools, one a line."),
    "gexf": ("GEXF", "gexf", "The network of parties and people, for Gephi and NetworkX."),
    "ics": ("iCalendar", "ics", "What is to come and what is overdue, for calendar programs."),
    "plover": ("PLOVER", "csv", "Event data, one record an event, in the PLOVER scheme."),
    "cameo": ("CAMEO", "csv", "Event data, one record an event, in the CAMEO scheme."),
    "dcad": ("DCAD", "csv", "Defence agreements of two states, in the form of the Defense Cooperation "
             "Agreement Dataset."),
}  # fmt: skip
"""Name, ending and use of each format."""
_PIECE = 1 << 16


def write_export(ledger: Ledger, format_: str, filters: Filters, today: date, out: IO[bytes]) -> None:
    """Writes what satisfies the filters in one of FORMATS."""
    if format_ in OF_FACTS:
        export(facts(ledger, filters), format_, out)
        return
    book = _book(ledger, filters)
    if format_ in LINKED:
        writer(format_)(holdings(ledger, book, today, filters), out)
    else:
        stamp = datetime.fromisoformat(last_started(ledger) or f"{today}T00:00:00Z")
        views = entries(ledger, book, today, filters)
        write_calendar(appointments(book, views, today, ledger.assigning.standing()), stamp, out)


def write_brief(
    ledger: Ledger, days: tuple[date | None, date], pair: tuple[str, str], ours: str | None, name: Path
) -> bytes:
    """The briefing on two parties, given by code or name, in the format of the ending of `name`.

    days  the day as of which it is told (None: as is known now), and today
    ours  for which of the two; None: the first
    """
    as_of, today = days
    with TemporaryDirectory(prefix="servanda-brief-") as folder:
        path = Path(folder) / name.name
        write = brief_writer(path)
        _linked(ledger)
        write(briefing(ledger, open_book(ledger, as_of, codes(ledger, *pair)), today, pair, ours))
        return path.read_bytes()


def pieces(folder: TemporaryDirectory[str], path: Path) -> Iterator[bytes]:
    """The file piece by piece; then it is removed with its folder."""
    with folder, path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _book(ledger: Ledger, filters: Filters) -> Book:
    _linked(ledger)
    pair = codes(ledger, *filters.parties[:2]) if len(filters.parties) > 1 else None
    return open_book(ledger, None, pair if pair and pair[0] != pair[1] else None)


def _linked(ledger: Ledger) -> None:
    for _ in ledger.link():
        pass
