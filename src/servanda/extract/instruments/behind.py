"""What the clause right behind a text's name tells: "an agreement *signed* in 2015", "the pact *that the two
ministries signed in May*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import TIMED, Deed, Name
from servanda.extract.instruments.verbs import action_by
from servanda.extract.instruments.ways import signed_by_kind
from servanda.model.facts import InstrumentAction

_AT_WORK = re.compile(
    r"(?:, )?(?:that|which) [^,;:]{3,40} (?:are|is) (?:(?:now|currently|still|also) )?"
    r"(?:working on|negotiating|drafting|preparing|in talks on)\b"
)
_OPENS = frozenset({"that", "which"})
_FORESEEING = frozenset({"envisage", "envision", "foresee", "promise", "pledge"})
_WANTING = frozenset({"want", "expect", "need"})
_LONGEST_DAY = 7
"""Tokens of a day and its comma."""
_FARTHEST = 45
"""Tokens behind the name in which the verb of such a clause stands: its subject can be a list of names."""


def told_behind(name: Name) -> Deed | None:
    """What is done to the text in a clause on it, as the parser has it or else as the words stand."""
    return _by_participle(name.head) or _by_words(name) or _at_work(name)


def _by_participle(head: Token) -> Deed | None:
    """As in "an agreement *signed* in 2015", "a pact *that was ratified*", "a protocol *to be signed*"."""
    for clause in (c for t in _nouns_of_name(head) for c in t.children):
        if clause.dep_ not in {"acl", "relcl"} or not grammar.is_verbal(clause) or clause.i <= head.i:
            continue
        if _is_on_another(clause) or _reaches(clause):
            continue
        if _is_applied(head, clause) or grammar.has_child(clause, "advmod", words={"ever"}):
            continue  # "the most important pact they had |ever| signed": what another one is called
        if _is_wanted(head, clause):
            right = grammar.trim_right(head.doc, head.i, clause.right_edge.i)
            return Deed("planned", "planned:wanted", head.left_edge.i, right)
        action = action_by(clause) or _by_kind(head, clause) or _by_hand(clause) or _meant_to_be(head, clause)
        action = action or _under_negotiation(clause) or _agreed_on(head, clause)
        if action is None and _is_foreseen(head, clause):
            right = grammar.trim_right(head.doc, head.i, clause.right_edge.i)
            return Deed("planned", "foreseen", head.left_edge.i, right)
        active = clause.tag_ == "VBG" and action == "signed"
        under_way = clause.tag_ == "VBG" and grammar.has_child(clause, "aux", words={"have", "has"})
        then = not under_way and grammar.has_child(clause, "auxpass", "aux", words={"was", "were", "been"})
        if action == "planned" and then:
            continue
        if action in {"signed", "ratified", "planned"} and not active:
            right = grammar.trim_right(head.doc, head.i, clause.right_edge.i)
            return Deed(action, "participle", head.left_edge.i, right)
    return None


def _is_on_another(clause: Token) -> bool:
    """As in "the contract, *on which a memorandum was concluded* in May": that is the one signed."""
    on_it = any(t.tag_ == "WDT" for t in grammar.prep_objects(clause, "on", "about", "for", "over"))
    told = (c for c in clause.children if c.dep_ in {"dobj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"})
    return on_it and any(t.lemma_.lower() in instrument_words().heads for t in told)


def _reaches(clause: Token) -> bool:
    """As in "the treaty, *which extends* to attacks on ships"."""
    return clause.lemma_ == "extend" and clause.tag_ in {"VBZ", "VBP", "VBG"}


def _is_wanted(head: Token, clause: Token) -> bool:
    """As in "*want to have* the agreement *signed* by May", "*hope to see* it signed", "*want* it signed",
    whatever the parser makes the noun of."""
    opens = head.left_edge
    verb = opens.nbor(-1) if opens.i > head.sent.start else opens
    seen = verb.lemma_ in {"have", "see", "get"} and verb.tag_ == "VB"
    seen = seen and verb.dep_ in {"xcomp", "ccomp", "advcl"}
    wanted = seen or (verb.lemma_ in _WANTING and verb.pos_ == "VERB" and verb.dep_ != "amod")
    signing = (
        clause.tag_ in {"VBN", "VBD"} and instrument_words().action_of(clause.lemma_.lower()) == "signed"
    )
    return wanted and signing and not grammar.is_unreal(verb)


def _meant_to_be(head: Token, clause: Token) -> InstrumentAction | None:
    """As in "an agreement *which both sides aim to conclude* in 2026", "that they hope to sign"."""
    words = instrument_words()
    meant = clause.dep_ == "relcl" and clause.lemma_.lower() in words.verbs_before_signing | {"hope"}
    doing = (c for c in clause.children if c.dep_ == "xcomp" and c.tag_ == "VB")
    doing = (c for c in doing if clause.head == head or not _has_own_object(c))
    ready = {c.lemma_.lower() for c in doing if meant and not grammar.is_unreal(clause)}
    return "planned" if any(words.action_of(lemma) == "signed" for lemma in ready) else None


def _at_work(name: Name) -> Deed | None:
    """As in "the agreement *that the two are working on*", wherever the parser hangs it."""
    doc = name.head.doc
    found = _AT_WORK.match(doc[name.right + 1 : name.head.sent.end].text)
    if found is None:
        return None
    last = doc.char_span(0, doc[name.right + 1].idx + found.end(), alignment_mode="expand")
    return Deed("planned", "negotiated-on", name.left, last.end - 1 if last is not None else name.right)


def _is_foreseen(head: Token, clause: Token) -> bool:
    """As in "the treaty *to which both committed themselves*", "*envisaged* in the declaration"."""
    if not (clause.head == head or clause.head.pos_ == "PROPN") or grammar.is_unreal(clause):
        return False
    if clause.lemma_ == "commit":
        return any(t.tag_ == "WDT" and t.nbor(-1).lower_ == "to" for t in clause.subtree)
    which = clause.tag_ == "VBN" or any(t.tag_ == "WDT" for t in grammar.direct_objects(clause))
    return which and clause.lemma_ in _FORESEEING


def _has_own_object(verb: Token) -> bool:
    """As in "with Japan, which hopes to conclude *talks*"."""
    return any(t.tag_ not in {"WDT", "WP"} for t in grammar.direct_objects(verb))


def _by_kind(head: Token, clause: Token) -> InstrumentAction | None:
    """As in "a contract *awarded* to", "a joint statement *made* by both ministers"."""
    told = clause.tag_ in {"VBN", "VBD"} and signed_by_kind(clause, head) and not grammar.is_unreal(clause)
    return "signed" if told and not grammar.is_planned(clause) else None


def _by_hand(clause: Token) -> InstrumentAction | None:
    """As in "the declaration *to which* the two *put their names* in May"."""
    to_it = any(t.lower_ == "which" for t in grammar.prep_objects(clause, "to", "under"))
    hands = instrument_words().signing_hands
    named = any(o.lemma_.lower() in hands for o in grammar.objects_of(clause))
    put = clause.lemma_ in {"put", "set", "affix", "append"} and to_it and named
    return "signed" if put and not grammar.is_unreal(clause) and not grammar.is_planned(clause) else None


def _agreed_on(head: Token, clause: Token) -> InstrumentAction | None:
    """As in "the strategic partnership *that the two agreed on* in December"."""
    on_it = any(c.lower_ in {"on", "upon"} for c in clause.children)
    told = clause.lemma_ in {"agree", "enter"} and clause.tag_ in {"VBD", "VBN"} and clause.dep_ == "relcl"
    told = told and head.lemma_.lower() == "partnership" and (on_it or clause.lemma_ == "enter")
    return "signed" if told and not grammar.is_unreal(clause) else None


def _under_negotiation(clause: Token) -> InstrumentAction | None:
    """As in "a pact *that is under negotiation*"; "since 2022" would be read as the day of its signing."""
    if " since " in clause.sent.text:
        return None
    stages = instrument_words().planning_nouns
    made = any(t.lemma_.lower() in stages for t in grammar.prep_objects(clause, "under", "in"))
    return "planned" if clause.lemma_ == "be" and made and not grammar.is_unreal(clause) else None


def _is_applied(head: Token, verb: Token) -> bool:
    """As in "in line with the agreement *reached* by both": what is applied stands, no signing is told."""
    words = instrument_words()
    applied = head.dep_ == "pobj" and head.head.lower_ in words.applying_prepositions
    return applied and verb.lemma_.lower() in words.loosely


def _nouns_of_name(head: Token) -> list[Token]:
    """The head and the nouns of the phrases that follow at once: a clause can hang on any of them."""
    nouns = [head]
    for child in head.rights:
        if child.dep_ == "prep" and child.i <= head.i + 2:
            nouns += [t for t in child.subtree if t.pos_ in {"NOUN", "PROPN"} and t.i <= head.i + 14]
    return nouns


def _by_words(name: Name) -> Deed | None:
    """The same where the parser hangs the clause on another word: the first verb behind "that", "which" or
    the comma says what is done."""
    behind = _past_the_worth(list(_words_behind(name)))
    if not behind:
        return None
    verb = _first_verb(behind[1:]) if behind[0].lower_ in _OPENS else _bare_participle(behind[0])
    action = action_by(verb) if verb is not None else None
    if verb is not None and _is_meant_to(verb):
        right = grammar.trim_right(verb.doc, verb.i, min(verb.right_edge.i, name.head.sent.end - 1))
        return Deed("planned", "participle", name.left, right)
    if verb is None or _reaches(verb):
        return None
    if action not in TIMED or grammar.is_planned(verb) or _is_applied(name.head, verb):
        return None
    right = grammar.trim_right(verb.doc, verb.i, min(verb.right_edge.i, name.head.sent.end - 1))
    return Deed(action, "participle", name.left, right)


def _is_meant_to(verb: Token) -> bool:
    """As in "a pact that *is to be signed*", "the memorandum that the two *plan to sign*", "plan" a noun
    for the parser."""
    words = instrument_words()
    if words.action_of(verb.lemma_.lower()) != "signed" or grammar.is_unreal(verb):
        return False
    to = next((t for t in verb.lefts if t.lower_ == "to" and t.dep_ == "aux"), None)
    above = to.nbor(-1) if to is not None and to.i > 0 else None
    if above is None or grammar.has_child(above, "neg"):
        return False
    is_to_be = above.lower_ in {"is", "are"} and verb.tag_ == "VBN"
    return is_to_be or (verb.tag_ == "VB" and above.lemma_.lower() in words.verbs_before_signing | {"hope"})


def _past_the_worth(words: list[Token]) -> list[Token]:
    """From the clause on, in "a deal *worth 10 billion pounds for five frigates* that the two sealed"."""
    if not words or words[0].lower_ not in {"worth", "for"}:
        return words
    tail = list(
        takewhile(lambda t: (t.pos_ != "VERB" or t.dep_ == "amod") and t.text not in {",", ";", ":"}, words)
    )
    at = next((n for n, t in enumerate(tail) if t.lower_ in _OPENS), 0)
    return words[at:]


def _words_behind(name: Name) -> Iterator[Token]:
    """The words of the sentence behind the name, its short form in brackets, its day and its comma."""
    doc, end = name.head.doc, name.head.sent.end
    at = name.right + 1
    if at < end and doc[at].text == "(":
        closing = next((t.i for t in doc[at:end] if t.text == ")"), at)
        at = closing + 1
    at = _behind_the_day(doc[at : min(end, at + _LONGEST_DAY)]) or at
    if at < end and doc[at].text == ",":
        at += 1
    yield from doc[at : min(end, at + _FARTHEST)]


def _behind_the_day(words: Tokens) -> int | None:
    """The comma behind "a pact *on 8 May*, which"."""
    comma = next((t for t in words if t.text == ","), None)
    if comma is None or words[0].lower_ not in {"on", "in"}:
        return None
    return comma.i if any(t.like_num for t in words if t.i < comma.i) else None


def _first_verb(words: list[Token]) -> Token | None:
    """The verb of the clause whose pronoun stands before the words; none where they go on as a list of
    clauses."""
    clause = takewhile(lambda t: t.text not in {";", ":", "."} or t.i + 1 < t.sent.end, words)
    return next((t for t in clause if t.pos_ == "VERB" and not _is_aside(t)), None)


def _is_aside(verb: Token) -> bool:
    """As in "the minister *visiting* Paris", "the officer *who heads* the navy"."""
    bare = verb.tag_ == "VBG" and not grammar.has_child(verb, "aux")
    return bare or grammar.has_child(verb, "nsubj", words={"who"})


def _bare_participle(word: Token) -> Token | None:
    """As in "the treaty, *signed* in 1998"; but not "met, *signed* a treaty and left"."""
    alone = word.tag_ == "VBN" and word.dep_ != "conj" and not grammar.has_subject(word)
    if word.head.lemma_.lower() in act_words().help:  # "on loan |assistance extended| by the latter"
        return None
    taken = any(c.dep_ in {"dobj", "auxpass", "aux"} for c in word.children)
    return word if alone and not taken else None
