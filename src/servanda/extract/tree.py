"""A parse as plain objects, which hold what spaCy's tokens work out anew at each question.

Rules ask the same words again and again for base form, relation, dependents and sentence, and an answer of
spaCy takes four to a hundred times as long as an attribute. The names and their meaning are spaCy's, as far
as rules use them, so that a rule reads either.
"""

from __future__ import annotations

import bisect
import operator
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, cast, overload

import spacy.tokens

from servanda.extract.whole import text_of

_STRINGS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP"]
_NUMBERS: list[int | str] = ["IDX", "HEAD", "SENT_START", "IS_SPACE", "IS_PUNCT", "IS_ALPHA", "LIKE_NUM"]


def tree_of(doc: spacy.tokens.Doc, text: str | None = None) -> spacy.tokens.Doc:
    """The tree of a parse. It goes by the type of what it stands for.

    With `text` the parse is that of its end, and places of words are counted from where `text` begins.
    """
    return cast(spacy.tokens.Doc, Tree(doc, text))


class Word:
    """A token of the tree."""

    __slots__ = (
        "children", "dep_", "doc", "head", "i", "idx", "is_alpha", "is_punct", "is_sent_start", "is_space",
        "left_edge", "lefts", "lemma_", "like_num", "lower_", "pos_", "right_edge", "rights", "tag_", "text",
    )  # fmt: skip

    doc: Tree
    head: Word
    left_edge: Word
    right_edge: Word
    lefts: Sequence[Word]
    rights: Sequence[Word]
    children: Sequence[Word]

    def __init__(self, doc: Tree, i: int, strings: Iterable[str], numbers: Iterable[int]) -> None:
        self.doc, self.i = doc, i
        self.lefts = self.rights = self.children = ()
        self.left_edge = self.right_edge = self
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_ = strings
        self.idx, _, start, space, punct, alpha, number = numbers
        self.is_sent_start = None if start == 0 else start > 0
        self.is_space, self.is_punct = space == 1, punct == 1
        self.is_alpha, self.like_num = alpha == 1, number == 1

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def sent(self) -> Stretch:
        """The sentence."""
        return self.doc.sentence_of(self.i)

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words above, from the nearest on."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Word]:
        """The word with all that hangs on it, in the order of the tree."""
        ahead = [(self, False)]
        while ahead:
            word, opened = ahead.pop()
            if opened or not word.children:
                yield word
                continue
            ahead += ((right, False) for right in reversed(word.rights))
            ahead.append((word, True))
            ahead += ((left, False) for left in reversed(word.lefts))

    @property
    def conjuncts(self) -> tuple[Word, ...]:
        """The words that are joined to it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        joined = [first]
        for word in joined:
            joined += (right for right in word.rights if right.dep_ == "conj")
        return tuple(word for word in joined if word is not self)

    def nbor(self, steps: int = 1) -> Word:
        """The word that stands so many places behind; IndexError outside the text."""
        if self.i + steps < 0:
            raise IndexError(steps)
        return self.doc[self.i + steps]


class Stretch:
    """Words that follow each other, from `start` up to `end`: a sentence, a phrase."""

    __slots__ = ("_text", "doc", "end", "start")

    def __init__(self, doc: Tree, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._text: str | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    def __getitem__(self, i: int) -> Word:
        return self.doc.words[self.start : self.end][i]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Stretch):
            return NotImplemented
        return self.doc is other.doc and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def start_char(self) -> int:
        """Character offset of the first word."""
        return self.doc.words[self.start].idx

    @property
    def end_char(self) -> int:
        """Character offset behind the last word."""
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as they stand."""
        if self._text is None:
            self._text = self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""
        return self._text

    @property
    def root(self) -> Word:
        """The first of the words that stand highest; a mark or white space only where nothing else does."""
        outside = [word for word in self if word.head is word or not self.start <= word.head.i < self.end]
        return min(outside, key=_height)

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Stretch | None:
        """The words at the character offsets, counted from the first word."""
        at = self.start_char
        return self.doc.char_span(at + start, at + end, alignment_mode=alignment_mode)


class Tree:
    """All words of a text. `user_data` holds what is kept with it."""

    def __init__(self, doc: spacy.tokens.Doc, text: str | None = None) -> None:
        self.text = text_of(doc) if text is None else text
        self.user_data: dict[str, Any] = {}
        self._doc, self._begins = doc, len(self.text) - len(text_of(doc))
        self.words = _words(self, doc)
        for word in self.words if self._begins else ():
            word.idx += self._begins
        self._sentences = _sentences(self)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, key: int) -> Word: ...
    @overload
    def __getitem__(self, key: slice) -> Stretch: ...
    def __getitem__(self, key: int | slice) -> Word | Stretch:
        if isinstance(key, slice):
            start, end, _ = key.indices(len(self.words))
            return Stretch(self, start, max(start, end))
        return self.words[key]

    @property
    def sents(self) -> Iterator[Stretch]:
        """The sentences."""
        return iter(self._sentences)

    def sentence_of(self, i: int) -> Stretch:
        """The sentence in which the word at a place stands."""
        return self._sentences[self._numbers[i]]

    @cached_property
    def _numbers(self) -> list[int]:
        return [number for number, sentence in enumerate(self._sentences) for _ in range(len(sentence))]

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Stretch | None:
        """The words at the character offsets, by spaCy's modes of alignment."""
        start, end = start - self._begins, end - self._begins
        found = self._doc.char_span(start, end, alignment_mode=alignment_mode) if start >= 0 else None
        return Stretch(self, found.start, found.end) if found is not None else None


def _words(tree: Tree, doc: spacy.tokens.Doc) -> list[Word]:
    columns = doc.to_array(_STRINGS).T.tolist()
    names = {code: doc.vocab.strings[code] for code in set(chain.from_iterable(columns))}
    strings = zip(*([names[code] for code in column] for column in columns), strict=True)
    numbers: Any = doc.to_array(_NUMBERS)
    rows = numbers.astype("int64").tolist()
    words = [Word(tree, i, told, row) for i, (told, row) in enumerate(zip(strings, rows, strict=True))]
    for word, row in zip(words, rows, strict=True):
        word.head = words[word.i + row[1]]
    _hang(words)
    return words


def _hang(words: list[Word]) -> None:
    """Tell each word what hangs on it, and how far that goes."""
    hanging: dict[Word, list[Word]] = {}
    for word in words:
        above = word.head
        if above is not word:
            hanging.setdefault(above, []).append(word)
        while above.left_edge.i > word.i:
            above.left_edge, above = word, above.head
    for word in reversed(words):
        above = word.head
        while above.right_edge.i < word.i:
            above.right_edge, above = word, above.head
    for word, children in hanging.items():
        right = bisect.bisect(children, word.i, key=_place)
        word.children, word.lefts, word.rights = children, children[:right], children[right:]


_place = operator.attrgetter("i")


def _height(word: Word) -> tuple[bool, int]:
    """What is less the higher a word stands."""
    mark = (word.is_space or word.is_punct) and not word.children and word.head is not word
    return mark, sum(1 for _ in word.ancestors)


def _sentences(tree: Tree) -> list[Stretch]:
    starts = [word.i for word in tree.words if word.is_sent_start or word.i == 0]
    return [Stretch(tree, start, end) for start, end in pairwise([*starts, len(tree.words)])]
