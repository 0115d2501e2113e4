"""Speeches of a guest before the parliament of another state: "addressed the Knesset", "spoke before both
houses of the Australian Parliament"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.sighting import Sighting, Telling, make
from servanda.extract.engagement.tokens import lemma_of

_PARTS = frozenset(
    {"house", "session", "sitting", "chamber", "member", "both", "plenary", "meeting", "committee"}
)
"""What is of a parliament and stands for it."""
_BEFORE = ("to", "before", "in", "at")


def tells_of_parliament(scene: Scene, verb: Token) -> bool:
    """ "addressed the National Parliament", "gave a speech in the Storting"."""
    return bool(_parliaments(scene, verb))


def addressed(scene: Scene, verb: Token) -> Iterator[Sighting]:
    """One by name of one state before the parliament of another, which is named or is the host's."""
    subject = _speaker(verb)
    who = scene.actors.resolve(subject)
    if who.person is None or len(who.parties) != 1:
        return
    for noun in _parliaments(scene, verb):
        host = _state_of(scene, noun) or _state_of_host(scene, noun, who)
        if host is None or host in who.parties:
            continue
        house = Actor((host,), None, False, "whose parliament it is")
        telling = Telling(verb, *scene.clause(verb, grammar.subject_of(verb)))
        told = make(scene, "meeting", f"parliament:{lemma_of(verb)}", telling, [who, house])
        yield msgspec.structs.replace(told, country=host)
        return


def _parliaments(scene: Scene, verb: Token) -> list[Token]:
    """The parliament that is addressed, or before which a speech is held."""
    words, lemma = scene.words.conferences, lemma_of(verb)
    if lemma == "address":
        nouns = grammar.objects_of(verb)
    elif lemma == "speak":
        nouns = grammar.prep_objects(verb, *_BEFORE)
    elif lemma in words.delivering:
        speeches = [c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in words.speeches]
        told = (*speeches, verb) if speeches else ()
        nouns = [t for word in told for t in grammar.prep_objects(word, *_BEFORE)]
    else:
        return []
    return [noun for noun in nouns if _is_parliament(scene, noun)]


def _is_parliament(scene: Scene, noun: Token) -> bool:
    """ "the Parliament", "both |houses| of", "a joint |session| of", "the Bundestag"."""
    words = scene.words.conferences
    if any(not is_state(m.code) for m in scene.parties_in_phrase(noun)):
        return False
    parts = [noun, *(grammar.prep_objects(noun, "of") if lemma_of(noun) in _PARTS else ())]
    return any(lemma_of(t) in words.parliaments or t.text in words.parliament_names for t in parts)


def _speaker(verb: Token) -> Token | None:
    """Who speaks; of "became the first leader |to address| it" who became so."""
    subject = grammar.doer_of(verb)
    if subject is not None and subject.dep_ == "attr" and verb.dep_ in {"relcl", "acl"}:
        return grammar.subject_of(subject.head)
    return subject


def _state_of(scene: Scene, noun: Token) -> str | None:
    """ "the |Australian| Parliament", "both houses of the Parliament of |Australia|"."""
    named = scene.states_in_phrase(noun)
    return named[0] if len(named) == 1 else None


def _state_of_host(scene: Scene, noun: Token, who: Actor) -> str | None:
    """The parliament without a name of a state is that of the host whom the speaker visits."""
    host = scene.actors.host_at(noun.idx)
    named = scene.states_in_phrase(noun)
    visits = scene.actors.is_seated(noun.idx) and {host, *who.parties} <= set(scene.actors.frame(noun.idx))
    return host if visits and not named and scene.analysis.home not in who.parties else None
