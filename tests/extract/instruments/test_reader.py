"""A document to its instruments."""

from __future__ import annotations

import pytest

from servanda.model.document import Region

SENTENCE = "Chile and Peru signed a protocol on visas."


def test_an_amendment_to_a_named_text_is_one_however_definite(texts) -> None:
    found = texts(
        "The amendment to the contract of May 2021 on boats was signed by Chile and Peru on 3 May 2023."
    )
    assert ("signed", "2023-05-03") in [(t.action, t.date) for t in found]
    assert next(t.title for t in found if t.action == "signed").startswith("amendment to the contract")


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


def test_a_text_called_by_its_matter_is_told_and_one_that_others_can_have_is_not(texts) -> None:
    (text,) = texts("Chile and Peru met. Under the logistics memorandum, officers have been trained.")
    assert (text.title, text.action) == ("logistics memorandum", "existing")
    assert texts("Chile and Peru met. Under the new memorandum, officers have been trained.") == []
    assert texts("Chile and Peru met. Under the peace agreement, officers have been trained.") == []
