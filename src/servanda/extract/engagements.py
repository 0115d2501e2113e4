"""Engagements: one fact for one visit, meeting or the like in one document, however often it is sighted.

Rests on the guidelines, section "engagement" and borderline cases 4 to 7, 11 and 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.places import country_of_place
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.facts import Draft
from servanda.extract.sightings import Seer, Sighting
from servanda.model.document import Span
from servanda.model.edtf import bounds, compatible
from servanda.model.facts import Engagement, EngagementStatus, EngagementType, Modality

_SEQUEL = re.compile(
    r"^\s*(following|after|subsequently|then|thereafter|afterwards|earlier|on (this|the) occasion|at the end|"
    r"during a joint|in addition to the|before the|prior to the|upon (his|her|their) arrival|in the presence)\b|"
    r"\bthen\b|\bsubsequently\b|\bon the same day\b|\bfor the occasion\b|\balso (met|had|held|signed)\b|\bpreceded\b",
    re.IGNORECASE,
)
_FIRST_SINCE = re.compile(r"\bfirst\b[^.;]{0,30}?\bsince\b", re.IGNORECASE)
_ATTENDANCE = re.compile(
    r"\b(attended by|were (also )?present|was (also )?present|also attend|attended the|also attended|took part|"
    r"also participated|participated in the|accompan\w+|delegation (also )?(includ|compris|consist)\w+|"
    r"represent(ing|ed)|in attendance|join(ed|ing) (the|by)|also joined|was (also )?joined|led by|headed by|chaired by|"
    r"with the participation of|attendees|those present|comprised|were among)\b",
    re.IGNORECASE,
)
_OF_VISIT = re.compile(r"\b(accompan\w+|delegation|entourage|visit)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(these|the|all) (meetings|discussions held|engagements)\b", re.IGNORECASE)
_PLACE_STOP = frozenset("today yesterday tomorrow morning afternoon evening".split())


class _Event:
    """One engagement while the document is being read."""

    def __init__(self, sighting: Sighting, date: str | None) -> None:
        self.type: EngagementType = sighting.type
        self.status: EngagementStatus = sighting.status
        self.sightings = [sighting]
        self.extra: list[Span] = []
        self.parties = list(sighting.parties)
        self.people = list(sighting.people)
        self.country = sighting.country
        self.place = sighting.place
        self.series = sighting.series
        self.ordinal = sighting.ordinal
        self.date = date
        self.visitor = sighting.visitor
        self.late_people: list[str] = []

    @property
    def start(self) -> int:
        return self.sightings[0].trigger.idx

    @property
    def is_of_the_day(self) -> bool:
        """Whether what is told next happened on its day: held, and no mention of an earlier round."""
        rule = self.sightings[0].rule
        return self.type != "visit" and self.status == "held" and not rule.endswith("first-since")

    def add(self, sighting: Sighting, date: str | None) -> None:
        """Take in another sighting of the same engagement."""
        self.sightings.append(sighting)
        self.parties = list(unique([*self.parties, *sighting.parties]))
        self.people = list(unique([*self.people, *sighting.people]))
        self.country = self.country or sighting.country
        self.place = self.place or sighting.place
        self.series = self.series or sighting.series
        self.ordinal = self.ordinal or sighting.ordinal
        arrives = sighting.rule.endswith(("travel:arrive", "travel:land"))
        if date and (self.date is None or ("/" in date and "/" not in self.date) or (arrives and "/" not in self.date)):
            self.date = date
        if not sighting.definite and sighting.status == "held" and self.type == "visit":
            self.status = "held"


def engagements(analysis: Analysis, actors: Actors) -> list[Draft[Engagement]]:
    """All engagements of a document; seats their parties at the table for the readers that come after."""
    return _Reader(analysis, actors).read()


class _Reader:
    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.events: list[_Event] = []
        self.common: list[tuple[Sighting | None, Tokens]] = []

    def read(self) -> list[Draft[Engagement]]:
        """Sightings in order of the text, merged; then what attendance, framework and context add."""
        seer = Seer(self.analysis, self.actors)
        for sentence in self.analysis.sentences:
            seen: list[Sighting] = []
            for token in sentence:
                seen += [s for s in seer.sightings(token) if not any(_same_words(s, o) for o in seen)]
            if _OF_ALL.search(sentence.text) and not any(s.people for s in seen if s.type != "visit"):
                self.common.append((None, sentence))
                seen = [s for s in seen if s.type == "visit"]
            for sighting in seen:
                self._place(sighting, sentence, seen)
            self._attendance(sentence, seen)
            self._first_since(sentence)
        self._apply_common()
        drafts = []
        for event in self.events:
            self._complete(event)
        for event in self.events:
            if len(event.parties) > 1 and not (event.type != "visit" and self._is_vague(event)):
                drafts.append(self._draft(event))
                self.actors.seat(event.start, event.parties)
                if event.country in event.parties:
                    self.actors.set_host(event.start, str(event.country))
                if event.date and event.is_of_the_day and self._is_recent(event.date):
                    self.actors.set_day(event.start, event.date)
        self.actors.forget()
        return drafts

    # -- placing sightings ---------------------------------------------------------------------------

    def _place(self, sighting: Sighting, sentence: Tokens, seen: list[Sighting]) -> None:
        date = self._date_of(sighting, sentence, seen)
        event = self._matching(sighting, date)
        if event is None and sighting.collective and len(sighting.people) < 2:
            sighting = self._with_company(sighting)
        if event is not None:
            event.add(sighting, date)
            return
        if sighting.definite and len(sighting.people) < 2 and not sighting.collective:
            return
        if date is None and sighting.type != "visit" and sighting.status == "held" and _SEQUEL.search(sentence.text):
            date = next((e.date for e in reversed(self.events) if e.is_of_the_day and self._is_recent(e.date)), None)
        event = _Event(sighting, date)
        self.events.append(event)
        if len(event.parties) > 1:
            self.actors.seat(event.start, event.parties)

    def _is_recent(self, date: str | None) -> bool:
        """Whether a date lies within the days before the publication: what is told beside it happened
        then. Any date will do when the publication date is unknown."""
        published = self.analysis.document.published
        if date is None or published is None:
            return date is not None
        then, now = bounds(date), bounds(published)
        return then is None or now is None or abs((now[0] - then[1]).days) <= _FRESH

    def _with_company(self, sighting: Sighting) -> Sighting:
        """"The two ministers then held talks": the people of the engagement told last."""
        for event in reversed(self.events):
            if len(event.people) > 1 and len(event.parties) > 1 and event.type != "visit":
                people = unique([*sighting.people, *event.people])
                return msgspec.structs.replace(sighting, people=people, parties=unique([*sighting.parties, *event.parties]))
        return sighting

    def _matching(self, sighting: Sighting, date: str | None) -> _Event | None:
        for event in reversed(self.events):
            if self._is_same(event, sighting, date):
                return event
        return None

    def _is_same(self, event: _Event, sighting: Sighting, date: str | None) -> bool:
        if date and event.date and not compatible(date, event.date) and not _within(date, event.date):
            if not (sighting.type == event.type == "visit" and _near_days(date, event.date)):
                return False
        if sighting.meal != event.sightings[0].meal and not sighting.definite:
            return False
        if sighting.partner and not sighting.people and event.sightings[0].partner not in {"", sighting.partner}:
            return False
        if sighting.type == "visit" or event.type == "visit":
            if sighting.type != event.type:
                return False
            if sighting.definite and sighting.country is None:
                return not sighting.people or bool(set(sighting.people) & set(event.people))
            if sighting.country != event.country or sighting.status != event.status and not _near_days(date, event.date):
                return False
            if sighting.people and event.people and not set(sighting.people) & set(event.people):
                return False
            return bool(set(sighting.visitor) & set(event.visitor))
        if sighting.ordinal is not None and event.ordinal is not None:
            return sighting.ordinal == event.ordinal and sighting.type == event.type
        if sighting.ordinal is not None or event.ordinal is not None:
            return sighting.definite and sighting.status == event.status
        if sighting.definite or (sighting.collective and len(sighting.people) < 2 and sighting.type in {"meeting", "call"}):
            if sighting.status != event.status:
                return False
            if sighting.type != event.type:
                return sighting.type == "meeting" and event.type in {"dialogue", "call"}
            return not sighting.people or not event.people or bool(set(sighting.people) & set(event.people))
        if sighting.type != event.type or sighting.status != event.status:
            return False
        mine, theirs = set(sighting.people), set(event.people)
        if mine and theirs:
            if sighting.type == "ceremony" and mine & theirs and (len(mine) == 1 or len(theirs) == 1):
                return True
            return len(mine & theirs) >= 2 or (mine <= theirs and sighting.rule.startswith("engagement/talks"))
        if not mine and not sighting.parties:
            return True
        if sighting.partner and not mine:
            return False
        return not mine and set(sighting.parties) <= set(event.parties) and sighting.rule.startswith(("engagement/happen", "engagement/meet", "engagement/talks"))

    def _date_of(self, sighting: Sighting, sentence: Tokens, seen: list[Sighting]) -> str | None:
        direction = "future" if sighting.status == "planned" else "past"
        doc = self.analysis.doc
        start, end = doc[sighting.left].idx, doc[sighting.right].idx + len(doc[sighting.right])
        around = [(doc[s.left].idx, doc[s.right].idx + len(doc[s.right])) for s in seen if s.trigger.i != sighting.trigger.i]
        inner = [(a, b) for a, b in around if start <= a and b <= end and (a, b) != (start, end)]
        for mention in self.analysis.dates_in(start, end):
            value = mention.resolve(direction)
            if value is None or mention.kind == "duration" or "/" in value and _is_year_span(value):
                continue
            if any(a <= mention.start < b for a, b in inner) and not any(a <= sighting.trigger.idx < b for a, b in inner):
                continue
            return value
        if sighting.definite:
            return None
        for mention in self.analysis.dates_in(sentence.start_char, sentence.end_char):
            value = mention.resolve(direction)
            if value is None or mention.kind == "duration" or "/" in value and _is_year_span(value):
                continue
            if not any(a <= mention.start < b for a, b in around) and len({s.type for s in seen}) == len(seen):
                if abs(mention.start - start) < 200 and sighting.type != "visit":
                    return value
        return None

    def _first_since(self, sentence: Tokens) -> None:
        """"It was the first such meeting since April 2022": the one before, of the same series."""
        match = _FIRST_SINCE.search(sentence.text)
        standing = next((e for e in reversed(self.events) if e.type == "dialogue"), None)
        if match is None or standing is None:
            return
        end = sentence.start_char + match.end()
        found = self.analysis.date_in(end, min(end + 30, sentence.end_char), "past")
        if found is None or any(e.type == "dialogue" and e.date == found[0] for e in self.events):
            return
        trigger = next(t for t in sentence if t.idx >= sentence.start_char + match.start())
        before = Sighting(
            type="dialogue", status="held", trigger=trigger, left=sentence.start, right=sentence.end - 1,
            rule="engagement/first-since", parties=tuple(standing.parties), series=standing.series,
            ordinal=standing.ordinal - 1 if standing.ordinal else None,
        )  # fmt: skip
        self.events.append(_Event(before, found[0]))

    # -- attendance ----------------------------------------------------------------------------------

    def _attendance(self, sentence: Tokens, seen: list[Sighting]) -> None:
        """"The meeting was also attended by ...", "Accompanying the President are ..."."""
        if not self.events or not _ATTENDANCE.search(sentence.text):
            return
        if any(not s.definite and s.type != "visit" for s in seen):
            return
        names = []
        for mention, person in self.analysis.names_in(sentence.start_char, sentence.end_char):
            before = self.analysis.text[max(0, mention.whole_start - 24) : mention.whole_start].lower()
            if not before.rstrip().endswith(("invitation of", "on behalf of", "accompanying")):
                names.append(person.name)
        targets = self._attended(sentence)
        if not names or not targets:
            return
        span = self.analysis.quote_sentence(sentence)
        for event in targets:
            fresh = [n for n in unique(names) if n not in event.people]
            if fresh:
                event.late_people += fresh
                event.people = list(unique([*event.people, *fresh]))
                if span not in event.extra:
                    event.extra.append(span)

    def _attended(self, sentence: Tokens) -> list[_Event]:
        text = sentence.text
        visits = [e for e in self.events if e.type == "visit"]
        others = [e for e in self.events if e.type != "visit"]
        if re.search(r"\bthe meetings\b|\bthese (meetings|discussions)\b", text, re.IGNORECASE) and others:
            return [e for e in others if e.status == "held"]
        if re.search(r"\bceremony\b", text, re.IGNORECASE):
            ceremonies = [e for e in others if e.type == "ceremony"]
            if ceremonies:
                return ceremonies[-1:]
        if visits and _OF_VISIT.search(text) and re.search(r"accompan|delegation|entourage", text, re.IGNORECASE):
            return visits[-1:]
        held = [e for e in others if e.status == "held"]
        return (held or others or visits)[-1:]

    # -- completing ----------------------------------------------------------------------------------

    def _apply_common(self) -> None:
        """"These meetings, taking place on ... in ..., were within the framework of ..."."""
        for _, sentence in self.common:
            found = self.analysis.date_in(sentence.start_char, sentence.end_char, "past")
            place = self._place_in(sentence.start, sentence.end - 1)
            span = self.analysis.quote_sentence(sentence)
            for event in self.events:
                if event.type != "meeting" or event.status != "held":
                    continue
                if found and event.date is None:
                    event.date = found[0]
                if place and event.place is None:
                    event.place = place
                event.extra.append(span)

    def _visit_around(self, event: _Event) -> _Event | None:
        """The visit in whose course the engagement falls: its traveller takes part."""
        visits = [v for v in self.events if v.type == "visit" and v is not event]
        for visit in sorted(visits, key=lambda v: abs(v.start - event.start)):
            if not set(visit.visitor) & set(event.parties):
                continue
            if event.date and visit.date and not compatible(event.date, visit.date) and not _within(event.date, visit.date):
                continue
            if set(visit.people) & set(event.people) or not event.people:
                return visit
        return None

    def _complete(self, event: _Event) -> None:
        doc = self.analysis.doc
        people = {p.name: p for p in self.analysis.people}
        event.parties = list(unique([*event.parties, *(people[n].party for n in event.people if n in people)]))
        main = event.sightings[0]
        if event.type != "visit":
            event.place = event.place or next((p for s in event.sightings if (p := self._place_in(s.left, s.right))), None)
        if event.country is None:
            event.country = self._country(event)
        if len(event.parties) < 2 and event.type in {"conference", "dialogue", "ceremony"}:
            start, end = doc[main.left].idx, doc[main.right].idx + len(doc[main.right])
            near = [m.code for m in self.analysis.parties_in(start, end) if m.form in {"name", "demonym", "institution", "body"}]
            if event.type in {"meeting", "conference", "call", "ceremony", "dialogue"} and near:
                event.parties = list(unique([*event.parties, *near]))
        if event.type == "visit":
            return
        visit = self._visit_around(event)
        if visit is not None and visit.country:
            states = [p for p in event.parties if len(p) == 2]
            session = event.type == "conference" and any(len(p) > 2 for p in event.parties)
            if len(states) < 2 and not session:
                event.parties = list(unique([*visit.visitor, *event.parties, visit.country]))
            event.country = event.country or visit.country

    def _is_vague(self, event: _Event) -> bool:
        """Plural or bare mentions that name nobody and no time."""
        return not event.people and not event.date and not event.ordinal and event.status == "held" and event.type == "meeting" and not event.series and event.sightings[0].rule.startswith("engagement/talks")

    def _place_in(self, left: int, right: int) -> str | None:
        """The most specific place named in the clause: "at the X" before "in X"."""
        doc = self.analysis.doc
        best: dict[str, str] = {}
        for token in doc[left : right + 1]:
            if token.dep_ != "prep" or token.lower_ not in {"at", "in"}:
                continue
            for noun in token.children:
                if noun.dep_ != "pobj" or noun.pos_ != "PROPN" or noun.lower_ in _PLACE_STOP:
                    continue
                phrase = _name_of_place(noun)
                if self.analysis.names_in(noun.idx, noun.idx + len(noun)) or self.analysis.dates_in(noun.left_edge.idx, noun.idx + len(noun)):
                    continue
                mention = self.analysis.party_of(noun)
                if mention is not None and mention.form != "capital" and phrase == self.analysis.text[mention.start : mention.end]:
                    continue
                if token.lower_ == "in" and mention is None and country_of_place(phrase) is None:
                    continue
                best.setdefault(token.lower_, phrase)
        return best.get("at") or best.get("in")

    def _country(self, event: _Event) -> str | None:
        for sighting in event.sightings:
            doc = self.analysis.doc
            for token in doc[sighting.left : sighting.right + 1]:
                if token.dep_ == "prep" and token.lower_ in {"in", "at"}:
                    for noun in token.subtree:
                        mention = self.analysis.party_of(noun)
                        if mention is not None and mention.form in {"capital", "name", "institution"} and len(mention.code) == 2 and noun.dep_ in {"pobj", "conj", "appos"}:
                            return mention.code
        if event.place and (code := country_of_place(event.place)):
            return code
        visit = self._visit_around(event)
        if visit is not None:
            return visit.country
        home = self.analysis.home
        return home if home in event.parties and event.type == "meeting" and event.status == "held" else None

    # -- making --------------------------------------------------------------------------------------

    def _draft(self, event: _Event) -> Draft[Engagement]:
        spans = [self.analysis.quote_tokens(s.left, s.right) for s in _telling(event)]
        evidence = _apart([*spans, *event.extra])
        visit = self._visit_around(event) if event.type != "visit" else None
        reasons = {"type": event.sightings[0].rule}
        if event.date:
            reasons["date"] = "stated, or carried on from the engagement told before"
        modality: Modality = "planned" if event.status == "planned" else "negated" if event.status == "cancelled" else "asserted"
        return Draft(
            Engagement(
                document=self.analysis.document.name, source="", evidence=tuple(evidence), modality=modality,
                rule=event.sightings[0].rule, reasons=reasons, type=event.type, status=event.status,
                parties=tuple(event.parties), participants=tuple(event.people), date=event.date, place=event.place,
                country=event.country, series=event.series, ordinal=event.ordinal,
                within=self._within(event, visit),
            ),
            event.start,
        )  # fmt: skip

    def _within(self, event: _Event, visit: _Event | None) -> str | None:
        if visit is None or not visit.sightings:
            return None
        noun = next((s.trigger for s in visit.sightings if s.trigger.pos_ == "NOUN"), None)
        if noun is None:
            return None
        left = next((t.i for t in noun.lefts if t.dep_ in {"amod", "compound", "nmod"}), noun.i)
        right = max((c.right_edge.i for c in noun.children if c.dep_ == "prep" and c.lower_ == "to"), default=noun.i)
        return self.analysis.quote_tokens(left, min(right, noun.i + 12)).text


def _telling(event: _Event) -> Iterable[Sighting]:
    """Sightings that say something of the engagement that the ones before do not."""
    known: set[str] = set()
    for sighting in event.sightings:
        says = {*sighting.people, *sighting.parties, str(sighting.place), str(sighting.ordinal), str(sighting.series)}
        if not sighting.definite or says - known or sighting.right - sighting.left > 6:
            known |= says
            yield sighting


def _apart(spans: list[Span]) -> list[Span]:
    """The spans without those that lie in another, in order of appearance."""
    out: list[Span] = []
    for span in spans:
        if any(o.start <= span.start and span.end <= o.end for o in out):
            continue
        out = [o for o in out if not (span.start <= o.start and o.end <= span.end)]
        out.append(span)
    return out


def _same_words(a: Sighting, b: Sighting) -> bool:
    """Two triggers of one clause: "held" and "talks" tell the same meeting."""
    return a.type == b.type and a.type != "visit" and a.status == b.status and (
        (a.left <= b.trigger.i <= a.right and b.left <= a.trigger.i <= b.right) or a.trigger.i == b.trigger.i
    ) and (not a.people or not b.people or bool(set(a.people) & set(b.people)))


def _near_days(one: str | None, other: str | None) -> bool:
    """Whether two dates lie at most three weeks apart, as the stages of one visit do."""
    if one is None or other is None:
        return True
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return False
    return abs((first[0] - second[0]).days) <= _ONE_VISIT


_FRESH = 10
"""Days in which an engagement is news; what a report tells without a date happened on that day."""
_ONE_VISIT = 21
"""Days between the first and the last stage of a visit; longer ones are hardly reported as one."""


def _within(date: str, interval: str) -> bool:
    """Whether one of the dates lies in the other's interval."""
    for one, other in ((date, interval), (interval, date)):
        if "/" in other:
            first, last = other.split("/", 1)
            if first <= one[: len(first)] and one[: len(last)] <= last:
                return True
    return False


def _is_year_span(value: str) -> bool:
    return all(len(part) == 4 for part in value.split("/"))


def _name_of_place(noun: Token) -> str:
    """The name from its first capital letter to its last, with "of" phrases inside."""
    doc = noun.doc
    left = noun.left_edge.i
    while left < noun.i and (doc[left].dep_ in {"det"} or not doc[left].text[:1].isupper()):
        left += 1
    right = noun.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and all(t.text[:1].isupper() or t.lower_ in {"of", "the", "and"} for t in child.subtree):
            right = child.right_edge.i
    return doc[left : right + 1].text
