"""Copies: the same text told again, by another publisher or the same one, lightly edited or cut.

Copies are found by MinHash signatures, which are stored, and judged on the texts themselves. What counts
is the running text, folded: titles, datelines, bylines and captions differ from house to house.
docs/decisions/0009-near-copies.md says where the figures come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from servanda.model.fold import fold_words
from servanda.resolve.mention import Decision
from servanda.resolve.wording import words_of
from servanda.text.regions import find_regions

if TYPE_CHECKING:
    from datasketch import MinHash

METHOD: Final = "minhash-1"
"""Name of the way in which signatures are made; those of two ways say nothing of each other."""
WORTH_COMPARING: Final = 0.35
"""From this `likeness` on, two texts are worth reading: estimates stray by 0.1 from the 0.6 of a copy."""

_SHINGLE = 3
_FEWEST = 48
_ROWS, _BANDS = 2, 40
_SEED = 1
_HASH_BYTES = 4

_CONTAINED = 0.6
_NARRATION_CONTAINED = 0.5
_ALIKE = 0.2
_NAMES_LOST = 0.1
_NAMES_LOST_PER_EDIT = 0.3

_OTHERS = 2
"""Names of the opening that make another one met: given name and surname."""

_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r'"[^"\n]*(?:"|$)|“[^”\n]*”?|«[^»\n]*»?', re.MULTILINE)
_NAME_OR_NUMBER = re.compile(r"[^\W\d_][^\W_]+|\d[^\W_]*")
_SENTENCE_OPENS = re.compile(r"(?:\A|[.!?:;…]\s+|\n\s*)[\"'“‘«(]*$")


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of a text to find its copies.

    values  the hash values (80 of 4 bytes), of which two texts share as many as their shingles are alike
    size    number of different shingles
    bands   keys under which the text is stored and sought: copies share at least one

    Two texts whose shingles have the Jaccard similarity j share a band with the probability
    1 - (1 - j²)⁴⁰: 0.9997 for copies of one length with 60 % in common (j = 0.43), 0.99999 for a copy cut to
    half (j = 0.5), 0.92 where of the half that was kept 60 % is unedited (j = 0.25). Of pairs of other texts,
    most by one office, 0.4 % share a band.
    """

    values: bytes
    size: int
    bands: tuple[str, ...]


def signature(text: str) -> Signature | None:
    """The signature of a document's text; None for less than about 50 words of running text, which formulas
    of protocol alone can fill. In a script without spaces between words a clause counts as a word."""
    shingles = _shingles(fold_words(_running(text)))
    if shingles is None:
        return None
    sketch = _empty_sketch().copy()
    sketch.update_batch(" ".join(shingle).encode() for shingle in shingles)
    values = sketch.hashvalues.astype("<u4").tobytes()
    width = _ROWS * _HASH_BYTES
    bands = tuple(
        f"{METHOD}.{band}.{values[band * width : (band + 1) * width].hex()}" for band in range(_BANDS)
    )
    return Signature(values=values, size=len(shingles), bands=bands)


def likeness(a: Signature, b: Signature) -> float:
    """Estimate of how much of the shorter text stands in the longer, 0..1, from the signatures alone."""
    pairs = zip(memoryview(a.values).cast("I"), memoryview(b.values).cast("I"), strict=True)
    jaccard = sum(x == y for x, y in pairs) / (_ROWS * _BANDS)
    shared = jaccard / (1 + jaccard) * (a.size + b.size)
    return min(1.0, shared / min(a.size, b.size))


