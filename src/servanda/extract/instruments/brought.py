"""A text that one or both sides bring into force: "Japan *brought the agreement into force* in August"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed
from servanda.extract.instruments.verbs import hangs_on_plan

_BRINGING = frozenset({"bring", "put"})


def brought_into_force(top: Token, head: Token) -> Deed | None:
    """What is said where the text is brought into force, or is to be."""
    verb = top.head
    if verb.lemma_ not in _BRINGING or top.dep_ not in {"dobj", "nsubjpass"} or grammar.is_unreal(verb):
        return None
    things = grammar.prep_objects(verb, "into", "in") + grammar.prep_objects(top, "into", "in")
    if not any(t.lower_ in instrument_words().force | {"operation"} for t in things):
        return None
    would = grammar.has_child(verb, "aux", words={"would"})  # "said that it would bring the pact into force"
    ahead = would or grammar.is_planned(verb) or hangs_on_plan(verb)
    left, right = grammar.clause_bounds(verb)
    rule = "force-ahead" if ahead else f"in-force:{verb.lemma_}"
    return Deed("existing", rule, min(left, top.left_edge.i), max(right, head.right_edge.i))
