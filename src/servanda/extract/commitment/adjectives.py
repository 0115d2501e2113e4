"""Adjectives of commitment: "stands ready to help", "remains committed to the programme"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, opens_at
from servanda.extract.commitment.wishes import wish
from servanda.extract.found import is_joint, same_side
from servanda.extract.grammar.dependents import auxiliaries, behind, first_child, has_child
from servanda.extract.speech import reported_by

_PREDICATES = frozenset({"acomp", "attr", "oprd", "xcomp"})
_PREDICATE_CLAUSES = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "parataxis", "relcl"})


def adjective_of_commitment(word: Token, talk: Talk) -> Undertaking | None:
    """What an adjective or participle of commitment commits its subject to."""
    act = act_words().adjective_act(word.lower_) or act_words().adjective_act(word.lemma_.lower())
    if word.lower_ == "opened":  # "the clinic was opened in May": nobody is open to anything
        return None
    if act is None or not _is_said_of_somebody(word) or is_denied(word) or grammar.is_negated(word.head):
        return None
    inner = _inner_of(word)
    if inner is None or (act == "offer" and auxiliaries(word.head) & {"has", "have", "had"}):
        return None
    verb = word if word.pos_ in {"VERB", "AUX"} else word.head
    subject = grammar.subject_of(verb)
    speaker = _speaker(verb, subject, talk)
    if _is_to_be_a_host(inner, verb):
        act = "invite"
    if act == "wish":
        return wish(word, verb, inner, talk, speaker)
    return Undertaking(
        trigger=word,
        speaker=speaker,
        content=content_of(inner),
        opens=opens_at(verb, subject),
        rule=f"commitment/adjective:{word.lemma_.lower()}",
        act="agree" if is_joint(speaker) and act != "invite" else act,
    )


def _is_said_of_somebody(word: Token) -> bool:
    """As in "is *ready*", "are *committed*"; not "a *ready* market", not "they *committed* an error"."""
    if word.dep_ not in _PREDICATES | _PREDICATE_CLAUSES or (word.dep_ == "ccomp" and word.pos_ == "ADJ"):
        return False
    if word.pos_ != "VERB" or (word.dep_ == "acomp" and word.head.lemma_ in {"be", "remain", "stand"}):
        return True
    return any(c.dep_ == "auxpass" or c.lemma_ in {"be", "remain"} for c in word.children)


def _inner_of(word: Token) -> Token | None:
    """As in "ready *to help*", "committed to *the programme*"; politeness only with a verb of giving."""
    inner = first_child(word, "xcomp", "ccomp", "advcl", "acl", after=word.i)
    if word.lower_ in act_words().polite:
        return inner if inner is not None and _is_more_than_polite(inner) else None
    return inner or behind(word, "to", "in", "for", "on")


def _is_more_than_polite(inner: Token) -> bool:
    """As in "pleased *to provide* training", "would be glad *to welcome* you", not "pleased *to visit*"."""
    if _is_to_be_a_host(inner, inner.head.head):
        return True
    helping = act_words().giving | act_words().assisting | activity_words().teaching
    return inner.dep_ == "xcomp" and inner.lemma_ in helping


def _is_to_be_a_host(inner: Token, verb: Token) -> bool:
    """As in "*will be glad to welcome you in* Brunei": an invitation."""
    if inner.lemma_ not in {"welcome", "host", "receive"} or not auxiliaries(verb) & {"will", "would"}:
        return False
    guest = first_child(inner, "dobj", after=inner.i)
    return guest is not None and (guest.lower_ == "you" or guest.pos_ == "PROPN") and has_child(inner, "prep")


def _speaker(verb: Token, subject: Token | None, talk: Talk) -> Actor:
    """The subject, with the name of the person who says it for that side."""
    speaker = talk.actors.resolve(subject)
    said_by = reported_by(verb, talk.actors)
    if said_by.person and (not speaker.parties or same_side(said_by, speaker)):
        return Actor(said_by.parties, said_by.person, False, said_by.why)
    return speaker
