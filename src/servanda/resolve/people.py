"""People: which forms of names are one person, over all that was read.

What two forms say is told by `servanda.resolve.forms`; here it is weighed against all others, since a name
that leaves something out ("Minister Parly", "J.P. Nadda") is somebody's only as long as it can be nobody
else's. The outcome depends on the set of forms and rulings alone, not on the order in which they were read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from servanda.resolve.careers import ranks, same_office
from servanda.resolve.clusters import clusters
from servanda.resolve.entry import Link
from servanda.resolve.forms import (
    ENDS_NAME,
    OTHER_NAME,
    OTHER_PARTY,
    SLIP,
    WHOLE,
    Form,
    compare,
    is_short,
    keys,
    may_be_slip,
    one_word_of,
)
from servanda.resolve.judgement import Judgement
from servanda.resolve.mention import Decision

_SURE = 0.9
"""From this score on, more forms of the same two names need not be compared."""


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A form that several people fit. `candidates` are their forms' ids, a tuple for each person."""

    form: str
    candidates: tuple[tuple[str, ...], ...]


class People(msgspec.Struct, frozen=True, kw_only=True):
    """The forms' ids by person, the rules' links that hold them together, and what was left open."""

    persons: list[list[str]]
    links: tuple[Link, ...]
    doubts: tuple[Doubt, ...]


def people(forms: Iterable[Form], rulings: Sequence[Judgement] = ()) -> People:
    """The people of `forms`. `rulings` are the judgements that stand, on ids of forms; they always hold."""
    by_id = {form.id: form for form in sorted(forms, key=lambda f: (f.id, f.name), reverse=True)}
    return _Gathering(_units(by_id, rulings), rulings).people()


def full_name(forms: Mapping[Form, int]) -> str:
    """The name to show for a person: the fullest, among these the one in most documents.

    forms   the person's forms, with the number of documents that have each
    """
    counts: dict[str, int] = defaultdict(int)
    for form, documents in forms.items():
        counts[form.name] += documents
    parts = {form.name: form.parsed.full for form in forms}
    return min(counts, key=lambda name: (-len(parts[name]), -counts[name], name))


class _Unit(msgspec.Struct, frozen=True):
    """Forms that differ in rank and post only, known by the first one's id.

    One person's, unless a person ruled otherwise: then each is a unit of its own, as are forms too short to
    tell whose they are.
    """

    forms: tuple[Form, ...]
    stage: tuple[int, int, bool]

    @property
    def lead(self) -> Form:
        return self.forms[0]

    @property
    def id(self) -> str:
        return self.forms[0].id


def _units(forms: Mapping[str, Form], rulings: Sequence[Judgement]) -> dict[str, _Unit]:
    ruled = {each for ruling in rulings for each in (ruling.a, ruling.b)}
    same: dict[tuple[object, ...], list[Form]] = defaultdict(list)
    for each in sorted(forms):
        form = forms[each]
        alone = is_short(form) or each in ruled
        same[form.party, form.parsed, each if alone else ""].append(form)
    units = (_Unit(tuple(group), _stage(group[0])) for group in same.values())
    return {unit.id: unit for unit in sorted(units, key=lambda u: u.id)}


def _stage(form: Form) -> tuple[int, int, bool]:
    """The place of a form in the order of settling: the fullest names of known parties first."""
    name = form.parsed
    return -len(name.full), -len(name.parts), form.party is None


