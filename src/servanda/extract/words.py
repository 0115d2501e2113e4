"""Word classes and base forms as the model's own rules give them, worked out once for each kind of word.

The attribute ruler matches its rules at every word anew. All but a few look at one word only, at no more
than its letters, tag and relation; so what they say of one kind of word is remembered. The outcome is the
same to the last word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

_WORD: list[int | str] = ["ORTH", "LOWER", "TAG", "DEP", "IS_SPACE"]
_CLASS: list[int | str] = ["POS", "MORPH", "LEMMA"]
_OTHER = -1
"""Stands for every word, and for every relation, that no rule names."""


class Watched:
    """What conditions on a word look at: some words, some relations, and always the tag."""

    def __init__(self, conditions: Iterable[dict[str, Any]]) -> None:
        """ValueError when one looks at anything else."""
        forms: dict[str, list[str]] = {"LOWER": [], "DEP": []}
        for attribute, value in (item for each in conditions for item in each.items()):
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


def on_one_word(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    """The conditions of the rules on a single word."""
    for rule in _rules(ruler):
        yield from (pattern[0] for pattern in rule["patterns"] if len(pattern) == 1)


def on_first_words(ruler: AttributeRuler) -> Iterator[dict[str, Any]]:
    """The conditions of the rules on several words on the first. ValueError when one names neither word nor
    relation, so that it may begin anywhere."""
    for rule in _rules(ruler):
        for first, *more in rule["patterns"]:
            named = [first[name] for name in ("LOWER", "DEP") if name in first]
            if more and not any(isinstance(each, str) or "NOT_IN" not in each for each in named):
                raise ValueError("a rule on several words may begin with any")
            if more:
                yield first


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
        self._vocab, self._ruler, self._lemmatizer = ruler.vocab, ruler, lemmatizer
        self._watched, self._on_several = Watched(on_one_word(ruler)), _on_several(ruler)
        self._opening = Watched(on_first_words(ruler))
        self._words: dict[int, int] = {}
        self._relations: dict[int, int] = {}
        self._openers: set[int] = set()
        self._classes: dict[tuple[int, ...], tuple[int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set class, morphology and base form of every word of a tagged and parsed text."""
        words, relations = self._words, self._relations
        found = []
        rows = doc.to_array(_WORD).tolist()
        for i, (_, lower, tag, dep, space) in enumerate(rows):
            if lower not in words:
                words[lower] = self._learn(lower, self._watched.word, self._opening.word)
            if dep not in relations:
                relations[dep] = self._learn(dep, self._watched.relation, self._opening.relation)
            kind = (tag, words[lower], relations[dep], space)
            known = self._classes.get(kind)
            if known is None:
                known = self._classes[kind] = self._class_of(doc[i])
            found.append(known)
        classes: Any = doc.to_array(_CLASS)
        if found:
            classes[:] = found
        doc = doc.from_array(_CLASS, classes)
        if any(lower in self._openers or dep in self._openers for _, lower, _, dep, _ in rows):
            classes = self._on_several(doc).to_array(_CLASS)
        for i, (pos, morph, lemma) in enumerate(classes.tolist()):
            if not lemma:
                form = (rows[i][0], pos, morph)
                if form not in self._lemmas:
                    self._lemmas[form] = self._lemma_of(doc[i])
                classes[i, 2] = self._lemmas[form]
        return doc.from_array(_CLASS, classes)

    def _learn(self, code: int, watched: Callable[[str], bool], opens: Callable[[str], bool]) -> int:
        """What stands for the word or relation: its code when a rule names it."""
        text = self._vocab.strings[code]
        if opens(text):
            self._openers.add(code)
        return code if watched(text) else _OTHER

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
        ruler = cast(AttributeRuler, nlp.get_pipe("attribute_ruler"))
        for conditions in (on_one_word(ruler), on_first_words(ruler)):
            Watched(conditions)
    except ValueError:
        return False
    return bool(cast(Lemmatizer, nlp.get_pipe("lemmatizer")).mode == "rule")


@Language.factory("servanda_words")
def make_word_classes(nlp: Language, name: str) -> WordClasses:
    """The component for a pipeline whose ruler and lemmatizer are loaded but disabled."""
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    return WordClasses(cast(AttributeRuler, ruler), cast(Lemmatizer, lemmatizer))
