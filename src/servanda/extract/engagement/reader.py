"""Reads the engagements of a document: sightings in order of the text, merged, completed, made facts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Span as Tokens

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actors
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.as_rounds import as_round
from servanda.extract.engagement.attendance import add_attendance, add_to_all, speaks_of_all
from servanda.extract.engagement.carried import (
    day_carried_on,
    day_of,
    day_of_arrival,
    day_of_the_last,
    is_before_them,
    same_day,
)
from servanda.extract.engagement.company import with_company
from servanda.extract.engagement.counted import counted
from servanda.extract.engagement.dating import date_of, is_ahead, is_done_there
from servanda.extract.engagement.days import is_fresh, is_news
from servanda.extract.engagement.drafting import draft
from servanda.extract.engagement.earlier_rounds import with_earlier_rounds
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.first_since import first_since
from servanda.extract.engagement.in_the_programme import lists_items
from servanda.extract.engagement.in_the_stay import time_of_the_stay
from servanda.extract.engagement.listed import add_listed
from servanda.extract.engagement.merge import (
    as_looked_back,
    is_over,
    is_same,
    meets_in_round,
    tells_same_clause,
)
from servanda.extract.engagement.next_rounds import with_next_rounds
from servanda.extract.engagement.one_sided import is_of_both
from servanda.extract.engagement.purposes import VISIT_FOR
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.setting import complete, country_said, visit_around
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.stays import end_told, ended_by, extended, stay
from servanda.extract.engagement.taking_part import add_takers
from servanda.extract.engagement.triggers import sightings
from servanda.extract.engagement.visits import is_over_at_home
from servanda.extract.facts import Draft
from servanda.extract.mentions import Direction
from servanda.model.facts import Engagement

_OF_PEOPLE = frozenset({"meeting", "call", "ceremony"})
"""Engagements in which "both sides" are the people told of last; a round of a mechanism has its own."""
_OF_THE_NEWS = frozenset({"after-talks", "signing", "witness", "in-a-ceremony", "ceremony", "during-a"})
"""Readers of engagements that are told as what the report is about."""
_STAYS = frozenset({"visit", "exercise"})
"""What lasts for days."""
_A_PAIR = 2
_NEAR_THE_OPENING = 90
"""Tokens behind the opening in which the news is still told."""


def engagements(analysis: Analysis, actors: Actors) -> list[Draft[Engagement]]:
    """All engagements of a document; seats their parties at the table for the readers that come after."""
    return _Reader(analysis, actors).read()


class _Reader:
    """Goes through the sentences; `events` are the engagements read so far."""

    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.scene = Scene(analysis, actors)
        self.events: list[Event] = []

    def read(self) -> list[Draft[Engagement]]:
        """Each sentence in turn; then what the context adds; then the facts of two parties or more."""
        of_all = [sentence for sentence in self.analysis.sentences if self._read_sentence(sentence)]
        for sentence in of_all:
            add_to_all(self.analysis, sentence, self.events)
        for event in self.events:
            complete(self.analysis, event, self.events)
            self._add_other_side(event)
        for event in self.events:
            event.look_ahead(self.analysis.document.published)
        told = [event for event in self.events if len(event.parties) > 1 and not _is_vague(event)]
        told = [event for event in told if event.first.reader != "programme" or self._is_in_a_stay(event)]
        for event in told:
            self._seat(event)
        for event in told:
            event.date = event.date or time_of_the_stay(self.analysis, event, self.events)
        self.actors.forget()
        return [draft(self.analysis, event, self.events) for event in told]

    def _is_in_a_stay(self, event: Event) -> bool:
        """ "A business forum is planned": an item of the stay that the text tells of, where it is told of no
        other country."""
        visit = visit_around(event, self.events)
        return visit is not None and event.country in {None, *visit.parties}

    def _read_sentence(self, sentence: Tokens) -> bool:
        """Take in what a sentence tells; whether it speaks of all meetings told before."""
        seen = with_next_rounds(self.scene, sentence, self._seen(sentence), self.events)
        seen = with_earlier_rounds(self.scene, sentence, seen, self.events)
        of_all = speaks_of_all(sentence, seen)
        if of_all:
            seen = [sighting for sighting in seen if sighting.type == "visit"]
        for told in seen:
            sighting = told
            if is_ahead(self.analysis, sighting):
                sighting = msgspec.structs.replace(sighting, status="planned")
            elif is_done_there(self.analysis, sighting):
                sighting = msgspec.structs.replace(sighting, status="held")
            date = self._date_of(sighting, sentence, seen)
            self._place(sighting, date, sentence)
        self._extend(sentence)
        add_attendance(self.analysis, sentence, seen, self.events)
        add_takers(self.analysis, sentence, self.events)
        add_listed(self.analysis, sentence, self.events)
        before = first_since(self.analysis, sentence, self.events)
        if before is not None:
            self.events.append(before)
        return of_all

    def _date_of(self, sighting: Sighting, sentence: Tokens, seen: Sequence[Sighting]) -> str | None:
        """The date of a sighting, and of a stay its days."""
        if sighting.type == "visit" and sighting.definite and end_told(sentence.text) is not None:
            return None  # "The visit will continue until 28 August": see `_extend`
        if sighting.type == "visit" and sighting.definite and lists_items(self.scene, sighting.trigger):
            return None  # "The visit includes a forum on 12 May": the day of the forum
        if (then := counted(self.analysis, sighting, sentence)) is not None:
            return then.date
        published = self.analysis.document.published
        if _is_before_another(sighting, seen):
            return self._date_in_own_words(sighting)
        date = date_of(self.analysis, sighting, sentence, seen)
        date = same_day(self.analysis, sentence, date, self.events) if date else None
        days = stay(sighting, date, sentence.text, published) if sighting.type in _STAYS else date
        of_the_way_home = sighting.type == "visit" and is_over_at_home(self.scene, sighting.trigger)
        return self._date_in_own_words(sighting) if of_the_way_home and days == date else days

    def _date_in_own_words(self, sighting: Sighting) -> str | None:
        """Of "returned on the 29th after |a visit to A| and a three-day visit to B" none: the day is B's."""
        words = sighting.trigger.doc[sighting.trigger.i : sighting.right + 1]
        direction: Direction = "past" if sighting.status == "held" else "future"
        found = self.analysis.date_in(words.start_char, words.end_char, direction)
        return found[0] if found else None

    def _extend(self, sentence: Tokens) -> None:
        """ "The visit will continue until December 17": the last day of the visit or exercise told last."""
        told = end_told(sentence.text)
        event = next((e for e in reversed(self.events) if told is not None and e.type == told[0]), None)
        if told is None or event is None:
            return
        last = self.analysis.date_in(sentence.start_char + told[1], sentence.end_char, "future")
        if last is not None and event.start >= sentence.start_char:
            event.date = ended_by(last[0], sentence.text) or event.date
        event.date = extended(event.date, last[0] if last else None)

    def _seen(self, sentence: Tokens) -> list[Sighting]:
        """The sightings of a sentence, the first of each clause only."""
        seen: list[Sighting] = []
        for token in sentence:
            fresh = map(as_looked_back, sightings(self.scene, token))
            seen += [s for s in fresh if not any(tells_same_clause(s, other) for other in seen)]
        return [s for s in seen if not any(meets_in_round(s, other) for other in seen)]

    def _place(self, sighting: Sighting, date: str | None, sentence: Tokens) -> None:
        """Add a sighting to its engagement, or begin a new one with it."""
        sighting = self._where_the_host_is(as_round(self.scene, self.events, sighting))
        seen, published = self._day_under_way(sighting), self.analysis.document.published
        told = (e for e in reversed(self.events) if not is_over(e, sighting, date, published))
        event = next((e for e in told if is_same(e, sighting, date or seen)), None)
        event = event or self._gathering_again(sighting)
        if event is not None:
            event.add(sighting, date)
            return
        if sighting.collective and len(sighting.people) < 2 and sighting.type in _OF_PEOPLE:
            sighting = with_company(self.analysis, self.events, sighting)
        elif sighting.definite and len(sighting.people) < 2 and not self._opens_the_report(sighting, date):
            return
        event = Event(sighting, date or self._day_carried_on(sighting, sentence), seen)
        self.events.append(event)
        if len(event.parties) > 1 and not self._is_elsewhere(event):
            self.actors.seat(event.start, event.parties)
            host = event.country or country_said(self.analysis, event)
            away = event.is_looked_back_on  # "since the talks in Oslo last May": nobody is there now
            if host is not None and host in event.parties and host != self.analysis.home and not away:
                self.actors.set_host(event.start, host)
            self.actors.forget()

    def _where_the_host_is(self, sighting: Sighting) -> Sighting:
        """ "The Head of State also received the Chairman of X", told of his stay in the other's country."""
        if sighting.reader != "receive" or sighting.country is None:
            return sighting
        stays = [e for e in self.events if e.type == "visit"]
        stay = stays[-1] if stays and stays[-1].status == "held" else None
        if stay is None or sighting.country not in stay.visitor or stay.country not in sighting.parties:
            return sighting
        if any(e.country == sighting.country for e in stays) or self._tells_its_country(sighting):
            return sighting
        return msgspec.structs.replace(sighting, country=stay.country)

    def _tells_its_country(self, sighting: Sighting) -> bool:
        """ "is to receive him |in Lima|", where the host is at home."""
        words = sighting.trigger.doc[sighting.trigger.i : sighting.right + 1]
        placed = (t for t in words if t.dep_ == "pobj" and t.head.lower_ in {"in", "at"})
        return any(self.scene.country_of(t) == sighting.country for t in placed)

    def _gathering_again(self, sighting: Sighting) -> Event | None:
        """ "will address |the summit|", which the text has named before."""
        if sighting.type != "conference" or sighting.reader != "attend":
            return None
        words = sighting.trigger.doc[sighting.trigger.i : sighting.right + 1]
        bare = (t for t in words if t.text in self.scene.words.conferences.convened)
        if not any(t.left_edge.lower_ in {"the", "this"} and t.i - t.left_edge.i == 1 for t in bare):
            return None
        told = (e for e in reversed(self.events) if e.type == "conference" and e.status == sighting.status)
        return next((e for e in told if set(sighting.parties) <= {*e.parties}), None)

    def _opens_the_report(self, sighting: Sighting, date: str | None) -> bool:
        """ "The talks on the second review were concluded today": the first that is told, of the day."""
        first = self.analysis.sentences[0].end
        return not self.events and date is not None and sighting.reader == "happen" and sighting.left < first

    def _is_elsewhere(self, event: Event) -> bool:
        """ "attended the G20 summit in September": in passing, of one of two who sit at a table already."""
        if event.first.reader in {"in-passing", "next-stop", "tour"}:
            return True
        if event.type == "visit" and self._is_where_others_meet(event):
            return True
        states = [party for party in event.parties if is_state(party)]
        of_a_body = event.type == "conference" and len(states) < _A_PAIR
        return of_a_body and self.actors.is_seated(event.start)

    def _is_where_others_meet(self, visit: Event) -> bool:
        """ "X met Y of Kenya here on Friday, |ending a stay in Geneva|": the two who sit there are of no
        third country."""
        sentence = visit.first.trigger.sent
        told = (e for e in self.events if e.type == "meeting" and e.first.trigger.sent == sentence)
        return any(
            visit.country not in e.parties and len(e.parties) == _A_PAIR and set(visit.visitor) < {*e.parties}
            for e in told
        )

    def _day_under_way(self, sighting: Sighting) -> str | None:
        """The day of publication of "is on a visit to", "currently on a visit to"."""
        if sighting.type != "visit" or sighting.status != "held":
            return None
        verb = grammar.governing_verb(sighting.trigger)
        is_on = verb is not None and verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"}
        words = sighting.trigger.doc[sighting.left : sighting.right + 1]
        now = is_on or any(token.lower_ == "currently" for token in words)
        return self.analysis.document.published if now else None

    def _day_carried_on(self, sighting: Sighting, sentence: Tokens) -> str | None:
        """ "Following the talks, they signed": on the day of the engagement told last."""
        if sighting.reader == VISIT_FOR:  # he is there on the day on which he is received
            return day_of_the_last(self.events, self.analysis.document.published)
        if sighting.type == "visit" and sighting.word in self.scene.words.visits.arriving:
            return day_of_arrival(sentence, self.events, self.analysis.document.published)
        if sighting.type == "visit" or sighting.status != "held":
            return None
        if sighting.reader == "after-talks" and (day := self._day_of_those_people(sighting)) is not None:
            return day
        of_the_news = sighting.reader in _OF_THE_NEWS and not is_before_them(sentence)
        if of_the_news and (day := self._day_of_the_news(sentence)) is not None:
            return day
        published = self.analysis.document.published
        day = day_carried_on(sentence, self.events, published)
        if day is None and sighting.type == "ceremony":
            return day_of_the_last(self.events, published)
        return day

    def _day_of_those_people(self, sighting: Sighting) -> str | None:
        """ "X received Y on Wednesday. |After their talks| they signed": the day on which they met."""
        people, published = set(sighting.people), self.analysis.document.published
        told = (e for e in reversed(self.events) if e.type in _OF_PEOPLE and len(people & {*e.people}) > 1)
        days = (day_of(event) for event in told if event.status == "held")
        return next((day for day in days if is_fresh(day, published)), None)

    def _day_of_the_news(self, sentence: Tokens) -> str | None:
        """ "agreed on Friday ... announced after talks": the day that the report's opening tells as news; not
        of what was done on a visit from which somebody is told to have come home."""
        stays = (event.first.trigger for event in self.events if event.type == "visit")
        if any(is_over_at_home(self.scene, noun) for noun in stays):
            return None
        opening = self.analysis.sentences[:3]
        if not opening or sentence.start > opening[-1].end + _NEAR_THE_OPENING:
            return None
        found = self.analysis.date_in(opening[0].start_char, opening[-1].end_char, "past")
        return found[0] if found and is_news(found[0], self.analysis.document.published) else None

    def _add_other_side(self, event: Event) -> None:
        """The two at the table, where the text names one of them or none and it is told of both."""
        pair = self.actors.pair(event.start)
        if len(event.parties) < _A_PAIR and is_of_both(self.analysis, event, pair):
            event.join(pair)

    def _seat(self, event: Event) -> None:
        """Tell the other readers who sits at the table from here on, at whose, on which day."""
        if not self._is_elsewhere(event):
            self.actors.seat(event.start, event.parties)
        if event.country in event.parties and event.country is not None and not event.is_looked_back_on:
            self.actors.set_host(event.start, event.country)
        day = day_of(event) if event.status == "held" else None
        if day and self._is_fresh(day):
            self.actors.set_day(event.start, day)

    def _is_fresh(self, date: str | None) -> bool:
        return is_fresh(date, self.analysis.document.published)


def _is_before_another(sighting: Sighting, seen: Sequence[Sighting]) -> bool:
    """Whether it is the first of two visits to two countries that a sentence tells."""
    if sighting.type != "visit" or sighting.country is None:
        return False
    return any(
        s.type == "visit"
        and s.country not in {None, sighting.country}
        and s.reader == sighting.reader
        and s.trigger.i > sighting.trigger.i
        for s in seen
    )


def _is_vague(event: Event) -> bool:
    """ "talks with partners": a bare mention that names nobody and no time."""
    bare = event.type == "meeting" and event.status == "held" and event.first.reader == "talks"
    return bare and not (event.people or event.date or event.ordinal or event.series)
