"""Of what lot a clause tells: the noun, what it is a part of, and whether it was promised before."""

from __future__ import annotations

import re
from functools import cache

import msgspec
from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.lots import lot_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.goods import goods_in, has_number, is_model

_NEAR = 60
"""Tokens before a lot without a noun ("nine have arrived") in which it is told of what."""
_VAGUE = frozenset({"many", "most", "some", "several", "all", "few", "both"})
"""What counts people alone: "*many* go on to serve"."""
_OF_A_SHARE = re.compile(r"\bof (?:the|these|those|all|them)\b")
_NAMED = frozenset({"goods", "works", "learners", "sent"})
"""Kinds of lots that stand behind a number alone."""
_PLURAL = frozenset({"NNS", "NNPS"})


class Told(msgspec.Struct, frozen=True):
    """subject   the subject of the clause
    noun      the word that names the lot
    kind      goods, works, learners, sent (people), nationals, or given (places and money)
    is_share  whether it is a part of what was counted before: "*one of the two* boats"
    promised  the verb of promising beside it: "the boats that Japan *promised*" """

    subject: Token
    noun: Token
    kind: str
    is_share: bool
    promised: Token | None = None


def lot_told(verb: Token, analysis: Analysis) -> Told | None:
    """The lot of which the clause tells."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.sent != verb.sent:
        return None
    whole = _whole_in_front(verb, subject)
    if whole is None and subject.pos_ == "PRON":
        return None
    noun = goods_in(subject) if whole is None else whole
    if noun.lemma_.lower() in activity_words().measures and noun.pos_ != "NUM":
        noun = next(iter(grammar.prep_objects(noun, "of")), noun)
    if noun.pos_ == "PRON" and noun.lower_ != "them":
        return None  # "many of whom remain"
    if noun is subject and (noun.lower_ in _VAGUE or _are_people_told(noun)):
        return None
    named = noun if noun.pos_ in {"NOUN", "PROPN"} and not _counts(noun) else _told_before(noun, analysis)
    if named is None:
        return None
    named = _ship_of(named, analysis)
    promised = promised_by(named, verb) or promised_by(subject, verb) or _as_promised(verb)
    kind = kind_of(named, analysis) or ("goods" if _is_make(named, promised) else None)
    kind = "goods" if kind == "sent" and _are_handed(named, verb) else kind
    is_share = whole is not None or (noun is not subject and _counts(subject))
    return Told(subject, named, kind, is_share, promised) if kind is not None else None


def _are_handed(noun: Token, verb: Token) -> bool:
    """As in "the first *battery* was handed over": goods, where soldiers would be sent."""
    known = activity_words()
    lemma = verb.lemma_.lower()
    handed = lemma in known.delivering and lemma not in {"send", "dispatch", "fly"}
    return handed and grammar.is_passive(verb) and known.is_goods(noun.lemma_.lower())


def _is_make(noun: Token, promised: Token | None) -> bool:
    """As in "the three *Reaper* that were announced", "three *Reapers*": things counted by their make."""
    if noun.pos_ == "NOUN" and noun.tag_ == "NNS" and noun.text[:1].isupper():
        return has_number(noun)
    many = noun.tag_ == "NNPS" or promised is not None or _are_counted_by_name(noun)
    counted = has_number(noun) or (promised is not None and grammar.has_child(noun, "det"))
    return many and noun.pos_ == "PROPN" and counted


def is_counted(told: Told) -> bool:
    """As in "*the first* boats", "*twelve* of them", "a *group* of welders"."""
    subject = told.subject
    if subject.lemma_.lower() == "number":
        return True
    counted = told.is_share or opens_as_a_part(subject) or is_of_a_share(subject)
    before = told.noun.doc[told.noun.left_edge.i : told.noun.i]
    return counted or any(t.pos_ == "NUM" for t in (subject, *subject.lefts, *before))


def opens_as_a_part(noun: Token) -> bool:
    """As in "*the first* boats", "*most* of them"."""
    words = activity_words()
    return any(t.lower_ in words.counting or t.lower_ in words.parts_of for t in (noun, *noun.lefts))


def is_told_before(noun: Token) -> bool:
    """As in "*the* boats", "*both* ships"."""
    return grammar.has_child(noun, "det", words={"the", "these", "all", "both"})


def is_counted_noun(noun: Token) -> bool:
    """As in "*forty* places", "a *second* boat"."""
    words = activity_words()
    return any(t.pos_ == "NUM" or t.lower_ in words.counting for t in noun.lefts)


def is_a_part(noun: Token) -> bool:
    """As in "the *first* instalment", "four *of the places*", "the *offered* places"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    words = activity_words()
    counted = any(t.lower_ in words.counting for t in (*noun.lefts, *above.lefts))
    return counted or _counts(above) or grammar.has_child(noun, "amod", words=lot_words().offered)