def compare(text_a: str, text_b: str) -> Decision | None:
    """The decision that one text is an edited or cut copy of the other, or None.

    At least 60 % of the shorter's sequences of three words stand in the longer, and 50 % of those outside
    quotations: two reporters quote one speech. The two share 20 % of all their sequences: a note within a
    long digest is no copy of it. The names and numbers of the shorter, above the paragraphs with which both
    close, stand in the longer, up to a tenth and some more where more was edited: where hardly anything but
    these differs, a form was filled in twice, and the releases of one office close with the same paragraph.
    Nor is it a copy where each opens with people or places of whom the other knows nothing.
    """
    first, second = _Telling.of(text_a), _Telling.of(text_b)
    if first.shingles is None or second.shingles is None:
        return None
    contained = _containment(first.shingles, second.shingles)
    if contained < _CONTAINED or _jaccard(first.shingles, second.shingles) < _ALIKE:
        return None
    if (
        first.narrated is not None
        and second.narrated is not None
        and _containment(first.narrated, second.narrated) < _NARRATION_CONTAINED
    ):
        return None
    short, long = sorted((first, second), key=lambda telling: (len(telling.words), telling.words))
    names = _names(_above_common_close(short.running, long.running))
    lost = _lost(names, long)
    if _tell_of_others(short, long) and _tell_of_others(long, short):
        return None
    if len(lost) > max(1, len(names) * (_NAMES_LOST + _NAMES_LOST_PER_EDIT * (1 - contained))):
        return None
    reason = f"{contained:.0%} of the shorter text stands in the longer in the same words"
    return Decision(verdict="same", score=round(0.7 + 0.29 * contained, 2), rule="copy/edited", reason=reason)


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Ids of documents that are copies of one text, from pairs that are: each group and the list of them in
    ascending order, whatever the order of the pairs."""
    group_of: dict[str, set[str]] = {}
    for a, b in pairs:
        one, other = group_of.setdefault(a, {a}), group_of.setdefault(b, {b})
        if one is not other:
            kept, gone = (one, other) if len(one) >= len(other) else (other, one)
            kept |= gone
            group_of |= dict.fromkeys(gone, kept)
    return sorted({min(group): sorted(group) for group in group_of.values()}.values())


_Shingle = tuple[str, ...]


class _Telling(msgspec.Struct, frozen=True):
    """A text as it is compared: its running text, the folded words of it, their sequences of three and those
    outside quotations; sequences are None where there are too few to judge."""

    running: str
    words: list[str]
    shingles: frozenset[_Shingle] | None
    narrated: frozenset[_Shingle] | None

    @classmethod
    def of(cls, text: str) -> _Telling:
        running = _running(text)
        words = fold_words(running)
        return cls(running, words, _shingles(words), _shingles(fold_words(_QUOTED.sub(" ", running))))


def _running(text: str) -> str:
    """The text without title, dateline and whatever else is no running text; "U.N." written as "UN"."""
    stretches, at = [], 0
    for region in find_regions(text):
        stretches.append(text[at : region.start])
        at = region.end
    running = "\n".join((*stretches, text[at:]))
    return _ABBREVIATION.sub(lambda found: found.group().replace(".", ""), running)


def _shingles(words: Sequence[str]) -> frozenset[_Shingle] | None:
    shingles = frozenset(zip(*(words[i:] for i in range(_SHINGLE)), strict=False))
    return shingles if len(shingles) >= _FEWEST else None


def _above_common_close(short: str, long: str) -> str:
    """`short` without the last paragraphs that are those of `long` as well."""
    ours, theirs = ([line for line in text.split("\n") if line.strip()] for text in (short, long))
    while ours and theirs and fold_words(ours[-1]) == fold_words(theirs[-1]):
        ours.pop()
        theirs.pop()
    return "\n".join(ours)


def _tell_of_others(one: _Telling, other: _Telling) -> bool:
    """Whether the first paragraph of one names whom the other nowhere does: whom the President met."""
    opening = next((line for line in one.running.split("\n") if line.strip()), "")
    return sum(_DIGIT.search(name) is None for name in _lost(_names(opening), other)) >= _OTHERS


def _lost(names: Iterable[str], other: _Telling) -> list[str]:
    """The names and numbers that the other does not have. Countries and days have several names ("Turkey",
    "Türkiye"), and others part their words ("Ha Noi", "Hanoi")."""
    words, together = set(other.words), "".join(other.words)
    missing = [name for name in names if name not in words]
    return [name for name in missing if _DIGIT.search(name) or (name not in together and words_of(name))]


def _names(running: str) -> frozenset[str]:
    """Folded words that name or count: with a digit, or a capital that does not open a sentence."""
    names: set[str] = set()
    for found in _NAME_OR_NUMBER.finditer(running):
        word = found.group()
        before = running[max(0, found.start() - 8) : found.start()]
        if word[0].isdigit() or (word[0].isupper() and not _SENTENCE_OPENS.search(before)):
            names.update(fold_words(word))
    return frozenset(names)


def _containment(a: frozenset[_Shingle], b: frozenset[_Shingle]) -> float:
    return len(a & b) / min(len(a), len(b))


def _jaccard(a: frozenset[_Shingle], b: frozenset[_Shingle]) -> float:
    return len(a & b) / len(a | b)


@cache
def _empty_sketch() -> MinHash:
    """A sketch of nothing. Loading the library takes a second, so it waits until a document is read."""
    from datasketch import MinHash

    return MinHash(num_perm=_ROWS * _BANDS, seed=_SEED, scheme="affine32")
