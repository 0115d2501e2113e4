"""Of what type a text is: by its name, or by what is done to it where the name leaves it open."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import BY_HAND
from servanda.model.facts import InstrumentType

_OF_COOPERATION = re.compile(r"\w+ (?:of|for)\b.{0,60}\b(?:cooperation|co-operation|activities|exchanges)\b")
"""As in "a plan *of bilateral cooperation*"."""
_OF_EXCHANGES = re.compile(
    r"\b(?:programmes?|programs?|plans?) of (?:\w+ ){0,2}(?:exchanges|activities|action)\b"
)
_OF_BOTH_SIDES = re.compile(
    r"\b(?:joint|common|bilateral|cooperation|co-operation|engagement|partnership|friendship|exchanges?|"
    r"activit(?:y|ies)|consultations?)\b.*\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""As in "the |Defence Engagement Plan for 2023-2025|": of two sides, and for years."""
_OF_A_SESSION = re.compile(
    r"minutes of (?:the |their |its )?[\w' ’-]{0,40}"
    r"\b(?:meeting|session|talks|commission|committee|dialogue|consultations|discussions)\b",
    re.IGNORECASE,
)
"""What is written of a meeting, and no span of time."""
_OF_SOME_YEARS = re.compile(
    r"\b(?:\w+-year|annual|biennial|multi-?annual|multi-year) (?:\w+ )?plan\b.*"
    r"\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""As in "a new |three-year plan for 2025-2027|"."""
_SIGNED_BEHIND = re.compile(r"[^,;:.]{0,80}? (?:was|were|has been|have been) (?:signed|inked|initialled)\b")
_ORDERING = frozenset(
    {"sign", "place", "conclude", "award", "win", "land", "seal", "secure", "ink", "finalise"}
)
"""Verbs of which an order for goods is the object once both sides have agreed on it."""
_SIGNING = frozenset({"sign", "ink", "conclude", "initial", "renew", "extend", "ratify"})


def type_by_words(head: Token, left: int, right: int) -> InstrumentType | None:
    """The type that the words near the head show, else the whole name; None where it names no text."""
    words = instrument_words()
    title = head.doc[left : right + 1].text
    if head.doc[left].lower_ in words.no_texts_of:
        return None
    if any(n in title.lower() for n in words.not_instruments):
        return None
    whole = words.type_of(title)
    if whole == "vision-statement":
        return whole
    if head.lower_ in words.exchanged and whole != "letter-of-intent" and _is_exchange_on(head):
        return "other"
    type_ = words.type_of(head.doc[left : min(right, head.i + 3) + 1].text) or whole
    type_ = type_ or _type_by_deed(head, title)
    on_paper = type_ != "programme" or _is_plan_on_paper(title) or _is_signed_by_hand(head)
    return type_ if on_paper else None


def _type_by_deed(head: Token, title: str) -> InstrumentType | None:
    """The type of what is a text only where something is done to it."""
    if head.lemma_.lower() == "vision":
        return "vision-statement"  # it heads a name only where it names a text
    if head.lower_ == "letter" and _is_signed_letter(head):
        return "letter-of-intent"
    if head.lemma_.lower() == "partnership" or _is_framework_signed(head):
        return "agreement"
    if head.lemma_.lower() in instrument_words().schemes and (
        _OF_COOPERATION.search(title)
        or _OF_BOTH_SIDES.search(title)
        or _OF_SOME_YEARS.search(title)
        or _is_signed_by_hand(head)
    ):
        return "programme"
    if head.lower_ == "order":
        return "contract" if _is_order_of_goods(head) else None
    kept = is_adopted(head) or _OF_A_SESSION.search(title) is not None
    return "other" if head.lower_ == "minutes" and kept else None


def _is_framework_signed(head: Token) -> bool:
    """As in "signed a ten-year defence *framework*": elsewhere it is no text."""
    signed = head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_.lower() in _SIGNING
    return head.lemma_.lower() == "framework" and signed


def _is_order_of_goods(order: Token) -> bool:
    """As in "*the order for three ships* was signed in May", "placed *an order for* helicopters with"."""
    beside = [c for c in order.children if c.dep_ in {"acl", "relcl"}]
    beside += [order.head] if order.dep_ in {"dobj", "nsubjpass"} else []
    told = grammar.prep_objects(order, "for")
    goods = [t for t in told if t.tag_ in {"NNS", "NNPS"} or _is_a_model(t)]
    beside += [c for t in goods for c in t.children if c.dep_ in {"acl", "relcl"}]
    return bool(goods) and any(v.lemma_ in _ORDERING for v in beside)


def _is_a_model(goods: Token) -> bool:
    """As in "the order for *the BrahMos missile*, signed in 2022"."""
    called = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in goods.lefts)
    return called and goods.tag_ == "NN" and grammar.has_child(goods, "det", words={"the"})


