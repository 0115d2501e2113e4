"""Visits to which somebody is invited at a time: "invited him to London in the autumn", "accepted an
invitation to visit Lima in May". An invitation without one plans no visit."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.engagement.abroad import host_abroad, who_is_named
from servanda.extract.engagement.out import is_invited_for_a_time
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import lemma_of

_ACCEPTING = frozenset({"accept", "take", "receive"})
"""Verbs of the guest."""
_OCCASIONS = frozenset(
    {"opening", "laying", "launch", "launching", "inauguration", "signing", "unveiling", "handover"}
    | {"commissioning", "christening", "naming", "groundbreaking", "ceremony"}
)
"""What comes off on one day, so that whoever is invited to it is to come then."""


def tells_of_invitation(scene: Scene, verb: Token) -> bool:
    """ "|invited| him to London in the autumn", "accepted an invitation to |visit| Lima in May"."""
    if lemma_of(verb) == "invite":
        goals = _goals(verb)
        if not goals or _is_to_a_gathering(scene, verb):
            return False
        return _time_behind(scene, verb, goals[0]) or _has_an_occasion(verb)
    invitation = _invitation_over(verb)
    if invitation is None or not is_invited_for_a_time(verb, verb):
        return False
    above = grammar.governing_verb(invitation)
    return above is None or not grammar.is_negated(above)


def invited(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The planned visit of the guest, who is known, to another state."""
    asks = lemma_of(verb) == "invite"
    who = who_is_named(scene, _guest(verb) if asks else _guest_of(verb))
    goals = _goals(verb) if asks else [*grammar.objects_of(verb), *grammar.prep_objects(verb, "to", "in")]
    for goal in (g for g in goals if scene.words.noun_type(lemma_of(g)) is None):  # not "to the summit in"
        host = host_abroad(scene, goal, who)
        if host is None or host in who.parties or len(who.parties) != 1:
            continue
        subject = grammar.subject_of(verb) if asks else None
        told = make_visit(scene, "invited", Telling(verb, *scene.clause(verb, subject)), who, host)
        yield msgspec.structs.replace(told, status="planned")
        return


def _guest(verb: Token) -> Token | None:
    relation = "nsubjpass" if grammar.is_passive(verb) else "dobj"
    return next((c for c in verb.children if c.dep_ == relation), None)


def _goals(verb: Token) -> list[Token]:
    """ "invited him |to London|", whichever word the parser hangs it on."""
    words = [verb, *(c for c in verb.children if c.dep_ == "dobj")]
    return [t for word in words for t in grammar.prep_objects(word, "to") if t.pos_ == "PROPN"]


def _time_behind(scene: Scene, verb: Token, goal: Token) -> bool:
    """A time of the visit: "In May he invited him to London" tells one of the inviting."""
    start, end = scene.stretch(verb)
    dates = scene.analysis.dates_in(start, end)
    return bool(dates) and all(mention.start > goal.idx and mention.future for mention in dates)


def _has_an_occasion(verb: Token) -> bool:
    """ "has invited him to Lima |for the opening of the centre|": at what is to come off."""
    nouns = (t for word in (verb, *_goals(verb)) for t in grammar.prep_objects(word, "for"))
    told = [t for t in nouns if t.i > verb.i and any(c.dep_ == "det" and c.lower_ == "the" for c in t.lefts)]
    return not grammar.is_negated(verb) and any(
        t.lemma_.lower() in _OCCASIONS or t.lower_ in _OCCASIONS for t in told
    )


def _is_to_a_gathering(scene: Scene, verb: Token) -> bool:
    """ "invited him to Lima |for the Leaders' Retreat| in 2026": that is planned, and no visit besides."""
    nouns = (t for word in (verb, *_goals(verb)) for t in grammar.prep_objects(word, "for"))
    return any(t.pos_ == "PROPN" and not scene.is_in_a_date(t) for t in nouns)


def _invitation_over(verb: Token) -> Token | None:
    """ "an |invitation| to visit Lima", "extended an |invitation| to X to visit Lima"."""
    beside = [c for c in verb.head.children if c.dep_ == "dobj"] if verb.dep_ in {"xcomp", "advcl"} else []
    return next((t for t in (verb.head, *beside) if lemma_of(t) == "invitation" and t.i < verb.i), None)


def _guest_of(verb: Token) -> Token | None:
    """ "extended an invitation |to X|"; "|X| accepted an invitation"."""
    invitation = _invitation_over(verb)
    above = grammar.governing_verb(invitation) if invitation is not None else None
    if invitation is None or above is None:
        return None
    if lemma_of(above) in _ACCEPTING:
        return grammar.subject_of(above)
    named = [*grammar.prep_objects(invitation, "to", "for"), *grammar.prep_objects(above, "to")]
    return next((t for t in named if t.i < verb.i), None)
