"""Ways of telling that go with one kind of text only: a contract is "awarded" or "won", a deal "closed", a
letter of intent handed over, a statement made, a treaty "signed into law"; and "there is an agreement"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed
from servanda.model.facts import InstrumentAction

_INTO_LAW = frozenset({"law", "force"})
_STANDING = frozenset({"be", "exist", "remain"})


def _is_had_from(verb: Token, head: Token) -> bool:
    """As in "*got* a letter of intent *out of* Lisbon", "*brought home* an agreement"."""
    beside = {c.lower_ for word in (verb, head) for c in word.children}
    out = verb.lemma_ in {"get", "win", "extract", "wring", "obtain", "coax"} and beside & {"out", "from"}
    home = verb.lemma_ in {"bring", "take", "carry"} and beside & {"home", "back", "away"}
    return bool(out or home) and grammar.is_indefinite(head)


def signed_by_kind(verb: Token, head: Token) -> bool:
    """As in "*won* a contract", "a deal was *closed*", "a joint statement *made* by both", "*agreed* a joint
    statement"; not "a statement in which they *agreed* that"."""
    if verb.lemma_ == "agree" and verb.dep_ == "relcl":
        which = any(c.dep_ == "dobj" and c.lower_ in {"that", "which"} for c in verb.children)
        return which and not any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    of_kind = instrument_words().signed_by_kind.get(head.lemma_.lower(), ())
    return verb.lemma_.lower() in of_kind or _is_had_from(verb, head)


def by_its_kind(top: Token, head: Token) -> Deed | None:
    """As in "A contract for radars was *awarded* to", "*handed over* the letter of intent"."""
    verb = top.head
    if top.dep_ not in {"dobj", "nsubjpass"} or not signed_by_kind(verb, head) or grammar.is_unreal(verb):
        return None
    if grammar.has_child(verb, "aux", words={"to", "would", "could", "may", "might", "should", "can"}):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:{verb.lemma_}", min(left, top.left_edge.i), max(right, head.right_edge.i))


def into_law(verb: Token) -> bool:
    """As in "*signed into law* the treaty with Chile": ratified."""
    return verb.lemma_ == "sign" and any(t.lower_ in _INTO_LAW for t in grammar.prep_objects(verb, "into"))


def there_is(top: Token, head: Token) -> Deed | None:
    """As in "*There is* a defence agreement between the two", "a pact *has existed* between them"."""
    verb = top.head
    stands = verb.lemma_ == "exist" or grammar.has_child(verb, "expl")
    if verb.lemma_ not in _STANDING or not stands or grammar.is_unreal(verb):
        return None
    shared = grammar.prep_objects(head, "with", "between") or grammar.prep_objects(verb, "with", "between")
    ahead = grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)
    if top.dep_ not in {"attr", "nsubj", "dobj"} or not shared or ahead:
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("existing", "had", min(left, top.left_edge.i), max(right, head.right_edge.i))


def bears_signatures(top: Token, head: Token) -> Deed | None:
    """As in "the pact *bears the signatures* of both ministers"."""
    verb, words = top.head, instrument_words()
    if top.dep_ != "nsubj" or verb.lemma_.lower() not in words.bearing or grammar.is_unreal(verb):
        return None
    hands = [o for o in grammar.objects_of(verb) if o.lemma_.lower() == "signature"]
    ahead = grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)
    if not hands or ahead or grammar.has_child(hands[0], "det", words={"no"}):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("signed", f"signed:{verb.lemma_}-signatures", left, max(right, head.right_edge.i))


def changes_hands(top: Token, head: Token) -> Deed | None:
    """As in "a letter of intent *changed hands* in Riga": exchanged, and so signed."""
    verb = top.head
    hands = any(o.lower_ == "hands" for o in grammar.objects_of(verb))
    if verb.lemma_ != "change" or not hands or top.dep_ != "nsubj" or grammar.is_unreal(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    action: InstrumentAction = "planned" if grammar.is_planned(verb) else "signed"
    return Deed(action, f"{action}:change-hands", left, max(right, head.right_edge.i))
