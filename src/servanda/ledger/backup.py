"""Backups: the ledger as it stands at one moment, in one SQLite file, while others read and write."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servanda.errors import LedgerError
from servanda.ledger import sqlite
from servanda.ledger.chain import Head
from servanda.ledger.copying import Tell
from servanda.ledger.store import Ledger


def back_up(ledger: Ledger, file: Path, tell: Tell) -> Head:
    """Writes the ledger to a new file, wholly or not at all, and gives the head of its chain.

    LedgerError where there is a file of this name, or what was written does not verify.
    """
    if file.exists():
        raise LedgerError(str(file), "is there already", "name another file: a backup overwrites none")
    if not file.parent.is_dir():
        raise LedgerError(str(file), "its folder does not exist", f"make the folder {file.parent} first")
    with tempfile.TemporaryDirectory(prefix=".servanda-", dir=file.parent) as folder:
        part = Path(folder) / "ledger.db"
        if not ledger.snapshot(part):
            with Ledger.open(part, create=True) as copy:
                ledger.copy_to(copy, tell)
        head = _verified(part)
        sqlite.seal(part)
        part.replace(file)
    return head


def restore(file: Path, ledger: Ledger, tell: Tell, *, replace: bool) -> int:
    """Puts what a backup holds into the ledger, in one transaction, and compares the two; gives the number
    of rows. With `replace` what is there is removed, otherwise the ledger has to be empty.

    LedgerError also where the backup does not verify. The backup itself is not touched.
    """
    with _unpacked(file) as part:
        _verified(part)
        with Ledger.open(part) as kept:
            return kept.copy_to(ledger, tell, replace=replace)


@contextmanager
def _unpacked(file: Path) -> Iterator[Path]:
    """A copy that may be brought up to date."""
    if not file.is_file():
        raise LedgerError(str(file), "no backup here", "make one with: servanda backup FILE")
    with tempfile.TemporaryDirectory(prefix="servanda-") as folder:
        yield Path(shutil.copy(file, Path(folder) / "ledger.db"))


def _verified(file: Path) -> Head:
    with Ledger.open(file) as kept:
        problems = kept.check()
        if problems:
            first = f"{problems[0].subject} {problems[0].problem}"
            raise LedgerError(
                file.name,
                f"does not verify ({len(problems)} problems, the first: {first})",
                "see: servanda verify",
            )
        return kept.head()
