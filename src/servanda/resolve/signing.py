"""When an instrument was signed, as far as a mention fixes it, and what two such statements say together."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Literal

import msgspec

from servanda.model import edtf
from servanda.model.facts import Instrument
from servanda.resolve.mention import Mention
from servanda.resolve.titles import read_title

Stage = Literal["coming", "signed", "standing"]

_YEAR = len("2023")
_SLACK = timedelta(days=3)
"""Reports of a plan appear up to some days behind the signing in other time zones and weeklies."""
_IN_FORCE = "instrument/in-force"
"""Begins the names of the rules that find it."""
_PRECISE = frozenset({"day", "month"})


BY_THE_WAY = frozenset(
    {
        "instrument/named",
        "instrument/named-on",
        *(f"instrument/applied:{word}" for word in ("on", "with", "in", "to", "welcome", "note")),
    }
)
"""Rules by which a text is only spoken of: it need not be signed yet."""


class Signing(msgspec.Struct, frozen=True):
    """What a mention says of the signing.

    stage  the signing is still to come, is told, or lies behind (in force, amended, ratified, ended)
    date   EDTF date of the signing, where it is told
    seen   EDTF date at which the text stood at this stage: the date told for it, else the publication
    """

    stage: Stage
    date: str | None
    seen: str | None


class Fit(IntEnum):
    """How two statements about a signing stand to each other, the closer the higher."""

    APART = 0  # they exclude each other
    OPEN = 1  # nothing in them excludes that it is one signing
    YEAR = 2  # both date it, to the year
    MONTH = 3  # both date it, at least one to the month
    DAY = 4  # both date it to the same day


class Timing(msgspec.Struct, frozen=True):
    """`days`: how far apart they are, in days. Where they exclude each other, by how much; else the time
    from the earlier to the later; None where this is not known."""

    fit: Fit
    days: int | None = None


def is_in_force(text: Instrument) -> bool:
    """Whether the mention tells that the text enters, entered or has been brought into force."""
    return text.rule.startswith(_IN_FORCE)


def signing(mention: Mention) -> Signing:
    """What the mention of an instrument says of its signing."""
    fact, published = mention.fact, mention.source.published
    if not isinstance(fact, Instrument):
        raise TypeError(f"{mention.id} is no instrument")
    year = read_title(fact.title, tuple(sorted(fact.parties))).year
    if fact.action in ("planned", "proposed") and year and year < (published or "")[:_YEAR]:
        return Signing("standing", year, published)  # "agreed to renew the memorandum of 2009"
    if fact.action in ("planned", "proposed"):
        return Signing("coming", None, _earlier(fact.date, published))
    if fact.action == "signed":
        return Signing("signed", fact.date or year, fact.date or published)
    seen = None if fact.rule in BY_THE_WAY else published
    dated = fact.date if fact.action == "existing" and not is_in_force(fact) else None
    if year and fact.date and fact.date.startswith(year) and not is_in_force(fact):
        dated = year = fact.date  # "the contract of January 2021"
    return Signing("standing", year or dated, fact.date or seen)


def _earlier(date_: str | None, published: str | None) -> str | None:
    """When the text was still to come: an old plan is told with its own date."""
    told, known = _bounds(date_), _bounds(published)
    return date_ if told and (known is None or told[1] < known[0]) else published


def timing(a: Signing, b: Signing) -> Timing:
    """What the two say together; the order does not matter."""
    if a.date and b.date:
        return _of_dates(min(a.date, b.date), max(a.date, b.date))
    coming, done = (a, b) if a.stage == "coming" else (b, a)
    if coming.stage != "coming":
        dated, other = (a, b) if a.date else (b, a)
        return _in_turn(dated.date, other.seen) if dated.date else Timing(Fit.OPEN, _between(a.seen, b.seen))
    if done.stage == "coming":
        return Timing(Fit.OPEN, _between(a.seen, b.seen))
    return _in_turn(coming.seen, done.date or done.seen)


def years(signing_: Signing) -> range | None:
    """The years in which the signing is looked for: those of its date, the year of a plan and the next, the
    year of a report and the one before. None where nothing fixes them."""
    told = edtf.bounds(signing_.date) if signing_.date else None
    if told:
        return range(told[0].year, min(told[1].year, told[0].year + 10) + 1)
    seen = edtf.bounds(signing_.seen) if signing_.seen else None
    if seen is None:
        return None
    first = seen[0].year
    return range(first, first + 2) if signing_.stage == "coming" else range(first - 1, first + 1)


@lru_cache(maxsize=1 << 16)
def _of_dates(a: str, b: str) -> Timing:
    if not edtf.compatible(a, b) and not edtf.overlaps(a, b):
        return Timing(Fit.APART, _between(a, b))
    precise = {edtf.precision(a), edtf.precision(b)}
    if precise == {"day"} and edtf.has_year(a) and edtf.has_year(b):
        return Timing(Fit.DAY, 0)
    return Timing(Fit.MONTH if precise <= _PRECISE else Fit.YEAR, 0)


@lru_cache(maxsize=1 << 16)
def _in_turn(earlier: str | None, later: str | None) -> Timing:
    """For two stages of which the first cannot follow the second."""
    one, other = _bounds(earlier), _bounds(later)
    if one is None or other is None:
        return Timing(Fit.OPEN)
    if one[0] - other[1] > _SLACK:
        return Timing(Fit.APART, (one[0] - other[1]).days)
    return Timing(Fit.OPEN, max((other[0] - one[1]).days, 0))


@lru_cache(maxsize=1 << 16)
def _between(a: str | None, b: str | None) -> int | None:
    """Days between two times, 0 where they overlap."""
    one, other = _bounds(a), _bounds(b)
    if one is None or other is None:
        return None
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def _bounds(time: str | None) -> tuple[date, date] | None:
    return edtf.bounds(time) if time else None
