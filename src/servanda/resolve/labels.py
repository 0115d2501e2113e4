"""Short names of entries: "Joint Vision Statement of September 2018", "third strategic dialogue"."""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from servanda.codebook.instrument_titles import title_words
from servanda.codebook.numbers import number_words
from servanda.codebook.places import countries, party_name
from servanda.model import edtf
from servanda.model.facts import (
    Activity,
    AnyFact,
    Assessment,
    Commitment,
    Engagement,
    Instrument,
    Milestone,
    Person,
    Position,
)
from servanda.resolve.entry import Entry
from servanda.resolve.signing import signing
from servanda.resolve.titles import read_title, without_clause
from servanda.resolve.wording import any_of

_LONGEST = 80
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "to"})
_OCCASIONS = {"meeting": "talks", "dialogue": "dialogue", "call": "call", "ceremony": "ceremony"}
_MILESTONES = {"diplomatic-relations": "diplomatic relations", "partnership": "the partnership"}
_NUMBER = re.compile(r"^\(\w{1,3}\)\s*")
"""The number of a paragraph before a name: "(2) The inaugural meeting"."""
_ARTICLE = re.compile(r"^(?:an?|the|its|their)\s+", re.IGNORECASE)
_HEAD_OF_NAME = re.compile(
    r"^(?:(?:an?|the|its|their|\d+|several|some|two|three|four|five)\s+)*"
    r"(?P<name>.*?)(?=\s+(?:on|concerning|regarding|about|between|for|in|with|to|amending|of(?! "
    r"(?:understanding|intent|cooperation|agreement|reference|action|notes|forces|friendship|principles|conduct)))"
    r"\b|,|$)",
    re.IGNORECASE,
)


def label(entry: Entry) -> str:
    """A short name for the entry, by which a person knows it again; not unique."""
    facts = [mention.fact for mention in entry.mentions]
    instruments = [f for f in facts if isinstance(f, Instrument)]
    engagements = [f for f in facts if isinstance(f, Engagement)]
    if instruments:
        return _with_time(_name_of_text(instruments), _signed(entry))
    if engagements:
        return _of_engagement(engagements, entry)
    return _clipped(_of_other(facts[0]))


def undated_label(entry: Entry) -> str:
    """The label of an instrument or engagement without the date by which a label tells it from others."""
    facts = [mention.fact for mention in entry.mentions]
    instruments = [f for f in facts if isinstance(f, Instrument)]
    engagements = [f for f in facts if isinstance(f, Engagement)]
    if instruments:
        return _name_of_text(instruments)
    if engagements and not next((f.ordinal for f in engagements if f.ordinal), None):
        return _fullest(_series(f) for f in engagements) or label(entry)
    return label(entry)


def unnumbered_label(entry: Entry) -> str:
    """The label of a round by its series and its month, for where its number is disputed."""
    facts = [m.fact for m in entry.mentions if isinstance(m.fact, Engagement)]
    series = _fullest(_series(f) for f in facts) if facts else ""
    date = next((f.date for f in facts if f.date and f.status == "held"), None)
    return _with_time(series or _OCCASIONS.get(facts[0].type, facts[0].type), date) if facts else label(entry)


def is_counted(entry: Entry) -> bool:
    """Whether the entry is a text that is known by its number: "First Executive Contract for tanks"."""
    facts = [mention.fact for mention in entry.mentions if isinstance(mention.fact, Instrument)]
    return bool(facts) and _name_of_text(facts).split()[0].lower() in _ordinals().values()


@cache
def _ordinals() -> dict[int, str]:
    return {value: word for word, value in number_words().ordinal_units.items()}


def ordinal_words(number: int) -> tuple[str, ...]:
    """How an ordinal is written: "third" and "3rd"; the first is the one for labels."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    figures = f"{number}{ending}"
    return (_ordinals()[number], figures) if number in _ordinals() else (figures,)


# -- instruments --


def _name_of_text(facts: list[Instrument]) -> str:
    """The commonest short name that says more than the type, one in capitals before a description; without
    one the commonest, with its subject."""
    telling = [fact for fact in facts if (name := _short(fact)) and not _is_bare(name, fact)]
    names = [fact for fact in telling if _own_words(fact)[:1].isupper()]
    short = _commonest(name for fact in names or telling or facts if (name := _short(fact)))
    if short is None:
        return _capitals(facts[0].type.replace("-", " "))
    so_called = [fact for fact in facts if _short(fact) == short]
    tells = not _is_bare(short, so_called[0])
    if tells or so_called[0].type in title_words().told_by_type:
        return short
    full = _commonest(map(_own_words, so_called)) or short
    return _clipped(full[:1].upper() + full[1:])


def _is_bare(name: str, fact: Instrument) -> bool:
    return read_title(name, tuple(sorted(fact.parties))).is_bare


def _short(fact: Instrument) -> str:
    """The name up to what it is on, in capitals, without the parties: "Reciprocal Access Agreement"."""
    head = _HEAD_OF_NAME.match(_own_words(fact))
    return _capitals(head["name"].strip()) if head else ""


def _own_words(fact: Instrument) -> str:
    """The name without brackets, the clause behind it and the parties' names before it."""
    plain = re.sub(r"\s*\([^()]*\)", "", without_clause(fact.title)).strip()
    return _without_parties(_ARTICLE.sub("", plain), fact.parties)


