"""Idioms of teaching: "put 300 officers through courses", "walked planners through the process", "brought the
divers up to speed", "showed them how to search a hull"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.extract import grammar
from servanda.extract.activities.scene import Found, Scene, clause_with
from servanda.extract.analysis import unique


def schooled(verb: Token, scene: Scene) -> Iterator[Found]:
    """One side's people are led through what they learn; the other leads, named or not."""
    people = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    lemma = verb.lemma_.lower()
    if people is None or not (_leads_through(verb, people, lemma) or _makes_skilled(verb, people, lemma)):
        return
    doer = grammar.doer_of(verb)
    taker = scene.side_of(people)
    giver = tuple(code for code in scene.side_of(doer) if code not in taker)
    if not giver and len(taker) == 1:
        giver = scene.other_of_pair(verb, taker)
    if not taker and giver and _is_of_a_force(people):
        taker = scene.other_side(verb, giver)
    if len(giver) == len(taker) == 1 and giver != taker:
        left, right = clause_with(verb, people if grammar.is_passive(verb) else doer)
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/schooled:{lemma}",
            provider=giver,
            recipient=taker,
            why="who teaches, and whom",
        )


def _leads_through(verb: Token, people: Token, lemma: str) -> bool:
    """As in "put them *through* courses", "walked them through the *process*"."""
    words = activity_words()
    through = [t for n in (verb, people) for t in grammar.prep_objects(n, "through")]
    return lemma in words.leading_through and any(t.lemma_.lower() in words.taught for t in through)


def _makes_skilled(verb: Token, people: Token, lemma: str) -> bool:
    """As in "brought them *up to speed*", "showed their counterparts *how to* dive"."""
    behind = verb.doc[people.i + 1 : people.i + 16].text.lower()
    if lemma in {"bring", "get"}:
        return "up to speed" in behind or "up to standard" in behind
    how = "how to " in verb.doc[people.i + 1 : people.right_edge.i + 4].text.lower() + " "
    return lemma in {"show", "teach"} and how and _is_of_a_force(people)


def _is_of_a_force(people: Token) -> bool:
    """As in "the *divers*", "two *companies*", "their *counterparts*"."""
    words = activity_words()
    lemma = people.lemma_.lower()
    return lemma in words.forces | words.taken_in | {"counterpart", "planner", "diver", "cadet", "recruit"}


def sent_to_school(verb: Token, scene: Scene) -> Iterator[Found]:
    """As in "Latvia *sends* cadets to the Norwegian academy": those whose school it is teach them."""
    words = activity_words()
    people = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if verb.lemma_.lower() not in words.sending or people is None or not _is_of_a_force(people):
        return
    goals = [t for n in (verb, people) for t in grammar.prep_objects(n, "to", "on", "at", "for")]
    school = next((t for t in goals if t.lemma_.lower() in words.schools | words.courses), None)
    if school is None:
        return
    sender = scene.side_of(grammar.doer_of(verb)) or scene.side_of(people)
    named = scene.named(school.left_edge.i, school.right_edge.i)
    host = unique(m.code for m in named if m.code not in sender)
    if len(sender) == len(host) == 1:
        left, right = clause_with(verb, people if grammar.is_passive(verb) else grammar.doer_of(verb))
        yield Found(
            trigger=verb,
            left=left,
            right=right,
            rule=f"activity/sent-to-school:{verb.lemma_.lower()}",
            provider=host,
            recipient=sender,
            why="at the school of the other side",
        )
