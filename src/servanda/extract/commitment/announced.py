"""What is announced: help, which is a pledge (guidelines, borderline case 9), "announced a grant of 3 million
dollars"; and what both set up, which is agreed, "announced the creation of a joint centre"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.found import Talk, Undertaking, is_denied, opens_at, phrase_of
from servanda.extract.found import is_joint
from servanda.extract.numbers import find_amounts


def help_announced(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "announced *a grant of 3 million dollars*", "unveiled a new *package* of aid"."""
    if verb.lemma_.lower() not in act_words().announcing or is_denied(verb):
        return None
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and _is_help(c)]
    if not things:
        return None
    doer = grammar.doer_of(verb)
    speaker = talk.speaker_of(verb, doer)
    if len(speaker.parties) != 1:
        return None
    opens, rule = opens_at(verb, doer), f"commitment/announced:{things[0].lemma_.lower()}"
    return Undertaking(verb, speaker, phrase_of(things[0]), opens, rule, "pledge", why="help announced")


def _is_help(noun: Token) -> bool:
    """As in "announced *a grant*", "announced *7 million dollars for* the police"."""
    if noun.lemma_.lower() in act_words().announced:
        return True
    given = noun.lemma_.lower() in activity_words().gifts or find_amounts(grammar.phrase(noun).text)
    return bool(given) and any(
        c.dep_ in {"prep", "dative"} and c.lower_ in {"for", "to"}
        for c in (*noun.children, *noun.head.children)
    )


def set_up_together(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The two *announced the creation* of a joint centre": agreed by both."""
    if verb.lemma_.lower() not in act_words().announcing or is_denied(verb):
        return None
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    things = [c for c in things if c.lemma_.lower() in act_words().set_up and _is_no_event_or_text(c)]
    doer = grammar.doer_of(verb)
    speaker = talk.speaker_of(verb, doer) if doer is not None else _all(verb, talk)
    if not things or not is_joint(speaker):
        return None
    rule = f"commitment/set-up:{things[0].lemma_.lower()}"
    return Undertaking(verb, speaker, phrase_of(things[0]), opens_at(verb, doer), rule, "agree")


def _all(verb: Token, talk: Talk) -> Actor:
    """As in "The creation of a joint centre *was announced*": by all at the table."""
    return talk.everybody(verb.idx, "announced by all at the table")


def _is_no_event_or_text(noun: Token) -> bool:
    """Not "the launch of *negotiations*", "the extension of *the treaty*", "the establishment of *diplomatic
    relations*": an engagement, a text or a milestone."""
    of = grammar.prep_objects(noun, "of", "in", "for") + grammar.prep_objects(noun.head, "of")
    texts = instrument_words().heads | instrument_words().planning_nouns | act_words().gatherings
    texts = texts | {"relation", "partnership"}
    named = [t for t in of if t.lemma_.lower() in texts]
    return bool(of) and not named
