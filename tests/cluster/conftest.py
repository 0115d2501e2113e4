"""Small corpora, and a crew that many tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from servanda.cluster.crew import Crew
from servanda.settings import Settings
from servanda.sources.items import RawItem
from servanda.sources.limits import Limits

MODEL = Settings().model
VISIT = "The Minister of Defence of Portugal, Ana Reis, met a Swedish guest in Lisbon on {} May 2021.\n"
SIGNED = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on {} May 2021.\n"
DOMESTIC = "The Minister opened a school in the north of the country on {} May 2021.\n"


def item(number: int, text: str | None = None) -> RawItem:
    said = text or (VISIT, SIGNED, DOMESTIC)[number % 3].format(number % 30 + 1)
    return RawItem(name=f"d{number}", origin=f"d{number}.txt", media_type="text/plain", data=said.encode())


@pytest.fixture
def items() -> list[RawItem]:
    """Thirty short reports."""
    return [item(number) for number in range(30)]


@pytest.fixture(scope="session")
def crew() -> Iterator[Crew]:
    with Crew(MODEL, Limits(), 2) as made:
        yield made
