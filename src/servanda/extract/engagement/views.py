"""Meetings told by what was exchanged and with whom: "exchanged views with members of the committee"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.analysis import unique
from servanda.extract.engagement.scene import Scene
from servanda.extract.engagement.tokens import lemma_of


def exchanges_views(scene: Scene, verb: Token) -> bool:
    """ "exchanged views with General X": when the one is named with whom."""
    if lemma_of(verb) != "exchange":
        return False
    views = any(c.dep_ == "dobj" and lemma_of(c) in {"view", "opinion"} for c in verb.children)
    if not views:
        return False
    partners = with_whom(verb)
    somebody = scene.actors.resolve(grammar.subject_of(verb)).person is not None
    groups = (t for t in partners if somebody and verb.tag_ in {"VBD", "VBN"})
    return any(map(scene.analysis.person_of, partners)) or any(map(scene.is_person_or_group, groups))


def hosts_of(scene: Scene, verb: Token, actors: list[Actor]) -> list[Actor]:
    """ "exchanged views with |members of the committee|", of whom no side is told: of the host's side, where
    somebody of the other one did so."""
    whom = with_whom(verb)[:1]
    if not whom or scene.actors.resolve(whom[0]).parties:
        return scene.who(*whom)
    named = unique(party for actor in actors for party in actor.parties)
    others = scene.actors.others(verb.idx, named) if len(named) == 1 else ()
    return [Actor(others, None, False, "the other side at the table")] if len(others) == 1 else []


def with_whom(verb: Token) -> list[Token]:
    """ "discussed it |with X|", "discussed a visit |with X|", whichever word the parser hangs "with" on."""
    return [t for noun in (verb, *grammar.objects_of(verb)) for t in grammar.prep_objects(noun, "with")]