def _commonest(names: Iterable[str]) -> str | None:
    """The one given most often, of equals the longest."""
    counted = Counter(names)
    return min(counted, key=lambda name: (-counted[name], -len(name), name)) if counted else None


def _fullest(names: Iterable[str]) -> str:
    """The one of the most words, of equals the one given most often."""
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], name))


def _signed(entry: Entry) -> str | None:
    """The date of the signing that most mentions tell, the finest of them first."""
    told = (signing(mention).date for mention in entry.mentions)
    return _commonest(date for date in told if date and edtf.has_year(date))


def _with_time(name: str, date: str | None) -> str:
    time = _month(date) if date else None
    return f"{name} of {time}" if time and time not in name else name


def _month(date: str) -> str | None:
    """ "September 2018", or the year where no month is given."""
    bounds = edtf.bounds(date)
    if bounds is None:
        return None
    first, last = bounds
    if (first.year, first.month) == (last.year, last.month):
        return f"{month_name[first.month]} {first.year}"
    return str(first.year) if first.year == last.year else None


# -- engagements --


def _of_engagement(facts: list[Engagement], entry: Entry) -> str:
    ordinal = next((f.ordinal for f in facts if f.ordinal), None)
    series = _fullest(_series(f) for f in facts)
    if ordinal and facts[0].type != "visit":
        return f"{ordinal_words(ordinal)[0]} {series or _OCCASIONS.get(facts[0].type, facts[0].type)}"
    date = next((f.date for f in facts if f.date and f.status == "held"), None)
    if series:
        return _with_time(series, date)
    if any(f.type == "visit" for f in facts):
        return _visit(facts, entry)
    occasion = _OCCASIONS.get(facts[0].type, facts[0].type)
    who = max((f.participants for f in facts), key=len) or _names(facts[0].parties)
    return f"{occasion} of {_and(who)}" if who else occasion


def _visit(facts: list[Engagement], entry: Entry) -> str:
    country = next((f.country for f in facts if f.country), None)
    homes = {p.name: p.party for mention in entry.mentions for p in mention.source.people}
    people = [name for fact in facts for name in fact.participants]
    guests = [name for name in people if homes.get(name) not in (None, country)]
    parties = [party for fact in facts for party in fact.parties if party != country]
    if country is None and not people:
        return f"visit ({_and(_names(facts[0].parties))})" if parties else "visit"
    visitor = next(iter((*guests, *people, *_names(parties))), None)
    return "visit" + (f" of {visitor}" if visitor else "") + (f" to {party_name(country)}" if country else "")


def _series(fact: Engagement) -> str:
    """The series without the parties' names, in lower case but for abbreviations and names of exercises."""
    name = _ARTICLE.sub("", _NUMBER.sub("", fact.series or ""))
    plain = _without_parties(name, fact.parties)
    words = _party_suffix(tuple(sorted(fact.parties))).sub("", plain).split()
    if fact.type == "exercise":
        return " ".join(words)
    return " ".join(w if w.isupper() and len(w) > 1 else w.lower() for w in words)


# -- others --


def _of_other(fact: AnyFact) -> str:
    match fact:
        case Commitment():
            return f"{fact.act}: {fact.content}"
        case Activity() | Position() | Assessment():
            return fact.content
        case Milestone():
            return _milestone(fact)
        case Person():
            return fact.name
        case _:
            return fact.kind


def _milestone(fact: Milestone) -> str:
    number = ordinal_words(fact.number)[-1] + " " if fact.number else ""
    of = _MILESTONES.get(fact.type)
    parties = f" of {_and(_names(fact.parties))}" if fact.parties else ""
    return f"{number}anniversary" + (f" of {of}" if of else "") + parties


# -- words --


def _names(parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(party_name(code) for code in parties)


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _capitals(words: str) -> str:
    """ "Joint Vision Statement" from "joint vision statement"."""
    return " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in words.split())


def _clipped(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    return plain[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _without_parties(text: str, parties: Iterable[str]) -> str:
    """Without the parties' names in front: "Vietnam-France Defence Dialogue" is a defence dialogue."""
    return _party_prefix(tuple(sorted(parties))).sub("", text)


@lru_cache(maxsize=1 << 12)
def _party_prefix(parties: tuple[str, ...]) -> re.Pattern[str]:
    party = rf"(?:the\s+)?(?:{_any_party(parties)})"
    return re.compile(rf"^(?:{party}(?:[\s–—-]+|$))+" if parties else r"(?!)")


@lru_cache(maxsize=1 << 12)
def _party_suffix(parties: tuple[str, ...]) -> re.Pattern[str]:
    """ "of Estonia and Finland", "between Ethiopia and Somalia" behind a name."""
    party = rf"(?:the\s+)?(?:{_any_party(parties)})"
    more = rf"(?:(?:,|\s+and|,\s+and)\s+{party})*"
    return re.compile(rf"\s+(?:of|between)\s+{party}{more}$" if parties else r"(?!)")


def _any_party(parties: tuple[str, ...]) -> str:
    names = {
        name
        for c in countries()
        if c.code in parties
        for name in (c.code, c.name, *c.names, *c.demonyms, *c.combining)
    }
    return any_of(names | set(parties))
