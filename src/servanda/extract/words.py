"""Word classes and base forms as the model's own rules give them, worked out once for each kind of word.

The attribute ruler matches its rules at every word anew. All but a few look at one word only, at no more
than its letters, tag and relation; so what they say of one kind of word is remembered. The outcome is the
same to the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

_WORD: list[int | str] = ["ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"]
_CLASS: list[int | str] = ["POS", "MORPH", "LEMMA"]
_OTHER = -1
"""Stands for every word, and for every relation, that no rule names."""


class Watched:
    """What the rules of an attribute ruler look at: some words, some relations, and always the tag."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """ValueError when a rule on a single word looks at anything else."""
        forms: dict[str, list[str]] = {"LOWER": [], "DEP": []}
        for attribute, value in _conditions(ruler):
            if attribute in forms:
                forms[attribute] += _expressions(value)
            elif attribute not in {"TAG", "IS_SPACE"}:
                raise ValueError(f"a rule looks at {attribute}")
        self._words = re.compile("|".join(forms["LOWER"]) or "(?!)")
        self._relations = re.compile("|".join(forms["DEP"]) or "(?!)")

    def word(self, lower: str) -> bool:
        """Whether a rule names the word."""
        return self._words.search(lower) is not None

    def relation(self, dep: str) -> bool:
        """Whether a rule names the relation."""
        return self._relations.search(dep) is not None


def _rules(ruler: AttributeRuler) -> list[dict[str, Any]]:
    return cast(list[dict[str, Any]], ruler.patterns)


def _conditions(ruler: AttributeRuler) -> Iterator[tuple[str, Any]]:
    """The conditions of the rules on a single word."""
    for rule in _rules(ruler):
        for pattern in rule["patterns"]:
            if len(pattern) == 1:
                yield from pattern[0].items()


def _on_several(ruler: AttributeRuler) -> AttributeRuler:
    """A ruler with only the rules on several words: "there is", "gon na"."""
    several = AttributeRuler(ruler.vocab)
    for rule in _rules(ruler):
        patterns = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
        if patterns:
            several.add(patterns, rule["attrs"], rule["index"])
    return several


def _expressions(value: Any) -> list[str]:
    """Regular expressions for the texts that a condition tells apart. ValueError when it lists none."""
    if isinstance(value, str):
        return [rf"\A{re.escape(value)}\Z"]
    if isinstance(value, dict) and value.keys() <= {"IN", "NOT_IN", "REGEX"}:
        named = [*value.get("IN", ()), *value.get("NOT_IN", ())]
        listed = [rf"\A{re.escape(text)}\Z" for text in named]
        return listed + ([f"(?:{value['REGEX']})"] if "REGEX" in value else [])
    raise ValueError(f"a rule does not tell what it looks for: {value!r}")


class WordClasses:
    """A pipeline component that sets what the ruler and then the lemmatizer would, from memory."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """ValueError when the ruler has rules that cannot be remembered by word, tag and relation."""
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._watched, self._on_several = Watched(ruler), _on_several(ruler)
        self._words: dict[int, int] = {}
        self._relations: dict[int, int] = {}
        self._classes: dict[tuple[int, ...], tuple[int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set class, morphology and base form of every word of a tagged and parsed text."""
        words, relations = self._words, self._relations
        found = []
        rows = doc.to_array(_WORD).tolist()
        for i, (_, lower, tag, dep, space) in enumerate(rows):
            if lower not in words:
                words[lower] = lower if self._watched.word(doc[i].lower_) else _OTHER
            if dep not in relations:
                relations[dep] = dep if self._watched.relation(doc[i].dep_) else _OTHER
            kind = (tag, words[lower], relations[dep], space)
            known = self._classes.get(kind)
            if known is None:
                known = self._classes[kind] = self._class_of(doc[i])
            found.append(known)
        classes: Any = doc.to_array(_CLASS)
        if found:
            classes[:] = found
        doc = self._on_several(doc.from_array(_CLASS, classes))
        classes = doc.to_array(_CLASS)
        for i, (pos, morph, lemma) in enumerate(classes.tolist()):
            if not lemma:
                form = (rows[i][0], pos, morph)
                if form not in self._lemmas:
                    self._lemmas[form] = self._lemma_of(doc[i])
                classes[i, 2] = self._lemmas[form]
        return doc.from_array(_CLASS, classes)

    def _class_of(self, token: Token) -> tuple[int, int, int]:
        alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], heads=[0], deps=[token.dep_])
        word = self._ruler(alone)[0]
        return word.pos, alone.to_array("MORPH").tolist()[0], word.lemma

    def _lemma_of(self, token: Token) -> int:
        return token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])


def can_remember(nlp: Language) -> bool:
    """Whether the pipeline has a ruler and a lemmatizer by rules whose work `servanda_words` can do."""
    names = nlp.component_names
    if "attribute_ruler" not in names or "lemmatizer" not in names:
        return False
    try:
        Watched(cast(AttributeRuler, nlp.get_pipe("attribute_ruler")))
    except ValueError:
        return False
    return bool(cast(Lemmatizer, nlp.get_pipe("lemmatizer")).mode == "rule")


@Language.factory("servanda_words")
def make_word_classes(nlp: Language, name: str) -> WordClasses:
    """The component for a pipeline whose ruler and lemmatizer are loaded but disabled."""
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    return WordClasses(cast(AttributeRuler, ruler), cast(Lemmatizer, lemmatizer))
