"""Where independent sources disagree: the values side by side, and no choice made between them.

Only like is set against like, reports against reports and plans against plans of about the same time: that a
meeting was held on another day than was planned is a change and no conflict. A difference of precision is
none either.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache

import msgspec

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import countries
from servanda.codebook.resolving import resolving_words
from servanda.model import edtf
from servanda.model.document import Span
from servanda.model.facts import Activity, Commitment, Engagement, Instrument, Milestone
from servanda.model.fold import fold
from servanda.resolve.entry import Entry
from servanda.resolve.labels import is_counted, label, ordinal_words, undated_label, unnumbered_label
from servanda.resolve.mention import Mention, Source
from servanda.resolve.signing import is_in_force

OneSource = Callable[[str, str], bool]
"""Whether two documents, by `Source.id`, are copies of one text."""

_NEAR = timedelta(days=31)
"""Plans published farther apart are an earlier and a later plan."""
_VISITING = re.compile(r"\bvisit(?:ed|s)?\b")
_PART_OF_STAY = re.compile(
    r"\b(?:arriv|leav|left|depart|return|began|begin|start|conclud|end|wrap|continu|day|current|will|due"
    r"|on an?|paid|paying)\w*",
    re.IGNORECASE,
)
"""What tells of a day of a longer stay, and not of the day of a visit."""
_CAMPS = frozenset({"camp", "fort"})
"""What stands before the name of a camp, which lies in or by a city: "Camp Aguinaldo"."""
_DAY = re.compile(r"\d{4}-(\d\d)-(\d\d)")
_MANY = re.compile(r"\b(?:memoranda|memorandums|mous|agreements|accords|documents|instruments|texts)\b")
_ROUNDING = 0.05
"""Sums that differ by less are held to be one sum rounded: 1.2 billion and 1.23 billion."""


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What one mention says of the property: `value` in plain form, `span` the quotation that shows it."""

    mention: Mention
    span: Span
    value: str


class Hypothesis(msgspec.Struct, frozen=True, kw_only=True):
    """One of the values that may be right, and how many independent sources give it."""

    value: str
    sources: int


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """A property of one entry on which independent sources differ.

    property    kind and name: "instrument.period"
    label       short name of the entry; without its date or number, where that is disputed
    values      what is told by whom, copies of one text included, in the order of publication
    hypotheses  the values that are left open, those that most sources give first
    """

    property: str
    label: str
    values: tuple[Value, ...]
    hypotheses: tuple[Hypothesis, ...]


class _Property(msgspec.Struct, frozen=True):
    """A property that can be told in two ways.

    read   its value in a mention, None where the mention does not give it
    agree  whether two values can both be right
    alike  whether what two mentions say of it can be set side by side
    words  how the value is written in a text
    plain  whether a mention writes it out, and does not work it out from "returned today from a visit of
           three days": then two documents of one publisher can differ on it as well
    """

    name: str
    read: Callable[[Mention], str | None]
    agree: Callable[[str, str], bool]
    words: Callable[[str], Iterable[str]]
    alike: Callable[[Mention, Mention], bool] = lambda a, b: True
    plain: Callable[[Mention], bool] = lambda mention: False


def conflicts(entry: Entry, is_one_source: OneSource) -> list[Conflict]:
    """The properties of `entry` on which its mentions differ, told by sources that are independent of each
    other: neither copies of one text nor two documents of one publisher; but on a period, a number, a sum,
    the day and place of talks, or a day of signing, where a text writes it out, a publisher differs from
    itself as well. In the order of the properties."""
    found = (_conflict(entry, prop, is_one_source) for prop in _PROPERTIES.get(entry.kind, ()))
    return [conflict for conflict in found if conflict is not None]


def _conflict(entry: Entry, prop: _Property, is_one_source: OneSource) -> Conflict | None:
    told = [(mention, value) for mention in entry.mentions if (value := prop.read(mention)) is not None]
    disputed = {
        value
        for mention, value in told
        if any(
            not prop.agree(value, other)
            and prop.alike(mention, that)
            and not _are_one_witness(mention, that, prop, is_one_source)
            for that, other in told
        )
    }
    if not disputed:
        return None
    values = [
        Value(mention=mention, span=_showing(mention, prop.words(value)), value=value)
        for mention, value in told
        if value in disputed
    ]
    return Conflict(
        property=f"{entry.kind}.{prop.name}",
        label=_label(entry, prop.name),
        values=tuple(values),
        hypotheses=_hypotheses(values, is_one_source),
    )


