"""Visits whose goal is told by no name, or whose traveller is sent: "flew in on 9 July", "had been there in
2019", "is to return the visit", "sent its chief of staff to Tokyo". Where to is known from the two states of
which the text tells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make_visit
from servanda.extract.engagement.tokens import lemma_of

_IN = frozenset({"in", "over"})
_GOALS = ("to", "into", "in")


def tells_of_coming_over(scene: Scene, verb: Token) -> bool:
    """ "flew in", "was there", "returned the visit", "sent Minister X to Tokyo"."""
    lemma = lemma_of(verb)
    if lemma in scene.words.visits.sending:
        return any(c.dep_ == "dobj" for c in verb.children) and bool(_sent_to(verb))
    if lemma in {"return", "repay", "reciprocate"}:
        return any(c.dep_ == "dobj" and lemma_of(c) == "visit" for c in verb.children)
    if lemma == "be":
        return bool(_host_of_guest(verb)) or any(
            c.dep_ == "advmod" and c.lower_ == "there" for c in verb.children
        )
    if lemma == "come" and _comes_to_see(scene, verb):
        return True
    return lemma in scene.words.visits.flying_in and _has_no_goal(scene, verb)


def _comes_to_see(scene: Scene, verb: Token) -> bool:
    """ "had kept his word and |come| to look at the planes", "had |come| for a meeting"."""
    behind = [c for c in verb.rights if c.dep_ in {"prt", "dobj", "prep"} and not _is_time(scene, c)]
    beside_done = verb.dep_ == "conj" and verb.head.tag_ == "VBN"
    if not (verb.tag_ in {"VBD", "VBN"} or beside_done) or any(c.lower_ != "for" for c in behind):
        return False
    purposes = [c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.tag_ == "VB"]
    purposes = [c for c in purposes if not any(t.dep_ == "ccomp" for t in c.children)]
    if any(lemma_of(c) in scene.words.visits.reasons for c in purposes):
        return True
    reasons = (scene.words.noun_type(lemma_of(t)) for t in grammar.prep_objects(verb, "for"))
    return any(kind in {"meeting", "visit", "dialogue", "ceremony"} for kind in reasons)


def _is_time(scene: Scene, preposition: Token) -> bool:
    """ "|on| Monday", "|in| May"."""
    return any(scene.is_in_a_date(t) for t in preposition.children)


def _has_no_goal(scene: Scene, verb: Token) -> bool:
    """ "flew |in| for the anniversary"; not "flew in to Oslo"."""
    inwards = any(c.lower_ in _IN and _is_bare(scene, c) and c.dep_ != "mark" for c in verb.children)
    goals = grammar.prep_objects(verb, *_GOALS) if inwards else []
    return inwards and not any(scene.country_of(goal) for goal in goals)


def _is_bare(scene: Scene, particle: Token) -> bool:
    """ "flew |in|", "is flying |in| this weekend"; not "flies in May"."""
    behind = list(particle.children)
    this = any(t.left_edge.lower_ in {"this", "next", "last"} and t.left_edge is not t for t in behind)
    return not behind or (this and all(scene.is_in_a_date(t) for t in behind))


def came_over(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """The visit of one who is named to the other of the two states; of one who is sent, to the state told."""
    subject = grammar.subject_of(verb)
    telling = Telling(verb, *scene.clause(verb, subject))
    if lemma_of(verb) in scene.words.visits.sending:
        yield from _sent(scene, verb, telling)
        return
    who = scene.actors.resolve(subject)
    stretch = grammar.text_between(verb.doc, telling.left, telling.right)
    dated = scene.analysis.date_in(*stretch, "past")
    ahead = scene.analysis.date_in(*stretch, "future")
    had_come = verb.tag_ == "VBN" and grammar.has_child(verb, "aux", words={"had", "has"})
    told = had_come or _comes_to_see(scene, verb) or bool(grammar.prep_objects(verb, "for", "from"))
    is_set = dated is not None or ahead is not None or grammar.is_planned(verb) or told
    if who.person is None or len(who.parties) != 1 or not is_set:
        return
    hosts = scene.who(*_host_of_guest(verb))
    others = hosts[0].parties if hosts else scene.actors.others(verb.idx, who.parties)
    at_home = _comes_to_see(scene, verb) and scene.analysis.home in who.parties
    if set(others) & set(who.parties) or at_home:
        return
    if len(others) == 1 and is_state(others[0]):
        yield make_visit(scene, f"coming:{lemma_of(verb)}", telling, who, others[0])


def _host_of_guest(verb: Token) -> list[Token]:
    """ "was the guest |of the Tanzanian army| from 6 to 9 June"."""
    guests = [c for c in verb.children if c.dep_ == "attr" and lemma_of(c) == "guest"]
    hosts = (t for guest in guests for t in grammar.prep_objects(guest, "of"))
    return [t for t in hosts if lemma_of(t) not in {"honour", "honor"}]


def _sent(scene: Scene, verb: Token, telling: Telling) -> Iterator[Sighting]:
    """ "The Djiboutian side sent |General X to Tokyo|": the one who is named travels."""
    sent = next(c for c in verb.children if c.dep_ == "dobj")
    who = scene.actors.resolve(sent)
    named = next((p for p in scene.names(sent.left_edge.i, sent.right_edge.i) if p.party), None)
    who = Actor.of(named, f"sent: {named.name}") if named is not None else who
    hosts = (scene.country_of(goal) for goal in _sent_to(verb))
    host = next((code for code in hosts if code and is_state(code) and code not in who.parties), None)
    if host is not None and who.person is not None and len(who.parties) == 1:
        yield make_visit(scene, f"coming:{lemma_of(verb)}", telling, who, host)


def _sent_to(verb: Token) -> list[Token]:
    """ "sent Minister X |to Tokyo|", whichever word the parser hangs it on."""
    words = [verb, *(t for c in verb.children if c.dep_ == "dobj" for t in (c, *c.children))]
    return [t for word in words for t in grammar.prep_objects(word, "to")]
