"""Word classes and base forms as the model's own rules give them, worked out once for each kind of word.

The attribute ruler and the lemmatizer look at one word at a time, but at every word anew; and the
lemmatizer remembers a word by its class alone, so that "found" has the base form of whatever "found" came
first. Remembered by all that they look at, the same text gives the same words whatever was read before.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Token

_WORD = [ORTH, LOWER, TAG, DEP, IS_SPACE]
_CLASS = [POS, MORPH, LEMMA]


class Watched:
    """What the rules of an attribute ruler look at: these words, these relations, and always the tag."""

    def __init__(self, ruler: AttributeRuler) -> None:
        """ValueError when a rule on a single word looks at anything else."""
        strings = ruler.vocab.strings
        self.words, self.relations = set[int](), set[int]()
        for rule in ruler.patterns:
            for pattern in rule["patterns"]:
                if len(pattern) > 1:  # slang in several tokens: "gon na"
                    continue
                for attribute, value in pattern[0].items():
                    if attribute == "LOWER":
                        self.words.update(strings.add(text) for text in _texts(value))
                    elif attribute == "DEP":
                        self.relations.update(strings.add(text) for text in _texts(value))
                    elif attribute not in {"TAG", "IS_SPACE"}:
                        raise ValueError(f"a rule looks at {attribute}")


def _texts(value: Any) -> Iterable[str]:
    """The texts that a pattern's value allows. ValueError when it does not list them."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, dict) and value.keys() == {"IN"}:
        return tuple(value["IN"])
    raise ValueError(f"a rule does not list what it looks for: {value!r}")


class WordClasses:
    """A pipeline component that sets what the ruler and then the lemmatizer would, from memory."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        """ValueError when the ruler has rules that cannot be remembered by word, tag and relation."""
        self._ruler, self._lemmatizer = ruler, lemmatizer
        self._watched = Watched(ruler)
        self._classes: dict[tuple[int, ...], tuple[int, int, int]] = {}
        self._lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set class, morphology and base form of every word of a tagged and parsed text."""
        words, relations = self._watched.words, self._watched.relations
        found = []
        rows = doc.to_array(_WORD).tolist()
        for i, (_, lower, tag, dep, space) in enumerate(rows):
            kind = (tag, lower if lower in words else 0, dep if dep in relations else 0, space)
            known = self._classes.get(kind)
            if known is None:
                known = self._classes[kind] = self._class_of(doc[i])
            found.append(known)
        self._set(doc, found)
        for i, (row, (pos, morph, lemma)) in enumerate(zip(rows, found, strict=True)):
            if not lemma:
                found[i] = (pos, morph, self._lemma_of(doc[i], (row[0], pos, morph)))
        self._set(doc, found)
        return doc

    def _set(self, doc: Doc, classes: list[tuple[int, int, int]]) -> None:
        values = doc.to_array(_CLASS)
        if classes:
            values[:] = classes
        doc.from_array(_CLASS, values)

    def _class_of(self, token: Token) -> tuple[int, int, int]:
        alone = Doc(token.vocab, words=[token.text], tags=[token.tag_], heads=[0], deps=[token.dep_])
        word = self._ruler(alone)[0]
        return word.pos, word.morph.key, word.lemma

    def _lemma_of(self, token: Token, kind: tuple[int, int, int]) -> int:
        known = self._lemmas.get(kind)
        if known is None:
            self._lemmatizer.cache.clear()
            known = self._lemmas[kind] = token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return known


@Language.factory("servanda_words")
def make_word_classes(nlp: Language, name: str) -> WordClasses:
    """The component for a pipeline in which the ruler and the lemmatizer are loaded but disabled."""
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    return WordClasses(ruler, lemmatizer)  # type: ignore[arg-type]
