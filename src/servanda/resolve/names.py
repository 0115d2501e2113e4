"""Names as they are written: what two spellings of a name have in common.

Knows nothing of parties and posts beyond the manner in which a state's people write their names. What
follows from a likeness is decided elsewhere (servanda.resolve.forms).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

import msgspec
from nicknames import NickNamer
from rapidfuzz.distance import OSA

from servanda.codebook.names import name_words, styles
from servanda.model.fold import fold_words

Sort = Literal["full", "initial", "loose"]
"""A part of a name: written out; a letter for one; or a style or particle that may be left out."""

Kind = Literal["whole", "part", "initials", "hinted", "short", "apart", "unclear"]
"""Two names: all parts agree; one has parts more; all parts of one are initials in the other, or only some
are; one is a single word of the other; they cannot be one; or nothing can be said."""

EQUAL, SPELT, NICK, TYPO = 4, 3, 2, 1

_LONG = 8
"""Letters of a name from which on it can be another one with a slip."""
_MOST_PARTS = 24
"""Parts of a name that are looked at: every part is compared with every part of the other, and no name is
so long."""

_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_LINEAGE = re.compile(r"\b[asd]/[lop]\b", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiou]")
_ALL_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}")
_REPEATED = re.compile(r"(.)\1+")
_VOICELESS = str.maketrans("bdgv", "ptkf")
_ARTICLE = re.compile(r"^[ae]l(?=.{4})")
_SPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[a-z]{4})(?:giin|iin)$", ""),
        (r"zh", "j"), (r"(?<=[tdkgbr])h", ""), (r"ph", "f"), (r"[sz]ch", "s"), (r"sh", "s"), (r"x", "ks"),
        (r"ck|q", "k"), (r"c(?=[aou]|[^aeiouhy]|$)", "k"), (r"c(?=[eiy])", "s"), (r"w", "v"),
        (r"z", "s"), (r"(?<=.)h", ""),
        (r"ee|ie|ei|ey|iy|ii|yi|(?<!^)y", "i"), (r"oo|ou", "u"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""Spellings of one sound in the usual romanisations, applied in this order; first the ending by which
Mongolians are called after their fathers ("Ukhnaagiin" of Ukhnaa)."""


class Part(msgspec.Struct, frozen=True):
    """One part of a name, folded."""

    text: str
    sort: Sort = "full"


class Name(msgspec.Struct, frozen=True):
    """A name taken apart.

    generation  "jr", "iii" ..., where the name ends so
    patronymic  the parts after the first are ancestors' names
    exact       other spellings are other names
    shared      parts that too many people bear to tell anything
    """

    parts: tuple[Part, ...]
    generation: str | None = None
    patronymic: bool = False
    exact: bool = False
    shared: frozenset[str] = frozenset()

    @property
    def full(self) -> tuple[str, ...]:
        """The parts that are written out; styles only where there is nothing else."""
        return tuple(p.text for p in self.parts if p.sort == "full")

    @property
    def initials(self) -> str:
        """The letters that stand for parts."""
        return "".join(p.text for p in self.parts if p.sort == "initial")


class Likeness(msgspec.Struct, frozen=True):
    """What two names have in common.

    grade  the weakest agreement of two parts: EQUAL, SPELT, NICK or TYPO; 0 where initials gainsay it
    turned the parts come in another order: "round" as with family names first, "mixed" otherwise
    why    the parts on which the kind rests
    letters  how many initials stand for parts of the other
    """

    kind: Kind
    grade: int = EQUAL
    turned: Literal["round", "mixed"] | None = None
    why: str = ""
    letters: int = 0


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """`name` folded: words with single spaces, no punctuation; "O'Brien" is one word, "Jean-Yves" two."""
    return " ".join(fold_words(_LINEAGE.sub(" ", _APOSTROPHES.sub("", name))))


@lru_cache(maxsize=1 << 16)
def parse(folded: str, party: str | None) -> Name:
    """The name `folded` (see `plain`) of somebody who acts for `party`."""
    words = name_words()
    texts = folded.split()[:_MOST_PARTS]
    generation = words.generation(texts[-1]) if len(texts) > 2 else None
    if generation:
        texts.pop()
    # In states where every syllable is a name, "van" and "do" are no particles.
    syllabic = party in words.called_by_last | words.called_by_first
    loose = frozenset() if syllabic else styles() | words.fathers
    # "Ben" begins the name of Ben Wallace, and that of a father in "Zine El Abidine Ben Ali".
    parts = [
        part
        for at, text in enumerate(texts)
        for part in _parts(text, at, texts, loose if at else loose - words.fathers)
    ]
    if not any(p.sort == "full" for p in parts):
        parts = [Part(p.text) if p.sort == "loose" else p for p in parts]
    return Name(
        parts=tuple(parts),
        generation=generation,
        patronymic=not syllabic and not words.fathers.isdisjoint(texts[1:]),
        exact=party in words.exact,
        shared=words.shared_families.get(party or "", frozenset()),
    )


