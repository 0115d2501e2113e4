"""Milestones: anniversaries and ranks of the relationship.

Rests on the guidelines, section "milestone" and borderline case 12: the year of founding is derived only
where the text or the publication date gives a point in time, and is marked as derived.
"""

from __future__ import annotations

import re

from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.numbers import to_int
from servanda.model.facts import Milestone, MilestoneType

_RELATIONS = r"(?P<what>(?:\w+[ -]){0,4}?(?:diplomatic|bilateral|official)\s+(?:relations?|ties|relationship)|diplomatic relationship)"
_PARTNERSHIP = r"(?P<what>(?:\w+[ -]){0,5}?partnership)"
_OTHER = r"(?P<what>[^.,;]{3,80})"
_NUMBER = r"(?P<n>\d{1,3}(?:st|nd|rd|th)?|[a-z]+(?:[ -][a-z]+)?)"
_ANNIVERSARY = re.compile(
    rf"\b{_NUMBER}(?:-year)?\s+(?:founding\s+|year\s+)?anniversary\s+of\s+(?:the\s+|their\s+|its\s+|our\s+)?"
    rf"(?:establishment\s+of\s+|founding\s+of\s+|establishing\s+|upgrading\s+of\s+|elevation\s+of\s+)?(?:the\s+|their\s+)?"
    rf"(?:{_RELATIONS.replace('what', 'dip')}|{_PARTNERSHIP.replace('what', 'par')}|{_OTHER.replace('what', 'oth')})",
    re.IGNORECASE,
)
_YEARS_OF = re.compile(
    rf"\b(?P<n>\d{{1,3}}|[a-z]+(?:[ -][a-z]+)?)\s+years?\s+of\s+(?:the\s+|their\s+)?(?:establishment\s+of\s+)?"
    rf"(?:{_RELATIONS.replace('what', 'dip')}|{_PARTNERSHIP.replace('what', 'par')})",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:rais|elevat|upgrad|lift)(?:ed|ing|e)\s+(?:[^.;]{0,80}?)\s+to\s+(?:a\s+|the\s+level\s+of\s+(?:a\s+)?)?"
    r"(?P<rank>(?:\w+\s){0,4}partnership)",
    re.IGNORECASE,
)
_ESTABLISHED = re.compile(
    r"\bestablish(?:ed|ment of|ing)\s+(?:of\s+)?(?:full\s+)?diplomatic\s+(?:relations|ties)\s+in\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NO_ANNIVERSARY_OF_TWO = re.compile(r"\b(independence|national day|birth|battle|victory|war|founding of the|death|liberation|republic|revolution|party)\b", re.IGNORECASE)


def milestones(analysis: Analysis, actors: Actors) -> list[Draft[Milestone]]:
    """All milestones of a document, each once."""
    out: dict[tuple[str, int | None], Draft[Milestone]] = {}
    for sentence in analysis.sentences:
        text, base = sentence.text, sentence.start_char
        for match in (*_ANNIVERSARY.finditer(text), *_YEARS_OF.finditer(text)):
            number = _number(match.group("n"))
            kind = _kind(match)
            if number is None or kind is None:
                continue
            end = match.end()
            _add(out, _draft(analysis, actors, base + match.start(), base + end, kind, number))
        for match in _RAISED.finditer(text):
            start = base + match.start()
            draft = _raised(analysis, actors, start, base + match.end())
            if draft is not None:
                _add(out, draft)
        for match in _ESTABLISHED.finditer(text):
            draft = _draft(analysis, actors, base + match.start(), base + match.end(), "diplomatic-relations", None, int(match.group("year")))
            _add(out, draft)
    return [d for d in out.values() if len(d.fact.parties) > 1]


def _add(out: dict[tuple[str, int | None], Draft[Milestone]], draft: Draft[Milestone]) -> None:
    """Keep one of each type and number; a bare founding year joins the anniversary told."""
    fact = draft.fact
    same = next((k for k in out if k[0] == fact.type and (k[1] == fact.number or None in {k[1], fact.number})), None)
    if same is None or fact.type == "partnership" and fact.number != same[1]:
        out[(fact.type, fact.number)] = draft
        return
    old = out[same].fact
    if old.parties == fact.parties and (old.year == fact.year or None in {old.year, fact.year}):
        spans = old.evidence if fact.evidence[0] in old.evidence else (*old.evidence, *fact.evidence)
        number = old.number if old.number is not None else fact.number
        merged = Milestone(
            document=old.document, source="", evidence=spans, type=old.type, number=number, parties=old.parties,
            year=old.year or fact.year, rule=old.rule, reasons=old.reasons,
        )  # fmt: skip
        del out[same]
        out[(merged.type, merged.number)] = Draft(merged, draft.trigger)


def _number(words: str) -> int | None:
    """45 from "45th", "45", "forty-fifth", "fifty"; the last word alone when the first is no number."""
    for candidate in (words, words.split()[-1] if words.split() else ""):
        value = to_int(candidate)
        if value is not None:
            return value
    return None


def _kind(match: re.Match[str]) -> MilestoneType | None:
    groups = match.groupdict()
    if groups.get("dip"):
        return "diplomatic-relations"
    if groups.get("par"):
        return "partnership"
    other = groups.get("oth") or ""
    if re.search(r"\b(relations|ties|cooperation|friendship|partnership|treaty|agreement|alliance|dialogue|exchange)\b", other, re.IGNORECASE):
        if _NO_ANNIVERSARY_OF_TWO.search(other):
            return None
        return "diplomatic-relations" if re.search(r"\bdiplomatic\b", other, re.IGNORECASE) else "other"
    return None


def _parties(analysis: Analysis, actors: Actors, start: int, end: int) -> tuple[str, ...]:
    line_end = analysis.text.find("\n", end)
    window = analysis.parties_in(max(0, start - 160), min(end + 80, line_end if line_end > 0 else end + 80))
    sentence = analysis.sentences[analysis.sentence_number(start)]
    named = unique(m.code for m in window if sentence.start_char <= m.start < sentence.end_char and len(m.code) <= 8 and m.form != "capital")
    frame = actors.frame(start)
    states = [c for c in named if len(c) == 2]
    if len(states) == 2 or (len(states) == 1 and len(named) == 2):
        return tuple(named[:2]) if len(named) == 2 else tuple(states)
    return frame if len(frame) > 1 else unique([*named, *frame])


def _draft(analysis: Analysis, actors: Actors, start: int, end: int, kind: MilestoneType, number: int | None, year: int | None = None) -> Draft[Milestone]:
    reasons: dict[str, str] = {}
    told = re.match(r"[^.;\n]{0,40}?\bin (?P<year>(?:19|20)\d\d)\b", analysis.text[end : end + 60])
    if year is None and number is not None and (told or analysis.document.published):
        published = told.group("year") if told else str(analysis.document.published)[:4]
        if published.isdigit():
            year = int(published) - number
            reasons["year"] = f"derived: {published} - {number}"
    evidence = analysis.quote(start, end)
    fact = Milestone(
        document=analysis.document.name, source="", evidence=(evidence,), type=kind, number=number,
        parties=_parties(analysis, actors, start, end), year=year, rule="milestone/anniversary", reasons=reasons,
    )  # fmt: skip
    return Draft(fact, start)


def _raised(analysis: Analysis, actors: Actors, start: int, end: int) -> Draft[Milestone] | None:
    sentence = analysis.sentences[analysis.sentence_number(start)]
    if re.search(r"\b(not|agreed to|propos|hope|wish|would|could|if)\b", analysis.text[sentence.start_char : start], re.IGNORECASE):
        return None
    found = analysis.date_in(sentence.start_char, sentence.end_char, "past")
    year = int(found[0][:4]) if found and found[0][:4].isdigit() else None
    fact = Milestone(
        document=analysis.document.name, source="", evidence=(analysis.quote(start, end),), type="partnership",
        parties=_parties(analysis, actors, start, end), year=year, rule="milestone/raised",
        reasons={"year": "of the report"} if year else {},
    )  # fmt: skip
    return Draft(fact, start)
