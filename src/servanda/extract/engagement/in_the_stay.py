"""The time of what a report looks back on in one breath with the visit in whose course it fell: "In November
2024 X visited Y and |was received| by Z. He |held talks| with W"."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.engagement.days import is_fresh
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.setting import visit_around
from servanda.model.edtf import precision

_THAT = frozenset({"that", "same"})
_OF_PEOPLE = frozenset({"meeting", "ceremony"})


def time_of_the_stay(analysis: Analysis, event: Event, events: Sequence[Event]) -> str | None:
    """When the visit was in whose course the event fell, which has no date of its own: of a visit long ago,
    told before it in the same paragraph, with no other time between. The news has days, which are told."""
    if event.date is not None or event.type not in _OF_PEOPLE or event.status != "held":
        return None
    visit = visit_around(event, events)
    if visit is None or visit.date is None or visit.status != "held" or visit.start > event.start:
        return None
    if "/" in visit.date:  # of which day of the stay it was nothing is said
        return None
    of_a_day = precision(visit.date) == "day"
    if of_a_day and is_fresh(visit.date, analysis.document.published):
        return None
    if event.is_looked_back_on or _is_of_before(event):
        return None
    if _is_told_of_that_visit(event):
        return visit.date
    told = visit.sightings[-1].trigger
    if "\n\n" in analysis.text[told.idx : event.start]:
        return None
    further = analysis.dates_in(told.sent.end_char, event.first.trigger.sent.end_char)
    return None if any(mention.past for mention in further) else visit.date


def _is_told_of_that_visit(event: Event) -> bool:
    """ "were handed over |during that same trip|", of which an earlier paragraph told."""
    stays = grammar.prep_objects(event.first.trigger, "during", "on")
    return any(t.lower_ in _THAT for stay in stays for t in stay.lefts)


def _is_of_before(event: Event) -> bool:
    """ "The two |had met| before"."""
    trigger = event.first.trigger
    verb = trigger if trigger.pos_ == "VERB" else grammar.governing_verb(trigger)
    return verb is not None and grammar.has_child(verb, "aux", words={"had"})
