"""A sketch of a text in place of a parse: word classes from a dictionary, sentence starts from punctuation.

It serves to read people from documents that hold no fact of cooperation. A name shows by its capitals, its
rank and its post; the word classes only advise where a capital letter tells nothing, at the beginning of a
sentence and in a headline, and for that the dictionary of the model's lemmatizer is enough.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc

from servanda.extract.whole import keep_text

_SET: list[int | str] = ["POS", "SENT_START"]
_KINDS = ("noun", "verb", "adj", "adv")
_CLASSES = ("ADV", "NOUN", "PROPN", "VERB", "X")
_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")
_ENDS = frozenset(".?!")
_CLOSING = frozenset("\"”’')]»")
_HEADLINE_SHARE = 0.75


class _Word(NamedTuple):
    """What is known of a word: its class in running text and in a headline, as spaCy counts them, and its
    shape. `plain` begins with a letter or digit, `long` tells of a headline, `breaks` ends a line."""

    in_text: int
    in_headline: int
    capital: bool
    plain: bool
    ends: bool
    closing: bool
    long: bool
    breaks: bool


class Sketcher:
    """Makes sketches with the tokenizer and the dictionary of a pipeline, running none of its models."""

    def __init__(self, nlp: Language) -> None:
        """ValueError when the pipeline has no such dictionary: `can_sketch` tells."""
        if not can_sketch(nlp):
            raise ValueError("the pipeline has no lemmatizer with a dictionary")
        self._nlp = nlp
        self._dictionary = _Dictionary(_lookups(nlp))
        self._codes = {name: nlp.vocab.strings[name] for name in _CLASSES}
        self._known: dict[int, _Word] = {}

    def __call__(self, text: str) -> Doc:
        """The text as a Doc with `pos` and sentence starts; it has no tags, heads or base forms."""
        doc = self._nlp.make_doc(text)
        keep_text(doc, text)
        values: Any = doc.to_array(_SET)
        words = [self._known.get(code) or self._learn(code) for code in doc.to_array("ORTH").tolist()]
        start = 0
        for end in [*(i for i, word in enumerate(words) if word.breaks), len(words)]:
            if end > start:
                values[start:end] = self._line(words[start:end])
            start = end + 1
        return doc.from_array(_SET, values)

    def _learn(self, code: int) -> _Word:
        text = self._nlp.vocab.strings[code]
        classes = self._dictionary.classes(text)
        self._known[code] = _Word(
            in_text=self._codes[classes.in_text],
            in_headline=self._codes[classes.in_headline],
            capital=text[0].isupper(),
            plain=text[0].isalnum(),
            ends=text in _ENDS,
            closing=text in _CLOSING,
            long=len(text) > 3 and text.isalpha(),
            breaks="\n" in text,
        )
        return self._known[code]

    def _line(self, words: Sequence[_Word]) -> list[tuple[int, int]]:
        """Class and beginning (1 or 0) of each word of one line."""
        headline, name = _is_headline(words), self._codes["PROPN"]
        out: list[tuple[int, int]] = []
        opens = ended = True
        for word in words:
            named = name if word.capital and not opens else word.in_text
            closes = ended and word.closing and len(out) > 0
            out.append((word.in_headline if headline else named, int(opens and not closes)))
            ended = word.ends or (ended and word.closing)
            opens = ended or (opens and not word.plain)
        return out


def _is_headline(words: Sequence[_Word]) -> bool:
    """Whether most longer words are written large, so that a capital tells nothing."""
    long = [word for word in words if word.long]
    return sum(word.capital for word in long) >= _HEADLINE_SHARE * len(long)


def can_sketch(nlp: Language) -> bool:
    """Whether the pipeline's lemmatizer has a dictionary."""
    if "lemmatizer" not in nlp.component_names:
        return False
    lookups = _lookups(nlp)
    return all(lookups.has_table(name) for name in _TABLES)


def _lookups(nlp: Language) -> Lookups:
    return nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined, no-any-return]


class _Classes(NamedTuple):
    """The class of a word where a capital tells nothing: at the beginning of a sentence, in a headline."""

    in_text: str
    in_headline: str


class _Dictionary:
    """Words by kind, with the forms that they take."""

    def __init__(self, lookups: Lookups) -> None:
        index, exceptions, rules = (lookups.get_table(name) for name in _TABLES)
        self._bases: Mapping[str, Collection[str]] = {k: frozenset(index.get(k, ())) for k in _KINDS}
        self._exceptions: Mapping[str, Collection[str]] = {k: exceptions.get(k, {}) for k in _KINDS}
        self._endings: Mapping[str, Sequence[tuple[str, str]]] = {k: rules.get(k, ()) for k in _KINDS}

    def classes(self, word: str) -> _Classes:
        """The classes of a word; one with a capital letter that is not listed is a name.

        A form that can be a noun or a verb ("meets", "pledges") is taken for a verb in a headline.
        """
        lower = word.lower()
        if not word.isalpha():
            return _Classes("X", "X")
        kinds = {kind for kind in _KINDS if self._is(lower, kind)}
        noun = lower in self._bases["noun"]
        if "verb" in kinds and not kinds & {"noun", "adj"}:
            return _Classes("VERB", "VERB")
        if (kinds == {"adv"} or lower.endswith("ly")) and "noun" not in kinds:
            return _Classes("ADV", "ADV")
        if kinds:
            return _Classes("NOUN", "VERB" if "verb" in kinds and not noun else "NOUN")
        return _Classes("PROPN", "PROPN") if word[0].isupper() else _Classes("NOUN", "NOUN")

    def _is(self, lower: str, kind: str) -> bool:
        """Whether the word is of the kind, as it stands or as a form of another."""
        bases = self._bases[kind]
        if lower in bases or lower in self._exceptions[kind]:
            return True
        return any(
            ending and lower.endswith(ending) and lower[: -len(ending)] + base in bases
            for ending, base in self._endings[kind]
        )
