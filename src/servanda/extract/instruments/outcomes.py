"""A text as what came of a visit or talks: "the visit *produced* two memoranda", "the *outcome* of the talks
*is* a letter of intent", "*crowned* their talks *with* a treaty", "*out of* the talks *came* a protocol"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, clause_over

_FROM = frozenset({"of", "from"})
_AWAITED = frozenset(
    {"expected", "likely", "possible", "planned", "hoped", "desired", "anticipated", "potential", "foreseen"}
)


def came_of(top: Token, head: Token) -> Deed | None:
    """What the verb tells of the text where it is the fruit of an encounter: it was signed there."""
    if not _is_new(head):
        return None
    verb = top.head if grammar.is_verbal(top.head) else top.head.head
    if _is_encounter(verb) and verb.dep_ == "dobj":
        verb = verb.head  # "sealed |their talks with| a treaty"
    if not grammar.is_verbal(verb) or grammar.is_unreal(verb) or grammar.is_planned(verb):
        return None
    if verb.tag_ not in {"VBD", "VBN", "VBZ", "VBP"} or any(c.tag_ == "MD" for c in verb.children):
        return None
    told = _yielded(top, verb) or _is_the_outcome(top, verb) or _crowned(top, verb)
    told = told or _came_out(top, verb) or _grew_into(top, verb)
    if not told:
        return None
    return Deed("signed", f"signed:{verb.lemma_}/outcome", *clause_over(verb, top, head.i))


def _is_new(head: Token) -> bool:
    """As in "*a* memorandum", "*three* memoranda", "agreements"."""
    counted = grammar.has_child(head, "nummod") or head.tag_ in {"NNS", "NNPS"}
    definite = grammar.has_child(head, "det", words={"the", "this", "that", "these", "no"})
    return (grammar.is_indefinite(head) or counted) and not definite


def _is_encounter(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in instrument_words().encounters


def _yielded(top: Token, verb: Token) -> bool:
    """As in "the visit *produced* a memorandum", "the talks *resulted in* a memorandum"."""
    if not _is_encounter(grammar.subject_of(verb)):
        return False
    words = instrument_words()
    if top.dep_ == "dobj":
        return verb.lemma_.lower() in words.yielding
    with_it = top.dep_ == "pobj" and top.head.lower_ in {"in", "with", "to", "by"}
    return with_it and verb.lemma_.lower() in words.ending | words.crowning


def _is_the_outcome(top: Token, verb: Token) -> bool:
    """As in "the *result* was a memorandum", "a memorandum was *the highlight of the visit*", "*among the
    outcomes* were two memoranda"."""
    if verb.lemma_ not in {"be", "include"}:
        return False
    outcomes = instrument_words().outcomes
    subject = grammar.subject_of(verb)
    if top.dep_ in {"attr", "dobj"} and subject is not None:
        return subject.lemma_.lower() in outcomes and not _is_awaited(subject)
    among = grammar.prep_objects(verb, "among")
    said = [t for t in (c for c in verb.children if c.dep_ == "attr") if _is_of_an_encounter(t)]
    said += [t for t in among if _is_of_an_encounter(t) or _needs_no_encounter(t)]
    before_it = top.dep_ == "attr" and any(t.i < verb.i for t in among)
    if top.dep_ != "nsubj" and not before_it:
        return False
    return any(t.lemma_.lower() in outcomes and not _is_awaited(t) for t in said)


def _is_awaited(outcome: Token) -> bool:
    """As in "among the *expected* outcomes is a treaty": it may not come."""
    return grammar.has_child(outcome, "amod", words=_AWAITED)


def _is_of_an_encounter(outcome: Token) -> bool:
    return any(map(_is_encounter, grammar.prep_objects(outcome, "of")))


def _needs_no_encounter(outcome: Token) -> bool:
    """As in "two memoranda were among *the outcomes*": those of the talks told before."""
    return grammar.has_child(outcome, "det", words={"the"}) and not any(
        c.dep_ in {"prep", "relcl", "acl"} for c in outcome.children
    )


def _crowned(top: Token, verb: Token) -> bool:
    """As in "a treaty *crowned the visit*", "*sealed their talks with* a treaty"."""
    words = instrument_words()
    ended = any(map(_is_encounter, grammar.direct_objects(verb)))
    if not ended or verb.lemma_.lower() not in words.crowning | words.ending:
        return False
    return top.dep_ == "nsubj" or (top.dep_ == "pobj" and top.head.lower_ in {"with", "by"})


def _grew_into(top: Token, verb: Token) -> bool:
    """As in "the letter of intent *became an agreement* in June", "*was turned into* a contract"."""
    before = grammar.subject_of(verb)
    if before is None or before.lemma_.lower() not in instrument_words().heads:
        return False
    if verb.lemma_ == "become":
        return top.dep_ == "attr"
    turned = verb.lemma_ in {"turn", "grow", "lead", "mature", "develop", "evolve", "result", "convert"}
    return turned and top.dep_ == "pobj" and top.head.lower_ in {"into", "to", "in"}


def _came_out(top: Token, verb: Token) -> bool:
    """As in "*out of the visit came* a memorandum", "a treaty *emerged from the talks*"."""
    if verb.lemma_ not in {"come", "emerge", "result", "grow"} or top.dep_ not in {"nsubj", "dobj", "attr"}:
        return False
    behind = (o for c in verb.children if c.dep_ == "prep" for p in (c, *c.children) for o in p.children)
    return any(_is_encounter(o) for o in behind if o.dep_ == "pobj" and o.head.lower_ in _FROM)
