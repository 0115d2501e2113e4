"""Parts of a list: databases limit the parameters of a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")
_MOST = 500


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """The items in their order, some hundreds at a time."""
    listed = list(items)
    for start in range(0, len(listed), _MOST):
        yield listed[start : start + _MOST]
