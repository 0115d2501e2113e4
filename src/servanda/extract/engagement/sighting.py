"""A sighting: one place in a text that tells of an engagement. One engagement is often sighted several
times; `merge.py` says which sightings are of the same."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.status import ordering, status_of
from servanda.extract.engagement.tokens import is_verb, lemma_of
from servanda.extract.mentions import PersonInText
from servanda.model.facts import EngagementStatus, EngagementType


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """What one place tells. `visitor`: the parties that travel; `definite`: it speaks of one told before
    ("the meeting"); `collective`: it names all sides at once ("the two ministers"); `partner`: the word
    behind "with", in lower case; `meal`: a dinner tells of another meeting than the talks before it."""

    type: EngagementType
    status: EngagementStatus
    trigger: Token
    left: int
    right: int
    rule: str
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    visitor: tuple[str, ...] = ()
    country: str | None = None
    place: str | None = None
    series: str | None = None
    ordinal: int | None = None
    definite: bool = False
    collective: bool = False
    partner: str = ""
    meal: bool = False

    @property
    def reader(self) -> str:
        """The rule without the word that it read: "talks" of "engagement/talks:meeting"."""
        return self.rule.removeprefix("engagement/").split(":")[0]

    @property
    def word(self) -> str:
        """The word that the rule read: "meeting" of "engagement/talks:meeting"."""
        return self.rule.partition(":")[2]


class Telling(msgspec.Struct, frozen=True):
    """Where an engagement is told: the word that triggers, the first and last token of the stretch, the
    verb that shows whether it takes place (a trigger that is a verb shows it itself), and the token up to
    which the people named take part (all of the stretch without one)."""

    trigger: Token
    left: int
    right: int
    verb: Token | None = None
    names_until: int | None = None


_MEETS = frozenset({"meet", "receive", "call", "visit"})
"""Verbs that tell of a meeting of its own, joined to one that tells of another."""
_GIVES = frozenset({"host", "give", "offer"})
"""Verbs of who gives a meal, which is no part of the talks told before it."""

_LINKS = frozenset({"as", "well", "and", "also", "separately", ","})


def make(
    scene: Scene, kind: EngagementType, rule: str, telling: Telling, actors: Sequence[Actor] = ()
) -> Sighting:
    """A sighting of a meeting, call, dialogue, conference, ceremony or exercise."""
    whole = _before_others_talks(_before_the_next(telling))
    telling = _before_further_company(scene, whole)
    actors = _without_those_behind(scene, whole, telling, actors)
    until = telling.right if telling.names_until is None else telling.names_until
    named = _who_is_named(scene, telling, until)
    ordered = _behind_the_order(scene, telling)
    people = [*(p.name for p in named), *(a.person for a in actors)]
    if ordered is not None:
        people = [p.name for p in scene.names(ordered, until)]
    return Sighting(
        type=kind,
        status=status_of(scene.words.course, telling.trigger, telling.verb),
        trigger=telling.trigger,
        left=telling.left,
        right=telling.right,
        rule=f"engagement/{rule}",
        parties=unique([*(p for a in actors for p in a.parties), *(p.party for p in named)]),
        people=unique(people),
        collective=any(actor.collective for actor in actors),
        partner=_partner(telling.trigger),
        meal=_is_meal(scene, telling),
    )


def _behind_the_order(scene: Scene, telling: Telling) -> int | None:
    """Where those stand who are to hold it: "the Presidents |instructed| their ministers to hold talks"."""
    verb = verb_of(telling.trigger) if telling.verb is None else telling.verb
    above = ordering(scene.words.course, verb) if verb is not None else None
    return above.i + 1 if above is not None and not grammar.is_passive(above) else None


def meetings_joined(trigger: Token) -> list[Token]:
    """ "will hold talks with X |and meet Y|": the verbs of further meetings in the clause of a trigger."""
    verb = verb_of(trigger)
    return [t for t in verb.conjuncts if t.i > trigger.i and _is_of_its_own(t)] if verb is not None else []


def _before_the_next(telling: Telling) -> Telling:
    """ "|will address the forum| and engage with Y": as far as it tells of the first of them."""
    joined = meetings_joined(telling.trigger)
    if not joined:
        return telling
    right = min(telling.right, joined[0].left_edge.i - 1)
    while right > telling.trigger.i and telling.trigger.doc[right].lower_ in {"and", ",", "then", "also"}:
        right -= 1
    return msgspec.structs.replace(telling, right=right)


def _before_others_talks(telling: Telling) -> Telling:
    """ "|met with Y| to discuss the results of the talks between A and B": without what others held."""
    verb, words = telling.trigger, engagement_words()
    if verb.pos_ != "VERB":
        return telling
    for clause in verb.children:
        if clause.dep_ not in {"advcl", "xcomp"} or not grammar.has_child(clause, "aux", words={"to"}):
            continue
        held = (t for t in clause.subtree if t.i > verb.i and t.pos_ == "NOUN")
        of_others = any(
            words.noun_type(lemma_of(noun)) is not None and bool(grammar.prep_objects(noun, "between"))
            for noun in held
        )
        if of_others and verb.i < clause.left_edge.i <= telling.right:
            return msgspec.structs.replace(telling, right=clause.left_edge.i - 1)
    return telling


def links_others(scene: Scene, link: Token) -> bool:
    """ "held talks with President X, |as well as with| ministers", "|and separately with| Y": talks of their
    own with others; "with X and with Y" can be one table, and X's own people sit at it."""
    before = [t.lower_ for t in link.doc[max(link.sent.start, link.i - 3) : link.i]]
    linked = before == ["as", "well", "as"] or before[-2:] in (["and", "also"], ["and", "separately"])
    if link.lower_ != "with" or not linked:
        return False
    others = [c for c in link.children if c.dep_ == "pobj"]
    if not others or grammar.has_child(others[0], "poss", words={"his", "her", "their", "its"}):
        return False
    first = (t for t in reversed(link.doc[link.sent.start : link.i]) if t.lower_ == "with")
    return any(scene.analysis.person_of(c) is not None for t in first for c in t.children)


