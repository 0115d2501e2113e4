"""Commitments in the passive that do not say by whom: "support was pledged", "it was agreed that"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.ahead import is_effort
from servanda.extract.commitment.found import (
    Talk,
    Undertaking,
    content_of,
    opens_at,
    phrase_of,
)
from servanda.extract.commitment.invitations import invited_by_the_other_side
from servanda.extract.commitment.opinions import is_opinion
from servanda.extract.grammar.dependents import auxiliaries, first_child, has_child

_ASKING = frozenset({"WP", "WDT"})
"""Of the heading "What has been agreed"."""
_DECIDING = frozenset({"commit", "decide", "resolve"})


def passive_without_doer(verb: Token, act: str, talk: Talk) -> Undertaking | None:
    """As in "Further support was pledged", "It was agreed that": by whom is not said."""
    lemma = verb.lemma_.lower()
    if act == "invite":
        return invited_by_the_other_side(verb, talk)
    if lemma in act_words().telling:
        return _assured(verb, act, talk)
    decided = lemma in _DECIDING and not _is_what_was_decided(verb)
    if act == "request":
        return _asked_of(verb, talk)
    if act == "wish" or decided or "to" in auxiliaries(verb):
        return None
    if lemma in {"plan", "intend"} and not is_effort(grammar.subject_of(verb)):
        return None  # "a party is being planned"
    subject = grammar.subject_of(verb)
    if subject is None or subject.tag_ in _ASKING or verb.dep_ in {"acl", "relcl", "amod"}:
        return None
    if act == "agree":
        inner = first_child(verb, "ccomp")
        at_home = talk.actors.analysis.home is not None and not talk.actors.table(verb.idx)
        if at_home or (inner is not None and (is_opinion(inner, talk) or is_of_other_kind(inner))):
            return None
        speaker = talk.everybody(verb.idx, "agreed, by all at the table")
    else:
        speaker = _whose_help(subject, talk) or talk.speaker_going_on(verb)
    left, right = grammar.clause_bounds(verb)
    if right + 1 < len(verb.doc) and verb.doc[right + 1].text == ":":
        return None  # "it was agreed to:", whose items follow
    return Undertaking(verb, speaker, (left, right), left, f"commitment/passive:{lemma}", act)


def _is_what_was_decided(verb: Token) -> bool:
    """As in "*It was decided that* officers would be exchanged"; not "the matter was decided"."""
    subject = grammar.subject_of(verb)
    return subject is not None and subject.lower_ == "it" and has_child(verb, "ccomp", "xcomp")


def _asked_of(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "*Japanese investors were encouraged* to come": asked by the other of the two at the table."""
    subject, inner = grammar.subject_of(verb), first_child(verb, "xcomp", after=verb.i)
    if subject is None or inner is None or verb.dep_ in {"acl", "relcl", "amod"} or is_of_other_kind(inner):
        return None
    asked = talk.actors.resolve(subject).parties
    named = (talk.analysis.party_of(t) for t in subject.lefts)
    asked = asked or tuple(m.code for m in named if m is not None)[:1]
    speaker = talk.actors.others(verb.idx, asked) if len(asked) == 1 else ()
    event = inner.lemma_.lower() in act_words().no_undertaking - {"come", "take", "open"}
    if len(speaker) != 1 or event:
        return None
    opens, rule = opens_at(verb, subject), f"commitment/passive:{verb.lemma_.lower()}"
    asker = Actor(speaker, None, False, "the side that is not asked")
    return Undertaking(verb, asker, content_of(inner), opens, rule, "request", asked)


def _assured(verb: Token, act: str, talk: Talk) -> Undertaking | None:
    """As in "Kenya was *assured of Japan's support*", "was assured that help would come"."""
    told = talk.actors.resolve(grammar.subject_of(verb)).parties
    words = act_words()
    carried = (
        words.carried_along | words.help | words.doings | activity_words().gifts | {"solidarity", "import"}
    )
    noun = next((n for n in grammar.prep_objects(verb, "of") if n.lemma_.lower() in carried), None)
    inner = first_child(verb, "ccomp", after=verb.i)
    owners = talk.actors.resolve(grammar.possessor_of(noun)).parties if noun is not None else ()
    speaker = tuple(p for p in owners if p not in told) or talk.actors.others(verb.idx, told)
    if len(told) != 1 or len(speaker) != 1 or (noun is None and inner is None):
        return None
    content = phrase_of(noun) if noun is not None else content_of(inner or verb)
    opens, rule = opens_at(verb, grammar.subject_of(verb)), f"commitment/passive:{verb.lemma_.lower()}"
    return Undertaking(verb, Actor(speaker, None, False, "who assures it"), content, opens, rule, act, told)


def _whose_help(noun: Token, talk: Talk) -> Actor | None:
    """As in "*Japanese* help was offered": whose it is stands before it."""
    named = (talk.analysis.party_of(t) for t in noun.lefts)
    party = next((m.code for m in named if m is not None), None)
    helps = noun.lemma_.lower() in act_words().help | activity_words().gifts
    return Actor((party,), None, False, "whose help it is") if party is not None and helps else None
