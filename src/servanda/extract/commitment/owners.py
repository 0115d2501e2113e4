"""Whose a noun of commitment is: "Japan's readiness", "its readiness", "the shared commitment"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.commitment.found import Talk
from servanda.extract.found import same_side
from servanda.extract.grammar.dependents import first_child, forms


def owner_of(noun: Token, verb: Token, talk: Talk) -> Actor:
    """Who is committed: the owner beside the noun, else who voices it, else who spoke last."""
    doer = grammar.doer_of(verb)
    said_by = talk.actors.resolve(doer)
    if doer is None and is_handed(noun, verb) and (giver := giver_to(verb, talk)).parties:
        return giver
    owner = _named_beside(noun, verb, said_by, talk)
    if owner.parties:
        speaks_for_it = said_by.person and same_side(said_by, owner)
        return Actor(owner.parties, said_by.person, owner.collective, owner.why) if speaks_for_it else owner
    owner = said_by
    if forms(noun.lefts) & act_words().shared:
        owner = talk.everybody(noun.idx, "shared by all at the table")
    if noun.lemma_ == "plan" and not owner.parties and doer is None and verb.lemma_ in act_words().settling:
        return talk.everybody(noun.idx, "confirmed by all at the table")
    of_talks = doer is not None and doer.lemma_.lower() in act_words().gatherings
    reached = act_words().noun_act(noun.lemma_.lower()) == "agree" and (doer is None or of_talks)
    if not owner.parties and (reached or (of_talks and noun.head.lower_ == "with")):
        return talk.everybody(noun.idx, "reached by all at the table")
    if owner.parties or doer is not None or not grammar.is_passive(verb):
        return owner
    return talk.speaker_going_on(verb)


def is_handed(noun: Token, verb: Token) -> bool:
    """As in "The minister *was given an assurance*", "An invitation *was handed* to the minister"."""
    handed = verb.lemma_.lower() in act_words().handing and grammar.is_passive(verb)
    return handed and noun.dep_ in {"dobj", "oprd", "nsubjpass"}


def giver_to(verb: Token, talk: Talk) -> Actor:
    """Of what is handed over in the passive without a giver: the other one of the two at the table."""
    subject = grammar.subject_of(verb)
    taker = talk.actors.resolve(subject)
    if not taker.parties:
        taker = talk.actors.resolve(next(iter(grammar.prep_objects(verb, "to")), None))
    others = talk.actors.others(verb.idx, taker.parties) if len(taker.parties) == 1 else ()
    return Actor(others, None, False, "who gives it to the other") if len(others) == 1 else NOBODY


def _named_beside(noun: Token, verb: Token, said_by: Actor, talk: Talk) -> Actor:
    """As in "*Japan's* readiness", "the readiness of *Japan*"; "its readiness" is that of who voices it."""
    owner = _possessor(noun, verb)
    if owner is not None and owner.pos_ == "PRON" and said_by.parties:
        return said_by
    holder = talk.actors.resolve(owner)
    if holder.parties:
        return holder
    behind = (talk.actors.resolve(t) for t in grammar.prep_objects(noun, "of", "by", "from"))
    named = next((a for a in behind if a.parties), NOBODY)
    return named if named.parties or said_by.parties else _named_before(noun, talk)


def _named_before(noun: Token, talk: Talk) -> Actor:
    """As in "the ironclad *U.S.* commitment", voiced by one who cannot be told."""
    parties = unique(m.code for t in noun.lefts if (m := talk.analysis.party_of(t)) is not None)
    return Actor(parties, None, False, "named before it") if len(parties) == 1 else NOBODY


def _possessor(noun: Token, verb: Token) -> Token | None:
    """As in "assured the President *of Japan's* support": the parser joins who is told to who supports."""
    owner = first_child(noun, "poss")
    if owner is not None and verb.lemma_.lower() in act_words().telling:
        return next(iter(grammar.prep_objects(owner, "of")), owner)
    return owner
