"""What was made of an edition and takes time to make, kept as long as it is asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

from servanda.query.edition.edition import Edition

_T = TypeVar("_T")
_MOST = 64


class Shelf:
    """The last things that were made, by the edition and by what was asked of it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Edition, Hashable], object] = OrderedDict()

    def get(self, edition: Edition, key: Hashable, make: Callable[[], _T]) -> _T:
        """What `make` gives; `key` names it, and has to tell it from everything else that is made of the
        edition."""
        with self._lock:
            if (edition, key) in self._kept:
                self._kept.move_to_end((edition, key))
                return self._kept[edition, key]  # type: ignore[return-value]
        made = make()
        with self._lock:
            self._kept[edition, key] = made
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return made
