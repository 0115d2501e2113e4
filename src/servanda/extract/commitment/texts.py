"""What a signed text "aims to" or "provides for": its parties agree it (guidelines, borderline case 13)."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied
from servanda.extract.grammar.dependents import behind, first_child
from servanda.extract.grammar.phrases import with_conjuncts

_PRESENT = frozenset({"VBZ", "VBP"})


def aim_of_a_text(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The memorandum aims to expand trade", "It provides a framework for ...", "The pact foresees the
    exchange of officers", "It allows both navies to use the port"."""
    lemma = verb.lemma_.lower()
    if not _tells_what_to_do(verb, lemma) or is_denied(verb) or grammar.is_planned(verb):
        return None
    subject, inner = grammar.subject_of(verb), _inner_of(verb)
    if subject is None or inner is None or not _is_text(subject):
        return None
    if lemma in act_words().ruling and grammar.is_indefinite(subject):
        return None
    frame = talk.actors.frame(verb.idx)
    if len(frame) < 2:
        return None
    speaker = Actor(frame, None, True, "the text is of both")
    opens = subject.left_edge.i
    return Undertaking(verb, speaker, content_of(inner), opens, f"commitment/aim:{lemma}", "agree")


def _tells_what_to_do(verb: Token, lemma: str) -> bool:
    """As in "aims to", "foresees", "allows both to"; "allowed both to" tells what came of it."""
    words = act_words()
    return lemma in words.aiming | words.foreseeing or (lemma in words.ruling and verb.tag_ in _PRESENT)


def _inner_of(verb: Token) -> Token | None:
    """As in "aims *to expand* trade", "provides for *exchanges*", "provides *a framework*", "foresees *the
    release* of"."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in act_words().foreseeing:
        doings = act_words().doings
        return next((o for o in objects if any(n.lemma_.lower() in doings for n in with_conjuncts(o))), None)
    inner = first_child(verb, "xcomp", "advcl", "ccomp", after=verb.i) or behind(verb, "for", "at")
    if inner is not None or lemma != "provide":
        return inner
    return next((o for o in objects if o.lemma_ in act_words().foundations), None)


def _is_text(subject: Token) -> bool:
    """An agreement or memorandum, or the pronoun for one told in the sentence before."""
    if _names_text(subject):
        return True
    if subject.lower_ not in {"it", "they"} or subject.sent.start == 0:
        return False
    before = subject.doc[subject.sent.start - 1].sent
    return any(t.dep_ in {"nsubj", "nsubjpass", "dobj"} and _names_text(t) for t in before)


def _names_text(noun: Token) -> bool:
    """As in "the *memorandum*", "the *minutes*"; not "the *programme*"."""
    words = act_words()
    return noun.lower_ in words.texts or noun.lemma_.lower() in instrument_words().heads - words.schemes
