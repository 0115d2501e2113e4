"""Words of this field as the parser is to take them: what its tokeniser keeps whole, and as what its network
reads what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import spacy
from spacy.language import Language

from servanda.codebook.grammar import grammar_words
from servanda.codebook.people import people_words

_STOP_BEHIND_MIXED = r"(?<=[a-z][A-Z])\."
"""A full stop behind a short form that ends in a small letter and a capital: "an MoU.", "the LoI." """
_BETWEEN_STATES = r"(?<=[A-Z]\.[A-Z]\.)-(?=[A-Z])"
"""The hyphen behind a short form with stops: "the U.S.-Kenya pact"; not "J.-Y. Le Drian"."""
_BEFORE_NAMES = "mr."
_ENDINGS = ("", "e", "s", "es", "ed", "ing", "ion")


_FACES = frozenset({"8)", "8-)"})


def know_words(nlp: Language) -> None:
    """Let `nlp` split, keep and take words as they are read here."""
    _split_off_full_stop(nlp)
    _split_days_in_brackets(nlp)
    _split_states(nlp)
    for address in grammar_words().addresses:
        _keep_whole(nlp, address, _BEFORE_NAMES)
    for form in _joined():
        _keep_whole(nlp, form, form.lower().replace("-", ""))
    for initials in people_words().by_initials:
        _read_as(nlp, initials, "Mr." if "." in initials else "all")  # "H.E. Kari Lund", "HE the Minister"


def _split_off_full_stop(nlp: Language) -> None:
    """The full stop behind "signed the |MoU|." is no part of the word, as spaCy has it."""
    tokenizer: Any = nlp.tokenizer
    suffixes = [*(nlp.Defaults.suffixes or ()), _STOP_BEHIND_MIXED]
    tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search


def _split_days_in_brackets(nlp: Language) -> None:
    """ "arrived this evening (|8|)": a day, where spaCy sees a face that smiles."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {form: read for form, read in tokenizer.rules.items() if form not in _FACES}


def _split_states(nlp: Language) -> None:
    """ "U.S.-Kenya" is two states, as "UK-Kenya" is for spaCy, and no word that nobody has seen."""
    tokenizer: Any = nlp.tokenizer
    infixes = [*(nlp.Defaults.infixes or ()), _BETWEEN_STATES]
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer


def _keep_whole(nlp: Language, form: str, norm: str) -> None:
    """Let the tokeniser keep a form with its stop or hyphen: "|Hon.| Kari Lund", to the network "Mr."."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.add_special_case(form, [{"ORTH": form, "NORM": norm}])


def _read_as(nlp: Language, form: str, known: str) -> None:
    """Let the network read `form` as a word that it knows, by all that it sees of one: "|HE| the Minister",
    which it takes for a pronoun with a noun beside it, as "|all| the". With stops they stand before names."""
    word, like = nlp.vocab[form], nlp.vocab[known]
    word.norm, word.prefix, word.suffix, word.shape = like.norm, like.prefix, like.suffix, like.shape


def _joined() -> Iterator[str]:
    """ "co-chair", "Co-hosted", "co-organising": split at the hyphen, they mislead the parser."""
    for verb in grammar_words().done_together:
        stem = verb.removesuffix("e")
        for form in (stem + ending for ending in _ENDINGS):
            yield form
            yield form.capitalize()
