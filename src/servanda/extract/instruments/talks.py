"""A text that names the talks on it: "*contract* talks with the yard will follow", "*free trade agreement*
negotiations"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.grammar import grammar_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Name

_TALKS = frozenset({"talks", "negotiations", "negotiation"})
_OF_TALKING = frozenset({"negotiation", "talk", "consultation", "discussion"})
_OPENING = frozenset({"begin", "start", "open", "launch", "commence", "initiate", "enter", "agree", "decide"})
"""Verbs by which talks on a text are announced."""
_ENDING = frozenset(
    {"complete", "conclude", "finish", "finalise", "finalize", "accelerate", "expedite", "speed", "hasten"}
)
"""Verbs by which they are to come to their end."""
_STAGES = (_OPENING | _ENDING) - {"agree", "decide"}
_AGREEING = frozenset({"agree", "decide", "hope", "expect", "aim", "plan", "want", "wish", "intend"})
_BESIDE = frozenset({"conj", "cc", "punct", "advcl", "ccomp", "parataxis"})
_PREPARING = frozenset(
    {"needed", "required", "necessary", "mandate", "authority", "authorization", "authorisation", "clearance"}
)
"""What one still has to have before talks open: "the mandate *to open* negotiations"."""
_STARTS = frozenset({"start", "opening", "launch", "beginning", "commencement"})
STAGE = "/stage"
"""A part of the rule by which talks are told to open or to end: on that day no text is signed."""
GOING_ON = "/going-on"
"""The end of the rule by which talks on a text are told as they stand."""
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def of_talks(noun: Token) -> Name | None:
    """The text by which the talks are called whose first part `noun` is."""
    talks = noun.head
    if noun.dep_ != "compound" or talks.lower_ not in _TALKS or noun.i != talks.i - 1:
        return None
    type_ = instrument_words().type_of(noun.text) if noun.lemma_.lower() in instrument_words().heads else None
    if type_ is None or noun.tag_ not in {"NN", "NNP"}:
        return None
    left = noun.i
    while (
        left > noun.sent.start
        and noun.doc[left - 1].pos_ in _NAMING
        and noun.doc[left - 1].i >= talks.left_edge.i
    ):
        left -= 1
    return Name(noun, left, noun.i, type_)


def talked_of(head: Token) -> Deed | None:
    """What talks that are called by their text tell of it: it is being negotiated."""
    talks = head.head
    if talks.lower_ not in _TALKS:
        return None
    verb = grammar.governing_verb(talks)
    if verb is not None and (grammar.is_unreal(verb) or verb.lemma_.lower() in grammar_words().denying_verbs):
        return None
    subject = verb is not None and talks.dep_ in {"nsubj", "nsubjpass"}
    right = grammar.clause_bounds(verb)[1] if subject and verb is not None else talks.i
    return Deed("planned", "noun:talks", talks.left_edge.i, max(right, talks.i))


def by_talks(noun: Token, verb: Token | None, right: int) -> Deed | None:
    """What a noun of talks, plans or drafts tells of the text that is behind it, up to `right`."""
    stopped = verb is not None and verb.lemma_.lower() in grammar_words().denying_verbs
    none = noun.lemma_.lower() == "plan" and grammar.has_child(noun, "det", words={"no"})
    if none or (stopped and noun.head == verb):
        return None  # "there are |no plans| for a treaty"
    rule = f"noun:{noun.lemma_.lower()}"
    left, last = _stage_told(noun, verb, right)
    if (left, last) != (noun.left_edge.i, right):
        rule += STAGE
    return Deed("planned", f"{rule}{GOING_ON}" if _are_going_on(noun, verb) else rule, left, last)


def _stage_told(noun: Token, verb: Token | None, right: int) -> tuple[int, int]:
    """First and last token of what tells that talks open or end, "agreed *to open negotiations on* a pact
    |in May|", so that it can be seen later whether they did; otherwise of the noun up to `right`."""
    left = noun.left_edge.i
    if verb is None or noun.lemma_.lower() not in _OF_TALKING or verb.lemma_.lower() not in _STAGES:
        return left, right
    if noun.head != verb or noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return left, right
    above = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _AGREEING else verb
    told = [c.right_edge.i for c in verb.children if c.dep_ not in _BESIDE]
    return min(left, grammar.clause_bounds(above)[0]), max(right, verb.i, *told)


def _are_going_on(noun: Token, verb: Token | None) -> bool:
    """Whether talks on a text are told as they stand: "took stock of *the negotiations* on"; "began
    negotiations", "an early conclusion of the talks" are news of what is to come of them."""
    if noun.lemma_.lower() not in _OF_TALKING:
        return False
    above = noun.head.head if noun.head.lower_ == "of" else noun
    if any(t.lower_ in instrument_words().hurrying for t in above.lefts) or above.lemma_ in _STARTS:
        return False
    if verb is None or (verb.dep_ in {"xcomp", "advcl", "acl"} and verb.head.lower_ in _PREPARING):
        return True
    begins = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in _OPENING]
    if verb.lemma_ == "be" and begins and noun.head == verb:
        return False  # "talks on a pact |are to begin| in June"
    if verb.lemma_.lower() in _ENDING and verb.tag_ in {"VB", "VBP"} and noun.head == verb:
        return False  # "suggested that both |complete| negotiations on a pact", "agreed to speed them up"
    if verb.lemma_.lower() in _ENDING and noun.dep_ == "nsubjpass" and noun.head == verb:
        be = next((c for c in verb.children if c.dep_ == "auxpass"), None)
        if be is not None and be.tag_ == "VB" and not grammar.has_child(verb, "aux", words={"may", "might"}):
            return False  # "agreed that the negotiations |be completed| this year"
    return grammar.is_negated(verb) or not (verb.lemma_.lower() in _OPENING or grammar.is_planned(verb))
