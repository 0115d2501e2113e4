"""What a verb says is ahead: "will help", "is to be built", "is going to send", "is set to train"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.activities import activity_words
from servanda.codebook.acts import act_words
from servanda.codebook.grammar import grammar_words
from servanda.extract import grammar
from servanda.extract.clauses import is_together
from servanda.extract.grammar.dependents import auxiliaries, has_child
from servanda.extract.numbers import find_amounts
from servanda.extract.speech import reporter_of

_HANDING = frozenset(
    {
        "deliver",
        "give",
        "hand",
        "equip",
        "provide",
        "supply",
        "donate",
        "contribute",
        "build",
        "fund",
        "finance",
    }
)
"""Verbs by which a side gives whatever their object names."""


def is_to_come(verb: Token) -> bool:
    """As in "will help", "said it would help", "is to be built", "support is set to be given"."""
    if _is_to_be(verb):
        return has_child(verb.head, "nsubj", "nsubjpass")
    words = auxiliaries(verb)
    if words & grammar_words().future_auxiliaries or ("would" in words and reporter_of(verb) is not None):
        return True
    if (
        _is_making_available(verb)
        or _is_to_give(verb)
        or _is_to_do_together(verb)
        or _is_told_on(verb)
        or _is_going_to(verb)
    ):
        return True
    may_come = "would" in words or (grammar.is_passive(verb) and grammar.is_planned(verb))
    return may_come and is_effort(grammar.subject_of(verb))


def _is_to_be(verb: Token) -> bool:
    """As in "the school is *to be built* by Japan"."""
    return verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ == "be" and {"to", "be"} <= auxiliaries(verb)


def _is_going_to(verb: Token) -> bool:
    """As in "Japan *is going to send* equipment"."""
    going = verb.head
    on_its_way = verb.dep_ == "xcomp" and going.lemma_ == "go" and going.tag_ == "VBG"
    return on_its_way and has_child(going, "aux", words={"is", "are", "'s", "'re", "’s", "’re"})


def _is_making_available(verb: Token) -> bool:
    """As in "Jamaica *is making* twenty places *available* to recruits": they are yet to come."""
    going_on = verb.tag_ == "VBG" and bool(auxiliaries(verb) & {"is", "are"})
    return verb.lemma_ == "make" and going_on and any(t.lower_ == "available" for t in verb.subtree)


def _is_to_give(verb: Token) -> bool:
    """As in "Japan is *to provide* six vessels", "is set *to train* officers", "Japanese ships are *to
    escort* tankers"."""
    above, lemma = verb.head, verb.lemma_.lower()
    if above.lemma_ != "be" and above.lower_ not in grammar_words().scheduling_adjectives:
        return False
    subject = grammar.subject_of(verb)
    if not grammar.is_planned(verb) or subject is None:
        return False
    named = above.lemma_ == "be" and above.tag_ in {"VBZ", "VBP"} and _is_a_side(subject)
    if named and lemma not in act_words().convening:
        return True
    if lemma in activity_words().giving and (hands_over(verb) or _gives_money(verb)):
        return True
    moves = lemma in _HANDING or lemma in act_words().buying or lemma in activity_words().teaching
    return (moves and has_child(verb, "dobj")) or _is_duty_of_forces(verb)


def _is_a_side(subject: Token) -> bool:
    """As in "*Norway* is to pay for it", "the *ministry* is to"; not "the aim is to"."""
    named = subject.pos_ == "PROPN" and not grammar.prep_objects(subject, "of")
    return named or subject.lemma_.lower() in act_words().own_side


def _gives_money(verb: Token) -> bool:
    """As in "is to *contribute* an extra *500 million euros*"."""
    return any(find_amounts(grammar.phrase(c).text) for c in verb.children if c.dep_ == "dobj")


def _is_duty_of_forces(verb: Token) -> bool:
    """As in "*Japanese aircraft* are to *patrol*": forces of a side in its name."""
    subject = grammar.subject_of(verb)
    return subject is not None and are_forces(subject) and verb.lemma_.lower() in act_words().duties


def are_forces(noun: Token) -> bool:
    """As in "officers", "a patrol *aircraft*"."""
    words, lemma = activity_words(), noun.lemma_.lower()
    return lemma in act_words().posted or lemma in words.forces or lemma in words.moving


def _is_to_do_together(verb: Token) -> bool:
    """As in "Japan is *to expand* its cooperation with Kenya"."""
    if verb.dep_ not in {"xcomp", "ccomp"} or verb.head.lemma_ != "be" or grammar.is_passive(verb):
        return False
    left, right = grammar.clause_bounds(verb)
    subject = grammar.subject_of(verb)
    both = subject is not None and verb.lemma_.lower() in act_words().doing_together
    return grammar.is_planned(verb) and (both or is_together(verb.doc[left : right + 1].text))


def _is_told_on(verb: Token) -> bool:
    """As in "He promised trucks. Japan *would* also *train* the drivers.": what the sentence before reports
    goes on. So what is told "under the plan"."""
    if verb.dep_ != "ROOT" or "would" not in auxiliaries(verb) or verb.sent.start == 0:
        return False
    if verb.sent[0].lower_ == "under" and not grammar.is_conditional(verb):
        return True
    before = verb.doc[verb.sent.start - 1].sent.root
    said = before.lemma_.lower() in act_words().report or act_words().verb_act(before.lemma_.lower())
    return bool(said) and before.tag_ == "VBD"


def clause_of(verb: Token) -> tuple[int, int]:
    """What is to come, with its subject ("*Schools* are to be rebuilt") and without the "that" before it."""
    told_above = _is_to_be(verb) or _is_going_to(verb)
    told_above = told_above or (verb.head.lemma_ == "be" and _is_duty_of_forces(verb))
    left, right = grammar.clause_bounds(verb.head if told_above else verb)
    if _is_to_do_together(verb):
        return verb.i, right
    return left + (verb.doc[left].dep_ == "mark" and left < verb.i), right


def is_effort(subject: Token | None) -> bool:
    """As in "*support* will be given"."""
    return subject is not None and subject.lemma_.lower() in act_words().efforts


def hands_over(verb: Token) -> bool:
    """As in "will *deliver two boats*", "will be *giving* the Lynx to Peru": an undertaking by a verb that
    without the gift tells an event."""
    words = activity_words()
    given = [c for c in verb.children if c.dep_ == "dobj"]
    if has_child(verb, "dative") and any(c.tag_ == "CD" for c in given):  # "will give them sixty"
        return True
    if any(c.lemma_.lower() in words.gifts for c in given):
        return True
    named = any(n.pos_ == "PROPN" for n in grammar.prep_objects(verb, "to"))
    if any(c.pos_ == "PROPN" for c in given) and has_child(verb, "prep", words={"with"}):
        return True  # "will supply Kenya with"
    goods = (
        c for c in given if c.pos_ == "PROPN" or c.tag_ == "CD" or c.lemma_.lower() in words.consignments
    )
    return verb.lemma_ in _HANDING and named and next(goods, None) is not None
