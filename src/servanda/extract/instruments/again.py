"""A text of which more is told: by its short form ("the RAA"), by "it", by a further deed in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from spacy.tokens import Span as Tokens

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.deeds import done_to
from servanda.extract.instruments.found import TIMED, Deed, Found, Name
from servanda.extract.instruments.verbs import action_by

_SHORT = re.compile(r"(?:\((?:the |or )?[“\"]?|\bor (?:the )?)(?P<short>[A-Z][A-Za-z-]*[A-Z])\b")
_TOPIC = re.compile(r" (?:between|on|with|for|concerning|regarding|in|to) ")
_SHORTEST, _LONGEST = 3, 7
"""Letters of initials."""
_NEAR = 2
"""Sentences behind a text in which "it" stands for it."""


def short_forms(names: Sequence[Name]) -> dict[str, Name]:
    """As "RAA" of "Reciprocal Access Agreement (RAA)"."""
    told = ((name, _SHORT.search(name.text)) for name in names)
    bracketed = {found["short"]: name for name, found in told if found is not None}
    return {short: name for name in names for short in _initials(name.text)} | bracketed


def in_full(name: Name, short: dict[str, Name]) -> Name:
    """The name, told in full where it is a short form: "the ACSA"."""
    full = short.get(name.text) if name.left == name.right else None
    return name if full is None else msgspec.structs.replace(name, type=full.type, called=full.text)


def _initials(title: str) -> set[str]:
    """As "RAA" of "Reciprocal Access Agreement", "SOFA" of "Status of Forces Agreement"."""
    words = re.findall(r"[A-Za-z]+", _TOPIC.split(title)[0])
    capitals = "".join(w[0] for w in words if w[0].isupper())
    inner = "".join(w[0] for w in words[: _last_capital(words)])
    return {
        short.upper() for short in (capitals, inner) if _SHORTEST <= len(capitals) <= len(short) <= _LONGEST
    }


def _last_capital(words: list[str]) -> int:
    """Behind which of the words no capital follows."""
    return max((at for at, word in enumerate(words, 1) if word[0].isupper()), default=0)


def apposed(name: Name, names: Sequence[Name]) -> Name:
    """The name, told in full where it stands behind it: "the Lagos Agreement, *the defence pact that* both
    signed in May"."""
    head = name.head
    beside = head.doc[max(head.sent.start, name.left - 2) : name.left].text == ", the"
    if not beside or not any(c.dep_ in {"relcl", "acl"} for c in head.children):
        return name
    full = next((other for other in names if other.right == name.left - 3 and not other.is_bare), None)
    return name if full is None else msgspec.structs.replace(name, type=full.type, called=full.text)


def named_again(sentence: Tokens, short: dict[str, Name], names: Sequence[Name]) -> Iterator[Name]:
    """The texts that a sentence names by their short form alone."""
    for token in sentence if short else ():
        full = short.get(token.text)
        inside = any(name.left <= token.i <= name.right for name in names)
        if full is not None and not inside and token.dep_ != "compound" and token.pos_ in {"NOUN", "PROPN"}:
            yield Name(token, token.i, token.i, full.type, full.text)


def pronouns(sentence: Tokens, found: Sequence[Found], analysis: Analysis) -> Iterator[Name]:
    """As in "President Boric signed *it*", "*It* was ratified by the Senate": the text told last."""
    if not found or not _is_near(found[-1], sentence, analysis):
        return
    last = found[-1].name
    for token in sentence:
        if token.lower_ == "it" and token.dep_ in {"dobj", "nsubjpass"} and action_by(token.head) in TIMED:
            yield Name(token, token.i, token.i, last.type, last.text)


def called_by_kind(name: Name, found: Sequence[Found], analysis: Analysis) -> Name:
    """The name, told in full where "*the document* was signed" means the text told last."""
    words, head = instrument_words(), name.head
    alone = name.left == name.right and grammar.has_child(head, "det", words={"the", "this"})
    anaphor = alone and head.tag_ == "NN" and head.lemma_.lower() in words.of_any_kind - words.only_by_hand
    done = head.dep_ == "nsubjpass" and action_by(head.head) in TIMED
    if not anaphor or not done or not found or not _is_near(found[-1], head.sent, analysis):
        return name
    last = found[-1].name
    return msgspec.structs.replace(name, type=last.type, called=last.text)


def _is_near(found: Found, sentence: Tokens, analysis: Analysis) -> bool:
    told_in = analysis.sentence_number(found.name.head.idx)
    return analysis.sentence_number(sentence.start_char) - told_in <= _NEAR


def _by_second_participle(name: Name, deed: Deed) -> Iterator[Deed]:
    """As in "a pact signed in 1963 and *revised* in 2025", wherever the parser hangs the second."""
    if deed.rule != "participle":
        return
    first = next((c for c in name.head.children if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"), None)
    if first is not None and grammar.has_child(first, "aux", words={"must", "should", "can", "may"}):
        return
    behind = first.doc[first.i + 1 : deed.right + 12] if first is not None else ()
    for other in behind:
        if other.sent != name.head.sent or other.tag_ not in {"VBN", "VBD"} or other.dep_ != "conj":
            continue
        joined = other.nbor(-1).lower_ in {"and", "then", "later", "subsequently", "since"}
        action = action_by(other) if joined and not grammar.has_subject(other) else None
        if action in TIMED and action != deed.action and not grammar.objects_of(other):
            right = grammar.trim_right(other.doc, other.i, max(t.i for t in other.subtree))
            yield Deed(action, f"{action}:{other.lemma_}/second", other.i, right)


def further_deeds(name: Name, deed: Deed) -> Iterator[Deed]:
    """As in "was signed in 2023 and *ratified in 2024*", "*Signed in 2023*, the pact was ratified"."""
    around = done_to(name.head) if deed.rule == "participle" else None
    initialled = around is not None and around.rule.startswith("signed:initial") and deed.action == "planned"
    if around is not None and not initialled and around.action in TIMED and around.action != deed.action:
        yield around
    yield from _by_second_participle(name, deed)
    verb = name.head.head
    if name.head.dep_ not in {"nsubj", "nsubjpass", "dobj"} or not grammar.is_verbal(verb):
        return
    for other in verb.children:
        fronted = other.dep_ == "advcl" and other.i < name.left and name.head.dep_ != "dobj"
        joined = other.dep_ in {"conj", "advcl"} and other.i > verb.i and grammar.is_passive(verb)
        bare = (
            other.tag_ in {"VBN", "VBD"} and not grammar.has_subject(other) and not grammar.objects_of(other)
        )
        action = action_by(other) if bare and (fronted or joined) else None
        if action in TIMED and action != deed.action:
            left, right = grammar.clause_bounds(other)
            yield Deed(action, "participle" if fronted else f"{action}:{other.lemma_}/further", left, right)
