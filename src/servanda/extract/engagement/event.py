"""One engagement while the document is being read: what its sightings have told so far."""

from __future__ import annotations

from servanda.codebook.engagements import engagement_words
from servanda.extract import grammar
from servanda.extract.analysis import unique
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import has_child
from servanda.model.document import Span
from servanda.model.edtf import bounds
from servanda.model.facts import EngagementStatus, EngagementType

_AT_FIRST = frozenset({"initially", "originally"})


class Event:
    """Grows by sightings, attendance and context. `extra`: evidence besides the sightings' own words; `seen`:
    the day on which a visit without a date was under way."""

    def __init__(self, sighting: Sighting, date: str | None, seen: str | None = None) -> None:
        self.type: EngagementType = sighting.type
        self.status: EngagementStatus = sighting.status
        self.sightings = [sighting]
        self.extra: list[Span] = []
        self.parties = sighting.parties
        self.people = sighting.people
        self.visitor = sighting.visitor
        self.country = sighting.country
        self.place = sighting.place
        self.series = sighting.series
        self.ordinal = sighting.ordinal
        self.date = date
        self.seen = seen

    @property
    def day(self) -> str | None:
        """Its date, else the day on which it was under way."""
        return self.date or self.seen

    @property
    def first(self) -> Sighting:
        """The sighting that the text has first."""
        return self.sightings[0]

    @property
    def start(self) -> int:
        """Character offset of the word that told of it first."""
        return self.first.trigger.idx

    @property
    def is_of_the_day(self) -> bool:
        """Whether what is told next happened on its day: held, and no mention of an earlier round."""
        return self.type != "visit" and self.status == "held" and not self.is_looked_back_on

    @property
    def is_looked_back_on(self) -> bool:
        """ "the first since May", "signed it at the NATO summit": told by the way."""
        return self.first.reader in {"first-since", "in-passing", "looked-back"}

    def add(self, sighting: Sighting, date: str | None) -> None:
        """Take in another sighting of the same engagement."""
        self.sightings.append(sighting)
        self.join(sighting.parties, sighting.people)
        self.country = self.country or sighting.country
        self.place = self.place or sighting.place
        self.series = self.series or sighting.series
        self.ordinal = self.ordinal or sighting.ordinal
        if date and self._is_better(date, sighting):
            self.date = date
        off = sighting.status in {"postponed", "cancelled"} and not _is_of_the_first_date(sighting)
        if self.status == "planned" and off:
            self.status = sighting.status
        begun = sighting.status == "held" and not (sighting.definite or _tells_what_it_is(sighting))
        if self.type == "visit" and begun:
            self.status = "held"

    def look_ahead(self, published: str | None) -> None:
        """ "State visit to Paris, May 22 to 24", published in April: what has a later date is planned, where
        no verb tells it as done ("left for Paris for a visit from 22 to 24 May")."""
        verbs = (grammar.governing_verb(s.trigger) for s in self.sightings if s.status == "held")
        if any(verb is not None and verb.tag_ == "VBD" for verb in verbs):
            return
        then = bounds(self.date) if self.date else None
        now = bounds(published) if published else None
        if self.status == "held" and then is not None and now is not None and then[0] > now[1]:
            self.status = "planned"

    def join(self, parties: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> None:
        """Parties and people who take part as well."""
        self.parties = unique([*self.parties, *parties])
        self.people = unique([*self.people, *people])

    def _is_better(self, date: str, sighting: Sighting) -> bool:
        """Days of a stay say more than one day, and the day of arrival more than another."""
        if self.date is None:
            return True
        arrives = sighting.reader == "travel" and sighting.word in engagement_words().visits.arriving
        return "/" not in self.date and ("/" in date or arrives)


def _tells_what_it_is(sighting: Sighting) -> bool:
    """ "This marks his second |visit|", "The visit takes place in the year of": told of one to come too."""
    noun = sighting.trigger
    verb = grammar.governing_verb(noun)
    present = verb is not None and verb.tag_ in {"VBZ", "VBP"} and not has_child(verb, {"has", "have"})
    return present and noun.dep_ in {"dobj", "nsubj", "attr"} and noun.pos_ == "NOUN"


def _is_of_the_first_date(sighting: Sighting) -> bool:
    """ "The trip, |initially| scheduled for March, had to be put off": the report tells the new date."""
    return any(token.lower_ in _AT_FIRST for token in sighting.trigger.sent)
