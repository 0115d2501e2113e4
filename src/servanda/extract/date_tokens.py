"""A text as a row of small classes (month, day, year, "of", comma ...), one character a token, so that an
expression of time is a short regular expression over classes and never runs wild over characters."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from servanda.codebook.dates import date_words
from servanda.codebook.numbers import number_words

_TOKEN = re.compile(
    r"""
      (?P<numeric_date> (?<![\w.,/+-]) (?:[0-9]{4}(?P<a>[-/.])[0-9]{1,2}(?P=a)[0-9]{1,2}
                                         |[0-9]{1,2}(?P<b>[-/.])[0-9]{1,2}(?P=b)[0-9]{4})
                        (?![-/+\d]|\.\d|[^\W\dT]) )
    | (?P<decade>       (?<![\w.,$€£-]) (?:1[5-9]|20)[0-9]0['’]?s\b )
    | (?P<quarter_code> \b[QH][1-4]\b )
    | (?P<ordinal_day>  (?<![\w.,$€£+]) (?:(?<!-) | (?<=\d-) | (?<=st-) | (?<=nd-) | (?<=rd-) | (?<=th-))
                        (?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)\b )
    | (?P<number>       \d+(?:,\d{3}(?!\d)|[.:]\d+)* )
    | (?P<word>         [^\W\d_]+ )
    | (?P<possessive>   ['’]s\b )
    | (?P<stop>         \n[^\S\n]*\n\s* | [?!;] )
    | (?P<dot>          \. )
    | (?P<comma>        , )
    | (?P<dash>         [-–—‑−] )
    | (?P<slash>        / )
    | (?P<open>         [(\[] )
    | (?P<close>        [)\]] )
    | (?P<and>          & )
    | (?P<symbol>       [^\s\w]|_ )
    """,
    re.VERBOSE,
)
_BY_LOOK = (
    *(name for name in _TOKEN.groupindex if len(name) > 1),
    "month", "month_abbr", "weekday", "weekday_abbr", "season", "number_word", "ordinal_word", "day",
    "two_digits", "year", "capital", "plural",
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1500, 2199


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or sign; `value` is the number, month, weekday (from 0) or EDTF season that it names."""

    start: int
    end: int
    text: str
    name: str
    value: int = 0


@cache
def class_characters() -> dict[str, str]:
    """The character that stands for each class of token, by the name of the class."""
    names = dict.fromkeys((*_BY_LOOK, *date_words().words))
    return {name: chr(0xE000 + i) for i, name in enumerate(names)}


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A regular expression over classes: `<month>` is one token of that class, `<day|year>` one of either;
    white space is of no account."""
    characters = class_characters()

    def one_of(m: re.Match[str]) -> str:
        return "[" + "".join(characters[name] for name in m[1].split("|")) + "]"

    return re.compile(re.sub(r"(?<!\(\?P)<([\w|]+)>", one_of, re.sub(r"\s+", "", pattern)))


def tokenise(text: str) -> list[Token]:
    """All tokens of `text` in order; white space is none, but an empty line is a `stop`."""
    known = _words()
    tokens: list[Token] = []
    for m in _TOKEN.finditer(text):
        name, raw = m.lastgroup or "symbol", m[0]
        if name == "word":
            name, value = known.get(raw) or known.get(raw.lower()) or (_look(raw), 0)
        elif name == "number":
            name, value = _number(text, m, tokens)
        else:
            value = int(raw[:-2]) if name == "ordinal_day" else 0
        tokens.append(Token(m.start(), m.end(), raw, name, value))
    return tokens


@cache
def _words() -> dict[str, tuple[str, int]]:
    """Class and value of each known word: names of the calendar as written, the rest in lower case."""
    words, numbers = date_words(), number_words()
    known = {form: (name, 0) for name, forms in words.words.items() for form in forms}
    known |= {form: ("number_word", value) for form, value in numbers.units.items()}
    known |= {form: ("ordinal_word", value) for form, value in numbers.ordinal_units.items()}
    known |= {form: ("season", code) for form, code in words.seasons.items()}
    for names, name, first in ((words.months, "month", 1), (words.weekdays, "weekday", 0)):
        for value, (full, *short) in enumerate(names, start=first):
            known |= dict.fromkeys((full, full.upper()), (name, value))
            known |= {form: (f"{name}_abbr", value) for s in short for form in (s, s.upper())}
    return known


def _look(word: str) -> str:
    if word[0].isupper():
        return "capital"
    return "plural" if word.endswith("s") and len(word) > 2 else "word"


def _number(text: str, m: re.Match[str], before: list[Token]) -> tuple[str, int]:
    """Class and value of a figure: a day, a year, or a number that is part of something else."""
    raw = m[0]
    if not raw.isdecimal() or not raw.isascii() or len(raw) > 4 or _is_joined(text, m, before):
        return "number", 0
    value = int(raw)
    if len(raw) <= 2:
        return ("day" if 1 <= value <= 31 else "two_digits" if len(raw) == 2 else "number"), value
    return ("year" if _FIRST_YEAR <= value <= _LAST_YEAR else "number"), value


def _is_joined(text: str, m: re.Match[str], before: list[Token]) -> bool:
    """Whether a figure is part of a name, measure or sum: "F-16", "30-year", "5G", "US$2018", "12%"."""
    left, right = text[max(m.start() - 2, 0) : m.start()], text[m.end() : m.end() + 2]
    if (left and left[-1] in "$€£¥₹#+_@=°") or (right and right[0] in "%+°$€£¥_@="):
        return True
    if left and left[-1].isalpha():
        return before[-1].name != "fy"
    if right and right[0].isalpha():
        return True
    if left[-1:] == "-" and left[:1].isalnum() and len(before) > 1:
        return before[-2].name not in ("day", "ordinal_day", "year", "vague_part", "month", "month_abbr")
    return (
        right[:1] == "-"
        and right[1:].isalpha()
        and _words().get(_word_at(text, m.end() + 1), ("",))[0] != "month"
    )


def _word_at(text: str, start: int) -> str:
    m = re.compile(r"[^\W\d_]{1,9}").match(text, start)
    return m[0] if m else ""
