"""Reading from within the desk: one document after the other, by an extractor that is loaded once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from servanda.intake.taking import Engine, Step, take_in
from servanda.ledger import Ledger
from servanda.settings import Settings
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.text.load import load


class Intake:
    """Reads into one ledger; what comes at once waits in turn. The model is loaded when the first comes."""

    def __init__(
        self, ledger: Ledger, settings: Settings, engine: Callable[[], Engine] | None = None
    ) -> None:
        self._ledger, self._settings = ledger, settings
        self._make = engine or self._extractor
        self._engine: Engine | None = None
        self._lock = threading.Lock()

    @property
    def limits(self) -> Limits:
        """What is too large to be read."""
        return self._settings.limits

    def read(self, items: Iterable[RawItem | Skipped]) -> list[Step]:
        """Reads the items and links what they tell with what others told; what became of each."""
        with self._lock:
            if self._engine is None:
                self._engine = self._make()
            run = self._ledger.begin_read(self._engine.label)
            steps = list(take_in(run, load(items, limits=self.limits), self._engine))
            run.finish()
            for _ in self._ledger.link():
                pass
            return steps

    def _extractor(self) -> Engine:
        from servanda.extract.pipeline import Extractor

        return Extractor(self._settings.model)