def _label(entry: Entry, disputed: str) -> str:
    """The name of the entry without what is disputed."""
    if disputed == "ordinal":
        return unnumbered_label(entry)
    return undated_label(entry) if disputed == "date" or is_counted(entry) else label(entry)


def _hypotheses(values: list[Value], is_one_source: OneSource) -> tuple[Hypothesis, ...]:
    counted = []
    for value in sorted({v.value for v in values}):
        independent: list[Source] = []
        for source in (v.mention.source for v in values if v.value == value):
            if not any(_depend(source, other, is_one_source) for other in independent):
                independent.append(source)
        counted.append(Hypothesis(value=value, sources=len(independent)))
    return tuple(sorted(counted, key=lambda h: (-h.sources, h.value)))


def _depend(a: Source, b: Source, is_one_source: OneSource) -> bool:
    """Whether two sources are no two witnesses."""
    one_publisher = a.publisher is not None and a.publisher == b.publisher
    return one_publisher or _is_one_report(a, b, is_one_source)


def _are_one_witness(a: Mention, b: Mention, prop: _Property, is_one_source: OneSource) -> bool:
    depend = _is_one_report if prop.plain(a) and prop.plain(b) else _depend
    return depend(a.source, b.source, is_one_source)


def _is_one_report(a: Source, b: Source, is_one_source: OneSource) -> bool:
    return a.name == b.name or is_one_source(a.id, b.id)


def _showing(mention: Mention, words: Iterable[str]) -> Span:
    """The piece of evidence in which most of the words stand, the first of equals."""
    wanted = {fold(word) for word in words}
    return max(
        mention.fact.evidence,
        key=lambda span: (sum(word in fold(span.text) for word in wanted), -len(span.text)),
    )


# -- what mentions say --


def _signed(mention: Mention) -> str | None:
    fact = mention.fact
    if not isinstance(fact, Instrument) or fact.action != "signed" or fact.modality != "asserted":
        return None
    return fact.date or mention.source.published


def _in_force(mention: Mention) -> str | None:
    fact = mention.fact
    if not isinstance(fact, Instrument) or fact.modality != "asserted" or not is_in_force(fact):
        return None
    return fact.date


def _period(mention: Mention) -> str | None:
    return mention.fact.period if isinstance(mention.fact, Instrument) else None


def _parties(mention: Mention) -> str | None:
    fact = mention.fact
    if not isinstance(fact, Instrument | Engagement):
        return None
    return ", ".join(sorted(fact.parties)) or None


def _held_or_planned(mention: Mention) -> str | None:
    fact = mention.fact
    return fact.date if isinstance(fact, Engagement) and fact.status in ("held", "planned") else None


def _day_of_visit(mention: Mention) -> str | None:
    """Arrivals, talks and departures are days of one stay: stays can be set against each other, and days of
    visits that are told as such ("visited on 22 May", "the visit on 23 May")."""
    date = _held_or_planned(mention)
    of_visit = isinstance(mention.fact, Engagement) and mention.fact.type == "visit"
    if date is None or not of_visit or "/" in date:
        return date
    told = mention.quotation
    return date if _VISITING.search(told) and not _PART_OF_STAY.search(told) else None


def _city(mention: Mention) -> str | None:
    """Of what takes place in one town; a journey leads through several."""
    fact = mention.fact
    return fact.place if isinstance(fact, Engagement) and fact.type not in ("visit", "exercise") else None


def _ordinal(mention: Mention) -> str | None:
    fact = mention.fact
    return str(fact.ordinal) if isinstance(fact, Engagement) and fact.ordinal else None


def _amount(mention: Mention) -> str | None:
    fact = mention.fact
    if not isinstance(fact, Activity) or fact.amount is None:
        return None
    return f"{fact.amount.value:.15g} {fact.amount.currency}"


def _due(mention: Mention) -> str | None:
    return mention.fact.due if isinstance(mention.fact, Commitment) else None


def _number(mention: Mention) -> str | None:
    fact = mention.fact
    return str(fact.number) if isinstance(fact, Milestone) and fact.number else None


def _founded(mention: Mention) -> str | None:
    fact = mention.fact
    return str(fact.year) if isinstance(fact, Milestone) and fact.year else None


# -- when two values can both be right --


