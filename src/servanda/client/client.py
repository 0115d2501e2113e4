"""An open ledger whose queries answer with data frames."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypedDict, Unpack

import msgspec

from servanda.client import columns, rows
from servanda.client.frames import Columns, frame, need_pandas
from servanda.errors import UsageError
from servanda.follow.due import due
from servanda.ledger import Ledger
from servanda.model import edtf
from servanda.query import documents, entries, facts, organisations, people, search
from servanda.query.book import Book, open_book
from servanda.query.entries import EntryView
from servanda.query.filters import Filters

if TYPE_CHECKING:
    import pandas as pd

    from servanda.publish.charts.values import Chart


class Chosen(TypedDict, total=False):
    """Filters that all lists take; everything that is given has to hold.

    party           a code or name, or several that all take part
    person          words of the name of somebody who takes part or speaks
    field           code of a field of cooperation
    since, until    EDTF: "2018", "2018-03", "2018-03-26"
    document        name, id, origin or address of a document
    text            words of the fact or its quotation
    min_confidence  0..1
    """

    party: str | Sequence[str]
    person: str
    field: str
    since: str
    until: str
    document: str
    text: str
    min_confidence: float


class Client:
    """The ledger as it was when it was first asked; open it again to see what was read since.

    Statuses are those of `today`, or of the day as of which it was opened.
    """

    def __init__(self, ledger: Ledger, as_of: date | None = None) -> None:
        self._ledger, self._as_of = ledger, as_of
        self.today = as_of or date.today()

    @classmethod
    def open(cls, address: str | Path, *, as_of: str | date | None = None) -> Self:
        """See `servanda.open`."""
        need_pandas()
        day = _day(as_of) if isinstance(as_of, str) else as_of
        return cls(Ledger.open(address), day)

    def close(self) -> None:
        """Lets go of the ledger."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def _book(self) -> Book:
        for _ in self._ledger.link():
            pass  # what was read and not yet compared is compared first
        return open_book(self._ledger, self._as_of)

    # -- entries: each engagement, instrument, commitment ... once --

    def entries(
        self, kind: str | Sequence[str] = (), status: str | None = None, **chosen: Unpack[Chosen]
    ) -> pd.DataFrame:
        """Entries of all kinds, or of those that are named, in the order of time.

        status  where they stand: "open", "overdue", "kept", "held", "signed", ...
        """
        return self._frame(columns.ENTRIES, self._entries(_several(kind), status, chosen))

    def engagements(self, status: str | None = None, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Visits, meetings, dialogues, conferences, calls, ceremonies, exercises."""
        return self._frame(columns.ENGAGEMENTS, self._entries(("engagement",), status, chosen))

    def instruments(self, status: str | None = None, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Texts that were signed, planned, amended, with their relations."""
        return self._frame(columns.INSTRUMENTS, self._entries(("instrument",), status, chosen))

    def commitments(
        self, status: str | None = None, act: str | None = None, **chosen: Unpack[Chosen]
    ) -> pd.DataFrame:
        """Who pledged, offered, requested, proposed, agreed or invited what, and what became of it.

        act  only this: "pledge", "offer", "request", "propose", "agree", "invite"
        """
        return self._frame(columns.COMMITMENTS, self._entries(("commitment",), status, chosen, act))

    def between(self, a: str, b: str) -> pd.DataFrame:
        """All entries between two parties, given by code or name."""
        found = entries.between(self._ledger, self._book, self.today, a, b)
        return self._frame(columns.ENTRIES, found.entries)

    def due(self, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Plans and commitments with a date that are waited for, the earliest first. `until` is the last day
        that counts."""
        until = _day(chosen.get("until"))
        left = chosen.copy()
        left.pop("until", None)
        views = {view.id: view for view in self._entries((), None, left)}
        waiting = due(self._book.entries, self._book.answers, self.today, until)
        return frame(
            columns.DUE,
            (
                rows.of_entry(views[each.entry.id])
                | {"due_by": each.by.isoformat(), "overdue": each.overdue, "date": each.when}
                for each in waiting
                if each.entry.id in views
            ),
        )

    def conflicts(self, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Where independent sources differ: a row for each document that tells a value."""
        wanted = {view.id for view in facts.facts(self._ledger, _filters(chosen))}
        found = [
            each for each in self._book.conflicts if any(value.mention.id in wanted for value in each.values)
        ]
        entry_of = self._entry_of
        return frame(columns.CONFLICTS, (row for each in found for row in rows.of_conflict(each, entry_of)))

    # -- facts, people, organisations, documents --

    def facts(
        self,
        kind: str | Sequence[str] = (),
        status: str | None = None,
        act: str | None = None,
        **chosen: Unpack[Chosen],
    ) -> pd.DataFrame:
        """What documents say, one row a fact, as it was reported; `entry` is what it belongs to.

        status  an engagement's status or an instrument's action, as the document has it
        """
        given = _filters(chosen, kinds=_several(kind), status=status, act=act)
        found = facts.facts(self._ledger, given)
        entry_of = self._entry_of
        return frame(columns.FACTS, (rows.of_fact(view, entry_of) for view in found))

    def people(self, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Who acts for whom, each person once over all documents."""
        found = people.people(self._ledger, self._book, _filters(chosen))
        return frame(columns.PEOPLE, map(rows.of_person, found))

    def organisations(self, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """Ministries, services, headquarters, institutes, by the posts and quotations that name them; with a
        party, those that are its own."""
        found = organisations.organisations_in(self._ledger, self._book, self.today, _filters(chosen))
        return frame(columns.ORGANISATIONS, map(rows.of_organisation, found))

    def documents(self) -> pd.DataFrame:
        """What was read."""
        found = documents.documents(self._ledger)
        return frame(columns.DOCUMENTS, (msgspec.to_builtins(each) for each in found))

    def search(self, text: str, *, limit: int = 20) -> pd.DataFrame:
        """Documents and facts that hold all words of `text`, the best first, `limit` of each; words between
        double quotes stand together."""
        return frame(columns.HITS, rows.of_hits(search.search(self._ledger, text, limit=limit)))

    def text(self, document: str) -> str:
        """The text of the version of a document with this id: `text[start:end]` is a fact's quotation."""
        return self._ledger.document(document).text

    # -- charts --

    def chart(self, name: str, *parties: str, first: str | None = None, last: str | None = None) -> Chart:
        """timeline, activity, network or map, of the whole ledger or of what lies between two parties; a
        notebook shows it, `.file()` is the picture as a file, `.rows` what is behind it.

        first, last  EDTF; what lies outside is not shown
        """
        from servanda.publish.charts.gallery import chart
        from servanda.publish.charts.items import items_of
        from servanda.publish.charts.values import Period

        if len(parties) not in (0, 2):
            raise UsageError(", ".join(parties), "are not two parties", "name two, or none for all")
        found = (
            entries.between(self._ledger, self._book, self.today, *parties).entries
            if parties
            else entries.entries(self._ledger, self._book, self.today)
        )
        items = items_of(found, people.people(self._ledger, self._book))
        return chart(name, items, Period.of(first, last), self.today)

    # -- helpers --

    def _frame(self, of: Columns, views: Iterable[EntryView]) -> pd.DataFrame:
        return frame(of, map(rows.of_entry, views))

    def _entries(
        self, kinds: tuple[str, ...], status: str | None, chosen: Chosen, act: str | None = None
    ) -> list[EntryView]:
        given = _filters(chosen, kinds=kinds, act=act)
        found = entries.entries(self._ledger, self._book, self.today, given)
        return [view for view in found if status in (None, view.status.value if view.status else None)]

    @cached_property
    def _entry_of(self) -> dict[str, str]:
        return {fact: entry.id for fact, entry in self._book.by_mention.items()}


def _filters(chosen: Chosen, **fixed: object) -> Filters:
    given = dict(chosen)
    parties = _several(given.pop("party", ()))
    return Filters(parties=parties, **(given | fixed))  # type: ignore[arg-type]


def _several(one_or_more: object) -> tuple[str, ...]:
    return (one_or_more,) if isinstance(one_or_more, str) else tuple(one_or_more)  # type: ignore[arg-type]


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    bounds = edtf.bounds(text)
    if bounds is None:
        raise UsageError(text, "is no date that can be compared", "write 2018, 2018-03 or 2018-03-26")
    return bounds[1]
