"""Facts of one invented text, as the queries answer with them."""

import pytest

from servanda.model.document import Document
from servanda.query.views import FactView

TEXT = (
    "Anna Berg met Omar Said in Tunis on 3 May 2024. =They agreed to train divers. "
    "The defence pact has been In Force since 28 March 2018."
)


@pytest.fixture
def view():
    """Makes a fact of a kind with properties as a view; `quote` is its evidence in TEXT."""
    document = Document(name="note", origin="note", text=TEXT, sha256="0")

    def make(kind, *, quote="Anna Berg met Omar Said in Tunis", published="2024-05-04", **properties):
        start = TEXT.index(quote)
        evidence = (document.span(start, start + len(quote)),)
        fact = kind(document="note", source=document.id, evidence=evidence, **properties)
        return FactView(
            id=fact.id, kind=fact.kind, fact=fact, document="note", title="A note", published=published,
            publisher="Gazette", url="https://example.org/note",
        )  # fmt: skip

    return make
