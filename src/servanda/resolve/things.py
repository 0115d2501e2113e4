"""What a contract is on: how many things, and of what kind, as far as its name tells."""

from __future__ import annotations

import re
from calendar import month_name
from functools import cache
from typing import NamedTuple

from servanda.codebook.instrument_titles import title_words
from servanda.codebook.numbers import number_words
from servanda.model.fold import fold
from servanda.resolve.stems import stem

Words = frozenset[str]
"""Words of a name, by stem."""
_NO_COUNT = "|".join(map(str.lower, month_name[1:])) + "|million|billion|crore|lakh|percent|per cent"
_NO_THINGS = (
    "years?|months?|days?|weeks?|countries|nations|states|sides|parties|governments|ministries|departments|"
    "ministers|leaders|armies|navies|services|forces"
)
"""What is counted and is not what a contract is on."""
_COUNT = re.compile(
    r"(?<![\w.,-])(?<!type )(?<!block )(?<!mark )(?<!mk )(?<!lot )(?<!phase )"
    r"(?<!batch )(?<!tranche )(?<!section )(?<!no\. )(\d{1,4}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
    rf"(?![-\w]|[.,]\d|\s(?:{_NO_COUNT}|{_NO_THINGS})\b)"
)
"""What can be a number of things, in figures or words; of a folded name."""
_SO_MANY_YEARS = re.compile(r"\b(?:(?:(?:one|a)[\s-])?hundred|(\d{2,3}|[a-z]{5,7}))[\s-]years?\b")
_LONG = 25
"""Years that are no usual term of a text."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class _Kind(NamedTuple):
    """By stem: words for anything of the kind, and for some of it."""

    any: Words
    some: Words


def counts_in(name: str) -> frozenset[int]:
    """The numbers above one in it that count things: no years, sums of money, days or marks ("F-16",
    "lot 15")."""
    told = (found[1] for found in _COUNT.finditer(fold(name)) if not _YEAR.fullmatch(found[1]))
    numbers = (int(word) if word.isdigit() else _in_words(word) for word in told)
    return frozenset(number for number in numbers if number > 1)


def with_long_years(name: str) -> str:
    """The folded name with "100-year" for "one hundred year" and "hundred-year": so long a time tells a text
    from others, and ten years do not."""
    return _SO_MANY_YEARS.sub(_as_figure, name)


def _as_figure(years: re.Match[str]) -> str:
    number = 100 if years[1] is None else int(years[1]) if years[1].isdigit() else _in_words(years[1])
    return f" {number}-year " if number >= _LONG else years[0]


def _in_words(word: str) -> int:
    """36 of "thirty-six"; 0 where it is no number."""
    known = number_words()
    tens, _, unit = word.rpartition("-")
    value = known.units.get(unit) or (0 if tens else known.tens.get(unit, 0))
    return value + known.tens.get(tens, 0) if value else 0


def names_things(words: Words) -> bool:
    """Whether one of the words is for things that contracts are on."""
    return any(map(_is_thing, words))


def tells_only_kinds(words: Words) -> bool:
    """Whether they are words for anything of a kind, and no more: "ships", "vessels"."""
    words = words - _of_things()
    return bool(words) and all(any(word in kind.any for kind in _kinds()) for word in words)


def are_other_things(a: Words, b: Words) -> bool:
    """Whether two names tell of things that are none of the other's: "tanks" and "howitzers"."""
    one, other = (frozenset(filter(_is_thing, words)) for words in (a, b))
    return bool(one and other) and not any(_are_akin(x, y) for x in one for y in other)


def tells_but_kinds(a: Words, a_called: Words, b: Words, b_called: Words) -> bool:
    """Whether one of two names only tells the kind of things that the other is on: "*the ships*" and "three
    frigates", "*36 fighters*" and "36 Gripen". `a_called` and `b_called` are the words by which things are
    called by a name."""
    one, other = a - _of_things(), b - _of_things()
    return _is_but_kind_of(one, a_called, other, b_called) or _is_but_kind_of(other, b_called, one, a_called)


def _is_but_kind_of(one: Words, one_called: Words, other: Words, other_called: Words) -> bool:
    if not one or one_called or not all(map(_is_thing, one)):
        return False
    called_only = bool(other_called) and not names_things(other)
    return called_only or all(any(_are_akin(a, b) for b in other) for a in one)


def _are_akin(a: str, b: str) -> bool:
    """Whether one thing can be called both: any ship is a vessel, but no frigate is a submarine."""
    return a == b or any(
        a in (kind.any | kind.some) and b in (kind.any | kind.some) and (a in kind.any or b in kind.any)
        for kind in _kinds()
    )


def _is_thing(word: str) -> bool:
    return any(word in kind.any or word in kind.some for kind in _kinds())


@cache
def _of_things() -> Words:
    return frozenset(map(stem, title_words().of_things))


@cache
def _kinds() -> tuple[_Kind, ...]:
    kinds = title_words().kinds.values()
    return tuple(_Kind(frozenset(map(stem, k.any)), frozenset(map(stem, k.some))) for k in kinds)
