"""When do a coded and a predicted property agree? Facts are plain JSON objects here, as coders write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from servanda.model.facts import PARTY_ROLES

PlainFact = Mapping[str, Any]
Interval = tuple[int, int]

TYPED: dict[str, tuple[str, ...]] = {
    "engagement": ("type", "status"),
    "instrument": ("type", "action"),
    "commitment": ("act",),
    "position": (),
    "assessment": ("polarity",),
    "milestone": ("type",),
    "activity": (),
}
"""For each kind the properties that say what sort of fact it is."""

WHO: dict[str, tuple[str, ...]] = {
    "engagement": ("parties",),
    "instrument": ("parties",),
    "commitment": ("speaker",),
    "position": ("holder",),
    "assessment": ("holder",),
    "milestone": ("parties",),
    "activity": ("parties", "provider", "recipient"),
}
"""For each kind the properties that say whose fact it is."""

EXACT = ("date", "period", "number", "year", "ordinal", "due")
SETS = (*PARTY_ROLES, "fields")
NAMES = ("participants",)
WORDS = ("place", "title", "series", "country", "by")
_HALF = 0.5


def fold(text: object) -> str:
    """Lower case, no diacritics (đ is d), words parted by single spaces."""
    decomposed = unicodedata.normalize("NFKD", str(text).replace("đ", "d").replace("Đ", "D"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"\W+", " ", plain.lower()).strip()


def as_set(value: object) -> set[str]:
    """A property's values as strings, whether it was coded as one value, as a list or not at all."""
    if value is None or value == "":
        return set()
    if isinstance(value, str | int):
        return {str(value)}
    return {str(v) for v in value} if isinstance(value, Iterable) else {str(value)}


def same_name(one: str, other: str) -> bool:
    """Equal, or one is the other's last or first words ("Vinh" and "Nguyen Chi Vinh")."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    if not short:
        return False
    n = len(short)
    return long[-n:] == short or long[:n] == short or (n > 1 and set(short) <= set(long))


def share_words(coded: object, predicted: object) -> bool:
    """At least half the words of the shorter one are in the other."""
    a, b = set(fold(coded).split()), set(fold(predicted or "").split())
    return bool(a & b) and len(a & b) / min(len(a), len(b)) >= _HALF


def agree(prop: str, coded: object, predicted: object) -> bool:
    """Whether a predicted property has the coded value, by the measure that fits the property."""
    if prop in SETS:
        return as_set(coded) == as_set(predicted)
    if prop in NAMES:
        want, have = as_set(coded), as_set(predicted)
        return len(want) == len(have) and all(any(same_name(w, h) for h in have) for w in want)
    if prop in WORDS:
        return share_words(coded, predicted)
    return str(coded) == str(predicted)


def is_typed(coded: PlainFact, predicted: PlainFact) -> bool:
    """Type, act, action and status are equal where coded."""
    return all(str(coded[p]) == str(predicted.get(p)) for p in TYPED[coded["kind"]] if coded.get(p))


def is_full(coded: PlainFact, predicted: PlainFact) -> bool:
    """Typed, and the parties and every date, period and number are equal where coded."""
    who = WHO[coded["kind"]]
    return (
        is_typed(coded, predicted)
        and all(as_set(coded[p]) == as_set(predicted.get(p)) for p in who if coded.get(p))
        and all(str(coded[p]) == str(predicted.get(p)) for p in EXACT if is_stated(coded.get(p)))
    )


def is_stated(value: object) -> bool:
    """Whether a coder gave the property a value; 0 is one."""
    return value not in (None, "", [])


def evidence_of(fact: PlainFact, text: str | None) -> tuple[Interval, ...]:
    """Where the fact's evidence stands, as disjoint intervals in order.

    Evidence with offsets is taken at its word; a quotation is looked up in `text`, white space folded,
    and left out when it does not stand there.
    """
    places: list[Interval] = []
    for item in fact.get("evidence") or ():
        if isinstance(item, Mapping) and "start" in item and "end" in item:
            places.append((int(item["start"]), int(item["end"])))
        elif text is not None:
            quote = item["text"] if isinstance(item, Mapping) else str(item)
            found = re.search(r"\s+".join(re.escape(word) for word in quote.split()), text)
            places += [found.span()] if found else []
    return _disjoint(places)


def overlap(one: tuple[Interval, ...], other: tuple[Interval, ...]) -> float:
    """Shared characters over the shorter side's characters; both sides disjoint and in order."""
    shorter = min(_length(one), _length(other))
    if not shorter:
        return 0.0
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / shorter


def _disjoint(places: Iterable[Interval]) -> tuple[Interval, ...]:
    merged: list[Interval] = []
    for start, end in sorted(p for p in places if p[0] < p[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _length(places: tuple[Interval, ...]) -> int:
    return sum(end - start for start, end in places)
