"""One extractor for all tests of reading, and a way to read a short text with it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import pytest

from servanda.extract.pipeline import Extractor
from servanda.model.document import Document, Region
from servanda.model.facts import AnyFact
from servanda.text.regions import find_regions

Read = Callable[..., list[AnyFact]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """All facts of a text that has no title, published on a Wednesday of July 2024."""

    def read(
        text: str,
        *,
        published: str | None = "2024-07-10",
        publisher: str | None = None,
        regions: Sequence[Region] | None = None,
    ) -> list[AnyFact]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = Document(
            name="text",
            origin="text.txt",
            text=text,
            sha256=digest,
            published=published,
            publisher=publisher,
            language="en",
            regions=find_regions(text, None) if regions is None else tuple(regions),
        )
        return extractor.extract(document)

    return read
