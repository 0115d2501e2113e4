"""A text that parties come near to: "is *close to* a contract for jets", "*nearing* a deal", "*on the verge
of* a treaty": it is still to be signed."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed
from servanda.extract.instruments.talks import GOING_ON

_CLOSE = frozenset({"close", "closer", "near", "nearer", "step", "steps", "inch", "inches"})
_COMING = frozenset({"near", "approach"})


def nearing(top: Token, head: Token) -> Deed | None:
    """What the words above tell, where it is not denied: "a step closer to *a treaty*"."""
    if head.lemma_.lower() in instrument_words().of_any_kind:
        return None
    verb = _coming(top) or _close_to(top) or _on_the_verge_of(top)
    if verb is None or grammar.is_unreal(verb) or not grammar.is_indefinite(head):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("planned", f"planned:{verb.lemma_}/near{GOING_ON}", left, max(right, head.right_edge.i))


def _coming(top: Token) -> Token | None:
    """As in "are *nearing* a deal on missiles"."""
    near = top.dep_ == "dobj" and top.head.lemma_ in _COMING
    return top.head if near else None


def _close_to(top: Token) -> Token | None:
    """As in "*is close to* a contract", "edged *closer to* an agreement", "a *step towards* a treaty"."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"to", "near", "towards", "toward"}:
        return None
    prep = top.head
    before = {t.lower_ for t in prep.doc[max(prep.sent.start, prep.i - 2) : prep.i]}
    close = prep.lower_ == "near" or bool(before & _CLOSE)
    verb = next((t for t in prep.ancestors if grammar.is_verbal(t)), None)
    return verb if close else None


def _on_the_verge_of(top: Token) -> Token | None:
    """As in "are *on the verge of* a deal"."""
    verge = top.head.head
    of = top.dep_ == "pobj" and top.head.lower_ == "of" and verge.dep_ == "pobj"
    if not of or verge.lower_ not in {"verge", "brink", "cusp"}:
        return None
    return next((t for t in verge.ancestors if grammar.is_verbal(t)), None)
