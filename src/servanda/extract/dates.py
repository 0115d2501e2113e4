"""Finds the expressions of time in a text and reads them against the date of its publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

import msgspec

from servanda.extract.date_reading import Parts, Reading, Unit
from servanda.extract.date_reference import Reference
from servanda.extract.date_rules import rules
from servanda.extract.date_tokens import Token, class_characters, tokenise
from servanda.extract.mentions import DateMention
from servanda.model import edtf


class _Found(msgspec.Struct, frozen=True):
    """A reading and the tokens `first` to `last` (that one excluded) that give it."""

    first: int
    last: int
    reading: Reading


def find_dates(text: str, published: str | None) -> list[DateMention]:
    """All expressions of time in `text`, in order, not overlapping, each as long as it goes.

    `published` is the EDTF day, month or year of publication, from which relative dates are counted as
    finely as it goes; None, or no such date, if unknown: then only what the words fix is read. Mentions
    that fix no date ("in the coming months") are listed too, so that nobody looks for one in them.
    """
    tokens = tokenise(text)
    reference = Reference(published)
    read = list(_read(tokens, reference))
    written = {f.reading.written for f in read if f.reading.written}
    if len(written) == 1 and written != {reference.day()}:
        reference = Reference(written.pop())  # published later: "this morning" is counted from that day too
        read = list(_read(tokens, reference))
    found = _unless_another_year_is_meant(read, tokens)
    found = _in_listed_years(found, tokens, text)
    return [_mention(f, r, tokens) for f, r in _with_antecedents(found, tokens, reference)]


def _read(tokens: list[Token], reference: Reference) -> Iterator[_Found]:
    """The longest expression at each place that has one which the calendar allows."""
    characters = class_characters()
    classes = "".join(characters[t.name] for t in tokens)
    matches = [
        (m.start(), -m.end(), i, m) for i, rule in enumerate(rules()) for m in rule.pattern.finditer(classes)
    ]
    end = 0
    for start, minus_end, i, match in sorted(matches, key=lambda entry: entry[:3]):
        if start < end:
            continue
        reading = rules()[i].read(Parts(tokens, match, reference))
        if reading is not None:
            end = -minus_end
            yield _Found(start, end, reading)


def _unless_another_year_is_meant(found: list[_Found], tokens: list[Token]) -> list[_Found]:
    """Where the sentence has set a year before ("In 2018 the minister visited Paris on March 26"), that of
    a later date is not guessed from the publication."""
    kept: list[_Found] = []
    year, end = "", 0
    for f in found:
        if any(_ends_sentence(tokens, i) for i in range(end, f.first)):
            year = ""
        if _sets_year(f, tokens):
            year = f.reading.past or ""
        end = f.last
        kept.append(_unfixed(f, year) if year else f)
    return kept


def _in_listed_years(found: list[_Found], tokens: list[Token], text: str) -> list[_Found]:
    """In a chronology the year that opens a line, "2024: On 28 August the pact is signed", is that of the
    days in it; from two such lines on it is one."""
    lines = list(_YEAR_OF_LINE.finditer(text))
    if len(lines) < _LINES_OF_CHRONOLOGY:
        return found
    opens = [line.start("rest") for line in lines]
    before = ((f, bisect_right(opens, tokens[f.first].start) - 1) for f in found)
    return [_of_its_line(f, tokens[f.first].start, lines[at]) if at >= 0 else f for f, at in before]


def _of_its_line(found: _Found, start: int, line: re.Match[str]) -> _Found:
    year = int(line["year"]) if start < line.end() else None
    template = found.reading.template
    dated = edtf.in_year(template, year) if year is not None and template is not None else None
    if dated is None or found.reading.same is not None:
        return found
    return _Found(
        found.first,
        found.last,
        msgspec.structs.replace(found.reading, past=dated, future=dated, relative=False),
    )


def _sets_year(found: _Found, tokens: list[Token]) -> bool:
    alone = found.last - found.first == 1 and tokens[found.first].name == "year"
    told = alone and found.first > 0 and tokens[found.first - 1].name == "in"
    return told and not _is_in_an_aside(found, tokens)


def _is_in_an_aside(year: _Found, tokens: list[Token]) -> bool:
    """ "The committee, set up |in 2023|, met on 2 March", "which last met |in 2023|": the year of what was
    done before."""
    behind = tokens[year.last : year.last + _LONGEST_ASIDE]
    if not any(token.name == "comma" for token in behind):
        return False
    before = tokens[max(0, year.first - _LONGEST_ASIDE) : year.first]
    comma = next((i for i in reversed(range(len(before))) if before[i].name == "comma"), None)
    opens = before[comma + 1].text if comma is not None else ""
    return opens.endswith("ed") or opens in _PARTICIPLES or opens == "which"


def _ends_sentence(tokens: list[Token], at: int) -> bool:
    if tokens[at].name != "dot":
        return tokens[at].name == "stop"
    # A short capitalised word before the full stop is taken for an abbreviation ("H.E.", "Dec.").
    before = tokens[at - 1] if at else None
    return before is None or not before.text[0].isupper() or len(before.text) > _LONGEST_ABBREVIATION


def _unfixed(found: _Found, year: str) -> _Found:
    template = found.reading.template
    if template is None:
        return found
    past, future = (
        r if r and r.startswith(year) else template for r in (found.reading.past, found.reading.future)
    )
    relative = found.reading.relative and (past, future) != (template, template)
    reading = msgspec.structs.replace(found.reading, past=past, future=future, relative=relative)
    return _Found(found.first, found.last, reading)


def _with_antecedents(
    found: list[_Found], tokens: list[Token], reference: Reference
) -> Iterator[tuple[_Found, Reading]]:
    """Each with its reading, where "in the same month" has that of the date before it. "Later in the day"
    without one is the day of publication, and "later in the month" the month that it has itself. In a
    sentence that has told "of that year" the days behind it are of that year as well."""
    today = reference.day()
    latest: dict[Unit, Reading] = {"day": Reading(today, today, relative=today is not None)}
    year, end = None, 0
    for f in found:
        reading = f.reading
        if year is not None and any(_ends_sentence(tokens, i) for i in range(end, f.first)):
            year = None
        end = f.last
        if year is not None and reading.template is not None and reading.same is None:
            reading = _in_that_year(reading, year)
        if reading.same is not None:
            told = latest.get(reading.same, msgspec.structs.replace(reading, same=None))
            year = told if reading.same == "year" else year
            reading = told if reading.template is None else _in_that_year(reading, told)
        if reading.kind == "point" and (reading.template or f.reading.same is None):
            latest |= {unit: r for unit in _LENGTHS if (r := _cut(reading, unit)) is not None}
        yield f, reading


def _in_that_year(reading: Reading, told: Reading) -> Reading:
    """ "in May of that year", where the year was told before; as far as the words go where none was."""
    template = reading.template or ""
    past, future = (
        edtf.in_year(template, int(year)) if year and year.isdecimal() else template
        for year in (told.past, told.future)
    )
    return Reading(past, future, reading.kind, told.relative, template)


def _cut(reading: Reading, unit: Unit) -> Reading | None:
    """The day, month or year in which the reading lies; None where it is not given so finely."""
    cut = [
        r[: _LENGTHS[unit]] if r and edtf.precision(r) in _AS_FINE_AS[unit] else ""
        for r in (reading.past, reading.future)
    ]
    past, future = (r if edtf.is_valid(r) else None for r in cut)
    return Reading(past, future, relative=reading.relative) if past or future else None


def _mention(found: _Found, reading: Reading, tokens: list[Token]) -> DateMention:
    start, end = tokens[found.first].start, tokens[found.last - 1].end
    return DateMention(start, end, reading.kind, reading.past, reading.future, reading.relative)


_YEAR_OF_LINE: Final = re.compile(
    r"^[ \t]*(?:[-•*–][ \t]+)?(?P<year>(?:19|20)\d\d)[ \t]*(?::|[–—-][ \t]+(?!(?:19|20)\d\d\b))"
    r"(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_LINES_OF_CHRONOLOGY: Final = 2
_LONGEST_ABBREVIATION: Final = 4
_LONGEST_ASIDE: Final = 9
"""Tokens of an aside before its year or behind it: ", set up by the two ministries in"."""
_PARTICIPLES: Final = frozenset({"set", "built", "begun", "held", "bought", "drawn", "laid"})
_LENGTHS: Final[dict[Unit, int]] = {"day": 10, "month": 7, "year": 4}
_AS_FINE_AS: Final[dict[Unit, frozenset[str]]] = {
    "day": frozenset({"day"}),
    "month": frozenset({"day", "month"}),
    "year": frozenset({"day", "month", "season", "year"}),
}
