"""Places abroad that no register knows: "went on to Cincu", "was at the base in April". In whose country they
lie is known from the states of which the text tells."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Token

from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.tokens import is_told_before, lemma_of

_NEAR = 40
"""Characters behind a place in which the name of a state can end."""
_LINK = re.compile(r"(?:,| in| \()\s?(?:the )?(?:(?:north|south|east|west|central)\w*[ -]){0,2}")
"""What links a place with the state in which it lies."""
_MOST = 6
"""Mentions of a place that are looked at."""
LANDS = frozenset({"country", "island", "town", "city"})
"""What stands for a place that is named elsewhere: "is in the |country|"."""


def host_abroad(scene: Scene, goal: Token, who: Actor) -> str | None:
    """The state in which a place lies to which `who` of one state goes: by the register, by what stands
    beside the place anywhere in the text, else the other of the two states of which is told here."""
    known = scene.country_of(goal)
    if known is not None and not (known in who.parties and _is_of_a_clause(scene, goal)):
        return known
    if len(who.parties) != 1 or not _is_a_place(scene, goal):
        return None
    mine = who.parties[0]
    beside = _told_beside(scene, goal)
    if beside:
        others = [code for code in beside if code != mine]
        return others[0] if len(others) == 1 else None
    other = _the_other(scene, goal, mine)
    if lemma_of(goal) in LANDS:  # "is in the country": that of the host, or of who tells it
        return other if other in {scene.actors.host_at(goal.idx), scene.analysis.home} else None
    return other if other is not None and _is_out_of_home(scene, goal, mine, other) else None


def who_is_named(scene: Scene, subject: Token | None) -> Actor:
    """The actor; of "his predecessor, |Minister X|," him who is named."""
    who = scene.actors.resolve(subject)
    if who.person is not None or subject is None:
        return who
    beside = (scene.actors.resolve(c) for c in subject.children if c.dep_ == "appos")
    return next((actor for actor in beside if actor.person is not None), who)


def is_base(scene: Scene, noun: Token) -> bool:
    """ "the base", "the shipyard": of which the text has told."""
    return lemma_of(noun) in scene.words.visits.bases and is_told_before(noun)


def _is_of_a_clause(scene: Scene, goal: Token) -> bool:
    """ "went to Cincu |to see Dutch soldiers|", which the parser hangs on the place."""
    if goal.pos_ != "PROPN" or scene.analysis.party_of(goal) is not None:
        return False
    before = scene.analysis.parties_in(*grammar.text_between(goal.doc, goal.left_edge.i, goal.i))
    return not before and country_of_place(goal.text) is None


def _is_a_place(scene: Scene, goal: Token) -> bool:
    """A name that is nobody's and no date; or "the base", of which is told before."""
    if lemma_of(goal) in scene.words.visits.no_goals or goal.lower_ in scene.words.not_places:
        return False
    if is_base(scene, goal) or lemma_of(goal) in LANDS:
        return True
    if goal.pos_ != "PROPN" or not goal.text[:1].isupper() or scene.analysis.party_of(goal) is not None:
        return False
    end = goal.idx + len(goal)
    nobody = scene.analysis.person_of(goal) is None and not scene.analysis.names_in(goal.idx, end)
    return nobody and not scene.is_in_a_date(goal) and scene.words.noun_type(lemma_of(goal)) is None


def _told_beside(scene: Scene, goal: Token) -> tuple[str, ...]:
    """The states named right behind the place: "Fetești, |Romania|", "Cincu in central |Romania|"."""
    if goal.pos_ != "PROPN":
        return ()
    text, found = scene.analysis.text, []
    for hit in islice(re.finditer(rf"\b{re.escape(goal.text)}\b", text), _MOST):
        link = _LINK.match(text, hit.end())
        near = scene.analysis.parties_in(link.end(), link.end() + _NEAR) if link is not None else []
        found += [m.code for m in near[:1] if link is not None and m.start == link.end() and is_state(m.code)]
    return unique(found)


def _the_other(scene: Scene, goal: Token, mine: str) -> str | None:
    """The other of the two at the table, else of the two states of which the document tells most."""
    pair = scene.actors.pair(goal.idx) or scene.actors.main
    others = [code for code in pair if code != mine and is_state(code)]
    if mine not in pair or len(others) != 1 or not _is_told_of(scene, goal, others[0]):
        return None
    return others[0]


def _is_told_of(scene: Scene, goal: Token, other: str) -> bool:
    """Whether the text tells of the other state, and does not just name its ambassador."""
    if scene.actors.is_seated(goal.idx) or any(p.party == other for p in scene.analysis.people):
        return True
    return sum(m.code == other for m in scene.analysis.parties) > 1


def _is_out_of_home(scene: Scene, goal: Token, mine: str, other: str) -> bool:
    """Whether the way leads abroad: not of who publishes, unless the other state is told of beside."""
    actors, analysis = scene.actors, scene.analysis
    if analysis.home == other:
        return True
    if analysis.home != mine and actors.is_seated(goal.idx) and actors.host_at(goal.idx) == other:
        return True
    sentence, verb = goal.sent, grammar.governing_verb(goal)
    before = analysis.sentences[max(0, analysis.sentence_number(sentence.start_char) - 1)]
    start = min(before.start_char, sentence.start_char)
    ahead = verb is not None and grammar.is_planned(verb)
    if actors.is_seated(goal.idx) and actors.host_at(goal.idx) == mine and not ahead:
        start = sentence.start_char  # who receives a guest goes about at home, too
    named = {m.code for m in analysis.parties_in(start, sentence.end_char)}
    named |= {p.party for _, p in analysis.names_in(start, sentence.end_char) if p.party and p.party != mine}
    return other in named
