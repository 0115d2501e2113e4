"""What a text is on where that stands behind its verb: "a memorandum was signed on Friday *on drones*"."""

from __future__ import annotations

import msgspec
from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis
from servanda.extract.instruments.found import Name

_ON = frozenset({"on", "concerning", "regarding"})
_SCENES = frozenset(
    {"deck", "stage", "site", "spot", "soil", "ground", "island", "base", "basis", "ship", "screen", "term"}
)
"""Where or how something is signed, besides the scenes that are in no name."""
_LONGEST = 14
"""Tokens of a topic."""


def with_topic(name: Name, analysis: Analysis) -> Name:
    """The name, called by its topic as well where the clause tells it behind the verb."""
    head, verb = name.head, name.head.head
    if name.called is not None or head.dep_ not in {"nsubjpass", "dobj"} or not grammar.is_verbal(verb):
        return name
    action = instrument_words().action_of(verb.lemma_.lower())
    inside = head.doc[name.left : name.right + 1]
    if grammar.has_child(head, "nummod") or any(t.text == ":" for t in verb.children):
        return name  # of several texts each has its own
    if action is None or any(t.lower_ in _ON | {"for"} for t in inside):
        return name
    topics = (
        c for c in verb.children if c.dep_ == "prep" and c.lower_ in _ON and c.i > max(verb.i, name.right)
    )
    topic = next((c for c in topics if _is_topic(c, analysis)), None)
    if topic is None:
        return name
    right = grammar.trim_right(head.doc, topic.i, min(topic.right_edge.i, topic.i + _LONGEST))
    return msgspec.structs.replace(name, called=f"{name.text} {head.doc[topic.i : right + 1].text}")


def _is_topic(prep: Token, analysis: Analysis) -> bool:
    """Not "on Friday", "on behalf of", "on the sidelines of", "on board"."""
    noun = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() in instrument_words().not_in_names | _SCENES:
        return False
    near = analysis.dates_in(*analysis.offsets(prep.i, min(prep.i + 4, prep.sent.end - 1)))
    return not any(date.start <= prep.idx + len("regarding the ") for date in near) and not noun.like_num
