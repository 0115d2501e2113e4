"""What a text is on where that stands behind its verb: "a memorandum was signed on Friday *on drones*"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.grammar.subjects import FINITE_OR_MODAL
from servanda.extract.instruments.found import Name

_ON = frozenset({"on", "concerning", "regarding"})
_SCENES = frozenset(
    {"deck", "stage", "site", "spot", "soil", "ground", "island", "base", "basis", "ship", "screen", "term"}
)
"""Where or how something is signed, besides the scenes that are in no name."""
_SUPPLYING = frozenset(
    {"supply", "deliver", "provide", "build", "construct", "buy", "purchase", "acquire", "procure", "sell"}
    | {"manufacture", "produce", "upgrade", "modernise", "modernize", "overhaul", "lease"}
)
"""What one does by contract with things."""
_FOR_GOODS = frozenset({"contract", "deal"})
"""Texts whose matter is told with "for"."""
_WHERE = frozenset({"in", "at", "near", "under", "between", "from"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_NEAR = 12
"""Tokens behind a contract in which it is told what it supplies."""
_LONGEST = 14
"""Tokens of a topic."""


def with_topic(name: Name, analysis: Analysis) -> Name:
    """The name, called by its topic as well where the clause tells it behind the verb."""
    head, verb = name.head, name.head.head
    if name.called is not None or head.dep_ not in {"nsubjpass", "dobj"} or not grammar.is_verbal(verb):
        return name
    action = instrument_words().action_of(verb.lemma_.lower())
    inside = head.doc[name.left : name.right + 1]
    if name.type == "contract" and action is not None and (supply := _supply(name, verb)) is not None:
        return msgspec.structs.replace(name, called=supply)
    if grammar.has_child(head, "nummod") or any(t.text == ":" for t in verb.children):
        return name  # of several texts each has its own
    if action is None or any(t.lower_ in _ON | {"for"} for t in inside):
        return name
    if (thing := _antecedent(verb)) is not None:
        return msgspec.structs.replace(name, called=f"{name.text} {thing}")
    on = _ON | {"for"} if head.lemma_.lower() in _FOR_GOODS else _ON
    topics = (
        c for c in verb.children if c.dep_ == "prep" and c.lower_ in on and c.i > max(verb.i, name.right)
    )
    topic = next((c for c in topics if _is_topic(c, analysis)), None)
    if topic is None:
        return name
    right = grammar.trim_right(head.doc, topic.i, min(topic.right_edge.i, topic.i + _LONGEST))
    return msgspec.structs.replace(name, called=f"{name.text} {head.doc[topic.i : right + 1].text}")


def _antecedent(verb: Token) -> str | None:
    """As in "*the refinery in Arica, for which* an agreement was signed": what the text is on."""
    opens = verb.left_edge
    if opens.lower_ not in _ON | {"for"} or opens.head != verb or opens.nbor().lower_ != "which":
        return None
    last = opens.nbor(-1 - (opens.i > 1 and opens.nbor(-1).text == ",")) if opens.i else opens
    thing = last
    while thing.head.i < thing.i and (thing.head.pos_ in _NOMINAL or _is_place_of(thing)):
        thing = thing.head
    if last.i >= opens.i or thing.pos_ not in _NOMINAL or _is_scene(thing):
        return None
    phrase = verb.doc[thing.left_edge.i : last.i + 1]
    called = phrase.text.removeprefix("The ").removeprefix("the ")
    return f"{opens.lower_} the {called}" if len(phrase) <= _LONGEST else None


def _is_place_of(token: Token) -> bool:
    """As "Arica" and "in" of "the refinery *in Arica*"; but of "the start of work *on the refinery*" the
    refinery is what was signed for."""
    prep = token.head if token.dep_ == "pobj" else token
    where = prep.lower_ in _WHERE or (prep.lower_ == "of" and any(c.pos_ == "PROPN" for c in prep.children))
    return where and prep.head.pos_ in _NOMINAL


def _is_scene(noun: Token) -> bool:
    """As in "the *day* on which", "the *ground* on which": no matter of a text."""
    return noun.lemma_.lower() in instrument_words().not_in_names | _SCENES | {
        "date",
        "year",
        "price",
        "plan",
    }


def _supply(name: Name, verb: Token) -> str | None:
    """As in "signed a contract with the ministry on June 3 *to supply 12 jets*", called by those whom it
    tells no less than "a contract for 12 jets"."""
    doc, head = name.head.doc, name.head
    clauses = (c for above in (verb, head) for c in above.rights if c.dep_ in {"advcl", "xcomp", "acl"})
    supply = next(
        (
            c
            for c in (*clauses, *_right_behind(name))
            if c.lemma_.lower() in _SUPPLYING and c.tag_ == "VB" and c.i > name.right
        ),
        None,
    )
    things = supply is not None and [c for c in supply.children if c.dep_ == "dobj"]
    if not supply or not things or not grammar.has_child(supply, "aux", words={"to"}):
        return None
    inside = doc[things[0].i : things[0].right_edge.i + 1]
    end = next((t.i for t in inside if t.is_punct and t.text != "-"), None)
    right = things[0].right_edge.i if end is None else end - 1
    right = grammar.trim_right(doc, things[0].i, min(right, supply.i + _LONGEST))
    return f"{doc[name.left : head.i + 1].text} {doc[supply.i - 1 : right + 1].text}"


def _right_behind(name: Name) -> list[Token]:
    """As in "contracts worth about 5 million dollars *to supply* tanks", wherever the parser hangs it."""
    doc, end = name.head.doc, name.head.sent.end
    near = doc[name.right + 1 : min(end, name.right + 1 + _NEAR)]
    stop = next((t.i for t in near if t.text in {",", ";", ":", "."} or t.tag_ in FINITE_OR_MODAL), end)
    return [t for t in near if t.i < stop and t.tag_ == "VB" and t.nbor(-1).lower_ == "to"]


def _is_topic(prep: Token, analysis: Analysis) -> bool:
    """Not "on Friday", "on behalf of", "on the sidelines of", "on board"."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() in instrument_words().not_in_names | _SCENES:
        return False
    near = analysis.dates_in(*analysis.offsets(prep.i, min(prep.i + 4, prep.sent.end - 1)))
    return not any(date.start <= prep.idx + len("regarding the ") for date in near) and not noun.like_num
