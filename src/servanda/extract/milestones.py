"""Milestones: anniversaries and ranks of the relationship.

Rests on the guidelines, section "milestone" and borderline case 12: the year of founding is derived only
where the text or the publication date gives a point in time, and is marked as derived.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from spacy.tokens import Span as Tokens

from servanda.codebook.milestones import milestone_words
from servanda.extract import milestone_patterns as words
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.numbers import to_int
from servanda.model.facts import Milestone, MilestoneType

_A_PAIR = 2
_FAR = 200
"""Characters between an anniversary and the date that tells its year."""

_ANNOUNCED = re.compile(r"\b(?:announc|declar|proclaim)\w*\b", re.IGNORECASE)
_BY_ALL = re.compile(
    r"\b(?:they|both|leaders|presidents|ministers|sides|countries|agreement|declaration|statement)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_HAPPENED_BEFORE = re.compile(
    r"\b(?:since|when|had|have|has|was|were|been|being|which|that)\s+[^,;]{0,40}$", re.IGNORECASE
)
_ANNIVERSARIES = (
    words.ANNIVERSARY, words.JUBILEE, words.YEARS_OF, words.YEAR_OF, words.YEAR_IS, words.YEARS_CELEBRATED,
    words.YEARS_SINCE, words.YEARS_SINCE_BEGUN, words.YEARS_AGO, words.TURNS, words.ITS_ANNIVERSARY,
)  # fmt: skip

_TIES = ("diplomatic", "bilateral", "official")
_PARTNERS = ("partner",)
_SIGNS: dict[re.Pattern[str], tuple[str, ...]] = {
    words.ANNIVERSARY: ("anniversary",),
    words.JUBILEE: ("jubilee", "anniversary", "enary", "ennial"),
    words.YEARS_OF: (*_TIES, "partnership"),
    words.YEAR_OF: ("year",),
    words.YEAR_IS: ("diplomatic",),
    words.YEARS_CELEBRATED: ("mark", "celebrat", "commemorat", "complet", "observ"),
    words.YEARS_SINCE: ("since", "from", "after"),
    words.YEARS_SINCE_BEGUN: ("since", "after"),
    words.YEARS_AGO: ("ago",),
    words.TURNS: ("turn", "reache", "years old", "complete"),
    words.ITS_ANNIVERSARY: ("anniversary", "birthday"),
    words.RAISED: _PARTNERS,
    words.NEW_PARTNERSHIP: _PARTNERS,
    words.ESTABLISHED: ("diplomatic",),
    words.WERE_ESTABLISHED: _TIES,
    words.DATE_BACK: _TIES,
    words.PARTNERSHIP_OF: _PARTNERS,
    words.PARTNERS_SINCE: _PARTNERS,
    words.AGAIN: ("diplomatic",),
}
"""Of each pattern the words of which one stands in all that it matches: to look for them first is cheap."""

_Kept = dict[tuple[MilestoneType, int | None, frozenset[str]], Draft[Milestone]]


def milestones(analysis: Analysis, actors: Actors) -> list[Draft[Milestone]]:
    """All milestones of a document, each once."""
    reader = _Reader(analysis, actors)
    kept: _Kept = {}
    for sentence in analysis.sentences:
        for draft in reader.read(sentence):
            _add(kept, draft)
    return [d for d in kept.values() if len(d.fact.parties) > 1]


def _matches(pattern: re.Pattern[str], text: str, small: str) -> Iterator[re.Match[str]]:
    """Where the pattern stands in a text, which in `small` letters is told too."""
    if any(sign in small for sign in _SIGNS[pattern]):
        yield from pattern.finditer(text)


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors

    def read(self, sentence: Tokens) -> Iterator[Draft[Milestone]]:
        """The milestones that a sentence tells."""
        text = sentence.text
        small = text.lower()
        for pattern in _ANNIVERSARIES:
            for match in _matches(pattern, text, small):
                yield from self._anniversary(match, sentence)
        for pattern in (words.RAISED, words.NEW_PARTNERSHIP):
            for match in _matches(pattern, text, small):
                yield from self._raised(match, sentence)
        telling = (words.ESTABLISHED, words.WERE_ESTABLISHED, words.DATE_BACK)
        dated = [m for pattern in telling for m in _matches(pattern, text, small)]
        for match in dated:
            fact = self._milestone("diplomatic-relations", match, sentence)
            yield _draft(msgspec.structs.replace(fact, year=int(match["year"])))
        for pattern in (words.PARTNERSHIP_OF, words.PARTNERS_SINCE):
            for match in _matches(pattern, text, small):
                fact = self._milestone("partnership", match, sentence)
                year = next(int(y) for y in match.groups() if y)
                yield _draft(msgspec.structs.replace(fact, year=year, rule="milestone/raised"))
        again = next(_matches(words.AGAIN, text, small), None)
        if again is not None and not dated and not milestone_words().denies_raising(text[: again.start()]):
            yield _draft(self._milestone("diplomatic-relations", again, sentence))

    def _anniversary(self, match: re.Match[str], sentence: Tokens) -> Iterator[Draft[Milestone]]:
        told = match.groupdict()
        number, type_ = _number(told["number"] or told["hundreds"] or ""), _type_of(match)
        if number is None or type_ is None:
            return
        fact = self._milestone(type_, match, sentence)
        year = self._year_of_jubilee(sentence, match)
        if year is None:
            yield _draft(msgspec.structs.replace(fact, number=number))
        else:
            reasons = {"year": f"derived: {year} - {number}"}
            yield _draft(msgspec.structs.replace(fact, number=number, year=year - number, reasons=reasons))

    def _year_of_jubilee(self, sentence: Tokens, match: re.Match[str]) -> int | None:
        """The year told shortly behind the anniversary or before it ("in 2023", "last year"), else that of
        publication."""
        text = sentence.text
        told = words.YEAR_BEHIND.match(text[match.end() : match.end() + 60]) or words.YEAR_BEFORE.search(
            text[: match.start()]
        )
        year = told["year"] if told else self._year_beside(sentence, match)
        year = year or (self.analysis.document.published or "")[:4]
        return int(year) if year.isdigit() else None

    def _year_beside(self, sentence: Tokens, match: re.Match[str]) -> str:
        """The year of the one date near the anniversary in its sentence; "" for none or several."""
        start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
        near = self.analysis.dates_in(
            max(sentence.start_char, start - _FAR), min(end + 40, sentence.end_char)
        )
        values = {(d.past or d.future or "")[:4] for d in near if d.kind == "point"}
        return values.pop() if len(values) == 1 else ""

    def _raised(self, match: re.Match[str], sentence: Tokens) -> Iterator[Draft[Milestone]]:
        if milestone_words().denies_raising(sentence.text[: match.start()]):
            return
        dated = self.analysis.date_in(sentence.start_char, sentence.end_char, "past") or self._day_of(
            match, sentence
        )
        year = int(dated[0][:4]) if dated and dated[0][:4].isdigit() else None
        fact = self._milestone("partnership", match, sentence)
        reasons = {"year": "of the report"} if year else {}
        yield _draft(msgspec.structs.replace(fact, year=year, rule="milestone/raised", reasons=reasons))

    def _day_of(self, match: re.Match[str], sentence: Tokens) -> tuple[str, None] | None:
        """The day of the talks at which a rank is announced, or at which "the two leaders raised" it."""
        before = sentence.text[: match.start()]
        announced = _ANNOUNCED.search(before) or (
            _BY_ALL.search(before) and not _HAPPENED_BEFORE.search(before)
        )
        day = self.actors.date_at(sentence.start_char + match.start()) if announced else None
        return (day, None) if day else None

    def _milestone(self, type_: MilestoneType, match: re.Match[str], sentence: Tokens) -> Milestone:
        """What the words of a match tell, without number and year."""
        start, end = sentence.start_char + match.start(), sentence.start_char + match.end()
        return Milestone(
            document=self.analysis.document.name,
            source="",
            evidence=(self.analysis.quote(start, end),),
            type=type_,
            parties=self._parties(start, end, sentence),
            rule="milestone/anniversary",
        )

    def _parties(self, start: int, end: int, sentence: Tokens) -> tuple[str, ...]:
        """The two parties named beside it in the sentence, else those at the table."""
        text = self.analysis.text
        line_end = text.find("\n", end)
        last = min(end + 80, line_end) if line_end > 0 else end + 80
        beside = self.analysis.parties_in(max(start - 160, sentence.start_char), min(last, sentence.end_char))
        named = unique(m.code for m in beside if len(m.code) <= 8 and m.form != "capital")
        states = tuple(c for c in named if len(c) == 2)
        if states and len(named) == 2:
            return named
        if len(states) == 2:
            return states
        frame = self.actors.frame(start)
        return frame if len(frame) > 1 else unique([*named, *frame])


def _draft(fact: Milestone) -> Draft[Milestone]:
    return Draft(fact, fact.evidence[0].start)


def _number(said_number: str) -> int | None:
    """45 from "45th", "45", "forty-fifth", 50 from "golden" and "half a century"; the last word alone where
    the first is no number."""
    said = said_number.lower()
    if said in words.JUBILEES:
        return words.JUBILEES[said]
    if said.endswith("century"):
        return 25 if "quarter" in said else 50 if "half" in said else 100
    if said.endswith("decades"):
        return 10 * (to_int(said.split()[0]) or 0)
    whole = to_int(said_number)
    return whole if whole is not None or not said else to_int(said_number.split()[-1])


def _type_of(match: re.Match[str]) -> MilestoneType | None:
    """By what has the anniversary; None for what one party has alone."""
    what = match.groupdict()
    if what.get("relations") or what.get("plain") or what.get("missions"):
        return "diplomatic-relations"
    if what.get("partnership"):
        return "partnership"
    if what.get("text"):
        return "other"
    other = what.get("other") or ""
    if not milestone_words().belongs_to_two(other):
        return None
    plain = words.PLAIN_TIES.match(other) is not None and not words.OF_FORCES.search(other)
    return "diplomatic-relations" if plain or "diplomatic" in other.lower() else "other"


def _add(kept: _Kept, draft: Draft[Milestone]) -> None:
    """Keep one of each type, number and pair; a bare founding year joins the anniversary told."""
    fact, pair = draft.fact, _pair(draft.fact)
    same = next(
        (
            (type_, number, of)
            for type_, number, of in kept
            if type_ == fact.type and (number == fact.number or None in {number, fact.number})
            and (of == pair or not (of and pair))
        ),
        None,
    )  # fmt: skip
    if same is None or (fact.type == "partnership" and fact.number != same[1]):
        kept[fact.type, fact.number, pair] = draft
    elif _is_same(kept[same].fact, fact):
        merged = _merged(kept.pop(same).fact, fact)
        kept[merged.type, merged.number, pair] = Draft(merged, draft.trigger)


def _pair(fact: Milestone) -> frozenset[str]:
    """The two whose milestone it is; nobody where more are told."""
    return frozenset(fact.parties) if len(fact.parties) == _A_PAIR else frozenset()


def _is_same(old: Milestone, new: Milestone) -> bool:
    return old.parties == new.parties and (old.year == new.year or None in {old.year, new.year})


def _merged(old: Milestone, new: Milestone) -> Milestone:
    told_before = new.evidence[0] in old.evidence
    return msgspec.structs.replace(
        old,
        evidence=old.evidence if told_before else (*old.evidence, *new.evidence),
        number=new.number if old.number is None else old.number,
        year=old.year or new.year,
    )