def _is_signed_letter(letter: Token) -> bool:
    """As in "*the letter signed* in New Delhi last year": one of intent."""
    lemmas = {c.lemma_.lower() for c in letter.children if c.dep_ in {"acl", "relcl"}}
    signed = "conclude" in lemmas or not lemmas.isdisjoint(BY_HAND)
    return signed and grammar.has_child(letter, "det", words={"the", "that", "this"})


def _is_exchange_on(letters: Token) -> bool:
    """As in "exchanged letters *on* the transfer of equipment", "letters *extending* the arrangement"; not on
    an anniversary."""
    exchanged = letters.dep_ in {"dobj", "nsubjpass"} and letters.head.lemma_ == "exchange"
    on = grammar.prep_objects(letters, "on", "for", "concerning", "regarding")
    matter = on and not any(t.lemma_.lower() in instrument_words().not_in_names | {"anniversary"} for t in on)
    changing = any(c.dep_ == "acl" and c.lower_ in instrument_words().relations for c in letters.children)
    return exchanged and bool(matter or changing)


def _is_plan_on_paper(title: str) -> bool:
    """As in "the Cooperation Programme", "a work plan 2024-2026"; but "a programme" is a scheme, no text."""
    if _OF_EXCHANGES.search(title):
        return True
    in_words = any(w in title.lower() for w in instrument_words().plan_words)
    return in_words or title[:1].isupper() or re.search(r"\d{4}", title) is not None


def _is_signed_by_hand(plan: Token) -> bool:
    """As in "signed a memorandum on seeds and *a programme for culture*": no scheme is signed."""
    if plan.right_edge == plan:
        return False  # "signed a programme" leaves open what it is
    if plan.nbor().lower_ in {"for", "on", "of"} and _SIGNED_BEHIND.match(
        plan.doc[plan.i + 1 : plan.sent.end].text
    ):
        return True  # "memoranda on seeds as well as |a programme for culture| were signed"
    first = plan
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    if first is not plan and first.dep_ == "pobj" and grammar.is_indefinite(plan):
        first = first.head.head  # the parser joins it to "seeds"
    return first.dep_ in {"dobj", "nsubjpass"} and first.head.lemma_.lower() in BY_HAND


def is_adopted(noun: Token) -> bool:
    """As in "adopted a joint *vision*", "the *Vision* adopted in May": else it is an idea, and no text."""
    done_to = noun.dep_ in {"dobj", "nsubjpass"} and grammar.is_verbal(noun.head)
    verbs = [noun.head] if done_to else []
    if noun.text[:1].isupper():
        verbs += [c for c in noun.subtree if c.dep_ in {"acl", "relcl"} and c.i > noun.i]
        if grammar.has_child(noun, "amod", "compound", words={"joint", "shared"}):
            return True  # "the implementation of the |Joint Vision|"
    lemmas = {verb.lemma_.lower() for verb in verbs}
    return any(lemma == "agree" or instrument_words().action_of(lemma) == "signed" for lemma in lemmas)
