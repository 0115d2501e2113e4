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
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.numbers import to_int
from servanda.model.facts import Milestone, MilestoneType

_WORD_NUMBER = r"[a-z]+(?:[ -][a-z]+)?"
_RELATIONS = r"(?P<relations>(?:\w+[ -]){0,4}?(?:diplomatic|bilateral|official)\s+(?:relations?|ties))"
_PARTNERSHIP = r"(?P<partnership>(?:\w+[ -]){0,5}?partnership)"
_ANYTHING = r"(?P<other>[^.,;]{3,80})"

_ANNIVERSARY = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th)?|{_WORD_NUMBER})(?:-year)?\s+(?:founding\s+|year\s+)?"
    r"anniversary\s+of\s+(?:(?:the|their|its|our)\s+)?"
    r"(?:(?:establishment|founding|upgrading|elevation)\s+of\s+|establishing\s+)?(?:(?:the|their)\s+)?"
    rf"(?:{_RELATIONS}|{_PARTNERSHIP}|{_ANYTHING})",
    re.IGNORECASE,
)
"""As in "the 45th anniversary of the establishment of diplomatic relations"."""
_YEARS_OF = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{_WORD_NUMBER})\s+years?\s+of\s+(?:(?:the|their)\s+)?(?:establishment\s+of\s+)?"
    rf"(?:{_RELATIONS}|{_PARTNERSHIP})",
    re.IGNORECASE,
)
"""As in "fifty years of diplomatic relations"."""
_YEARS_SINCE = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{_WORD_NUMBER})\s+years?\s+(?:have\s+passed\s+)?(?:since|from|after)\s+"
    r"(?:[\w’'-]+\s+){0,7}?(?:establish(?:ed|ment|ing)|forg(?:ed|ing)|open(?:ed|ing))\s+(?:of\s+)?"
    rf"(?:(?:the|their|our|formal)\s+)*(?:{_RELATIONS}|{_PARTNERSHIP})",
    re.IGNORECASE,
)
"""As in "50 years since the two countries established diplomatic relations"."""
_RAISED = re.compile(
    r"\b(?:(?:rais|elevat|upgrad|lift|promot)(?:ed|ing|es|e|s)|tak(?:en|ing)|took|mov(?:ed|ing)|elevation|upgrade)"
    r"\s+(?:[^.;]{0,80}?)\s+to\s+"
    r"(?:a\s+|the\s+(?:level|rank|status|tier|plane)\s+of\s+(?:an?\s+)?)?[\"“']?(?:\w+\s){0,4}partnership",
    re.IGNORECASE,
)
"""As in "raised their ties to a strategic partnership"."""
_ESTABLISHED = re.compile(
    r"\b(?:(?:re-?)?(?:establish(?:ed|ment of|ing))|first\s+[^.;]{0,60}?to\s+establish|"
    r"resum(?:ed|ption of|ing)|restor(?:ed|ation of|ing)|"
    r"normali[sz](?:ed|ing)|ha(?:ve|s|d)\s+(?:had|maintained|enjoyed))\s+(?:of\s+)?(?:their\s+|full\s+)?"
    r"diplomatic\s+(?:relations|ties)(?:\s+(?:with|between)\s+[\w’' ]{2,50}?)?,?\s+"
    r"(?:in|on|since)\s+(?:[\w,]+\s+){0,3}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""As in "established diplomatic relations in 1973", "have had diplomatic relations since 5 May 1973"."""
_NEW_PARTNERSHIP = re.compile(
    r"\b(?:establish(?:ed|es|ment of|ing)|proclaim(?:ed|ing)|form(?:ed|ing)|set up|forged|launched|"
    r"entered into|ha(?:ve|s|d) had|first\s+[^.;]{0,50}?to\s+establish|bec(?:ame|oming)|ha(?:ve|s)\s+been)\s+"
    r"(?:a\s+|an\s+|their\s+|the\s+)?(?:\w+\s){0,3}strategic\s+partner(?:ship|s)\b",
    re.IGNORECASE,
)
"""As in "announced the establishment of a comprehensive strategic partnership"."""
_SIGNS = ("anniversary", "year", "partner", "diplomatic")
"""One of these stands in all that the patterns match."""
_YEAR_BEHIND = re.compile(r"[^.;\n]{0,40}?\bin (?P<year>(?:19|20)\d\d)\b")

_YEAR_BEFORE = re.compile(r"\bin (?P<year>(?:19|20)\d\d)\b[^;\n]{0,80}$", re.IGNORECASE)

_Kept = dict[tuple[MilestoneType, int | None], Draft[Milestone]]


def milestones(analysis: Analysis, actors: Actors) -> list[Draft[Milestone]]:
    """All milestones of a document, each once."""
    reader = _Reader(analysis, actors)
    kept: _Kept = {}
    for sentence in analysis.sentences:
        for draft in reader.read(sentence):
            _add(kept, draft)
    return [d for d in kept.values() if len(d.fact.parties) > 1]


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors

    def read(self, sentence: Tokens) -> Iterator[Draft[Milestone]]:
        """The milestones that a sentence tells."""
        text = sentence.text
        if not any(sign in text.lower() for sign in _SIGNS):
            return
        for pattern in (_ANNIVERSARY, _YEARS_OF, _YEARS_SINCE):
            for match in pattern.finditer(text):
                yield from self._anniversary(match, sentence)
        for pattern in (_RAISED, _NEW_PARTNERSHIP):
            for match in pattern.finditer(text):
                yield from self._raised(match, sentence)
        for match in _ESTABLISHED.finditer(text):
            fact = self._milestone("diplomatic-relations", match, sentence)
            yield _draft(msgspec.structs.replace(fact, year=int(match["year"])))

    def _anniversary(self, match: re.Match[str], sentence: Tokens) -> Iterator[Draft[Milestone]]:
        number, type_ = _number(match["number"]), _type_of(match)
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
        """The year told shortly behind the anniversary or before it ("in 2023"), else that of publication."""
        text = sentence.text
        told = _YEAR_BEHIND.match(text[match.end() : match.end() + 60]) or _YEAR_BEFORE.search(
            text[: match.start()]
        )
        year = told["year"] if told else (self.analysis.document.published or "")[:4]
        return int(year) if year.isdigit() else None

    def _raised(self, match: re.Match[str], sentence: Tokens) -> Iterator[Draft[Milestone]]:
        if milestone_words().denies_raising(sentence.text[: match.start()]):
            return
        dated = self.analysis.date_in(sentence.start_char, sentence.end_char, "past")
        year = int(dated[0][:4]) if dated and dated[0][:4].isdigit() else None
        fact = self._milestone("partnership", match, sentence)
        reasons = {"year": "of the report"} if year else {}
        yield _draft(msgspec.structs.replace(fact, year=year, rule="milestone/raised", reasons=reasons))

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


def _number(words: str) -> int | None:
    """45 from "45th", "45", "forty-fifth"; the last word alone where the first is no number."""
    whole = to_int(words)
    return whole if whole is not None else to_int(words.split()[-1])


def _type_of(match: re.Match[str]) -> MilestoneType | None:
    """By what has the anniversary; None for what one party has alone."""
    what = match.groupdict()
    if what.get("relations"):
        return "diplomatic-relations"
    if what.get("partnership"):
        return "partnership"
    other = what.get("other") or ""
    if not milestone_words().belongs_to_two(other):
        return None
    return "diplomatic-relations" if re.search(r"\bdiplomatic\b", other, re.IGNORECASE) else "other"


def _add(kept: _Kept, draft: Draft[Milestone]) -> None:
    """Keep one of each type and number; a bare founding year joins the anniversary told."""
    fact = draft.fact
    same = next(
        (k for k in kept if k[0] == fact.type and (k[1] == fact.number or None in {k[1], fact.number})), None
    )
    if same is None or (fact.type == "partnership" and fact.number != same[1]):
        kept[fact.type, fact.number] = draft
    elif _is_same(kept[same].fact, fact):
        merged = _merged(kept.pop(same).fact, fact)
        kept[merged.type, merged.number] = Draft(merged, draft.trigger)


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