def is_of_a_share(noun: Token) -> bool:
    """As in "ten *of the* boats"."""
    return bool(_OF_A_SHARE.search(grammar.phrase(noun).text.lower()))


def _are_counted_by_name(noun: Token) -> bool:
    """As in "three *Reapers*", which the parser takes for one name."""
    return noun.tag_ == "NNP" and noun.lower_.endswith("s") and has_number(noun)


def promised_by(noun: Token, verb: Token) -> Token | None:
    """The verb of "the boats that Japan *promised*", "boats *announced* in May", "the *agreed* number"."""
    vowing = lot_words().promised
    clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl", "amod"} and c != verb)
    return next((c for c in clauses if c.lemma_.lower() in vowing), None)


def _whole_in_front(verb: Token, subject: Token) -> Token | None:
    """The boats of "*Of the two boats* that Japan promised, one has come"."""
    first = _of_in_front(verb)
    if first is None or first.i > subject.i:
        return None
    part = goods_in(subject)
    counted = subject.pos_ in {"NUM", "PRON"} or _counts(part) or part.lemma_.lower() in _parts()
    counted = counted or grammar.has_child(subject, "nummod", "quantmod")
    return next((c for c in first.children if c.dep_ == "pobj"), None) if counted else None


def _ship_of(noun: Token, analysis: Analysis) -> Token:
    """The vessel of "the coast guard *vessel* Huravee"; else the noun itself."""
    if noun.pos_ != "PROPN" or kind_of(noun, analysis) is not None:
        return noun
    kinds = (c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN")
    return next((c for c in kinds if c.lemma_.lower() in activity_words().moving), noun)


def _as_promised(verb: Token) -> Token | None:
    """The "promised" of "*As promised*, the boat came in May", "came as *agreed*"."""
    told = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i != verb.i)
    as_told = (c for c in told if c.left_edge.lower_ == "as" and c.lemma_.lower() in lot_words().promised)
    return next(as_told, None)


def _of_in_front(verb: Token) -> Token | None:
    """The "of" that opens the clause; also where the parser hangs the whole sentence on it."""
    first = verb.left_edge
    if first.lower_ == "of" and first.head == verb:
        return first
    root = verb.sent.root if verb.dep_ == "relcl" else first
    return root if root.lower_ == "of" and root.dep_ == "ROOT" else None


@cache
def _parts() -> frozenset[str]:
    """Words that count a part of what was told before, besides numbers. As they stand."""
    return activity_words().parts_of | lot_words().fractions


def _are_people_told(noun: Token) -> bool:
    """As in "*the two* had just come out of talks"; not "the *remaining* thirteen"."""
    left = grammar.has_child(noun, "amod", words=lot_words().left_over)
    return noun.pos_ == "NUM" and grammar.has_child(noun, "det") and not left


def kind_of(noun: Token, analysis: Analysis) -> str | None:
    """What sort of lot the noun names; None where it names none."""
    lemma, words = noun.lemma_.lower(), lot_words()
    if lemma in words.sent or (lemma == "member" and _are_of_the_arms(noun)):
        return "sent"
    if lemma in words.learners:
        return "sent" if is_posted(noun) else "learners"
    if lemma in words.works:
        return "works"
    if lemma in words.given:
        return "given"
    known = activity_words()
    goods = (
        lemma == "unit"
        or is_model(noun)
        or known.is_goods(lemma)
        or lemma in known.consignments
        or lemma in known.moving
    )
    if goods:
        return "goods"
    return "nationals" if _are_nationals(noun, analysis) else None


def is_posted(noun: Token) -> bool:
    """As in "a *liaison* officer"."""
    return grammar.has_child(noun, "compound", "amod", words=lot_words().posted)


def _are_of_the_arms(member: Token) -> bool:
    """As in "451 *members of the Indonesian forces*"."""
    return any(t.lower_ in lot_words().arms for t in grammar.prep_objects(member, "of"))


def _are_nationals(noun: Token, analysis: Analysis) -> bool:
    """As in "four *Ukrainians*": people by their state alone."""
    if noun.tag_ not in _PLURAL and not _are_counted_by_name(noun):
        return False
    mention = analysis.party_of(noun)
    return mention is not None and mention.form == "demonym"


def _counts(noun: Token) -> bool:
    return noun.pos_ == "NUM" or noun.lower_ in _parts() or noun.lower_ in {"them", "one"}


def _told_before(lot: Token, analysis: Analysis) -> Token | None:
    """The boats of "Kenya was promised ten *boats*. |Nine| have arrived"."""
    before = lot.doc[max(lot.i - _NEAR, 0) : lot.i]
    return next((t for t in reversed(before) if t.pos_ == "NOUN" and kind_of(t, analysis) in _NAMED), None)
