"""What a signed text "aims to", "provides for" or is to be the basis of: its parties agree it (guidelines,
borderline case 13)."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.grammar import grammar_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, phrase_of
from servanda.extract.found import is_joint
from servanda.extract.grammar.dependents import auxiliaries, behind, first_child, has_child
from servanda.extract.grammar.phrases import with_conjuncts
from servanda.extract.whole import text_of

_PRESENT = frozenset({"VBZ", "VBP"})
_BINDING = frozenset({"commit", "oblige", "bind"})


def aim_of_a_text(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The memorandum aims to expand trade", "It provides a framework for ...", "The pact foresees the
    exchange of officers", "It allows both navies to use the port"."""
    lemma = verb.lemma_.lower()
    if not _tells_what_to_do(verb, lemma) or is_denied(verb) or _is_of_a_text_to_come(verb):
        return None
    subject, inner = grammar.subject_of(verb), _inner_of(verb)
    if subject is None or inner is None or not (_is_text(subject) or _binds_all(verb, lemma, talk)):
        return None
    if lemma in act_words().ruling and grammar.is_indefinite(subject):
        return None
    frame = talk.actors.frame(verb.idx)
    if len(frame) < 2:
        return None
    speaker = Actor(frame, None, True, "the text is of both")
    opens = subject.left_edge.i
    return Undertaking(verb, speaker, content_of(inner), opens, f"commitment/aim:{lemma}", "agree")


def _tells_what_to_do(verb: Token, lemma: str) -> bool:
    """As in "aims to", "foresees", "allows both to"; "allowed both to" tells what came of it."""
    words = act_words()
    ahead = verb.tag_ in _PRESENT or "will" in auxiliaries(verb)
    return lemma in words.aiming | words.foreseeing or (lemma in words.ruling and ahead)


def _binds_all(verb: Token, lemma: str, talk: Talk) -> bool:
    """As in "The second *commits us* to", "The deal *obliges both* to": whatever does."""
    bound = first_child(verb, "dobj", after=verb.i) if lemma in _BINDING else None
    itself = bound is not None and bound.lower_.endswith("selves")
    return bound is not None and not itself and is_joint(talk.actors.resolve(bound))


def _is_of_a_text_to_come(verb: Token) -> bool:
    """As in "is expected to provide"; but a text that "*will* provide a framework" does so when in force."""
    return grammar.is_planned(verb) and not (
        verb.tag_ == "VB" and auxiliaries(verb) & grammar_words().future_auxiliaries
    )


def footing(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The pact lays down the *rules for* joint patrols", "serves as the *basis for*", "gives both
    navies a legal *framework for*", "The two armies now have a legal *basis for* exercises"."""
    words, lemma = act_words(), verb.lemma_.lower()
    if lemma not in words.holding and lemma not in words.laying:
        return None
    subject = grammar.subject_of(verb)
    if subject is None or is_denied(verb) or grammar.is_conditional(verb) or _is_of_a_text_to_come(verb):
        return None
    doer = talk.actors.resolve(subject)
    held = lemma in words.holding and is_joint(doer)
    if not held and not (lemma in words.laying and _is_text(subject)):
        return None
    things = [c for c in verb.children if c.dep_ in {"dobj", "attr"}] + grammar.prep_objects(verb, "as")
    base = next((t for t in things if t.lemma_ in words.footings and _tells_for_what(t)), None)
    frame = doer.parties if held else talk.actors.frame(verb.idx)
    if base is None or len(frame) < 2 or (held and not _is_of_law(base)):
        return None
    speaker = Actor(frame, None, True, "the text is of both")
    left, right = phrase_of(base)
    rule = f"commitment/footing:{lemma}"
    return Undertaking(verb, speaker, (left, right), subject.left_edge.i, rule, "agree")


def _tells_for_what(base: Token) -> bool:
    """As in "a basis *for exercises*", "the terms *under which officers are exchanged*"."""
    return behind(base, "for", "of") is not None or has_child(base, "relcl")


def _is_of_law(base: Token) -> bool:
    """As in "a *legal* basis", "a *contractual* framework"; not "a sound basis"."""
    return any(c.lower_ in act_words().lawful for c in base.lefts)


def _inner_of(verb: Token) -> Token | None:
    """As in "aims *to expand* trade", "provides for *exchanges*", "provides *a framework*", "foresees *the
    release* of"."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in act_words().foreseeing:
        doings = act_words().doings
        return next((o for o in objects if any(n.lemma_.lower() in doings for n in with_conjuncts(o))), None)
    inner = first_child(verb, "xcomp", "advcl", "ccomp", after=verb.i) or behind(verb, "for", "at")
    if inner is None and lemma in _BINDING:
        inner = behind(verb, "to")
    if inner is not None or lemma != "provide":
        return inner
    return next((o for o in objects if o.lemma_ in act_words().foundations), None)


def _is_text(subject: Token) -> bool:
    """An agreement or memorandum, or the pronoun for one told in the sentence before."""
    if _names_text(subject):
        return True
    if subject.lower_ not in {"it", "they"} or subject.sent.start == 0:
        return False
    before = subject.doc[subject.sent.start - 1].sent
    return any(t.dep_ in {"nsubj", "nsubjpass", "dobj"} and _names_text(t) for t in before)


def _stands_for_text(noun: Token) -> bool:
    """As in "the *RAA*", after "the Reciprocal Access Agreement (RAA)"."""
    text = text_of(noun.doc)
    named = text.find(f"({noun.text})", 0, noun.idx)
    before = text[: max(named, 0)].rsplit(None, 1)
    return bool(before) and before[-1].lower() in instrument_words().heads


def _names_text(noun: Token) -> bool:
    """As in "the *memorandum*", "the *minutes*", "the *roadmap signed* in May"; not "the *programme*"."""
    words = act_words()
    if noun.text.isupper() and _stands_for_text(noun):
        return True
    if noun.lower_ in words.texts or noun.lemma_.lower() in instrument_words().heads - words.schemes:
        return True
    if noun.lemma_.lower() in words.schemes and noun.head.lemma_.lower() in words.foreseeing:
        return not grammar.is_indefinite(noun)
    if noun.lemma_.lower() in words.schemes:
        return any(c.dep_ == "acl" and c.lemma_.lower() in act_words().made_a_text for c in noun.children)
    return noun.lemma_ == "status" and any(t.lemma_ == "agreement" for t in grammar.prep_objects(noun, "of"))
