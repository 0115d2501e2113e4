"""From documents to facts: all in order, each once, the same one by one and many at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

import pytest

from servanda.errors import UsageError
from servanda.extract.pipeline import Extractor
from servanda.model.document import Document
from servanda.model.facts import AnyFact, Person

COOPERATION = (
    "Colonel Kwame Adjei, Commander of the Ghana Navy, met Vice Admiral Lars Holm of Norway in Accra "
    "on 3 May 2021. The two sides agreed to train divers together."
)
DOMESTIC = (
    "The Minister of Roads, Ms. Ama Mensah, opened a bridge. She thanked the builders and promised a second."
)
PLAIN = "Redistribution is permitted provided that the notice above is kept."
GHANAIAN = "Ministry of Defence, Ghana"


@cache
def extractor() -> Extractor:
    return Extractor()


def document(name: str, text: str) -> Document:
    return Document(name=name, origin=f"{name}.txt", text=text, sha256=name, publisher=GHANAIAN)


def mixed(count: int) -> list[Document]:
    texts = (COOPERATION, DOMESTIC, PLAIN, "", DOMESTIC, "\n")
    return [document(f"page-{n}", texts[n % len(texts)]) for n in range(count)]


def kinds(facts: list[AnyFact]) -> list[str]:
    return [type(fact).__name__ for fact in facts]


def test_cooperation_gives_facts_and_people() -> None:
    found = kinds(extractor().extract(document("a", COOPERATION)))
    assert {"Engagement", "Commitment", "Person"} <= set(found)


def test_a_document_that_can_hold_no_fact_still_gives_its_people() -> None:
    page = document("a", DOMESTIC)
    (person,) = extractor().extract(page)
    assert isinstance(person, Person)
    assert (person.name, person.post, person.party) == ("Ama Mensah", "Minister of Roads", "GH")
    assert person.source == page.id


@pytest.mark.parametrize("text", ["", "\n \n", PLAIN])
def test_nothing_gives_nothing(text: str) -> None:
    assert extractor().extract(document("a", text)) == []


def test_many_come_in_order_and_as_one_by_one() -> None:
    pages = mixed(50)
    read = list(extractor().extract_many(pages))
    assert [page for page, _ in read] == pages
    assert all(facts == extractor().extract(page) for page, facts in read[:6])
    assert [len(facts) for _, facts in read[:6]] == [len(facts) for _, facts in read[6:12]]


def test_every_quotation_stands_in_its_document() -> None:
    for page, facts in extractor().extract_many(mixed(12)):
        for span in (span for fact in facts for span in fact.evidence):
            assert page.text[span.start : span.end] == span.text


def test_an_endless_stream_is_read_as_it_comes() -> None:
    taken = 0

    def stream() -> Iterator[Document]:
        nonlocal taken
        for page in mixed(10_000):
            taken += 1
            yield page

    list(islice(extractor().extract_many(stream()), 3))
    assert taken <= 256


def test_the_screen_can_be_left_out() -> None:
    pages = mixed(6)
    screened, all_parsed = extractor().extract_many(pages), Extractor(screen=False).extract_many(pages)
    assert list(screened) == list(all_parsed)


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(UsageError, match="no_such_model"):
        Extractor("no_such_model")
