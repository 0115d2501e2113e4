"""The ledger: one file that keeps what was read, for as long as it is kept."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, select

from servanda.errors import LedgerError
from servanda.ledger import schema, sqlite
from servanda.ledger.check import Problem, problems
from servanda.ledger.clock import Clock, stamp, system_clock
from servanda.ledger.reading import ReadRun, is_known
from servanda.ledger.tables import blobs, readings, reads, texts, versions
from servanda.model.document import Document, Region


class Ledger:
    """An open ledger; close it, or use it in a `with`. Made by `Ledger.open`."""

    def __init__(self, database: sqlite.Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    @classmethod
    def open(cls, address: str | Path, *, create: bool = False, clock: Clock = system_clock) -> Self:
        """Opens the ledger at `address`, a path or `sqlite:///path`, and brings an older one up to date.

        create  makes the ledger when there is none; the folder has to be there
        clock   gives the time that is written beside what is read

        A file that may not be written is opened for reading. Raises LedgerError where there is no ledger,
        or it is damaged, another program's, or made by a newer Servanda.
        """
        database = sqlite.connect(_path_of(address), create=create)
        try:
            _bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(database, clock)

    @property
    def path(self) -> Path:
        """Where the ledger is."""
        return self._database.path

    def begin_read(self, extractor: str) -> ReadRun:
        """Starts a run of `extractor` (its name and version). LedgerError when the ledger is read-only."""
        with self._database.writing() as connection:
            row = {"started": stamp(self._clock), "extractor": extractor}
            number = connection.execute(reads.insert().values(row).returning(reads.c.id)).scalar_one()
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
            raise LedgerError(version_id, "no such document here", "see: servanda documents")
        regions = msgspec.json.decode(row["regions"], type=tuple[Region, ...])
        return Document(**{k: row[k] for k in Document.__struct_fields__ if k != "regions"}, regions=regions)

    def data(self, sha256: str) -> bytes:
        """The bytes that were read, by their hash. LedgerError when the ledger does not hold them."""
        with self.reading() as connection:
            found = connection.execute(select(blobs.c.compressed).where(blobs.c.sha256 == sha256)).scalar()
        if found is None:
            raise LedgerError(sha256, "no bytes with this hash here", "see: servanda documents")
        return zlib.decompress(found)

    def check(self) -> list[Problem]:
        """Verifies the file, the hash of all bytes and texts, and each quotation; empty when all is well."""
        with self.reading() as connection:
            return list(problems(connection))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries, which see the ledger as it stands now. Errors come as LedgerError."""
        with self._database.reading() as connection:
            yield connection

    def close(self) -> None:
        """Closes the file. Nothing is lost without it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _path_of(address: str | Path) -> Path:
    if isinstance(address, Path):
        return address
    scheme, separator, rest = address.partition("://")
    if not separator:
        return Path(address)
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Path(rest[1:])
    if scheme.partition("+")[0] in ("postgresql", "postgres"):
        raise LedgerError(
            f"{scheme}://", "PostgreSQL is not supported yet", "name a file, for example ledger.db"
        )
    raise LedgerError(f"{scheme}://", "is no kind of ledger", "name a file, or sqlite:/// and its path")


def _bring_up_to_date(database: sqlite.Database) -> None:
    with database.reading() as connection:
        found = schema.revision_of(connection)
    if found == schema.REVISION:
        return
    if found is not None and found not in schema.known_revisions():
        raise LedgerError(
            str(database.path), "was made by a newer Servanda", "upgrade Servanda, then open it"
        )
    with database.writing() as connection:
        if schema.revision_of(connection) != schema.REVISION:  # another process may have been faster
            sqlite.mark(connection)
            schema.migrate(connection)