def _parts(text: str, at: int, texts: Sequence[str], loose: frozenset[str]) -> list[Part]:
    last = at == len(texts) - 1
    if len(text) == 1:
        return [Part(text, "initial")]
    if text in loose:
        return [Part(text, "loose")]
    if not last and _ALL_CONSONANTS.fullmatch(text) and text not in name_words().no_initials:
        return [Part(letter, "initial") for letter in text]
    return [Part(text)]


@lru_cache(maxsize=1 << 16)
def spelling(text: str) -> str:
    """One spelling for the common romanisations of a part ("Dissanayake", "Disanayake": "disanaiake")."""
    for pattern, to in _SPELLINGS:
        text = pattern.sub(to, text)
    return text


@lru_cache(maxsize=1 << 16)
def skeleton(text: str) -> str:
    """The consonants of a part by the place where they are spoken, and whether it begins with a vowel: the
    coarsest that its spellings share ("Gangadharan", "Gangatharan": "knktrn")."""
    opens = "a" if _VOWELS.match(spelling(text)) else ""
    return opens + _REPEATED.sub(r"\1", _consonants(text).translate(_VOICELESS))


def _consonants(text: str) -> str:
    return _VOWELS.sub("", spelling(text))


@lru_cache(maxsize=1 << 18)
def grade(a: str, b: str) -> int:
    """How well two parts agree: EQUAL to TYPO, 0 not at all."""
    if a == b:
        return EQUAL
    x, y = spelling(a), spelling(b)
    shorter = min(len(a), len(b))
    if (x == y and shorter >= 3) or (_bare(x) == _bare(y) and shorter >= 4):
        return SPELT
    if nicknames(a) & nicknames(b):
        return NICK
    if shorter < 5 or x[0] != y[0]:
        return 0
    apart, distance = OSA.distance(x, y), OSA.distance(a, b)
    # The last vowel alone tells a man from a woman in many languages ("Chandana", "Chandani").
    vowels_only = _consonants(a) == _consonants(b)
    if vowels_only and apart <= 1 + (shorter >= 6) + (shorter >= 9) and (x[-1] == y[-1] or shorter >= 9):
        return SPELT
    return TYPO if min(distance, apart) <= 1 + (shorter >= 9) else 0


def _bare(spelt: str) -> str:
    """Without an Arabic article that was written together with the word ("Elsisi")."""
    return _ARTICLE.sub("", spelt)


@lru_cache(maxsize=1 << 14)
def nicknames(text: str) -> frozenset[str]:
    """`text` and the English names for which it can stand: Joe for Joseph and Joshua."""
    return frozenset(_namer().canonicals_of(text) | {text})


@cache
def _namer() -> NickNamer:
    return NickNamer()


def liken(a: Name, b: Name) -> Likeness:
    """What the two names have in common; the same whichever comes first."""
    if key(b) < key(a):
        return liken(b, a)
    if a.generation and b.generation and a.generation != b.generation:
        return Likeness("apart", why=f"{a.generation} and {b.generation}")
    a, b = _matched_joins(a, b)
    pairs = _pair(a, b)
    left_a, left_b = _left(a, {i for i, _, _ in pairs}), _left(b, {j for _, j, _ in pairs})
    written = [(i, j, g) for i, j, g in pairs if a.parts[i].sort != "initial" != b.parts[j].sort]
    if not written or (left_a.full and left_b.full):
        return Likeness("apart", why=_contrast(left_a.full, left_b.full, a, b))
    return _judge(a, b, _Pairs(pairs, written, left_a, left_b))


def a_letter_apart(a: Name, b: Name) -> bool:
    """Whether the two differ by one letter and are so long that one of them can be a slip."""
    names = "".join(a.full), "".join(b.full)
    return min(map(len, names)) >= _LONG and OSA.distance(*names, score_cutoff=1) <= 1


def key(name: Name) -> tuple[str, ...]:
    """Sorts names."""
    return (*(p.text for p in name.parts), name.generation or "")


class _Left(msgspec.Struct, frozen=True):
    full: tuple[str, ...]
    initials: tuple[str, ...]


_NOTHING = _Left((), ())


class _Pairs(msgspec.Struct, frozen=True):
    all: list[tuple[int, int, int]]
    written: list[tuple[int, int, int]]
    left_a: _Left
    left_b: _Left


