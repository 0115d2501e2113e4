"""What is done to a text behind a preposition: one puts a signature *to* it, gives consent *to* it, withdraws
*from* it."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed
from servanda.extract.instruments.verbs import action_by
from servanda.model.facts import InstrumentAction


def signed_by_hand(top: Token, head: Token) -> Deed | None:
    """As in "put their *signatures* to a treaty", "affixed their names on the memorandum"."""
    words = instrument_words()
    to_which = _put_to_which(top)
    if to_which is None and (top.dep_ != "pobj" or top.head.lower_ not in {"to", "on", "upon"}):
        return None
    verb = to_which or grammar.governing_verb(top) or top
    hand = [o for o in grammar.objects_of(verb) if o.lemma_.lower() in words.signing_hands]
    if not hand or verb.lemma_.lower() not in words.signing_by_hand or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:{verb.lemma_}-by-hand", left, max(right, head.right_edge.i))


def _put_to_which(top: Token) -> Token | None:
    """As in "a declaration *to which* both *put* their signatures"."""
    clauses = (c for c in top.children if c.dep_ == "relcl")
    return next(
        (c for c in clauses if any(t.tag_ == "WDT" for t in grammar.prep_objects(c, "to", "on"))), None
    )


def consented_to(top: Token, head: Token) -> Deed | None:
    """As in "gave its *approval* to the treaty", "gave the green *light* to the pact": by a legislature."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"to", "for"}:
        return None
    above = top.head.head
    verb = above if grammar.is_verbal(above) else above.head
    consent = any(o.lemma_.lower() in instrument_words().consent for o in grammar.direct_objects(verb))
    doer = grammar.doer_of(verb)
    consent = consent or any(t.lower_ == "yes" for t in verb.children)  # "said yes to the treaty"
    done = (
        verb.lemma_ in {"give", "grant", "say"}
        and verb.tag_ in {"VBD", "VBN"}
        and not grammar.is_unreal(verb)
    )
    if not (consent and done and doer is not None) or not any(
        t.lemma_.lower() in instrument_words().legislatures for t in doer.subtree
    ):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("ratified", f"ratified:{verb.lemma_}-consent", left, max(right, head.right_edge.i))


def withdrawn_from(top: Token) -> Deed | None:
    """As in "*withdrew from* the treaty", "pulled out of the pact"."""
    prep = top.head
    verb = prep.head if prep.head.dep_ != "prep" else prep.head.head
    if top.dep_ != "pobj" or prep.lower_ not in {"from", "of"} or action_by(verb) != "terminated":
        return None
    if verb.lemma_.lower() not in instrument_words().withdrawing:
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("terminated", f"terminated:{verb.lemma_}", left, max(right, top.right_edge.i))
