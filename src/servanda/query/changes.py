"""What changed in the ledger since a read: a comparison of the book as it was then with that of now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from servanda.follow.status import Status, status
from servanda.ledger import Ledger
from servanda.ledger.lineage import extracted_readings
from servanda.ledger.tables import facts, readings, sightings, versions
from servanda.model.document import content_id
from servanda.query.book import Book
from servanda.query.facts import joined
from servanda.query.filters import EVERYTHING, Filters
from servanda.query.views import DocumentRef
from servanda.query.where import satisfies
from servanda.resolve.conflicts import Conflict
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention, time_key

How = Literal["new", "told again", "joined", "parted"]
"""new: nothing told of it before; told again: by further facts; joined: what was held to be two or more is
one; parted: what was held to be one is two or more."""


class EntryChange(msgspec.Struct, frozen=True, kw_only=True):
    """An entry, as it stands now, and the facts that came to it."""

    entry: Entry
    how: How
    added: tuple[Mention, ...]


class StatusChange(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that stands elsewhere than it would without what was read since."""

    entry: Entry
    before: Status
    now: Status


class NewConflict(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict that was not there, or has a value more."""

    entry: Entry
    conflict: Conflict


class DocumentChange(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is new, stands in another version, or was read again by another extractor."""

    document: DocumentRef
    how: Literal["new", "new version", "restored", "re-read"]


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What changed since the read of number `since`; entries in their order, facts in that of publication.

    withdrawn  facts that are no longer current, since their document was corrected or read again. What the
               new version tells in the same words is neither withdrawn nor new
    documents  that were read since; filters leave those of which no fact satisfies them
    cited      all versions of documents, by `Source.id`
    """

    since: int
    entries: tuple[EntryChange, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    conflicts: tuple[NewConflict, ...] = ()
    withdrawn: tuple[Mention, ...] = ()
    documents: tuple[DocumentChange, ...] = ()
    cited: dict[str, DocumentRef] = {}

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.entries or self.statuses or self.conflicts or self.withdrawn or self.documents)


def changes(ledger: Ledger, since: int, today: date, filters: Filters = EVERYTHING) -> Changes:
    """What the reads after the one of number `since` changed, in what satisfies the filters: entries of which
    one fact does, facts that do. Link first, both for now and until `since` (`Ledger.link`).

    today  the day as of which statuses are told, those of then as well: what differs is due to what was read
    """
    found = compare(Book(ledger.resolution(since)), Book(ledger.resolution()), today)
    with ledger.reading() as connection:
        query = joined(facts.c.id, readings.c.version_id).where(satisfies(connection, filters))
        wanted = {row.id: row.version_id for row in connection.execute(query)}
        cited = {ref.id: ref for ref in _versions(connection)}
        documents = tuple(_documents(connection, since, cited))
    if filters != EVERYTHING:
        told = set(wanted.values())
        found = _chosen(found, wanted)
        documents = tuple(change for change in documents if change.document.id in told)
    return replace(found, since=since, documents=documents, cited=cited)


def compare(before: Book, now: Book, today: date) -> Changes:
    """The changes from one book to the other. Entries are matched by the facts that they share, as the id of
    an entry changes when an earlier report of it is read."""
    matching = _Matching(before, now)
    return Changes(
        since=0,
        entries=tuple(change for entry in now.entries if (change := _entry_change(entry, matching))),
        statuses=tuple(_status_changes(before, now, matching, today)),
        conflicts=tuple(_new_conflicts(before, now, matching)),
        withdrawn=tuple(sorted(matching.withdrawn, key=time_key)),
    )


class _Matching:
    """Which entries of one book are which of the other."""

    def __init__(self, before: Book, now: Book) -> None:
        old = {mention.id: mention for entry in before.entries for mention in entry.mentions}
        new = {mention.id: mention for entry in now.entries for mention in entry.mentions}
        gone = [mention for id_, mention in old.items() if id_ not in new]
        come = [mention for id_, mention in new.items() if id_ not in old]
        as_before = {id_: id_ for id_ in new if id_ in old} | _restated(gone, come)
        stays = set(as_before.values())
        self.withdrawn = [mention for mention in gone if mention.id not in stays]
        self._as_before = as_before
        self._earlier = {entry.id: self._entries(entry, before.by_mention) for entry in now.entries}
        self._parts = Counter(one.id for earlier in self._earlier.values() for one in earlier)

    def earlier(self, entry: Entry) -> tuple[Entry, ...]:
        """What the entry was before, the one that was told first at the front; empty for a new one."""
        return self._earlier[entry.id]

    def added(self, entry: Entry) -> tuple[Mention, ...]:
        """The mentions that no document told before."""
        return tuple(mention for mention in entry.mentions if mention.id not in self._as_before)

    def is_part(self, entry: Entry) -> bool:
        """Whether what was one entry before is now this one and another."""
        return any(self._parts[one.id] > 1 for one in self.earlier(entry))

    def _entries(self, entry: Entry, before: dict[str, Entry]) -> tuple[Entry, ...]:
        ids = (self._as_before[mention.id] for mention in entry.mentions if mention.id in self._as_before)
        found = {before[id_].id: before[id_] for id_ in ids}
        return tuple(sorted(found.values(), key=lambda one: time_key(one.mentions[0])))


def _restated(gone: Iterable[Mention], come: Iterable[Mention]) -> dict[str, str]:
    """New ids by the ids that they replace: facts that another version of their document tells in the same
    words, at whatever place."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for mention in gone:
        waiting[_said(mention)].append(mention.id)
    found: dict[str, str] = {}
    for mention in come:
        if same := waiting.get(_said(mention)):
            found[mention.id] = same.pop(0)
    return found


def _said(mention: Mention) -> str:
    """What the fact says in which document, whatever the version and the place in it."""
    fact = mention.fact
    left_out = {*fact.BOOKKEEPING, "source", "evidence"}
    said = {name: value for name, value in fact.to_dict().items() if name not in left_out}
    return content_id("said", said | {"quotations": [span.text for span in fact.evidence]})


def _entry_change(entry: Entry, matching: _Matching) -> EntryChange | None:
    added = matching.added(entry)
    how: How
    if not matching.earlier(entry):
        how = "new"
    elif len(matching.earlier(entry)) > 1:
        how = "joined"
    elif matching.is_part(entry):
        how = "parted"
    elif added:
        how = "told again"
    else:
        return None
    return EntryChange(entry=entry, how=how, added=added)


def _status_changes(before: Book, now: Book, matching: _Matching, today: date) -> Iterator[StatusChange]:
    for entry in now.entries:
        earlier = matching.earlier(entry)
        if not earlier:
            continue
        was = status(earlier[0], before.answers_of(earlier[0]), today)
        stands = status(entry, now.answers_of(entry), today)
        if was is not None and stands is not None and was.value != stands.value:
            yield StatusChange(entry=entry, before=was, now=stands)


def _new_conflicts(before: Book, now: Book, matching: _Matching) -> Iterator[NewConflict]:
    for entry in now.entries:
        found = now.conflicts_of(entry)
        known = {
            pair for one in (matching.earlier(entry) if found else ()) for pair in _disputed(before, one)
        }
        for conflict in found:
            if any((conflict.property, value.value) not in known for value in conflict.values):
                yield NewConflict(entry=entry, conflict=conflict)


def _disputed(book: Book, entry: Entry) -> set[tuple[str, str]]:
    return {(found.property, value.value) for found in book.conflicts_of(entry) for value in found.values}


def _chosen(found: Changes, wanted: Iterable[str]) -> Changes:
    """The changes of entries of which one fact is wanted, and of facts that are."""
    ids = frozenset(wanted)

    def concerned(entry: Entry) -> bool:
        return any(mention.id in ids for mention in entry.mentions)

    return replace(
        found,
        entries=tuple(change for change in found.entries if concerned(change.entry)),
        statuses=tuple(change for change in found.statuses if concerned(change.entry)),
        conflicts=tuple(change for change in found.conflicts if concerned(change.entry)),
        withdrawn=tuple(mention for mention in found.withdrawn if mention.id in ids),
    )


# -- documents --


def _versions(connection: Connection) -> Iterator[DocumentRef]:
    columns = (versions.c[name] for name in DocumentRef.__struct_fields__)
    for row in connection.execute(select(*columns)).mappings():
        yield DocumentRef(**row)


def _documents(connection: Connection, since: int, refs: dict[str, DocumentRef]) -> Iterator[DocumentChange]:
    before, now = _standing(connection, since), _standing(connection)
    seen_before = select(sightings.c.version_id).where(sightings.c.read_id <= since)
    known = set(connection.execute(seen_before).scalars())
    for number, (version, reading) in now.items():
        if number not in before:
            yield DocumentChange(document=refs[version], how="new")
        elif before[number][0] != version:
            yield DocumentChange(
                document=refs[version], how="restored" if version in known else "new version"
            )
        elif before[number][1] != reading:
            yield DocumentChange(document=refs[version], how="re-read")


def _standing(connection: Connection, until: int | None = None) -> dict[int, tuple[str, int]]:
    """The version and the reading of each document, in the order of publication."""
    query = (
        select(versions.c.document_id, versions.c.id.label("version"), readings.c.id)
        .join(readings, readings.c.version_id == versions.c.id)
        .where(readings.c.id.in_(extracted_readings(until)))
        .order_by(versions.c.published_first.nulls_last(), versions.c.name, versions.c.id)
    )
    return {row.document_id: (row.version, row.id) for row in connection.execute(query)}
