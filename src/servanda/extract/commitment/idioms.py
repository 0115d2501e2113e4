"""Acts told by a verb with a noun: "found common ground on", "gave its word that", "are of one mind on"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from spacy.tokens import Token

from servanda.codebook.acts import Idiom, act_words
from servanda.codebook.stances import stance_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, opens_at, phrase_of
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, behind, first_child, forms

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
_CLAUSES = ("acl", "ccomp", "xcomp", "advcl")


def idiom_of_commitment(verb: Token, talk: Talk) -> Undertaking | None:
    """What both agree on, or one promises or proposes, by a fixed phrase."""
    lemma = verb.lemma_.lower()
    for idiom in _by_verb().get(lemma, ()):
        said = _said(verb, idiom)
        if said is None or is_denied(verb) or auxiliaries(verb) & {"should", "must", "could"}:
            continue
        inner = _inner_of(verb, said, idiom)
        speaker = _speaker(verb, idiom, talk)
        if inner is None or not speaker.parties or (inner.pos_ == "VERB" and is_of_other_kind(inner)):
            return None
        if (idiom.act == "agree" and not is_joint(speaker)) or _is_of_the_world(inner):
            return None
        return Undertaking(
            trigger=verb,
            speaker=speaker,
            content=phrase_of(inner) if inner.pos_ == "NOUN" else content_of(inner),
            opens=opens_at(verb, grammar.subject_of(verb)),
            rule=f"commitment/idiom:{said.lemma_.lower()}",
            act="agree" if is_joint(speaker) else idiom.act,
        )
    return None


@cache
def _by_verb() -> dict[str, list[Idiom]]:
    """The idioms by their verbs, in their order."""
    found: dict[str, list[Idiom]] = defaultdict(list)
    for idiom in act_words().idioms:
        for verb in idiom.verbs:
            found[verb].append(idiom)
    return dict(found)


def _said(verb: Token, idiom: Idiom) -> Token | None:
    """The noun or particle that makes a verb the idiom: "found *common ground*", "are of *one
    mind*", "signed *up* to"."""
    if idiom.particle is not None:
        return next((c for c in verb.children if c.dep_ == "prt" and c.lower_ == idiom.particle), None)
    near = [c for c in verb.children if c.dep_ in _OBJECTS]
    near += [t for c in verb.children if c.dep_ in {"prep", "dative"} for t in c.children if t.dep_ == "pobj"]
    named = (n for n in near if n.lemma_.lower() in idiom.nouns)
    return next((n for n in named if not idiom.near or forms(n.lefts) & idiom.near), None)


def _inner_of(verb: Token, said: Token, idiom: Idiom) -> Token | None:
    """What is to be done, behind the noun or the verb."""
    for word in dict.fromkeys((said, verb)):
        inner = behind(word, *idiom.before, after=said.i - 1) or first_child(word, *_CLAUSES, after=said.i)
        if inner is not None and inner != said:
            return inner
    return first_child(verb, "dobj") if said.lemma_ == "disposal" else None


def _is_of_the_world(inner: Token) -> bool:
    """As in "is in favour of *a two-state solution*": a stance."""
    return stance_words().on_world_matter(grammar.phrase(inner).text)


def _speaker(verb: Token, idiom: Idiom, talk: Talk) -> Actor:
    """Who says it; what was found or reached is agreed by all at the table."""
    if idiom.act == "agree" and grammar.is_passive(verb):
        return talk.everybody(verb.idx, "found by all at the table")
    return talk.speaker_of(verb, grammar.doer_of(verb))
