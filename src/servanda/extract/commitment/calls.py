"""Calls and what is looked forward to: "called on the World Bank to support the plan", "called for closer
cooperation", "looks forward to Japan's continued support"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.engagements import engagement_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    is_denied,
    less,
    opens_at,
    opens_at_report,
    phrase_of,
)
from servanda.extract.commitment.requests import is_stance_on
from servanda.extract.commitment.wishes import own_act
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, first_child, forms, lemmas, without_openers
from servanda.extract.speech import reported_by, reporter_of


def called_on(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "called on the World Bank to support ..."."""
    called = grammar.prep_objects(verb, "on", "upon") if verb.lemma_.lower() == "call" else []
    if not called or is_denied(verb):
        return None
    inner = _infinitive_after(called[0], verb)
    doer = grammar.doer_of(verb)
    speaker, whom = talk.actors.resolve(doer), talk.actors.resolve(called[0])
    addressee = less(whom, speaker)
    if inner is None or not (addressee or whom.collective) or is_stance_on(inner, whom, verb, talk):
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
    if not wanted or not _is_worth_a_call(wanted[0]) or is_denied(verb):
        return None
    noun, doer = wanted[0], grammar.doer_of(verb)
    left, right = noun.left_edge.i, grammar.content_end(noun)
    named = lemmas(verb.doc[left : right + 1])
    speaker = talk.actors.resolve(doer)
    if speaker.collective:
        act = "agree"
    else:
        jointly = named & (act_words().together | act_words().mutual)
        act = "propose" if jointly and "support" not in named else "request"
    opens = opens_at(verb, doer)
    return Undertaking(verb, speaker, (left, right), opens, "commitment/verb:call-for", act)


def _is_worth_a_call(noun: Token) -> bool:
    """As in "called for *support*", "for *more exercises*", "for *joint patrols*"; not "for a dialogue"."""
    lemma, words = noun.lemma_.lower(), act_words()
    if lemma in words.help:
        return True
    done = lemma in words.doings | words.efforts | words.together
    return done and _is_of_more(noun)


def _is_of_more(noun: Token) -> bool:
    """As in "*more* exercises", "*joint* patrols"."""
    return bool(forms(noun.lefts) & (act_words().more | act_words().shared))


