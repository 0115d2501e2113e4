"""What is done to a text: told by a participle, a noun, a verb or a preposition beside its name."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Name
from servanda.extract.instruments.lists import listed
from servanda.extract.instruments.verbs import action_by
from servanda.model.facts import InstrumentAction

_ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "oprd", "appos", "dep", "npadvmod", "advcl"})
"""Relations in which a text hangs on the verb that tells what is done to it."""
_DATED = re.compile(r"\bof (?:\d{1,2} )?(?:[A-Z]\w+ )?(?:19|20)\d\d$|^(?:19|20)\d\d\b")
_LONGEST_CLAUSE = 60
"""A verb whose clause is longer has been parsed wrong: the evidence then ends with the name."""


def deed_of(name: Name, told: InstrumentAction | None) -> Deed | None:
    """What is done to the text; `told` is what was done to the text before. None when nothing is."""
    deed = _done_to(name.head)
    if deed is None or deed.rule.startswith("applied"):
        deed = listed(name.head, told) or deed
    return deed or _stands(name)


def _done_to(head: Token) -> Deed | None:
    deed = _by_participle(head)
    if deed is not None:
        return deed
    top = _first_of_list(head)
    noun = _noun_of_doing(top)
    if noun is not None:
        return _by_noun(noun, top)
    if top.dep_ in _ARGUMENTS and grammar.is_verbal(top.head):
        return _to_be_done(top, head) or _by_verb(top, head)
    if top.dep_ == "pobj" and top.head.lower_ in instrument_words().applying_prepositions:
        return _by_preposition(top, head)
    return None


# -- by a participle ------------------------------------------------------------------------------------


def _by_participle(head: Token) -> Deed | None:
    """As in "an agreement *signed* in 2015", "a pact *that was ratified*", "a protocol *to be signed*"."""
    for clause in (c for t in _nouns_of_name(head) for c in t.children):
        if clause.dep_ not in {"acl", "relcl"} or not grammar.is_verbal(clause) or clause.i <= head.i:
            continue
        action = action_by(clause)
        active = clause.tag_ == "VBG" and action == "signed"
        if action == "planned" and grammar.has_child(clause, "auxpass", "aux", words={"was", "were", "been"}):
            continue
        if action in {"signed", "ratified", "planned"} and not active:
            right = grammar.trim_right(head.doc, head.i, clause.right_edge.i)
            return Deed(action, "participle", head.left_edge.i, right)
    return None


def _nouns_of_name(head: Token) -> list[Token]:
    """The head and the nouns of the phrases that follow at once: a clause can hang on any of them."""
    nouns = [head]
    for child in head.rights:
        if child.dep_ == "prep" and child.i <= head.i + 2:
            nouns += [t for t in child.subtree if t.pos_ in {"NOUN", "PROPN"} and t.i <= head.i + 14]
    return nouns


# -- by the words above ---------------------------------------------------------------------------------


def _first_of_list(head: Token) -> Token:
    """The noun that stands for the whole list in which a text is told: "a *protocol* and an agreement"."""
    top = head
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    return _parallel(top) if top != head and grammar.is_indefinite(head) else top


def _parallel(top: Token) -> Token:
    """In "signed a letter of intent on the signing of X and an agreement", "an agreement" goes with "a
    letter", not with X, whatever the parser says."""
    for noun in top.ancestors:
        if grammar.is_verbal(noun):
            return _indefinite_text_under(noun) or top
        text = grammar.is_indefinite(noun) and noun.lemma_.lower() in instrument_words().heads
        if text and noun.dep_ in {"dobj", "nsubjpass", "npadvmod"}:
            return noun
    return top


def _indefinite_text_under(verb: Token) -> Token | None:
    """As in "signed *a letter* of intent on the signing of X and an agreement"."""
    objects = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and grammar.is_indefinite(c))
    return next((c for c in objects if c.lemma_.lower() in instrument_words().heads), None)


def _noun_of_doing(top: Token) -> Token | None:
    """As in "the *signing* in May of the X", "*negotiations* on the X", "a *proposal* for the X"."""
    if top.dep_ != "pobj" or top.head.lower_ not in {"of", "on", "for", "to"}:
        return None
    words = instrument_words()
    noun = top.head.head
    if noun.lemma_.lower() in words.planning_nouns:
        return noun
    signing = _signing_above(top)
    if signing is not None:
        return signing
    doing = words.planning_nouns | words.extending_nouns | {"proposal"}
    return noun if noun.lemma_.lower() in doing else None


