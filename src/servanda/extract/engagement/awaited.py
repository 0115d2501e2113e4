"""Guests to whose visit a host looks forward: "looks forward to welcoming the King in Lisbon next year". On a
day that is told he receives him; in a month, a season or a year it is the visit that is awaited."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.status import is_awaited
from servanda.extract.engagement.tokens import lemma_of
from servanda.model.edtf import precision

_HOSTING = frozenset({"welcome", "receive", "host", "greet"})


def tells_of_awaited(scene: Scene, verb: Token) -> bool:
    """ "looks forward to |receiving| Prime Minister X in Lisbon in 2026"."""
    if lemma_of(verb) not in _HOSTING or not is_awaited(verb):
        return False
    told = (date.future for date in scene.analysis.dates_in(*scene.stretch(verb)))
    days = {precision(date) == "day" or "/" in date for date in told if date}
    return bool(days) and True not in days


def awaited(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The visit of the guest to the state in which the place lies."""
    guest = next((c for c in verb.children if c.dep_ == "dobj"), None)
    who = scene.actors.resolve(guest)
    if guest is None or len(who.parties) != 1:
        return
    words = (verb, guest)
    goals = (t for w in words for t in grammar.prep_objects(w, "to", "in") if not scene.is_in_a_date(t))
    host = next((code for t in goals if (code := scene.country_of(t))), None)
    if host is not None and is_state(host) and host not in who.parties:
        telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
        visit = make_visit(scene, f"awaited:{lemma_of(verb)}", telling, who, host)
        yield msgspec.structs.replace(visit, status="planned")
