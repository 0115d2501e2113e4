"""What a word is taken for where a capital letter tells nothing: after a full stop, and in a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy import symbols
from spacy.tokens import Doc

from servanda.extract.whole import text_of
from servanda.extract.written import Word

_FUNCTION = frozenset(
    (symbols.ADP, symbols.DET, symbols.PRON, symbols.SCONJ, symbols.CCONJ, symbols.ADV, symbols.PART)
)
_VERBS = frozenset((symbols.VERB, symbols.AUX))


class WordClass(NamedTuple):
    """Whether a sentence begins with the word, and whether it is a small word of grammar, name or verb."""

    begins: bool
    function: bool
    proper: bool
    verb: bool


NO_CLASS = WordClass(begins=False, function=False, proper=False, verb=False)


class Parsed:
    """A parse as it is asked for its text and the classes of words."""

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self._doc = doc

    def classes(self, words: Sequence[Word]) -> Iterator[WordClass]:
        """The classes of the words of the text: of each, that of the token that begins with it."""
        rows = self._doc.to_array(["IDX", "SENT_START", "IS_STOP", "POS"]).tolist()
        tokens: dict[int, tuple[int, int, int, int]] = {row[0]: row for row in rows}
        for word in words:
            token = tokens.get(word.start)
            if token is None:
                yield NO_CLASS
                continue
            _, starts, is_stop, kind = token
            function = is_stop == 1 or kind in _FUNCTION
            yield WordClass(starts == 1, function, kind == symbols.PROPN, kind in _VERBS)
