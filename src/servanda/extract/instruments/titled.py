"""A text told by the title that it bears: "adopted a document *titled 'A Vision for ...'*", "a declaration
*entitled A New Era*"."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from servanda.codebook.instruments import instrument_words
from servanda.extract.instruments.found import Deed, Name
from servanda.model.facts import InstrumentType

_BEARS = (
    r"(?:,?\s(?:which (?:is|was|they)\s)?(?:titled|entitled|headed|dubbed|called|named|christened)"
    r"|\s(?:with|under|bearing|by) the (?:title|name)(?: of)?)\s(?:as\s)?(?:the\s)?"
)
_QUOTED = re.compile(_BEARS + r"[\"“'‘«](?P<title>[^\"“”«»]{3,160}?)[\"”'’»](?=[\s,.;:)]|$)")
_WORD = r"(?:[A-Z][\w’'-]*|(?:19|20)\d\d)"
_PLAIN = re.compile(
    _BEARS + rf"(?P<title>[A-Z][\w’'-]*(?:\s(?:of|for|and|the|on|in|to|a|towards?|{_WORD}))*\s{_WORD})"
)
_OF_ONE_SIDE = frozenset({"publish", "release", "issue", "circulate", "present", "launch", "prepare"})
"""Verbs by which one side brings out a document of its own."""


def with_title(name: Name) -> Name:
    """The name with the title behind it. A document of any kind is called by its title alone, which also
    tells its type."""
    head = name.head
    behind = head.doc[name.right : head.sent.end]
    told = behind.text[len(head.doc[name.right].text) :]
    found = _QUOTED.match(told) or _PLAIN.match(told)
    if found is None:
        return name
    end = behind.start_char + len(head.doc[name.right].text) + found.end()
    last = next((t.i for t in behind if t.idx + len(t.text) >= end), name.right)
    if head.lemma_.lower() not in instrument_words().of_any_kind:
        return msgspec.structs.replace(name, right=last, titled=True)
    title = found["title"]
    return msgspec.structs.replace(name, right=last, titled=True, called=title, type=_type_of(title))


def _type_of(title: str) -> InstrumentType:
    known = instrument_words().type_of(title)
    return known or ("vision-statement" if re.search(r"\bVision\b", title) else "other")


def without_those_in_titles(names: Sequence[Name]) -> list[Name]:
    """The names but for the nouns that stand in the title of another."""
    titled = [name for name in names if name.titled]
    return [n for n in names if not any(t.head.i < n.head.i <= t.right for t in titled)]


def is_of_one_side(name: Name, deed: Deed) -> bool:
    """As in "The ministry *published a document* titled": no text of both."""
    plain = name.titled and name.head.lemma_.lower() in instrument_words().of_any_kind
    return plain and deed.rule.split(":")[-1].split("/")[0] in _OF_ONE_SIDE