def _before_further_company(scene: Scene, telling: Telling) -> Telling:
    """ "|held talks with X|, as well as with Y": as far as it tells of the first."""
    for link in telling.trigger.doc[telling.trigger.i + 1 : telling.right + 1]:
        if links_others(scene, link):
            right = link.i - 1
            while right > telling.trigger.i and telling.trigger.doc[right].lower_ in _LINKS:
                right -= 1
            return msgspec.structs.replace(telling, right=right)
    return telling


def _without_those_behind(scene: Scene, told: Telling, cut: Telling, actors: Sequence[Actor]) -> list[Actor]:
    """The actors less those who are named only where the further talks are told."""
    behind = {p.name for p in scene.names(cut.right + 1, told.right)} if cut.right < told.right else set()
    here = {p.name for p in scene.names(cut.left, cut.right)} if behind else set()
    return [actor for actor in actors if actor.person is None or actor.person not in behind - here]


def verb_of(trigger: Token) -> Token | None:
    """The trigger where it is a verb; the one over "talks" of "held talks" where it is none."""
    return trigger if trigger.pos_ == "VERB" else grammar.governing_verb(trigger)


def _is_of_its_own(verb: Token) -> bool:
    """ "met Y", "|engaged| in discussions with Y", "|paid| a call on Y", "|host| a luncheon for Y"."""
    if lemma_of(verb) in _MEETS:
        return any(c.dep_ in {"dobj", "prep", "agent"} for c in verb.children)
    words = engagement_words()
    if lemma_of(verb) in _GIVES:
        return any(lemma_of(noun) in words.meetings.meals for noun in grammar.objects_of(verb))
    if lemma_of(verb) not in words.course.holding:
        return False
    if lemma_of(verb) == "engage" and grammar.prep_objects(verb, "with"):
        return True
    told = [*grammar.objects_of(verb), *grammar.prep_objects(verb, "in")]
    talks = [
        noun for noun in told if words.noun_type(lemma_of(noun)) == "meeting" or lemma_of(noun) == "call"
    ]
    return any(grammar.prep_objects(word, "with", "on") for noun in talks for word in (noun, verb))


def _who_is_named(scene: Scene, telling: Telling, until: int) -> list[PersonInText]:
    """The people of the stretch; of "held talks with X |and met Y|" those before the first verb and behind
    the "and"."""
    until = min([until, *(t.left_edge.i - 1 for t in meetings_joined(telling.trigger))])
    verb = verb_of(telling.trigger)
    first = _first_joined(verb) if verb is not None else telling.trigger
    joined = verb is not None and verb.dep_ == "conj" and first.pos_ == "VERB" == verb.pos_
    if verb is None or not (joined and telling.left < first.i < verb.i):
        return list(scene.names(telling.left, until))
    if verb != telling.trigger and not _is_of_its_own(verb):
        return list(scene.names(telling.left, until))
    before, behind = scene.names(telling.left, first.i), scene.names(verb.left_edge.i, until)
    return [*before, *(p for p in behind if p not in before)]


def _first_joined(verb: Token) -> Token:
    """ "held" of "|held| talks with X, met Y and received Z": each of the verbs hangs on the one before."""
    first = verb.head
    while first.dep_ == "conj" and first.pos_ == first.head.pos_ == "VERB":
        first = first.head
    return first


def make_visit(scene: Scene, rule: str, telling: Telling, who: Actor, host: str) -> Sighting:
    """A sighting of a visit: `who` travels to the country `host`, with those of the own side."""
    company = [p.name for p in scene.names(telling.left, telling.right) if p.party in who.parties]
    return Sighting(
        type="visit",
        status=status_of(scene.words.course, telling.trigger, telling.verb),
        trigger=telling.trigger,
        left=telling.left,
        right=telling.right,
        rule=f"engagement/{rule}",
        parties=unique([*who.parties, host]),
        people=unique([who.person, *company]),
        visitor=who.parties,
        country=host,
    )


def _partner(trigger: Token) -> str:
    """ "counterpart" in "held talks with his counterpart": tells talks with one from talks with another."""
    verb = trigger if is_verb(trigger) else grammar.governing_verb(trigger)
    found = grammar.prep_objects(trigger, "with")
    if verb is not None:
        found += grammar.prep_objects(verb, "with")
    return found[0].lower_ if found else ""


def _is_meal(scene: Scene, telling: Telling) -> bool:
    """ "hosted a dinner", "met over lunch", "a lunch followed"; not "held |talks| over lunch", which are the
    talks, nor "a |meeting| in the form of a working lunch"."""
    talks = lemma_of(telling.trigger) in {"talk", "discussion", "meeting", "consultation"}
    return any(
        lemma_of(token) in scene.words.meetings.meals
        for token in telling.trigger.doc[telling.left : telling.right + 1]
        if token.dep_ in {"dobj", "pobj", "nsubjpass"} or (token == telling.trigger and token.dep_ == "nsubj")
        if not (talks and token.head.lower_ in {"over", "of"})
    )
