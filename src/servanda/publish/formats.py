"""The formats that hold entries, people and judgements, not facts alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from servanda.errors import UsageError
from servanda.publish.graph import write_graph
from servanda.publish.holdings import Holdings
from servanda.publish.linked import write_linked_data
from servanda.publish.money import write_entities
from servanda.publish.package import write_package

Writer = Callable[[Holdings, IO[bytes]], int]

_WRITERS: dict[str, Writer] = {
    "jsonld": write_linked_data,
    "ftm": write_entities,
    "gexf": write_graph,
    "package": write_package,
}
FORMATS = tuple(_WRITERS)
"""Their names."""


def writer(format: str) -> Writer:
    """What writes holdings in this format and tells how many facts, entities or edges it wrote. UsageError
    for another format."""
    if format not in _WRITERS:
        raise UsageError(format, "is no format of linked data", f"formats are {', '.join(FORMATS)}")
    return _WRITERS[format]
