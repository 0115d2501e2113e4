"""Calls: "called on the World Bank to support the plan", "called for closer cooperation"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, opens_at
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import lemmas


def called_on(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "called on the World Bank to support ..."."""
    called = grammar.prep_objects(verb, "on", "upon") if verb.lemma_.lower() == "call" else []
    if not called or is_denied(verb):
        return None
    inner = _infinitive_after(called[0], verb)
    doer = grammar.doer_of(verb)
    speaker, whom = talk.actors.resolve(doer), talk.actors.resolve(called[0])
    addressee = tuple(p for p in whom.parties if p not in speaker.parties)
    if inner is None or not (addressee or whom.collective):
        return None
    act = "propose" if is_joint(whom) else "request"
    opens = opens_at(verb, doer)
    return Undertaking(verb, speaker, content_of(inner), opens, "commitment/verb:call-on", act, addressee)


def _infinitive_after(called: Token, verb: Token) -> Token | None:
    complements = (c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"})
    return next((c for c in complements if c.tag_ == "VB" and c.i > called.i), None)


def called_for(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "called for the continued support of ...", "for closer cooperation"; not "for a ceasefire"."""
    wanted = grammar.prep_objects(verb, "for") if verb.lemma_.lower() == "call" else []
    if not wanted or wanted[0].lemma_.lower() not in act_words().help or is_denied(verb):
        return None
    noun, doer = wanted[0], grammar.doer_of(verb)
    left, right = noun.left_edge.i, grammar.content_end(noun)
    named = lemmas(verb.doc[left : right + 1])
    speaker = talk.actors.resolve(doer)
    if speaker.collective:
        act = "agree"
    else:
        act = "propose" if named & act_words().together and "support" not in named else "request"
    opens = opens_at(verb, doer)
    return Undertaking(verb, speaker, (left, right), opens, "commitment/verb:call-for", act)
