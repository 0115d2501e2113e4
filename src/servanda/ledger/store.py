"""The ledger: what was read, for as long as it is kept, in a file or in a PostgreSQL database."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, select

from servanda.errors import LedgerError, MissingError
from servanda.ledger import chain, copying, erasing, linking, resolving, schema
from servanda.ledger.accounts import Accounts
from servanda.ledger.address import connect
from servanda.ledger.again import again
from servanda.ledger.assigning import Assigning
from servanda.ledger.chain import Head
from servanda.ledger.check import problems
from servanda.ledger.clock import Clock, stamp, system_clock
from servanda.ledger.copying import Tell
from servanda.ledger.database import Database, end_moment, moment
from servanda.ledger.deliveries import Deliveries
from servanda.ledger.erasing import Erasure
from servanda.ledger.problem import Problem
from servanda.ledger.reading import ReadRun, is_known
from servanda.ledger.reviewing import Reviewing
from servanda.ledger.tables import blobs, judgements, readings, reads, texts, versions
from servanda.ledger.webhooks import Webhooks
from servanda.model.document import Document, Region
from servanda.resolve.judgement import Judgement, Ruling, undoings
from servanda.resolve.resolution import Resolution


class Ledger:
    """An open ledger; close it, or use it in a `with`. Made by `Ledger.open`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    @classmethod
    def open(cls, address: str | Path, *, create: bool = False, clock: Clock = system_clock) -> Self:
        """Opens the ledger at `address`, and brings an older one up to date.

        address  a path, `sqlite:///path`, or `postgresql://user@host:port/database`
        create   makes the ledger when there is none; the folder, or the database, has to be there
        clock    gives the time that is written beside what is read

        A file that may not be written is opened for reading. Raises LedgerError where there is no ledger,
        or it cannot be reached, is damaged, another program's, or made by a newer Servanda.
        """
        database = connect(address, create=create)
        try:
            _bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database, clock)

    @property
    def name(self) -> str:
        """Where the ledger is: its path, or its address without a password."""
        return self._database.name

    def begin_read(self, extractor: str) -> ReadRun:
        """Starts a run of `extractor` (its name and version). LedgerError when the ledger is read-only."""
        with self._database.writing() as connection:
            row = {"started": stamp(self._clock), "extractor": extractor}
            number = chain.insert(connection, reads, row)
        return ReadRun(number, extractor, self._database, self._clock)

    def knows(self, document_id: str, extractor: str) -> bool:
        """Whether this version (`Document.id`) stands in the ledger as read by `extractor`: reading it
        again would add nothing."""
        with self.reading() as connection:
            return is_known(connection, document_id, extractor)

    def document(self, version_id: str) -> Document:
        """The version as it was read last. LedgerError when the ledger does not hold it."""
        query = (
            select(versions, texts.c.text, readings.c.regions)
            .join(readings, readings.c.version_id == versions.c.id)
            .join(texts, texts.c.sha256 == readings.c.text_sha256)
            .where(versions.c.id == version_id)
            .order_by(readings.c.id.desc())
        )
        with self.reading() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            raise MissingError(version_id, "no such document here", "see: servanda documents")
        regions = msgspec.json.decode(row["regions"], type=tuple[Region, ...])
        return Document(**{k: row[k] for k in Document.__struct_fields__ if k != "regions"}, regions=regions)

    def data(self, sha256: str) -> bytes:
        """The bytes that were read, by their hash. LedgerError when the ledger does not hold them."""
        with self.reading() as connection:
            found = connection.execute(select(blobs.c.compressed).where(blobs.c.sha256 == sha256)).scalar()
        if found is None:
            raise MissingError(sha256, "no bytes with this hash here", "see: servanda documents")
        return zlib.decompress(found)

    def link(self, until: int | None = None) -> Iterator[int]:
        """Compares each reading that has not been compared with the others, one transaction each, and gives
        the number of links found for each. Stopped half way it goes on where it was. Nothing is done again:
        with no new reading there is nothing to do. With `until`, readings that were current after the read
        of that number, as `resolution` takes them. LedgerError when the ledger is read-only."""
        with self.reading() as connection:
            waiting = linking.unlinked(connection, until)
        for reading in waiting:
            yield again(
                self._database, partial(linking.link_reading, reading=reading, now=stamp(self._clock))
            )

    def unlinked(self, until: int | None = None) -> int:
        """How many readings wait for `link`."""
        with self.reading() as connection:
            return len(linking.unlinked(connection, until))

    def judge(self, ruling: Ruling, a: str, b: str, *, by: str, why: str = "") -> Judgement:
        """Records that a person holds two mentions (ids of facts, or of forms of a name) to be one thing, or
        two. It prevails over all rules, and over earlier rulings on the same two."""
        return self._judge({"ruling": ruling, "a": min(a, b), "b": max(a, b), "by": by, "why": why})

    def undo(self, number: int, *, by: str, why: str = "") -> Judgement:
        """Takes back the judgement with this number; taking back an undoing restores what it took back.
        LedgerError where there is none, or it does not stand any more."""
        judged = {judgement.number: judgement for judgement in self.judgements()}
        if number not in judged:
            raise MissingError(str(number), "no judgement has this number", "see: servanda judge list")
        if number in {j.undoes for j in undoings(judged.values())}:
            raise LedgerError(str(number), "has been undone", "see: servanda judge list")
        of = judged[number]
        return self._judge(
            {"ruling": of.ruling, "a": of.a, "b": of.b, "by": by, "why": why, "undoes": number}
        )

    def judgements(self) -> list[Judgement]:
        """All judgements in the order in which they were made, the undone and the undoing among them."""
        with self.reading() as connection:
            return resolving.all_judgements(connection)

    def rulings(self) -> list[Judgement]:
        """The judgements that stand, in the order in which they were made: those that are not undone, on the
        facts that are current in place of those on which they were passed."""
        with self.reading() as connection:
            return resolving.rulings(connection)

    def resolution(self, until: int | None = None, pair: tuple[str, str] | None = None) -> Resolution:
        """What is one thing: entries, people, copies and doubts. Link first (`link`).

        until  number of a read: of what was current after it, by the rules and rulings of now
        pair   codes of two parties: only of what has to do with them; people are all there
        """
        with self.reading() as connection:
            return resolving.resolution(connection, until, pair)

    @property
    def reviewing(self) -> Reviewing:
        """What persons hold of single facts."""
        return Reviewing(self._database, self._clock)

    @property
    def assigning(self) -> Assigning:
        """Who sees to it that plans and promises are carried out."""
        return Assigning(self._database, self._clock)

    @property
    def accounts(self) -> Accounts:
        """Who may use the desk, and how they prove who they are."""
        return Accounts(self._database, self._clock)

    @property
    def webhooks(self) -> Webhooks:
        """Addresses that are told when something was read."""
        return Webhooks(self._database, self._clock)

    @property
    def deliveries(self) -> Deliveries:
        """The messages that webhooks are sent."""
        return Deliveries(self._database, self._clock)

    def _judge(self, row: dict[str, object]) -> Judgement:
        with self._database.writing() as connection:
            made = row | {"made": stamp(self._clock)}
            number = chain.insert(connection, judgements, made)
            written = select(judgements).where(judgements.c.number == number)
            return Judgement(**connection.execute(written).mappings().one())

    def copy_to(self, other: Ledger, tell: Tell, *, replace: bool = False) -> int:
        """Copies everything into another ledger, which has to be empty, and verifies it there; with `replace`
        what that one holds is removed. Gives the number of rows; `tell` is told the table and its rows that
        are done. All or nothing: LedgerError where it is not empty, or a copy differs."""
        return copying.copy(self._database, other._database, tell, replace=replace)

    def snapshot(self, file: Path) -> bool:
        """Writes the ledger as it stands to a new file, where it is a file itself; else False."""
        return self._database.snapshot(file)

    def erase(self, version_ids: Collection[str], *, by: str, why: str) -> Erasure:
        """Removes for good the documents to which these versions (`Document.id`) belong: bytes, texts, facts,
        links. A tombstone stays, and the chain still verifies. Judgements and reviews stay as they were made.
        LedgerError where one of the versions is not there."""
        for version in version_ids:
            self.document(version)
        row = {"by": by, "made": stamp(self._clock), "why": why}
        with self._database.writing() as connection:
            done = erasing.erase(connection, version_ids, row)
        self._database.scrub()
        return done

    def head(self) -> Head:
        """The last entry of the chain of what was read and judged: to be written down elsewhere."""
        with self.reading() as connection:
            return chain.head(connection)

    def went_through(self, head: Head) -> bool:
        """Whether the chain still goes through an earlier head: if so, and `check` finds no problem, nothing
        that stood in the ledger then has been changed since."""
        with self.reading() as connection:
            return chain.holds(connection, head)

    def check(self) -> list[Problem]:
        """Verifies the database, the hash of all bytes and texts, each quotation, what is derived from facts,
        and the chain of what was read and judged; empty when all is well."""
        with self.reading() as connection:
            return list(problems(self._database, connection))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries, which see the ledger as it stands now. Errors come as LedgerError."""
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Within it all that is read, in this thread, is read of the ledger as it stood at its beginning, or
        as it stands after what is written within it."""
        with moment(self._database):
            yield

    def end_moment(self) -> None:
        """From here on this thread reads the ledger as it stands, as it does outside a moment."""
        end_moment(self._database)

    def close(self) -> None:
        """Closes the ledger. Nothing is lost without it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _bring_up_to_date(database: Database) -> None:
    with database.reading() as connection:
        found = schema.revision_of(connection)
    if found == schema.REVISION:
        return
    if found is not None and found not in schema.known_revisions():
        raise LedgerError(database.name, "was made by a newer Servanda", "upgrade Servanda, then open it")
    with database.writing() as connection:
        if schema.revision_of(connection) != schema.REVISION:  # another process may have been faster
            schema.migrate(connection)
            database.mark(connection)