class _Gathering:
    """Links that are sure, and those that wait until the fuller names are settled."""

    def __init__(self, units: Mapping[str, _Unit], rulings: Sequence[Judgement]) -> None:
        self._units = units
        self._rulings = rulings
        self._parted = {frozenset((r.a, r.b)) for r in rulings if r.ruling == "not-same"}
        self._links: list[Link] = []
        self._waiting: dict[str, dict[str, Link]] = defaultdict(dict)
        self._doubts: list[Doubt] = []

    def people(self) -> People:
        """All of it: the sure links first, then the shorter names, the fullest of them first."""
        for short, full, link in _alike(self._units):
            if link.decision.rule == WHOLE and short.lead.party == full.lead.party:
                self._links.append(link)
            else:
                self._waiting[short.id][full.id] = link
        order = sorted(self._waiting, key=lambda each: (self._units[each].stage, each))
        for _, stage in groupby(order, key=lambda each: self._units[each].stage):
            self._settle(list(stage))
        persons = self._persons()
        place = _places(persons)
        within = [link for unit in self._units.values() for link in _within(unit)]
        held = [link for link in self._links if place[link.a] == place[link.b]]
        return People(
            persons=sorted(self._forms(person) for person in persons),
            links=tuple(sorted(within + held, key=lambda link: (link.a, link.b))),
            doubts=tuple(sorted(self._doubts, key=lambda d: d.form)),
        )

    def _settle(self, stage: list[str]) -> None:
        """Link each of these shorter names to the one person whom it fits, if there is one."""
        persons = self._persons()
        place = _places(persons)
        for short in stage:
            fitting: dict[int, list[Link]] = defaultdict(list)
            for full in self._fuller(short):
                fitting[place[full]].append(self._waiting[short][full])
            if place[short] in fitting:
                fitting = {place[short]: fitting[place[short]]}
            likely = fitting if len(fitting) == 1 else self._likelier(self._units[short], fitting)
            if len(likely) == 1:
                ((_, links),) = likely.items()
                self._links.append(min(links, key=lambda link: (-link.decision.score, link.a, link.b)))
            elif fitting:
                candidates = tuple(tuple(self._forms(persons[n])) for n in sorted(fitting))
                self._doubts.append(Doubt(form=short, candidates=candidates))

    def _fuller(self, short: str) -> list[str]:
        """The names whose this one may be: as short ones only where there are no fuller."""
        able = [full for full in self._waiting[short] if frozenset((short, full)) not in self._parted]
        own = self._units[short].stage[:2]
        return [full for full in able if self._units[full].stage[:2] < own] or able

    def _likelier(self, short: _Unit, fitting: Mapping[int, list[Link]]) -> Mapping[int, list[Link]]:
        """Of several people those for whom more speaks than that the name would do; all, where none.

        A single word is the end of a name before it is another part of it; a name of several parts goes
        with the office that it shares.
        """
        if len(short.lead.parsed.parts) == 1:
            ends = {n: ln for n, ln in fitting.items() if max(x.decision.score for x in ln) >= ENDS_NAME}
            return ends or fitting
        return {n: ln for n, ln in fitting.items() if any(self._offices(x) for x in ln)} or fitting

    def _offices(self, link: Link) -> bool:
        a, b = self._units[link.a], self._units[link.b]
        return any(
            same_office(x.post, y.post) or ranks(x.rank, y.rank) == "agree" for x in a.forms for y in b.forms
        )

    def _persons(self) -> list[list[str]]:
        def against(a: str, b: str) -> Decision | None:
            return _told(self._units[a], self._units[b])

        return clusters(self._units, self._links, self._rulings, against)

    def _forms(self, units: Iterable[str]) -> list[str]:
        return sorted(form.id for each in units for form in self._units[each].forms)


def _alike(units: Mapping[str, _Unit]) -> Iterator[tuple[_Unit, _Unit, Link]]:
    """Units that may be one person, the shorter name first, with what speaks most for it."""
    for a, b in _neighbours(units):
        told = _told(units[a], units[b])
        if told is not None and told.verdict == "different":
            continue
        short, full = sorted((units[a], units[b]), key=lambda u: (u.stage, u.id), reverse=True)
        best: Decision | None = None
        for decision in _decisions(short, full):
            if best is None or decision.score > best.score:
                best = decision
            if best.score >= _SURE:
                break
        if best is not None:
            yield short, full, Link(a=a, b=b, decision=best)


def _told(a: _Unit, b: _Unit) -> Decision | None:
    """What the names say, and the parties unless two forms show that one of these is misread, or written
    wrong."""
    told = compare(a.lead, b.lead)
    if told is None or told.rule not in {OTHER_PARTY, OTHER_NAME}:
        return told
    if told.rule == OTHER_NAME and not may_be_slip(a.lead, b.lead):
        return told
    shown = WHOLE if told.rule == OTHER_PARTY else SLIP
    return next((d for d in _decisions(a, b) if d.rule == shown), told)


def _decisions(short: _Unit, full: _Unit) -> Iterator[Decision]:
    for a in short.forms:
        for b in full.forms:
            decision = compare(a, b) or one_word_of(a, b)
            if decision is not None and decision.verdict == "same":
                yield decision


def _neighbours(units: Mapping[str, _Unit]) -> list[tuple[str, str]]:
    """The units of which one seeks a key that the other holds."""
    held: dict[str, list[str]] = defaultdict(list)
    of = {each: keys(unit.lead) for each, unit in units.items()}
    for each, its in of.items():
        for key in its.held:
            held[key].append(each)
    found = {(min(a, b), max(a, b)) for a, its in of.items() for k in its.sought for b in held.get(k, ())}
    return sorted((a, b) for a, b in found if a != b)


def _within(unit: _Unit) -> Iterator[Link]:
    for form in unit.forms[1:]:
        decision = compare(unit.lead, form)
        if decision is not None:
            yield Link(a=unit.id, b=form.id, decision=decision)


def _places(persons: list[list[str]]) -> dict[str, int]:
    return {each: number for number, person in enumerate(persons) for each in person}
