"""The networks say the same as those of the model, and train no more."""

from __future__ import annotations

from functools import cache

import numpy
import pytest
import spacy
from spacy.language import Language

from servanda.extract.network import hasten
from servanda.extract.parse import DEFAULT_MODEL

TEXTS = [
    "Japan and Kenya signed a pact. Japan and Kenya signed a pact, and Japan signed a pact with Kenya.",
    "Word",
    " \n",
    "",
]


@cache
def stock() -> Language:
    return spacy.load(DEFAULT_MODEL, exclude=["ner"])


@cache
def hastened() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, exclude=["ner"])
    hasten(nlp)
    return nlp


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_embedded_as_before(text: str) -> None:
    found, wanted = (nlp(text).tensor for nlp in (hastened(), stock()))
    assert numpy.allclose(found, wanted, atol=1e-4)


def test_texts_of_a_batch_are_embedded_each_as_by_itself() -> None:
    for doc, text in zip(hastened().pipe(TEXTS), TEXTS, strict=True):
        assert numpy.allclose(doc.tensor, stock()(text).tensor, atol=1e-4)


def test_each_kind_of_word_is_embedded_once() -> None:
    layers = [layer.name for layer in hastened().get_pipe("tok2vec").model.walk()]
    assert layers.count("once_a_kind") == 1


def test_a_pipeline_without_networks_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    hasten(nlp)
    assert [sentence.text for sentence in nlp("They met. They left.").sents] == ["They met.", "They left."]
