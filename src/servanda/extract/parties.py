"""Where states and international bodies are named in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation

from servanda.codebook.load import load_data
from servanda.codebook.organisations import organisation_words
from servanda.codebook.places import Country, acts_for, bodies, countries
from servanda.extract.mentions import PartyForm, PartyMention

_PLAIN = tuple(zip("’‘–‑\n\t\u00a0", "''--   ", strict=True))
"""Typographic apostrophes and dashes, line breaks: one character for one, so that offsets stay."""
_WORD_BEFORE = re.compile(r"(\w[\w'.]*?)\.? ?$")
_WORD_AFTER = re.compile(r"[ -](\w+)")
_OFFICE_AND_NAME = re.compile(
    r"\b(?:President|Premier|Minister|Chancellor|Ambassador|Secretary|General|Admiral|Colonel|Captain)"
    r" (?:[A-ZÀ-Þ][\w.'’-]+ ){1,2}$"
)
_SENT_TO = re.compile(
    r"(?:Ambassador|Commissioner|Attach[ée]|Envoy|Representative|Consul|Nuncio) (?:to|in) $"
)
"""Behind such an office a state is no given name: "Ambassador to |Jordan| Henry Wooster"."""
_OFFICE_OF = re.compile(r"\b[A-ZÀ-Þ][\w-]+ of (?:the )?$")
"""What leads to the state of an office: "Minister of Defence of |Kenya| Aden Duale"."""
_LONGEST_OFFICE = 30
_PLACING = re.compile(r"\b(?:in|to|from|of|across|between|with) $")
_LONGEST_PLACING = len("between ")
_GOES_ON = re.compile(r"['’]?s? (?:and )?[A-ZÀ-Þ]")
_SHORTEST_HEADLINE_WORD = 4
_INITIALS = re.compile(r"\((?P<initials>[A-Z][A-Z-]{1,7})\)")
_LONGEST_FORCES = 80
"""Characters before initials in brackets in which the name is sought that they are short for."""


class _Exceptions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What looks like a party and is none (data/not_parties.yaml, which says what each list is)."""

    phrases: tuple[tuple[str, ...], ...]
    after_demonym: frozenset[str]
    after_city: frozenset[str]
    also_surnames: frozenset[str]
    also_given_names: frozenset[str]
    place_only: frozenset[str]
    place_prepositions: frozenset[str]
    titles: frozenset[str]
    given_names: frozenset[str]
    after_party: frozenset[str]


class _Entry(NamedTuple):
    """What a phrase stands for; `code` is None for a phrase that hides a party."""

    phrase: str
    code: str | None
    form: PartyForm
    combining: bool = False


class _Finder(NamedTuple):
    automaton: AhoCorasick
    entries: tuple[_Entry, ...]
    exceptions: _Exceptions


def find_parties(text: str) -> list[PartyMention]:
    """The parties that `text` names, in order, not overlapping; of several readings the longest.

    Case counts ("turkey" is no party), except that a name in capitals throughout is found too.
    """
    automaton, entries, exceptions = _finder()
    plain = _plain(text)
    hits = automaton.find_matches_as_indexes(plain, overlapping=True)
    hits.sort(key=lambda hit: (hit[1], -hit[2]))
    found = []
    taken = 0
    for index, start, end in hits:
        if start < taken or not _stands_alone(plain, start, end):
            continue
        entry = entries[index]
        if entry.combining and not (plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isupper()):
            continue
        taken = end
        if entry.code is not None and not _is_something_else(plain, start, end, entry, exceptions):
            found.append(PartyMention(start, end, entry.code, entry.form))
    return found


def acting_parties(text: str) -> list[PartyMention]:
    """The same as those who act: an organ of a body ("UN General Assembly") acts for the body."""
    found = find_parties(text)
    surnames = _surnames(text, found)
    found += _by_initials(text, found)
    return sorted(_whole(m) for m in found if not _is_surname(text, m, surnames))


def _by_initials(text: str, found: Sequence[PartyMention]) -> list[PartyMention]:
    """Where forces of one state stand by initials that the text itself explains: "the Kenya Defence Forces
    (KDF)", and later "KDF officers"."""
    told: dict[str, str] = {}
    for bracket in _INITIALS.finditer(text):
        forces = _forces().search(text, max(0, bracket.start() - _LONGEST_FORCES), bracket.start())
        of = {m.code for m in found if forces and forces.start() <= m.start < forces.end()}
        if len(of) == 1:
            told.setdefault(bracket["initials"], of.pop())
    if not told:
        return []
    taken = {m.start for m in found}
    again = re.compile(rf"\b(?:{'|'.join(map(re.escape, told))})\b")
    hits = (hit for hit in again.finditer(text) if hit.start() not in taken)
    return [PartyMention(hit.start(), hit.end(), told[hit[0]], "institution") for hit in hits]


@cache
def _forces() -> re.Pattern[str]:
    """Capitalised words that end as names of forces do, at the end of the text."""
    services = "|".join(sorted(map(re.escape, organisation_words().services), key=len, reverse=True))
    return re.compile(rf"(?:[A-Z][\w.'’-]*\s)+(?:{services})\s*$")


