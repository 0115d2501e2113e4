"""What hangs behind a text's name and is no plain clause of signing: "which *took effect* in May", "*in force
since* 2019", "*on which talks* were launched", "*agreed upon* last May", "that both *put their names to*"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.found import Deed, Name
from servanda.extract.instruments.standing import dating, puts_in_force
from servanda.model.facts import InstrumentAction

_Told = tuple[InstrumentAction, str]
"""An action and the rule that reads it."""
_CLAUSES = frozenset({"acl", "relcl"})
_ON_WHICH = frozenset({"on", "over", "about", "for"})
_BEGINNING = frozenset({"begin", "start", "continue", "commence", "resume", "finish"})
_IN_FORCE = frozenset({"force", "effect", "place", "operation"})
_BEHIND_AGREED = frozenset(
    {"upon", "on", "in", "at", "by", "between", "last", "earlier", "during", "with", "to", "this", "among"}
)
_VALID = frozenset({"valid", "effective", "operational"})
_DUE = frozenset({"due", "set", "likely", "ready", "slated", "scheduled", "planned", "about", "yet"})
_NEAR = 3
"""Tokens behind a name in which its tail begins."""
_FAR = 5
"""Tokens behind a name in which a longer tail is told, commas included."""


def tail_of(name: Name) -> Deed | None:
    """What the words behind the name tell of the text."""
    told = _by_clause(name) or _in_force_since(name) or _under_way(name) or _agreed(name)
    return told or _dating(name) or _due(name) or _in_front(name)


def _by_clause(name: Name) -> Deed | None:
    for clause in _clauses_on(name):
        if grammar.is_unreal(clause):
            continue
        deed = _binding(clause) or _had(clause) or _negotiated(clause) or _put_names_to(clause)
        if deed is not None:
            action, rule = deed
            return Deed(action, rule, name.left, _end_of(clause, name))
    return None


def _end_of(clause: Token, name: Name) -> int:
    """The last token of the clause, with the year that the parser hung elsewhere."""
    right, end = clause.right_edge.i, name.head.sent.end - 1
    while right < end and clause.doc[right + 1].tag_ == "CD":
        right += 1
    return grammar.trim_right(clause.doc, name.left, right)


def _clauses_on(name: Name) -> Iterator[Token]:
    """The clauses on the name or on a noun of it, from left to right."""
    nouns = (name.head, *(t for t in name.head.doc[name.head.i + 1 : name.right + 1] if t.pos_ != "VERB"))
    for noun in nouns:
        yield from (
            c for c in noun.children if c.dep_ in _CLAUSES and c.i > name.right and grammar.is_verbal(c)
        )


def _binding(clause: Token) -> _Told | None:
    """As in "an agreement *which took effect in March*", "*which expires next year*"."""
    own = any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in clause.children)
    own_passive = any(c.dep_ == "nsubjpass" and c.tag_ in {"WDT", "WP"} for c in clause.children)
    if puts_in_force(clause) and (own or clause.tag_ == "VBG"):
        ahead = grammar.is_planned(clause)
        return ("existing", "force-ahead" if ahead else f"in-force:{clause.lemma_}")
    if own_passive and clause.lemma_ == "ratify" and (grammar.is_planned(clause) or _must(clause)):
        return ("existing", "to-ratify:clause")
    runs = clause.lemma_ == "run" or clause.lemma_ in instrument_words().running_out
    runs = runs and clause.tag_ not in {"VBD", "VBN"}
    return ("existing", f"runs:{clause.lemma_}") if runs and own else None


def _must(clause: Token) -> bool:
    return grammar.has_child(clause, "aux", words={"must", "should", "shall"})


def _had(clause: Token) -> _Told | None:
    """As in "the agreement *that Manila has had with Australia* since 2012"."""
    shared = any(c.lower_ in {"with", "since"} for c in clause.children if c.dep_ == "prep")
    told = clause.lemma_ in {"have", "maintain"} and clause.dep_ == "relcl" and grammar.has_subject(clause)
    return ("existing", "had") if told and shared and not grammar.is_planned(clause) else None


def _negotiated(clause: Token) -> _Told | None:
    """As in "the pact *on which talks were launched*", "which officials *have begun to draft*"."""
    words = instrument_words()
    if clause.lemma_ in _BEGINNING | {"be"}:
        inner = [c for c in clause.children if c.dep_ == "xcomp"]
        if any(words.action_of(c.lemma_.lower()) == "planned" for c in inner):
            return ("planned", "negotiated-on")
    fronted = [c for c in clause.children if c.dep_ == "prep" and c.i < clause.i and c.lower_ in _ON_WHICH]
    if not any(o.lower_ == "which" for c in fronted for o in c.children):
        return None
    nouns = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    talks = any(t.lemma_.lower() in words.planning_nouns | {"work", "discussion"} for t in nouns)
    return ("planned", "negotiated-on") if talks or clause.lemma_ in words.working | {"negotiate"} else None


def _put_names_to(clause: Token) -> _Told | None:
    """As in "the letter *that both ministers put their names to* last May"."""
    words = instrument_words()
    hands = any(o.lemma_.lower() in words.signing_hands for o in grammar.objects_of(clause))
    to_it = any(c.dep_ in {"prep", "prt"} and c.lower_ in {"to", "under", "on"} for c in clause.children)
    put = clause.lemma_ in words.signing_by_hand and clause.tag_ in {"VBD", "VBN"} and hands and to_it
    return ("signed", "participle") if put and not grammar.is_planned(clause) else None


def _in_force_since(name: Name) -> Deed | None:
    """As in "the agreement, *in force since 2019*", "valid *since* May"."""
    near = _opening(name, frozenset({",", "("}))
    words = [t.lower_ for t in near]
    in_force = len(words) == _NEAR and words[0] == "in" and words[1] in _IN_FORCE
    since = next((t for t in near[2 if in_force else 1 :][:1] if t.lower_ == "since"), None)
    if since is None or not (in_force or words[0] in _VALID):
        return None
    return Deed("existing", "in-force:since", name.left, max(since.i, since.right_edge.i))


def _under_way(name: Name) -> Deed | None:
    """As in "the agreement *under negotiation* since February", "a pact *now being negotiated*"."""
    near = _opening(name, frozenset({",", "currently", "now", "still"}))
    words = instrument_words()
    if len(near) < 2 or near[0].lower_ != "under" or near[1].lemma_.lower() not in words.planning_nouns:
        return None
    return Deed("planned", "under-negotiation", name.left, near[1].i)


def _opening(name: Name, passed_over: frozenset[str]) -> list[Token]:
    """The first words of the sentence behind the name, past one of those given."""
    doc, end = name.head.doc, name.head.sent.end
    opens = name.right + 1
    opens += opens < end and doc[opens].lower_ in passed_over
    return list(doc[opens : min(end, opens + _NEAR)])


def _agreed(name: Name) -> Deed | None:
    """As in "the action plan *agreed upon last October*", ", which was *agreed* on the same occasion"."""
    doc, end = name.head.doc, name.head.sent.end
    behind = _behind(name)
    while behind and behind[0].lower_ in {"which", "that", "was", "were", "had", "been"}:
        behind = behind[1:]
    if len(behind) < 2 or behind[0].lower_ != "agreed" or behind[1].lower_ not in _BEHIND_AGREED:
        return None
    agreed = behind[0]
    if grammar.is_unreal(agreed) or (behind[1].lower_ == "to" and behind[2:3] and behind[2].tag_ == "VB"):
        return None
    ends = next((t.i for t in doc[agreed.i + 2 : end] if t.text in {",", ";"} or _is_finite(t)), end) - 1
    return Deed("signed", "participle", name.left, grammar.trim_right(doc, agreed.i, ends))


def _behind(name: Name) -> list[Token]:
    """The words of the sentence behind the name, without commas."""
    behind = name.head.doc[name.right + 1 : min(name.head.sent.end, name.right + 1 + _FAR)]
    return [t for t in behind if t.text != ","]


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBZ", "VBP", "MD", "VBD"}


def _due(name: Name) -> Deed | None:
    """As in "the agreement *due to be signed* in May", "a treaty, *to be concluded* this year"."""
    behind = _behind(name)
    behind = behind[1:] if behind and behind[0].lower_ in _DUE else behind
    if len(behind) < _NEAR or [t.lower_ for t in behind[:2]] != ["to", "be"]:
        return None
    signing = behind[2]
    if instrument_words().action_of(signing.lemma_.lower()) != "signed" or grammar.is_unreal(signing):
        return None
    return Deed("planned", "participle", name.left, max(signing.i, signing.right_edge.i))


def _in_front(name: Name) -> Deed | None:
    """As in "*Signed in Lima in May 2023*, the letter of intent is the basis"."""
    verb = name.head.head
    if name.head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    fronted = (c for c in verb.children if c.dep_ in {"advcl", "acl"} and c.tag_ == "VBN" and c.i < name.left)
    for clause in fronted:
        bare = not grammar.has_subject(clause) and not grammar.objects_of(clause)
        if bare and instrument_words().action_of(clause.lemma_.lower()) == "signed":
            return Deed("signed", "participle", clause.left_edge.i, name.right)
    return None


def _dating(name: Name) -> Deed | None:
    """As in "a defence agreement *dating from 1996*"."""
    doc = name.head.doc
    year = next((t for t in doc[name.right + 1 : name.right + 2 + _FAR] if t.tag_ == "CD"), None)
    if dating(name.head, name.right) is None or year is None:
        return None
    return Deed("existing", "dated", name.left, year.i)
