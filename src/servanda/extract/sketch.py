"""A sketch of a text in place of a parse: word classes from a dictionary, sentence starts from punctuation.

It serves to read people from documents that hold no fact of cooperation. A name shows by its capitals, its
rank and its post; the word classes only advise where a capital letter tells nothing, at the beginning of a
sentence and in a headline, and for that the dictionary of the model's lemmatizer is enough.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.lookups import Lookups

from servanda.extract.word_classes import NO_CLASS, WordClass
from servanda.extract.written import Word

_KINDS = ("noun", "verb", "adj", "adv")
_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")
_ENDS = frozenset(".?!")
_CLOSING = frozenset("\"”’')]»")
_JOINTS = re.compile("[-‑’']")
_HEADLINE_SHARE = 0.75


class _Known(NamedTuple):
    """What is known of a word: its classes where a sentence begins and where none does, in running text,
    in a headline and as a name, and its shape. `plain` begins with a letter or digit, `long` tells of a
    headline."""

    in_text: tuple[WordClass, WordClass]
    in_headline: tuple[WordClass, WordClass]
    named: tuple[WordClass, WordClass]
    capital: bool
    plain: bool
    ends: bool
    closing: bool
    long: bool


class Sketch(NamedTuple):
    """A text with the one who tells the classes of its words."""

    text: str
    sketcher: Sketcher

    def classes(self, words: Sequence[Word]) -> Iterator[WordClass]:
        """The classes of the words of the text, line by line."""
        return self.sketcher.classes(words)


class Sketcher:
    """Makes sketches with the dictionary of a pipeline, running none of its models."""

    def __init__(self, nlp: Language) -> None:
        """ValueError when the pipeline has no such dictionary: `can_sketch` tells."""
        if not can_sketch(nlp):
            raise ValueError("the pipeline has no lemmatizer with a dictionary")
        self._vocab = nlp.vocab
        self._dictionary = _Dictionary(_lookups(nlp))
        self._known: dict[str, _Known] = {}

    def __call__(self, text: str) -> Sketch:
        """The sketch of a text."""
        return Sketch(text, self)

    def classes(self, words: Sequence[Word]) -> Iterator[WordClass]:
        """The classes of words in the order of their text."""
        line: list[_Known] = []
        for word in words:
            if word.kind == "line":
                yield from _line(line)
                line = []
                yield NO_CLASS
            else:
                line.append(self._known.get(word.text) or self._learn(word.text))
        yield from _line(line)

    def _learn(self, text: str) -> _Known:
        first = _JOINTS.split(text)[0] or text
        classes = self._dictionary.classes(first)
        stop = self._vocab[first].is_stop
        self._known[text] = _Known(
            in_text=_both(classes.in_text, stop),
            in_headline=_both(classes.in_headline, stop),
            named=_both("PROPN", stop),
            capital=text[0].isupper(),
            plain=text[0].isalnum(),
            ends=text in _ENDS,
            closing=text in _CLOSING,
            long=len(first) > 3 and first.isalpha(),
        )
        return self._known[text]


def _both(kind: str, stop: bool) -> tuple[WordClass, WordClass]:
    function = stop or kind == "ADV"
    inside = WordClass(begins=False, function=function, proper=kind == "PROPN", verb=kind == "VERB")
    return inside, inside._replace(begins=True)


def _line(words: Sequence[_Known]) -> Iterator[WordClass]:
    headline, first = _is_headline(words), True
    opens = ended = True
    for word in words:
        closes = ended and word.closing and not first
        named = word.named if word.capital and not opens else word.in_text
        kinds = word.in_headline if headline else named
        yield kinds[opens and not closes]
        ended = word.ends or (ended and word.closing)
        opens = ended or (opens and not word.plain)
        first = False


def _is_headline(words: Sequence[_Known]) -> bool:
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
