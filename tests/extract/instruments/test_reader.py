"""A document to its instruments."""

from __future__ import annotations

import pytest

from servanda.model.document import Region

SENTENCE = "Chile and Peru signed a protocol on visas."


def test_a_caption_tells_no_instrument(texts) -> None:
    assert len(texts(SENTENCE)) == 1
    assert texts(SENTENCE, regions=[Region(0, len(SENTENCE), "caption")]) == []


@pytest.mark.parametrize("text", ["", "\n\n", "Agreement", "Agreement. Agreement? (Agreement"])
def test_a_scrap_tells_nothing(texts, text) -> None:
    assert texts(text) == []


def test_instruments_come_in_order_of_the_text_with_exact_quotations(texts) -> None:
    text = f"{SENTENCE}\n\nChile and Peru ratified the agreement on training."
    found = texts(text)
    assert [t.action for t in found] == ["signed", "ratified"]
    assert all(text[s.start : s.end] == s.text for t in found for s in t.evidence)