def _times_agree(a: str, b: str) -> bool:
    return edtf.compatible(a, b)


def _stays_agree(a: str, b: str) -> bool:
    """Also a month in which some of the days fall: "from 22 April to 3 May" and "which ended in May"."""
    loose = any(edtf.precision(each) in ("month", "year") for each in (a, b))
    return edtf.compatible(a, b) or (loose and edtf.overlaps(a, b))


def _parties_agree(a: str, b: str) -> bool:
    one, other = set(a.split(", ")), set(b.split(", "))
    return one <= other or other <= one


def _cities_agree(a: str, b: str) -> bool:
    """Palaces, camps, ministries lie in cities: only names of cities exclude each other, and "Delhi" is
    "New Delhi", "Ha Noi" is "Hanoi"; and towns of a metropolis may be called by its name."""
    one, other = fold(a), fold(b)
    if one not in _cities() or other not in _cities():
        return True
    if one.replace(" ", "") == other.replace(" ", ""):  # "Hà Nội" and "Hanoi"
        return True
    if _lies_in(one, other) or _lies_in(other, one):
        return True
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _lies_in(part: str, city: str) -> bool:
    """ "Makati City" and "Metro Manila": a town within a larger city."""
    towns = resolving_words().metropolises
    around = (name for name, within in towns.items() if part in within)
    return any(set(name.split()) <= set(city.split()) for name in around)


def _sums_agree(a: str, b: str) -> bool:
    (one, currency), (other, of_other) = a.split(), b.split()
    if currency != of_other:
        return True  # At no known rate of exchange.
    return abs(float(one) - float(other)) <= _ROUNDING * max(float(one), float(other))


def _equal(a: str, b: str) -> bool:
    return a == b


@cache
def _cities() -> frozenset[str]:
    words = engagement_words().ceremonies
    named = (fold(name) for c in countries() for name in (*c.capitals, *c.cities))
    return frozenset(
        name
        for name in named
        if name.split()[0] not in _CAMPS and name.split()[-1] not in words.sites | words.built
    )


# -- what can be set side by side --


def _are_told_in_order(a: Mention, b: Mention) -> bool:
    """Two days that are told; or a day, and a report that the text was signed which appeared before it."""
    dates = [m.fact.date if isinstance(m.fact, Instrument) else None for m in (a, b)]
    if any((_is_of_many(m) and not _is_day_written(m)) or _is_day_of_another(m) for m in (a, b)):
        return False
    if None not in dates:
        return True
    undated = b if dates[0] else a
    date = dates[0] or dates[1]
    days = edtf.bounds(date) if date else None
    told = edtf.bounds(undated.source.published) if undated.source.published else None
    return days is not None and told is not None and days[0] > told[1]


def _is_day_of_another(mention: Mention) -> bool:
    """Whether a report that looks back tells the day elsewhere than of the text: "a council set up by the
    memorandum that both signed, whose first meeting took place on 8 June"."""
    fact = mention.fact
    told = edtf.bounds(mention.source.published) if mention.source.published else None
    if not isinstance(fact, Instrument) or not _DAY.fullmatch(fact.date or "") or told is None:
        return False
    if (fact.reasons or {}).get("action", "").startswith("instrument/signed:"):
        return False  # "|On 9 February| the ministers signed a pact"
    days = edtf.bounds(fact.date or "")
    return days is not None and told[0] - days[1] > _NEAR and not _is_day_written(mention)


def _is_of_many(mention: Mention) -> bool:
    """Whether it tells of several texts at once: of "agreements were signed during the visit" the day is
    that of the report."""
    fact = mention.fact
    return isinstance(fact, Instrument) and _MANY.search(fold(fact.title or "")) is not None


def _same_stage(a: Mention, b: Mention) -> bool:
    """Two reports, or two plans published at about the same time."""
    one, other = a.fact, b.fact
    if not isinstance(one, Engagement) or not isinstance(other, Engagement) or one.status != other.status:
        return False
    return one.status == "held" or _published_near(a, b)


def _same_stays(a: Mention, b: Mention) -> bool:
    """Likewise; but of a stay told while it lasts ("on the second day of his visit") only the days until then
    are known."""
    return _same_stage(a, b) and not (_is_part_of(a, b) or _is_part_of(b, a))