def _surnames(text: str, mentions: list[PartyMention]) -> dict[str, bool]:
    """Names of states that people bear here, after office and given name: "Prime Minister Luís |Montenegro|".

    The value tells whether the text speaks of the state too ("in Montenegro", "Montenegrin"). A headline,
    where anything can follow a name, shows nothing.
    """
    first_line = text.find("\n")
    told = [m for m in mentions if m.form == "name"]
    borne = {text[m.start : m.end] for m in told if m.start > first_line and _is_borne(text, m)}
    of_states = {m.code for m in mentions if borne and (m.form == "demonym" or _is_placed(text, m))}
    codes = {text[m.start : m.end]: m.code for m in told}
    return {name: codes[name] in of_states for name in borne}


def _is_placed(text: str, mention: PartyMention) -> bool:
    return _PLACING.search(text, max(0, mention.start - _LONGEST_PLACING), mention.start) is not None


def _is_borne(text: str, mention: PartyMention) -> bool:
    if not _follows_capital(text, mention.start):
        return False
    return _OFFICE_AND_NAME.search(text, max(0, mention.start - 60), mention.start) is not None and (
        _GOES_ON.match(text, mention.end) is None
    )


def _follows_capital(text: str, start: int) -> bool:
    """Whether a word in capitals stands right before: told quickly, since most mentions have none."""
    before = text.rfind(" ", 0, start - 1) + 1
    return text[start - 1 : start] == " " and text[before : before + 1].isupper()


def _is_surname(text: str, mention: PartyMention, surnames: dict[str, bool]) -> bool:
    """Whether the mention is a person's name: right after given name, or alone where no state is told."""
    name = text[mention.start : mention.end]
    if name not in surnames:
        return False
    return _is_borne(text, mention) or not surnames[name]


def _whole(mention: PartyMention) -> PartyMention:
    parent = acts_for(mention.code)
    return mention if parent is None else PartyMention(mention.start, mention.end, parent, mention.form)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches the match."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if start and (before.isalnum() or before == "_"):
        return False
    return not (after.isalnum() or after == "_") or text[end - 1] == "$"


def _is_something_else(text: str, start: int, end: int, entry: _Entry, exceptions: _Exceptions) -> bool:
    """Whether the words around show that the phrase names a language, a treaty or a person."""
    after = _WORD_AFTER.match(text, end)
    following = after[1] if after else ""
    if entry.form == "demonym":
        return following in exceptions.after_demonym
    if entry.form == "capital" and following in exceptions.after_city:
        return True
    name = entry.phrase
    given = name in exceptions.also_given_names and following[:1].isupper() and text[end] == " "
    if given and not _is_of_an_office(text, start):
        return not following.isupper() and following not in exceptions.after_party
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    preceding = before[1] if before else ""
    if entry.form == "capital" and preceding in exceptions.titles:
        return True
    if name not in exceptions.also_surnames and name not in exceptions.place_only:
        return False
    if name in exceptions.also_surnames and preceding in exceptions.titles | exceptions.given_names:
        return True
    return name in exceptions.place_only and preceding.lower() not in exceptions.place_prepositions


def _is_of_an_office(text: str, start: int) -> bool:
    """ "President of |Chad| Mahamat Déby", "the ambassador to |Jordan| X": a state, whoever comes behind."""
    before_it = max(0, start - _LONGEST_OFFICE)
    return (_OFFICE_OF.search(text, before_it, start) or _SENT_TO.search(text, before_it, start)) is not None


@cache
def _finder() -> _Finder:
    exceptions = load_data("not_parties.yaml", _Exceptions)
    entries: dict[str, _Entry] = {}
    for entry in _entries(exceptions):
        for phrase in _spellings(entry):
            entries.setdefault(phrase, entry._replace(phrase=entry.phrase))
    automaton = AhoCorasick(list(entries), implementation=Implementation.DFA)
    return _Finder(automaton, tuple(entries.values()), exceptions)


def _entries(exceptions: _Exceptions) -> Iterator[_Entry]:
    """Every phrase with what it stands for; of equal phrases the first one counts."""
    for line in exceptions.phrases:
        yield from (_Entry(phrase, None, "name") for phrase in line)
    for body in bodies():
        for phrase in ((body.code,) if body.acronym else ()) + (body.name, *body.names):
            yield _Entry(phrase, body.code, "body")
    for country in countries():
        yield from _country_entries(country)


def _country_entries(country: Country) -> Iterator[_Entry]:
    code = country.code
    yield from (_Entry(phrase, code, "name") for phrase in (country.name, *country.names))
    yield from (_Entry(phrase, code, "demonym") for phrase in country.demonyms)
    yield from (_Entry(phrase, code, "demonym", combining=True) for phrase in country.combining)
    yield from (_Entry(phrase, code, "capital") for phrase in country.capitals + country.cities)
    yield from (_Entry(phrase, code, "institution") for phrase in country.institutions)


def _plain(text: str) -> str:
    """The text with plain marks. To replace one after the other takes a tenth of the time of `translate`,
    and less where a quote is typographic."""
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return text


def _spellings(entry: _Entry) -> Iterator[str]:
    """The phrase as it is, and as a headline in capitals writes it."""
    phrase = _plain(entry.phrase)
    yield phrase
    if phrase.startswith("the "):
        yield "T" + phrase[1:]
    if len(phrase) >= _SHORTEST_HEADLINE_WORD and not entry.combining:
        yield phrase.upper()
