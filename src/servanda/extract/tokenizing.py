"""What the parser takes for one word: its tokeniser, told of the words of this field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import spacy
from spacy.language import Language

from servanda.codebook.grammar import grammar_words

_STOP_BEHIND_MIXED = r"(?<=[a-z][A-Z])\."
"""A full stop behind a short form that ends in a small letter and a capital: "an MoU.", "the LoI." """
_LIKE_AN_ADDRESS = "mr."
_ENDINGS = ("", "e", "s", "es", "ed", "ing", "ion")


def know_words(nlp: Language) -> None:
    """Let the tokeniser of `nlp` split and keep words as they are read here."""
    _split_off_full_stop(nlp)
    tokenizer: Any = nlp.tokenizer
    for address in grammar_words().addresses:
        tokenizer.add_special_case(address, [{"ORTH": address, "NORM": _LIKE_AN_ADDRESS}])
    for form in _joined():
        tokenizer.add_special_case(form, [{"ORTH": form, "NORM": form.lower().replace("-", "")}])


def _split_off_full_stop(nlp: Language) -> None:
    """The full stop behind "signed the |MoU|." is no part of the word, as spaCy has it."""
    tokenizer: Any = nlp.tokenizer
    suffixes = [*(nlp.Defaults.suffixes or ()), _STOP_BEHIND_MIXED]
    tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search


def _joined() -> Iterator[str]:
    """ "co-chair", "Co-hosted", "co-organising": split at the hyphen, they mislead the parser."""
    for verb in grammar_words().done_together:
        stem = verb.removesuffix("e")
        for form in (stem + ending for ending in _ENDINGS):
            yield form
            yield form.capitalize()