def _is_part_of(part: Mention, stay: Mention) -> bool:
    one, other = _day_of_visit(part), _day_of_visit(stay)
    if not (one and other and "/" in one and "/" in other):
        return False
    days, all_days = edtf.bounds(one), edtf.bounds(other)
    if days is None or all_days is None:
        return False
    begun = days[0] == all_days[0] and days[1] < all_days[1]
    return begun and one.rpartition("/")[2] == part.source.published


def _published_near(a: Mention, b: Mention) -> bool:
    first, second = (edtf.bounds(m.source.published) if m.source.published else None for m in (a, b))
    if first is None or second is None:
        return True
    return max(first[0] - second[1], second[0] - first[1]) <= _NEAR


def _same_anniversary(a: Mention, b: Mention) -> bool:
    """The 45th is followed by the 46th: numbers are compared in one year."""
    published = a.source.published, b.source.published
    return None not in published and str(published[0])[:4] == str(published[1])[:4]


def _are_years_said(a: Mention, b: Mention) -> bool:
    """Years that stand in the texts; one that is counted back from an anniversary can err by one."""
    years = [getattr(m.fact, "year", None) for m in (a, b)]
    said = all(str(year) in m.quotation for year, m in zip(years, (a, b), strict=True))
    return said or None in years or abs((years[0] or 0) - (years[1] or 0)) > 1


# -- how a value is written --


def _time_words(edtf_: str) -> list[str]:
    words = []
    for point in edtf_.split("/"):
        year, *rest = point.strip("?~%").split("-")
        words += [year, year[2:]]
        if rest and rest[0].isdigit() and 1 <= int(rest[0]) <= 12:
            words += [month_name[int(rest[0])], month_abbr[int(rest[0])]]
        words += [str(int(day)) for day in rest[1:]]
    return words


def _plain(value: str) -> list[str]:
    return value.split(", ")


def _ordinal_words(value: str) -> list[str]:
    return list(ordinal_words(int(value)))


def _sum_words(value: str) -> list[str]:
    amount = float(value.split()[0])
    return [f"{amount:,.0f}", *(f"{amount / scale:.15g}" for scale in (1, 1e3, 1e6, 1e9, 1e5, 1e7))]


def _always(mention: Mention) -> bool:
    return True


def _is_day_told(mention: Mention) -> bool:
    """Whether the day of a signing is written out, or is the day on which the report appeared."""
    fact = mention.fact
    told = _DAY.fullmatch(fact.date or "") if isinstance(fact, Instrument) else None
    return told is not None and (told[0] == mention.source.published or _is_day_written(mention))


def _is_day_written(mention: Mention) -> bool:
    fact = mention.fact
    told = _DAY.fullmatch(fact.date or "") if isinstance(fact, Instrument) else None
    if told is None:
        return False
    month, day = told.groups()
    written = rf"\b(?:{int(day)}(?:st|nd|rd|th)? (?:of )?{{m}}(?!\w)|{{m}} {int(day)}\b)"
    names = rf"(?:{month_name[int(month)]}|{month_abbr[int(month)]}t?\.?)"  # "Sept. 14"
    return re.search(written.format(m=names), mention.quotation) is not None


def _is_no_visit(mention: Mention) -> bool:
    return isinstance(mention.fact, Engagement) and mention.fact.type != "visit"


_PROPERTIES: dict[str, tuple[_Property, ...]] = {
    "instrument": (
        _Property("date", _signed, _times_agree, _time_words, _are_told_in_order, plain=_is_day_told),
        _Property("date", _in_force, _times_agree, _time_words),
        _Property("period", _period, _times_agree, _time_words, plain=_always),
        _Property("parties", _parties, _parties_agree, _plain),
    ),
    "engagement": (
        _Property("date", _day_of_visit, _stays_agree, _time_words, _same_stays, plain=_is_no_visit),
        _Property("place", _city, _cities_agree, _plain, _same_stage, plain=_is_no_visit),
        _Property("ordinal", _ordinal, _equal, _ordinal_words, plain=_always),
        _Property("parties", _parties, _parties_agree, _plain, _same_stage),
    ),
    "activity": (_Property("amount", _amount, _sums_agree, _sum_words, plain=_always),),
    "commitment": (_Property("due", _due, _times_agree, _time_words, _published_near),),
    "milestone": (
        _Property("number", _number, _equal, _ordinal_words, _same_anniversary, plain=_always),
        _Property("year", _founded, _equal, _plain, _are_years_said),
    ),
}