def _signing_above(top: Token) -> Token | None:
    """The noun of signing or ratifying, wherever the parser hung the "of"."""
    words = instrument_words()
    for noun in list(top.head.ancestors)[:4]:
        lemma = noun.lemma_.lower()
        if lemma in words.signing_nouns or (lemma in words.ratifying_nouns and not grammar.is_verbal(noun)):
            return noun
        if grammar.is_verbal(noun) or lemma in words.heads:
            return None
    return None


def _by_noun(noun: Token, top: Token) -> Deed | None:
    """What the noun of doing tells, with the verb in whose clause it stands."""
    words = instrument_words()
    verb = grammar.governing_verb(noun)
    if verb is not None and grammar.is_unreal(verb):
        return None
    lemma, rule = noun.lemma_.lower(), f"noun:{noun.lemma_.lower()}"
    left, right = noun.left_edge.i, top.right_edge.i
    from_verb = min(left, verb.i) if verb is not None else left
    if lemma in words.planning_nouns:
        return Deed("planned", rule, left, right)
    if lemma in words.extending_nouns:
        extended = verb is not None and action_by(verb) == "signed"
        return Deed("extended", rule, from_verb, right) if extended else None
    if lemma in words.proposing or (verb is not None and verb.lemma_.lower() in words.proposing):
        return Deed("proposed", rule, from_verb, right)
    if lemma in words.ratifying_nouns:
        done = verb is not None and _tells_ratification(verb)
        return Deed("ratified", rule, from_verb, right) if done else None
    if _is_intention(noun):
        return Deed("planned", rule, left, right)
    hurried = any(t.lower_ in words.hurrying for t in noun.lefts)
    if hurried or (verb is not None and _awaits(verb)):
        return Deed("planned", rule, from_verb, right)
    return Deed("signed", rule, left, right)


def _tells_ratification(verb: Token) -> bool:
    """As in "*welcomed* the ratification of"."""
    return verb.lemma_.lower() in instrument_words().ratifying_verbs and not grammar.is_planned(verb)


def _is_intention(noun: Token) -> bool:
    """As in "a letter of intent on the *signing* of"."""
    before = noun.doc[max(noun.sent.start, noun.left_edge.i - 4) : noun.left_edge.i]
    near = [*before, *(t for t in noun.ancestors if t.pos_ in {"NOUN", "PROPN"})]
    return any(t.lemma_.lower() in instrument_words().intent_nouns for t in near)


def _awaits(verb: Token) -> bool:
    """As in "the signing of the pact *is expected*", "*will witness* the signing of"."""
    return grammar.is_planned(verb) or verb.lemma_.lower() in instrument_words().awaiting


def _to_be_done(top: Token, head: Token) -> Deed | None:
    """As in "a treaty *is to be signed* by summer"."""
    verb = top.head
    if verb.lemma_ != "be" or top.dep_ != "nsubj" or grammar.is_unreal(verb):
        return None
    ahead = (c for c in verb.children if c.dep_ == "xcomp" and {"to", "be"} <= {t.lower_ for t in c.lefts})
    signing = next((c for c in ahead if instrument_words().action_of(c.lemma_.lower()) == "signed"), None)
    if signing is None or grammar.is_unreal(signing):
        return None
    left, right = grammar.clause_bounds(verb)
    rule = f"planned:{signing.lemma_}/passive"
    return Deed("planned", rule, min(left, top.left_edge.i), max(right, head.right_edge.i))


def _by_verb(top: Token, head: Token) -> Deed | None:
    """As in "signed an *agreement*", "the *agreement* was signed"; `head` may be a later item of a list."""
    verb = top.head
    action = action_by(verb)
    if action is None:
        return _under_negotiation(top, head) or _had_by_both(top, head) or _applied_by_verb(top)
    rule = f"{action}:{verb.lemma_}" + ("/passive" if grammar.is_passive(verb) else "")
    if top != head:
        return Deed(action, rule, head.left_edge.i, head.right_edge.i)
    subject = grammar.subject_of(verb)
    beside = subject is not None and subject.sent == verb.sent
    left = min(verb.i, subject.left_edge.i) if subject is not None and beside else verb.i
    near = verb.right_edge.i - verb.i < _LONGEST_CLAUSE
    right = verb.right_edge.i if near else max(verb.i, head.right_edge.i)
    return Deed(action, rule, left, right)