def counted_on(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Kenya *counts on* Japan's support": asked of the other side."""
    relies, words = verb.lemma_ == "rely", act_words()
    if not (relies or verb.lemma_.lower() in words.counting_on) or is_denied(verb):
        return None
    hoped = grammar.prep_objects(verb, "on", "upon")
    helped = next((n for n in hoped if n.lemma_.lower() in words.help), None)
    if relies or helped is None:
        return _to_be_counted_on(verb, hoped, talk)
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    named = (talk.analysis.party_of(t) for t in helped.lefts)
    others = less(talk.actors.resolve(grammar.possessor_of(helped)), speaker)
    others = others or tuple(m.code for m in named if m is not None and m.code not in speaker.parties)
    if len(speaker.parties) != 1 or not others:
        return None
    opens, rule = opens_at(verb, doer), f"commitment/verb:{verb.lemma_.lower()}-on"
    said_by = reported_by(verb, talk.actors)
    if said_by.parties == others:  # "can count on Japan's support, said Japan"
        return Undertaking(verb, said_by, phrase_of(helped), opens, rule, "pledge", speaker.parties)
    return Undertaking(verb, speaker, phrase_of(helped), opens, rule, "request", others)


def _to_be_counted_on(verb: Token, hoped: list[Token], talk: Talk) -> Undertaking | None:
    """As in "said that Zimbabwe *could count on Belarus*", "*can rely on* us": a pledge of who says so."""
    if not hoped or not auxiliaries(verb) & {"can", "could", "may", "will", "would"}:
        return None
    named = talk.actors.resolve(hoped[0])
    said_by = reported_by(verb, talk.actors)
    counting = talk.actors.resolve(grammar.subject_of(verb))
    if len(named.parties) != 1 or not counting.parties or set(counting.parties) & set(named.parties):
        return None
    if said_by.parties and said_by.parties != named.parties:
        return None
    left, right = grammar.clause_bounds(verb)
    speaker = Actor(named.parties, said_by.person or named.person, False, "who is to be counted on")
    opens, rule = opens_at_report(verb, left), f"commitment/verb:{verb.lemma_.lower()}-on"
    return Undertaking(
        verb, speaker, (without_openers(verb, left), right), opens, rule, "pledge", counting.parties
    )


def needed(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "said that *Ukraine needed fuel*": what the own side lacks is asked of the other."""
    reporter = reporter_of(verb) if verb.lemma_ in {"need", "require"} else None
    lacked = first_child(verb, "dobj", after=verb.i) if reporter is not None else None
    if lacked is None or is_denied(verb):
        return None
    things = act_words().help | activity_words().gifts
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    said_by = reported_by(verb, talk.actors)
    if said_by.parties != speaker.parties or len(speaker.parties) != 1 or is_joint(said_by):
        return None
    if not any(n.lemma_.lower() in things for n in grammar.with_conjuncts(lacked)):
        return None
    left, right = grammar.clause_bounds(verb)
    content = (without_openers(verb, left), right)
    return Undertaking(verb, speaker, content, opens_at_report(verb, left), "commitment/wish:need", "request")


def would_be_welcome(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Kenya *would welcome more investment*", "would appreciate Japan's help": a request."""
    wanted = first_child(verb, "dobj", after=verb.i) if verb.lemma_ in act_words().welcoming else None
    if wanted is None or not auxiliaries(verb) & {"would", "'d"} or is_denied(verb):
        return None
    named = lemmas(grammar.with_conjuncts(wanted))
    owned = grammar.has_child(wanted, "poss")
    asked = named & (act_words().help | act_words().doings)
    if not asked or not (owned or _is_of_more(wanted)):
        return None
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    if len(speaker.parties) != 1:
        return None
    opens, rule = opens_at(verb, doer), f"commitment/wish:{verb.lemma_.lower()}"
    return Undertaking(verb, speaker, phrase_of(wanted), opens, rule, "request")


def said_to_be_welcome(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "*More instructors would be welcome*, Kenya said": a request of who says so."""
    welcome = verb.lemma_ == "be" and grammar.has_child(verb, "acomp", words={"welcome"})
    subject = grammar.subject_of(verb) if welcome and "would" in auxiliaries(verb) else None
    if subject is None or reporter_of(verb) is None or grammar.is_unreal(verb):
        return None
    words = act_words()
    wanted = words.help | words.posted | words.doings | activity_words().gifts
    speaker = reported_by(verb, talk.actors)
    if subject.lemma_.lower() not in wanted or not _is_of_more(subject) or len(speaker.parties) != 1:
        return None
    left, right = grammar.clause_bounds(verb)
    opens = opens_at_report(verb, left)
    content = (without_openers(verb, left), right)
    return Undertaking(verb, speaker, content, opens, "commitment/wish:welcome", "request")


def looked_to(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "Kenya *looks to Japan for* help", "turned to Japan for radars": a request."""
    if verb.lemma_ not in {"look", "turn"} or is_denied(verb):
        return None
    behind = grammar.prep_objects(verb, "to")
    wanted = [n for t in (verb, *behind) for n in grammar.prep_objects(t, "for")]
    asked = act_words().help | activity_words().gifts | act_words().doings
    helped = next((n for n in wanted if n.lemma_.lower() in asked), None)
    if not behind or helped is None:
        return None
    doer = grammar.subject_of(verb)
    speaker = talk.speaker_of(verb, doer)
    others = less(talk.actors.resolve(behind[0]), speaker)
    if len(speaker.parties) != 1 or not others:
        return None
    opens, rule = opens_at(verb, doer), f"commitment/verb:{verb.lemma_}-to"
    return Undertaking(verb, speaker, phrase_of(helped), opens, rule, "request", others)


def looked_forward_to(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "looks forward to *Japan's continued support*", "to *working closely* with Japan"; a visit or
    talks that one looks forward to are none."""
    if verb.lemma_.lower() != "look" or "forward" not in forms(verb.children) or is_denied(verb):
        return None
    doer = grammar.doer_of(verb)
    speaker = talk.actors.resolve(doer)
    awaited = next(
        (c for t in verb.subtree if t.lower_ == "to" and t.dep_ == "prep" for c in t.children), None
    ) or _infinitive_behind(verb)
    if awaited is None or not speaker.parties:
        return None
    act, content, addressee = _awaited(awaited, speaker, talk)
    if act is None:
        return None
    return Undertaking(
        verb, speaker, content, opens_at(verb, doer), "commitment/look-forward", act, addressee
    )


def _infinitive_behind(verb: Token) -> Token | None:
    """As in "is looking forward *to closely work* with Japan"."""
    inner = first_child(verb, "advcl", "xcomp", after=verb.i)
    return inner if inner is not None and "to" in auxiliaries(inner) else None


_Awaited = tuple[str | None, tuple[int, int], tuple[str, ...]]


def _awaited(awaited: Token, speaker: Actor, talk: Talk) -> _Awaited:
    """The act, the content and who is asked: help of the other side is a request, what both do a proposal."""
    if awaited.dep_ in {"pcomp", "advcl", "xcomp"}:
        together = forms(awaited.subtree) & (act_words().together | {"with", "closely"})
        act = own_act(awaited, speaker) if together and not is_of_other_kind(awaited) else None
        return ("propose" if act == "offer" else act), content_of(awaited), ()
    left, right = phrase_of(awaited)
    whom = talk.actors.resolve(grammar.possessor_of(awaited))
    others = less(whom, speaker)
    mechanism = awaited.pos_ == "PROPN" and awaited.text in engagement_words().mechanisms
    if mechanism or not lemmas(grammar.with_conjuncts(awaited)) & (act_words().help | act_words().together):
        return None, (left, right), ()
    if others and not whom.collective:
        return "request", (left, right), others
    return ("agree" if is_joint(speaker) else "propose"), (left, right), ()
