"""Numbers in words ("forty-fifth", "two hundred") and sums of money ("US$200 million", "50 billion yen")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from math import prod

import msgspec

from servanda.codebook.numbers import number_words


class OrdinalMention(msgspec.Struct, frozen=True, order=True):
    """A number that gives a place in a row: "third", "45th"."""

    start: int
    end: int
    value: int


class AmountMention(msgspec.Struct, frozen=True, order=True):
    """A sum of money; `currency` is an ISO 4217 code."""

    start: int
    end: int
    value: float
    currency: str


_FIGURES = re.compile(r"(\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:st|nd|rd|th)?", re.ASCII)


def to_int(words: str) -> int | None:
    """The whole number that `words` spell, cardinal or ordinal, in words or figures: "seventy", "45th",
    "one hundred and fiftieth", "1,500". None where they spell none."""
    figures = _FIGURES.fullmatch(words.strip())
    if figures:
        return int(figures[1].replace(",", ""))
    values = _word_values(re.split(r"\s+|-", words.strip().lower()))
    return _compose(values) if values else None


def find_ordinals(text: str) -> list[OrdinalMention]:
    """All ordinal numbers of `text`, in order. "Second" is one even where it is a time or a support:
    whoever asks knows which noun it has to stand with."""
    found = ((m.start(), m.end(), to_int(m[0])) for m in _ordinal_pattern().finditer(text))
    return [OrdinalMention(start, end, value) for start, end, value in found if value is not None]


def find_amounts(text: str) -> list[AmountMention]:
    """All sums of money in `text` whose currency is plain, in order and not overlapping. A range ("US$2-3
    million") and a currency that several states share ("Rs. 200") are left out."""
    found = (_amount(m) for m in _money_pattern().finditer(text))
    return [amount for amount in found if amount is not None]


def _word_values(words: list[str]) -> list[int]:
    """The value of each number word, those that only join them left out; empty if one is no number word."""
    known = number_words()
    cardinals = known.units | known.tens | known.scales
    ordinals = known.ordinal_units | known.ordinal_scales
    *before, last = words
    if before[:1] == ["a"]:
        before = before[1:]
    values = [cardinals.get(w) for w in before if w != "and"] + [cardinals.get(last, ordinals.get(last))]
    return [v for v in values if v is not None] if None not in values else []


def _compose(values: list[int]) -> int | None:
    """The number that the values of its words make: [2, 100, 40, 5] is 245, [5, 5] is none."""
    scale = max(values)
    if scale < 100:
        tens_and_unit = len(values) == 2 and values[0] % 10 == 0 and values[0] >= 20 and 0 < values[1] < 10
        return sum(values) if len(values) == 1 or tens_and_unit else None
    at = values.index(scale)
    factor = _compose(values[:at]) if at else 1
    rest = _compose(values[at + 1 :]) if values[at + 1 :] else 0
    return None if not factor or rest is None or rest >= scale else factor * scale + rest


def _any_of(words: Iterable[str]) -> str:
    """An alternation that tries longer words first; a space in a word stands for any white space."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=len, reverse=True))


@cache
def _ordinal_pattern() -> re.Pattern[str]:
    known = number_words()
    cardinal = _any_of(known.units | known.tens | known.scales)
    ordinal = _any_of(known.ordinal_units | known.ordinal_scales)
    return re.compile(
        rf"(?<![\w-])(?:(?:(?:{cardinal})[\s-](?:and\s)?){{0,8}}(?:{ordinal})|\d{{1,4}}(?:st|nd|rd|th))(?!\w)",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _money_pattern() -> re.Pattern[str]:
    known = number_words()
    word = _any_of([*known.units, *known.tens, "hundred", "thousand"])
    figure = r"(?>\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?)(?![.,]?\d)"
    open_range = (
        r"(?!\s?[-–—]\s?\d|\s(?:to|and|or)\s(?:[A-Z$€£¥.]{1,4}\s?)?[\d.,]{1,12}[\s-]?(?i:[mb]illion|bn))"
    )
    spelt = rf"(?i:(?:a|{word})(?:[\s-](?:and\s)?(?:{word})){{0,6}})"
    magnitude = rf"(?i:(?:[\s-]?(?:{_any_of(known.magnitudes)})\b){{0,2}})"
    sign = _any_of(known.signs).replace(r"\$", r"\s?\$")  # "US$" is also printed "US $".
    code = _any_of(known.codes)
    name = rf"(?i:(?:{_any_of(known.names)})s?)"
    shared = rf"(?i:{_any_of(known.with_lakh_or_crore)})s?"
    return re.compile(
        rf"(?<![\w$€£¥])(?P<before>{sign}|{code}|{shared})\s?"
        rf"(?P<figure>{figure}{open_range}|{spelt})(?P<magnitude>{magnitude})(?!\w)"
        rf"|(?<![\w$€£¥.,–—-])(?<!\d\sto\s)(?<!\d\sand\s)(?<!\d\sor\s)"
        rf"(?P<figure2>{figure}|{spelt})(?P<magnitude2>{magnitude})"
        rf"[\s-](?:of\s)?(?P<after>{name}|(?:{code})(?!\s?\d)|{shared})(?!\w)"
    )


def _amount(money: re.Match[str]) -> AmountMention | None:
    currency_words, figure, magnitude_words = (
        money.group("before", "figure", "magnitude")
        if money["before"]
        else money.group("after", "figure2", "magnitude2")
    )
    magnitudes = re.findall(r"[a-z]+", magnitude_words.lower())
    currency = _currency(re.sub(r"\s+", " ", currency_words), magnitudes)
    number = _figure(figure, magnitudes)
    if currency is None or number is None:
        return None
    factor = prod(number_words().magnitudes[m] for m in magnitudes)
    return AmountMention(money.start(), money.end(), float(number * factor), currency)


def _figure(figure: str, magnitudes: list[str]) -> Decimal | int | None:
    if figure[0].isdigit():
        return Decimal(figure.replace(",", ""))
    if figure.lower() == "a":
        return 1 if magnitudes else None
    return to_int(figure)


def _currency(words: str, magnitudes: list[str]) -> str | None:
    known = number_words()
    if words in known.codes:
        return words
    sign, name = words.replace(" ", ""), words.lower()
    if sign in known.signs:
        return known.signs[sign]
    for form in (name, name.removesuffix("s")):
        if form in known.names:
            return known.names[form]
        if form in known.with_lakh_or_crore and {"lakh", "lakhs", "crore", "crores"} & set(magnitudes):
            return known.with_lakh_or_crore[form]
    return None