def _under_negotiation(top: Token, head: Token) -> Deed | None:
    """As in "a logistics agreement *is under negotiation*", "a pact is in preparation"."""
    verb = top.head
    if verb.lemma_ not in {"be", "remain"} or top.dep_ != "nsubj" or grammar.is_unreal(verb):
        return None
    made = grammar.prep_objects(verb, "under", "in")
    if not any(t.lemma_.lower() in instrument_words().planning_nouns | {"discussion"} for t in made):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("planned", "under-negotiation", min(left, top.left_edge.i), max(right, head.right_edge.i))


def _had_by_both(top: Token, head: Token) -> Deed | None:
    """As in "the UK *has* an agreement with Kenya", "have had an agreement since 2011"."""
    verb = top.head
    if verb.lemma_ not in {"have", "maintain"} or top.dep_ != "dobj" or grammar.is_unreal(verb):
        return None
    if grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children):
        return None
    shared = grammar.prep_objects(head, "with", "between") + grammar.prep_objects(verb, "with", "since")
    subject = grammar.subject_of(verb)
    both = subject is not None and subject.pos_ == "PROPN" and bool(subject.conjuncts)
    if not (shared or both) or subject is None:
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("existing", "had", min(left, subject.left_edge.i), max(right, head.right_edge.i))


# -- applied or named as standing -----------------------------------------------------------------------


def _applied_by_verb(top: Token) -> Deed | None:
    """As in "welcomed the *agreement*", "the *treaty* entered into force"."""
    verb = top.head
    if _puts_in_force(verb):
        return _in_force(top, verb)
    applies = verb.lemma_.lower() in instrument_words().applying_verbs
    if not applies or top.dep_ not in {"nsubj", "dobj", "nsubjpass"}:
        return None
    if grammar.is_negated(verb) or grammar.is_planned(verb):
        return None
    return Deed("existing", f"applied:{verb.lemma_}", top.left_edge.i, top.right_edge.i)


def _puts_in_force(verb: Token) -> bool:
    """As in "*entered into force*", "*took effect*", "*came into effect*"."""
    words = instrument_words()
    things = [*grammar.objects_of(verb), *grammar.prep_objects(verb, "into", "in")]
    return verb.lemma_.lower() in words.entering and any(t.lower_ in words.force for t in things)


def _in_force(top: Token, verb: Token) -> Deed | None:
    """The clause by which a text begins to bind: it stands from that day on."""
    if top.dep_ not in {"nsubj", "nsubjpass"} or grammar.is_unreal(verb) or grammar.is_planned(verb):
        return None
    left, right = grammar.clause_bounds(verb)
    return Deed("existing", f"in-force:{verb.lemma_}", min(left, top.left_edge.i), right)


def _by_preposition(top: Token, head: Token) -> Deed | None:
    """As in "under the *agreement*", "in accordance with the *treaty*"."""
    prep = top.head
    verb = grammar.governing_verb(prep)
    if verb is not None and grammar.is_unreal(verb):
        return None
    if prep.head.lemma_.lower() in instrument_words().signing_nouns:
        return _by_noun(prep.head, top)
    return Deed("existing", f"applied:{prep.lower_}", prep.i, head.right_edge.i)


def _stands(name: Name) -> Deed | None:
    """A text named by its full title, to which nothing is done, stands."""
    verb = grammar.governing_verb(name.head)
    if not (_is_full_title(name) or _is_dated(name)) or (verb is not None and not _leaves_it_standing(verb)):
        return None
    return Deed("existing", "dated" if _is_dated(name) else "named", name.left, name.right)


def _is_dated(name: Name) -> bool:
    """As in "an agreement of 2022", "the treaty of March 2020", "the 2015 agreement"."""
    return _DATED.search(name.text) is not None


def _is_full_title(name: Name) -> bool:
    """As in "the Defence Cooperation Agreement", "its Extended Fund Facility arrangement"."""
    words = name.head.doc[name.left : name.right + 1]
    owned = any(t.dep_ == "poss" for t in (*words, *name.head.lefts) if t.i < name.head.i)
    known = owned or grammar.has_child(name.head, "det", words={"the"})
    return known and sum(t.text[:1].isupper() for t in words) > 1 and name.right - name.left > 1


def _leaves_it_standing(verb: Token) -> bool:
    """Whether the clause neither denies, supposes nor plans, nor does anything to the text."""
    ahead = grammar.is_planned(verb) or any(c.tag_ == "MD" for c in verb.children)
    done = instrument_words().action_of(verb.lemma_.lower()) is not None
    return not (grammar.is_unreal(verb) or ahead or done)
