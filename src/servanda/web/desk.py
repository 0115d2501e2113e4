"""The desk: one open ledger with its editions, and who works at it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from servanda.ledger import Ledger
from servanda.query.edition.edition import Edition
from servanda.query.edition.keeper import Keeper
from servanda.settings import Settings
from servanda.web.importing import Importer


class Desk:
    """What all requests share. Close it, or use it in a `with`.

    settings  of which `ledger` is the address of this one
    local     whether one person works here without an account, on the loopback address only
    today     gives the day as of which statuses are told
    """

    def __init__(
        self, ledger: Ledger, settings: Settings, *, local: bool, today: Callable[[], date] = date.today
    ) -> None:
        self.ledger, self.settings, self.local, self.today = ledger, settings, local, today
        self._folder = tempfile.TemporaryDirectory(prefix="servanda-desk-")
        self.keeper = Keeper(ledger, settings.ledger, Path(self._folder.name), today)
        self.importer = Importer(settings, Path(self._folder.name))

    def edition(self, as_of: date | None = None, pair: tuple[str, str] | None = None) -> Edition:
        """The edition that stands, or that of what was known on a day; of it, where two parties are given,
        only what has to do with them."""
        return self.keeper.as_of(as_of, pair) if as_of else self.keeper.edition()

    def close(self) -> None:
        """Removes the editions; the ledger stays open."""
        self.importer.close()
        self.keeper.close()
        self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