def _judge(a: Name, b: Name, found: _Pairs) -> Likeness:
    left_a, left_b = found.left_a, found.left_b
    worst = min(g for _, _, g in found.written)
    telling = [i for i, j, _ in found.written if _tells(a, a.parts[i]) and _tells(b, b.parts[j])]
    by_letter = len(found.all) - len(found.written)
    turned = _turned(found.written)
    why = ", ".join(f"{a.parts[i].text} = {b.parts[j].text}" for i, j, _ in found.written)
    if 1 in (_words(a), _words(b)):
        return Likeness("short", worst, turned, why)
    denied = (left_a.full and left_b.initials) or (left_b.full and left_a.initials)
    if len(telling) < 2 and (denied or (left_a.initials and left_b.initials)):
        return Likeness(
            "apart", why=_contrast(left_a.full + left_a.initials, left_b.full + left_b.initials, a, b)
        )
    if (a.patronymic or b.patronymic) and not any(i in _own(a) and j in _own(b) for i, j, _ in found.all):
        return Likeness("apart", why="the first part is the person's own name, and differs")
    if a.patronymic and b.patronymic and (_father(a), _father(b)) not in {(i, j) for i, j, _ in found.all}:
        return Likeness("apart", why="the fathers' names differ")
    unlike = left_a.initials + left_b.initials and a.initials and b.initials
    if denied or unlike:
        return Likeness("unclear", 0, turned, why)
    if len(telling) >= 2:
        return Likeness("part" if left_a.full or left_b.full else "whole", worst, turned, why)
    if by_letter and telling:
        return Likeness(_by_letters(a, b, found), worst, turned, why, by_letter)
    if not (left_a.full or left_b.full) and len(found.written) > 1:
        return Likeness("whole", worst, turned, why)
    return Likeness("unclear", worst, turned, why)


def _tells(name: Name, part: Part) -> bool:
    return part.sort == "full" and part.text not in name.shared


def _by_letters(a: Name, b: Name, found: _Pairs) -> Kind:
    """The kind of two names that share one written part, and initials."""
    if found.left_a != _NOTHING or found.left_b != _NOTHING:
        return "hinted"
    if len(a.full) > 1 or len(b.full) > 1:
        return "initials"
    return "whole" if a.initials == b.initials else "unclear"


def _own(name: Name) -> set[int]:
    """The places of the person's own name: before the father's, or else the first that is no style."""
    fathers = name_words().fathers
    end = next((i for i, p in enumerate(name.parts) if i and p.text in fathers), 0) if name.patronymic else 0
    return set(range(end)) or {next((i for i, p in enumerate(name.parts) if p.sort != "loose"), 0)}


def _father(name: Name) -> int:
    """The place of the father's name."""
    after = max(_own(name)) + 1
    return next((i for i, p in enumerate(name.parts) if i >= after and p.sort != "loose"), after)


def _words(name: Name) -> int:
    return sum(p.sort != "loose" for p in name.parts)


def _left(name: Name, paired: set[int]) -> _Left:
    left = [p for i, p in enumerate(name.parts) if i not in paired]
    return _Left(
        tuple(p.text for p in left if p.sort == "full"), tuple(p.text for p in left if p.sort == "initial")
    )


def _contrast(left_a: Sequence[str], left_b: Sequence[str], a: Name, b: Name) -> str:
    return f"{' '.join(left_a or a.full)} is not {' '.join(left_b or b.full)}"


def _pair(a: Name, b: Name) -> list[tuple[int, int, int]]:
    """Parts of `a` with parts of `b`, each at most once, the surest and the nearest in place first."""
    able = []
    for i, p in enumerate(a.parts):
        for j, q in enumerate(b.parts):
            level, worth = _worth(p, q, exact=a.exact or b.exact)
            if level:
                able.append((-level, abs(i - j), i, j, worth))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for _, _, i, j, worth in sorted(able):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((i, j, worth))
    return sorted(pairs)


def _worth(p: Part, q: Part, *, exact: bool) -> tuple[int, int]:
    """In which round the two are paired (0 not, the highest first), and the grade of their agreement."""
    if "initial" in (p.sort, q.sort):
        if p.sort == q.sort:
            return (2, EQUAL) if p.text == q.text else (0, 0)
        return (1, EQUAL) if p.text[0] == q.text[0] and "loose" not in (p.sort, q.sort) else (0, 0)
    how = grade(p.text, q.text)
    strict = exact or "loose" in (p.sort, q.sort)
    return (how + 2, how) if how == EQUAL or (how and not strict) else (0, 0)


def _turned(pairs: list[tuple[int, int, int]]) -> Literal["round", "mixed"] | None:
    order = [j for _, j, _ in pairs]
    drops = sum(x > y for x, y in pairwise(order))
    if not drops:
        return None
    return "round" if drops == 1 and order[-1] < order[0] else "mixed"


def _matched_joins(a: Name, b: Name) -> tuple[Name, Name]:
    """The two names with parts joined that the other writes as one word ("Lal Kantha", "Lalkantha")."""
    return _join(a, b), _join(b, a)


def _join(name: Name, other: Name) -> Name:
    whole = {spelling(p.text) for p in other.parts if len(p.text) > 1}
    parts = list(name.parts)
    i = 0
    while i + 1 < len(parts):
        for end in range(len(parts), i + 1, -1):
            joined = "".join(p.text for p in parts[i:end])
            alone = any(spelling(p.text) in whole for p in parts[i:end] if p.sort == "full")
            if spelling(joined) in whole and not alone:
                parts[i:end] = [Part(joined)]
                break
        i += 1
    return msgspec.structs.replace(name, parts=tuple(parts))
