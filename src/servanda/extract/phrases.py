"""Finds phrases of a simple notation in running text: many at once, in one pass over its words.

Capitals do not count, except that a word written in capitals ("SAR") is found only so. A hyphen is a
space. `word*` is every word that begins so; `(a|b)` is either, `(a|)` is a or nothing; `..` stands for up
to four words of the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

L = TypeVar("L")

_WORD = re.compile(r"[^\W_]+")
_TIGHT = frozenset(" \n\t\u00a0-–‑'’/&")
_SENTENCE_END = re.compile(r"[.!?;:](?:\s|$)|\n\s*\n")
_ALTERNATIVES = re.compile(r"\(([^()]*)\)")
_GAP = ".."
_LONGEST_GAP = 4
_SHORTEST_STEM = 2


class Match(NamedTuple, Generic[L]):
    """A phrase found: what it was labelled with, its extent in the text, the numbers of its words."""

    label: L
    start: int
    end: int
    words: frozenset[int]


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    tight: bool
    sentence: int


class _Node(Generic[L]):
    __slots__ = ("gap", "labels", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[L]] = {}
        self.gap: _Node[L] | None = None
        self.labels: list[L] = []


class PhraseFinder(Generic[L]):
    """Finds all occurrences of labelled phrases, overlapping ones too."""

    def __init__(self, phrases: Iterable[tuple[str, L]]) -> None:
        """`phrases` are pairs of a phrase and its label. Raises ValueError for a phrase without words."""
        self._root: _Node[L] = _Node()
        symbols: set[str] = set()
        for phrase, label in phrases:
            for variant in _variants(phrase):
                steps = _steps(variant)
                self._add(steps, label)
                symbols.update(steps)
        self._stems = frozenset(s[:-1] for s in symbols if s.endswith("*"))
        self._exact = frozenset(s for s in symbols if not s.endswith("*"))
        self._symbols = lru_cache(maxsize=1 << 16)(self._symbols_of)

    def find(self, text: str) -> Iterator[Match[L]]:
        """Every match in `text`, in the order of their first words."""
        words = list(_words(text))
        for first, word in enumerate(words):
            for symbol in self._symbols(word.text):
                node = self._root.next.get(symbol)
                if node is not None:
                    yield from self._walk(node, words, (first,))

    def _add(self, steps: list[str], label: L) -> None:
        node = self._root
        for step in steps:
            if step == _GAP:
                node.gap = node.gap or _Node()
                node = node.gap
            else:
                node = node.next.setdefault(step, _Node())
        node.labels.append(label)

    def _symbols_of(self, word: str) -> tuple[str, ...]:
        """The words and stems of the phrases that `word` can stand for."""
        lower = word.lower()
        exact = tuple(w for w in dict.fromkeys((word, lower)) if w in self._exact)
        ends = range(_SHORTEST_STEM, len(lower) + 1)
        return exact + tuple(f"{lower[:end]}*" for end in ends if lower[:end] in self._stems)

    def _walk(self, node: _Node[L], words: list[_Word], path: tuple[int, ...]) -> Iterator[Match[L]]:
        start, last = words[path[0]].start, path[-1]
        for label in node.labels:
            yield Match(label, start, words[last].end, frozenset(path))
        following = last + 1
        if node.next and following < len(words) and words[following].tight:
            yield from self._step(node, words, path, following)
        if node.gap is not None:
            for index in range(following, min(following + _LONGEST_GAP + 1, len(words))):
                if words[index].sentence != words[last].sentence:
                    break
                yield from self._step(node.gap, words, path, index)

    def _step(
        self, node: _Node[L], words: list[_Word], path: tuple[int, ...], index: int
    ) -> Iterator[Match[L]]:
        for symbol in self._symbols(words[index].text):
            child = node.next.get(symbol)
            if child is not None:
                yield from self._walk(child, words, (*path, index))


def longest(matches: Iterable[Match[L]]) -> list[Match[L]]:
    """Of matches that rest on a common word only the one that rests on most; equal ones are all kept."""
    kept: list[Match[L]] = []
    taken: dict[int, frozenset[int]] = {}
    for match in sorted(matches, key=lambda m: (-len(m.words), m.start, m.end)):
        if all(taken.get(word, match.words) == match.words for word in match.words):
            kept.append(match)
            taken.update(dict.fromkeys(match.words, match.words))
    return sorted(kept, key=lambda m: (m.start, m.end))


def _words(text: str) -> Iterator[_Word]:
    end = sentence = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        if not _TIGHT.issuperset(between):
            sentence += bool(_SENTENCE_END.search(between))
            tight = False
        else:
            tight = True
        end = found.end()
        yield _Word(found[0], found.start(), end, tight, sentence)


def _variants(phrase: str) -> Iterator[str]:
    """The phrase with each of its alternatives."""
    choice = _ALTERNATIVES.search(phrase)
    if choice is None:
        yield phrase
        return
    for option in choice[1].split("|"):
        yield from _variants(phrase[: choice.start()] + option + phrase[choice.end() :])


def _steps(phrase: str) -> list[str]:
    """The words of a phrase without alternatives, gaps between them."""
    steps = [w if w.isupper() and len(w) > 1 else w.lower() for w in phrase.replace("-", " ").split()]
    while steps and steps[-1] == _GAP:
        steps.pop()
    if not steps or steps[0] == _GAP or any("*" in s[:-1] or not s[0].isalnum() for s in steps if s != _GAP):
        raise ValueError(f"no phrase: {phrase!r}")
    return steps
