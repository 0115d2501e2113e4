"""What is open now to people of the other side: "a desk for Indian investors was opened", "visa-free entry
for Kenyans took effect"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique
from servanda.extract.mentions import PartyMention

_Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who gives and who takes."""


def now_open(verb: Token, scene: Scene) -> Iterator[Found]:
    """A service for people of one of the two sides, by the other."""
    thing = _thing_opened(verb)
    if thing is None or grammar.is_negated(verb):
        return
    left, right = clause_with(verb, grammar.subject_of(verb) or thing)
    pair, words = scene.actors.pair(verb.idx), activity_words()
    if len(pair) != 2:
        return
    links = ("for",) if thing.lemma_.lower() in words.to_places else ("for", "to")
    guests = [g for g in grammar.prep_objects(thing, *links) if g.sent == verb.sent]
    named = unique(m.code for g in guests for m in _states(scene, g.left_edge.i, g.i))
    if len(named) == 1 and named[0] in pair and thing.lemma_.lower() in words.services:
        giver = scene.other_of_pair(verb, named)
        doer = scene.doer(verb).parties if grammar.objects_of(verb) else ()
        if not doer or set(doer) <= set(giver):
            why = "open to people of the other side"
            yield _found(verb, (left, right), why, (giver, named))


def _found(verb: Token, words: tuple[int, int], why: str, sides: _Sides) -> Found:
    return Found(
        trigger=verb,
        left=words[0],
        right=words[1],
        rule=f"activity/service:{verb.lemma_.lower()}",
        provider=sides[0],
        recipient=sides[1],
        why=why,
    )


def permits_received(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "10,000 Kenyan travellers *have received free visas*": by the other of the two."""
    if verb.lemma_.lower() not in {"receive", "obtain", "get"} or grammar.is_negated(verb):
        return
    permits = activity_words().permits
    guests = grammar.subject_of(verb)
    if guests is None or guests.pos_ == "PRON" or not permits & _lemmas(grammar.objects_of(verb)):
        return
    taker, pair = scene.side_of(guests), scene.actors.pair(verb.idx)
    if len(pair) == 2 and len(taker) == 1 and taker[0] in pair:
        giver = scene.other_of_pair(verb, taker)
        if _comes_from_others(verb, scene, giver):
            return
        why = "leave for people of the other side"
        yield _found(verb, clause_with(verb, guests), why, (giver, taker))


def _comes_from_others(verb: Token, scene: Scene, giver: tuple[str, ...]) -> bool:
    """As in "received visas *from Chile*", which is none of the two."""
    words = (verb, *grammar.objects_of(verb))
    givers = (t for word in words for t in grammar.prep_objects(word, "from"))
    return any(m.code not in giver for t in givers for m in scene.named(t.left_edge.i, t.i))


def _lemmas(nouns: Iterable[Token]) -> set[str]:
    return {noun.lemma_.lower() for noun in nouns}


def _thing_opened(verb: Token) -> Token | None:
    """The desk of "opened a *desk*", "the *desk* was opened", "the *scheme* took effect", "is in force"."""
    lemma, words = verb.lemma_.lower(), activity_words()
    subject = grammar.subject_of(verb)
    if lemma in words.opening_services:
        objects = grammar.objects_of(verb)
        if objects and not grammar.is_passive(verb):
            return next((o for o in objects if _is_service(o)), None)
    elif not _comes_into_force(verb):
        return None
    thing = grammar.relative_antecedent(subject) if subject is not None else None
    return thing if thing is not None and _is_service(thing) else None


def _is_service(thing: Token) -> bool:
    """Not "a *memorial* service", "a service for *the fallen*"."""
    words = activity_words()
    mourns = thing.lemma_.lower() == "service" and words.mourning & _lemmas(thing.subtree)
    return thing.lemma_.lower() in words.services | words.lines and not mourns


def _comes_into_force(verb: Token) -> bool:
    """As in "*took effect*", "*came into force*", "*is in* effect", "*has been in* operation *since*"."""
    lemma = verb.lemma_.lower()
    if lemma == "take":
        return any(o.lower_ == "effect" for o in grammar.objects_of(verb))
    states = activity_words().in_force
    if lemma in {"come", "enter", "go"}:
        return any(t.lower_ in states for t in grammar.prep_objects(verb, "into"))
    in_force = any(t.lower_ in states for t in grammar.prep_objects(verb, "in"))
    return lemma == "be" and in_force


def _states(scene: Scene, left: int, right: int) -> list[PartyMention]:
    return [m for m in scene.named(left, right) if is_state(m.code) and m.form != "capital"]
