"""Rounds told in short, by the mechanism or exercise of which another round has been told: "the third
meeting", "its 11th meeting", "the last edition"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from servanda.extract import grammar
from servanda.extract.engagement.event import Event
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting
from servanda.extract.engagement.tokens import lemma_of


def is_in_the_news(event: Event) -> bool:
    """An exercise; not one told by the way: "thanked for the welcome during |Exercise Otter in May|"."""
    return event.type == "exercise" and not event.is_looked_back_on


def as_round(scene: Scene, events: Sequence[Event], sighting: Sighting) -> Sighting:
    """ "The third meeting took place in May", where the fourth of a mechanism has been told."""
    rows = (e for e in reversed(events) if e.type == "dialogue" or is_in_the_news(e))
    last = next(rows, None)
    counts = sighting.type == "dialogue" and lemma_of(sighting.trigger) in scene.words.exercises.editions
    if counts and last is not None and last.type == "exercise":
        return msgspec.structs.replace(sighting, type="exercise", series=last.series, parties=last.parties)
    if sighting.type == "dialogue" and sighting.series in scene.words.rounds.counted:
        return _round_of_series(events, sighting)
    if sighting.type == "dialogue" and sighting.ordinal is not None and sighting.series is not None:
        return _round_by_short_name(scene, events, sighting, sighting.series)
    if sighting.type != "meeting" or sighting.ordinal is None:
        return sighting
    rounds = [e for e in events if e.type == "dialogue" and e.ordinal is not None]
    if not rounds or rounds[-1].ordinal == sighting.ordinal:
        return msgspec.structs.replace(sighting, ordinal=None)
    told = rounds[-1]
    parties = sighting.parties if len(sighting.parties) > 1 else told.parties
    return msgspec.structs.replace(
        sighting, type="dialogue", definite=False, parties=parties, series=told.series
    )


def _round_by_short_name(scene: Scene, events: Sequence[Event], sighting: Sighting, name: str) -> Sighting:
    """ "The twelfth |Consultations| will be held": of the eleventh Peru-Chile Consultations told before;
    but not what others held, "The first |Consultations| of Peru and Brazil"."""
    told = (e for e in reversed(events) if e.type == "dialogue" and e.ordinal and len(e.parties) > 1)
    full = next((e for e in told if (e.series or "").endswith(f" {name}")), None)
    told_here = grammar.text_between(sighting.trigger.doc, sighting.left, sighting.right)
    named = {m.code for m in scene.analysis.parties_in(*told_here) if m.form != "capital"}
    if full is None or not named & set(sighting.parties) <= set(full.parties):
        return sighting
    return msgspec.structs.replace(sighting, parties=full.parties, series=full.series)


def _round_of_series(events: Sequence[Event], sighting: Sighting) -> Sighting:
    """ "since its 11th meeting, held in Muscat": of the mechanism told before, where just one has a name;
    not "the fifth round"."""
    named = {e.series for e in events if e.type == "dialogue" and e.series and e.series[0].isupper()}
    if len(named) != 1 or not grammar.has_child(sighting.trigger, "poss"):
        return sighting
    return msgspec.structs.replace(sighting, series=named.pop())
