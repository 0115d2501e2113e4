"""The inputs of a corpus: where they are and how they are read; it can travel to another machine."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from servanda.sources.inputs import iter_inputs
from servanda.sources.items import RawItem, Skipped
from servanda.sources.limits import Limits
from servanda.sources.metadata import Metadata, find_metadata
from servanda.sources.web.fetch import Fetcher
from servanda.sources.web.manners import Web


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """Paths and addresses, what a table says of the documents there (it prevails over other metadata), and
    the limits of reading. Standard input cannot be read twice and is none."""

    paths: tuple[str, ...]
    metadata: dict[str, Metadata] | None = None
    limits: Limits = Limits()
    web: Web = Web()

    def inputs(self) -> Iterator[RawItem | Skipped]:
        """The inputs, the same in the same order as long as nothing changes there."""
        fetcher = Fetcher(self.web, self.limits)
        beside = self.metadata is None
        for item in iter_inputs(self.paths, limits=self.limits, beside=beside, fetcher=fetcher):
            yield item if isinstance(item, Skipped) else self._described(item)

    def _described(self, item: RawItem) -> RawItem:
        found = find_metadata(self.metadata, item.file) if self.metadata else None
        return msgspec.structs.replace(item, metadata=found.over(item.metadata)) if found else item
