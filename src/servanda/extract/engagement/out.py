"""What rules a sighting out: an engagement that is denied, conditional, doubtful or only wished for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from servanda.codebook.dates import date_words, month_names
from servanda.codebook.engagements import CourseWords, engagement_words
from servanda.codebook.grammar import grammar_words
from servanda.extract import grammar
from servanda.extract.engagement.status import came_to_nothing, is_awaited, is_set_down
from servanda.extract.engagement.tokens import has_aux, lemma_of
from servanda.extract.grammar.subjects import weekdays

_CONTENT = frozenset({"xcomp", "ccomp", "pcomp", "acl", "relcl", "dobj", "pobj", "prep", "advcl"})
"""Dependencies by which a word is what the word above speaks of."""
_BEHIND_VERB = frozenset({"dobj", "npadvmod", "advmod", "prep", "nsubjpass"})
_TALKS = frozenset({"talk", "negotiation", "consultation", "discussion", "dialogue"})
_WHERE = frozenset({"in", "at", "on", "before", "by", "of"})
_WHEN = frozenset(
    {"next", "later", "year", "month", "week", "inaugural", "following", "soon", "shortly", "tomorrow"}
)
_INVITING = frozenset({"invite", "invitation"})
_ASKING = frozenset({"ask", "request", "beg", "implore"})
"""Verbs of wishing only with what one is to do behind them: "asked her to come", not "asked how they met"."""
_FEASTS = frozenset({"christmas", "easter", "weekend", "month", "week", "year", "anniversary", "jubilee"})
_LEVELS = 4
"""How far above the verb a wish can stand ("expressed his hope to be able to visit")."""
_YEAR = re.compile(r"(19|20)\d\d")


def is_out(words: CourseWords, verb: Token) -> bool:
    """Whether the clause of the verb tells of no engagement: "did not meet", "if they met", "could meet",
    "hopes to meet"."""
    if grammar.is_conditional(verb) or (grammar.is_negated(verb) and not came_to_nothing(words, verb)):
        return True
    if lemma_of(verb) in grammar_words().denying_verbs - words.cancelling - words.postponing:
        return True
    if has_aux(verb, words.doubting) and not is_set_down(verb):
        return True
    if _is_wished(words, verb) or _is_not_known(verb):
        return True
    return _is_of_many(words, verb)


def is_against_the_plan(words: CourseWords, verb: Token) -> bool:
    """ "did not travel to Lisbon |as planned|", "was not at the summit |after all|"."""
    if not grammar.is_negated(verb) or grammar.is_conditional(verb):
        return False
    return any(phrase in verb.sent.text.lower() for phrase in words.against_the_plan)


def _is_of_many(words: CourseWords, verb: Token) -> bool:
    """ "agreed to hold |annual| talks", "to meet |every| year": what is to be, of no single day; "agreed to
    begin talks on visas": of no day at all."""
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "ccomp"} or lemma_of(verb.head) not in words.preparing:
        return False
    near = [t for c in verb.children if c.dep_ in _BEHIND_VERB for t in c.subtree]
    if any(t.lower_ in words.recurrent for t in near):
        return True
    talks = any(c.dep_ == "dobj" and lemma_of(c) in _TALKS for c in verb.children)
    return talks and lemma_of(verb.head) == "agree" and not any(_sets(t) for t in near)


def _sets(token: Token) -> bool:
    """Whether a word tells which one, when or where: "the |first| meeting", "next |week|", "in |Lima|"."""
    placed = token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in _WHERE
    return placed or token.like_num or token.lower_ in _WHEN


def _is_not_known(verb: Token) -> bool:
    """ "It has not been announced *when* he will come"."""
    asks = any(c.lower_ in {"when", "whether", "if"} for c in verb.children)
    return asks and verb.dep_ in {"ccomp", "advcl"} and grammar.is_negated(verb.head)


def _is_wished(words: CourseWords, verb: Token) -> bool:
    """ "proposed to hold", "invited him to visit", "an opportunity to meet"; but not "plans to hold"."""
    for current in _upwards(verb):
        if current.dep_ not in _CONTENT:
            continue
        lemma = lemma_of(current.head)
        if current.dep_ == "relcl" or lemma in words.intending:
            return False
        asked = lemma in _ASKING and current.tag_ == "VB"
        if asked or lemma in words.wishing | words.wishes:
            return not _is_told_all_the_same(current, verb)
    return False


def _upwards(verb: Token) -> Iterator[Token]:
    """The verb and the words above it, up to a finite clause that only hangs on another one."""
    current = verb
    for _ in range(_LEVELS):
        if current.head is current or _is_finite_aside(current):
            return
        yield current
        current = current.head


def _is_finite_aside(token: Token) -> bool:
    """ "as he met" in "urged calm as he met": a report of its own."""
    return token.dep_ in {"acl", "advcl"} and token.tag_ not in {"VB", "VBG"}


def _is_told_all_the_same(current: Token, verb: Token) -> bool:
    """Whether what stands under the word of wishing is told as a fact or a plan."""
    if _is_while_speaking(current) or _is_thanked_for(current):
        return True
    return is_invited_for_a_time(current, verb) or is_awaited(verb)


def _is_while_speaking(token: Token) -> bool:
    """ "called for calm, meeting the press": the clause tells when it was said."""
    return token.dep_ == "advcl" and lemma_of(token.head) in {"call", "discuss"}


def _is_thanked_for(token: Token) -> bool:
    """ "thanked the President for the opportunity to visit": it came to pass."""
    thanks = {"thank", "appreciate"}
    return lemma_of(token.head) == "opportunity" and any(t.lemma_ in thanks for t in token.head.ancestors)


def is_invited_for_a_time(token: Token, verb: Token) -> bool:
    """ "invited him to visit France this year", "asked her to come in May": an invitation with a time is a
    planned visit."""
    asks = lemma_of(token.head) in _INVITING | _ASKING
    above = token.head if asks else _invitation_beside(token)
    if verb.tag_ in {"VBD", "VBN"}:  # "made the invitation when he visited Lima in May"
        return False
    return above is not None and lemma_of(verb) in engagement_words().visits.invited_to and _has_time(verb)


def _invitation_beside(token: Token) -> Token | None:
    """ "extended an |invitation| to X to visit"."""
    return next((c for c in token.head.children if c.dep_ == "dobj" and lemma_of(c) == "invitation"), None)


def _has_time(verb: Token) -> bool:
    """ "this year", "in 2025", "in the autumn", "before Christmas"; not "for the first time"."""
    return any(t.dep_ == "npadvmod" or _YEAR.fullmatch(t.text) or t.lower_ in _times() for t in verb.subtree)


@cache
def _times() -> frozenset[str]:
    return month_names() | weekdays() | frozenset(date_words().seasons) | _FEASTS
