"""Who meets whom in an engagement, as far as a report says: by name, by post, or by other words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

import msgspec

from servanda.codebook.resolving import resolving_words
from servanda.model.facts import Engagement
from servanda.model.fold import fold, fold_words
from servanda.resolve.mention import Mention
from servanda.resolve.names import a_letter_apart, liken, parse, plain
from servanda.resolve.wording import any_of, share, words_of

_ENOUGH = 0.5
_POSSESSIVE = re.compile(r"['’]s\b")  # "Manila's South Harbor"
_OF = re.compile(r" of | for |,| and ")
_NAME_PART = re.compile(r"[^\W\d_]{2,}")
_TITLED = r"(?:\b[A-Z][\w.]*\.?\s+){0,3}"


class Likeness(IntEnum):
    """How those who meet in two reports stand to each other."""

    APART = 0  # one side is represented by others
    UNKNOWN = 1  # nothing tells
    WORDS = 2  # unnamed ones are described alike: by post, or otherwise
    ONE_SIDE = 3  # one side has the same person, the other is not named in both
    BOTH_SIDES = 4


class Encounter(msgspec.Struct, frozen=True):
    """Those who take part: names by party, those of them that stand in the quotations themselves (others are
    meant by "the minister", which can be misread), and the words by which the report describes the occasion
    and those of its people that it does not name; `full` has the party of each full name."""

    names: dict[str, tuple[str, ...]]
    full: dict[str, str]
    stated: frozenset[str]
    words: frozenset[str]
    posts: dict[str, frozenset[str]]


@lru_cache(maxsize=1 << 15)
def encounter(mention: Mention) -> Encounter:
    """Who meets in `mention`, whose fact has to be an engagement."""
    fact = engagement_of(mention)
    party_of = {person.name: person.party or "" for person in mention.source.people}
    post_of = {person.name: person.post or "" for person in mention.source.people}
    names: dict[str, list[str]] = {}
    posts: dict[str, frozenset[str]] = {}
    for name in fact.participants:
        party = party_of.get(name, "")
        names.setdefault(party, []).append(name)
        posts[party] = posts.get(party, frozenset()) | words_of(post_of.get(name, ""))
    quoted = {word for span in fact.evidence for word in _NAME_PART.findall(span.text)}
    return Encounter(
        {party: tuple(same) for party, same in names.items()},
        {fold(name): party for party, same in names.items() for name in same if " " in name},
        frozenset(
            name
            for name in fact.participants
            if not quoted.isdisjoint(_NAME_PART.findall(name))
            or _is_called(post_of.get(name, ""), mention.quotation)
        ),
        _told_beside(words_of(_without_names(mention.quotation, tuple(post_of))), fact.place),
        posts,
    )


def _told_beside(words: frozenset[str], place: str | None) -> frozenset[str]:
    """The words that describe an occasion; none where they only name its place: "held talks in Athens"."""
    return words if words - words_of(place or "") else frozenset()


def _is_called(post: str, quotation: str) -> bool:
    """Whether the quotation tells his office in two words at least: "the General Secretary". "The minister"
    can be misread."""
    office = _OF.split(post, maxsplit=1)[0]
    return " " in office and f"the {office}".casefold() in quotation.casefold()


def likeness(a: Mention, b: Mention) -> Likeness:
    """How the participants of the two stand to each other."""
    one, other = _on_the_same_sides(encounter(a), encounter(b))
    sides = sorted(set(one.names) & set(other.names) - {""})
    agreed = [side for side in sides if _share_a_person(one.names[side], other.names[side], side)]
    for side in sides:
        if side not in agreed and _are_stated(one, side) and _are_stated(other, side):
            return Likeness.APART
    if _meet_others(a, one, b, other) or _meet_others(b, other, a, one):
        return Likeness.APART
    if len(agreed) > 1:
        return Likeness.BOTH_SIDES
    if _described(one, other) >= _ENOUGH:
        return Likeness.WORDS
    return Likeness.ONE_SIDE if agreed else Likeness.UNKNOWN


def _on_the_same_sides(one: Encounter, other: Encounter) -> tuple[Encounter, Encounter]:
    """The two with those whom both name in full on one side, that of the report that tells more sides: a
    report can leave open, or be misread on, whose governor somebody is."""
    parted = {name for name in one.full.keys() & other.full.keys() if one.full[name] != other.full[name]}
    if not parted:
        return one, other
    more = len(one.names) - len(other.names)
    sides = {
        name: one.full[name]
        if more > 0
        else other.full[name]
        if more
        else min(one.full[name], other.full[name])
        for name in parted
    }
    return _with_sides(one, sides), _with_sides(other, sides)


def _with_sides(told: Encounter, sides: Mapping[str, str]) -> Encounter:
    moved: dict[str, list[str]] = {}
    for side, names in told.names.items():
        for name in names:
            moved.setdefault(sides.get(fold(name), side), []).append(name)
    return msgspec.structs.replace(told, names={side: tuple(names) for side, names in moved.items()})


def names_both_sides(mention: Mention) -> bool:
    """Whether people of two sides are known to meet."""
    return sum(bool(side) for side in encounter(mention).names) > 1


def is_aside(a: Mention, b: Mention) -> bool:
    """Whether others come first of a side in the two, and somebody behind the first is the same."""
    one, other = encounter(a), encounter(b)
    sides = (side for side in one.names if side in other.names)
    return any(_behind_the_first(one.names[side], other.names[side], side) for side in sides)


def _behind_the_first(mine: tuple[str, ...], theirs: tuple[str, ...], party: str) -> bool:
    if may_be_one(mine[0], theirs[0], party):
        return False
    return _share_a_person(mine, theirs, party)


def _meet_others(a: Mention, one: Encounter, b: Mention, other: Encounter) -> bool:
    """Whether `a` names whom a side sent, and `b`, which names nobody of that side nor tells his office, is
    of a document that speaks of others of that side and never of him."""
    if not all(_is_of_two(engagement_of(each)) for each in (a, b)):
        return False
    for side, names in one.names.items():
        if not side or side in other.names or not _are_stated(one, side):
            continue
        of_side = tuple(person.name for person in b.source.people if person.party == side)
        others = of_side or _are_stated(other, "")
        unknown = tuple(person.name for person in b.source.people if person.party is None)
        spoken_of = _share_a_person(names, (*of_side, *unknown, *other.names.get("", ())), side)
        called = one.posts.get(side, frozenset()) & other.words or _calls_a_counterpart(b.quotation)
        if others and not spoken_of and not called:
            return True
    return False


def _calls_a_counterpart(quotation: str) -> bool:
    return not resolving_words().counterparts.isdisjoint(fold_words(quotation))


def _is_of_two(fact: Engagement) -> bool:
    """Talks of two sides that are no round of a series."""
    return fact.type in ("meeting", "call") and not fact.series and len(fact.parties) == 2


def visitors(a: Mention, b: Mention) -> Likeness:
    """How those who travel stand to each other: as on both sides where the first named is the same person,
    as on one side where one of them is in the company of the other."""
    one, other = travellers(a), travellers(b)
    if not one or not other:
        described = _described(encounter(a), encounter(b))
        return Likeness.WORDS if described >= _ENOUGH else Likeness.UNKNOWN
    if may_be_one(one[0], other[0]):
        return Likeness.BOTH_SIDES
    return (
        Likeness.ONE_SIDE
        if _share_a_person(one[:1], other) or _share_a_person(other[:1], one)
        else Likeness.APART
    )


@lru_cache(maxsize=1 << 15)
def travellers(mention: Mention) -> tuple[str, ...]:
    """Those who take part in a visit and are not of the host country, in the order of the report."""
    fact = engagement_of(mention)
    party_of = {person.name: person.party for person in mention.source.people}
    return tuple(name for name in fact.participants if party_of.get(name) not in (None, fact.country))


def wording(a: Mention, b: Mention) -> float:
    """How much of the words of the two reports is the same, 0..1: names of people and parties left out."""
    return share(encounter(a).words, encounter(b).words)


def engagement_of(mention: Mention) -> Engagement:
    """The mention's fact. TypeError where it is no engagement, which is a programming error."""
    if not isinstance(mention.fact, Engagement):
        raise TypeError(f"{mention.fact.kind} is no engagement")
    return mention.fact


def _described(one: Encounter, other: Encounter) -> float:
    """How alike those are described whom only one of the two names, 0..1: "the President and the Prime
    Minister" can be President Cuong."""
    sides = {
        side for side, names in one.names.items() if _share_a_person(names, other.names.get(side, ()), side)
    }
    sides |= {side for side in one.names if _are_stated(one, side) and _are_stated(other, side)}
    posts, other_posts = (
        frozenset[str]().union(*(words for side, words in each.posts.items() if side not in sides))
        for each in (one, other)
    )
    return max(share(posts, other.words), share(one.words, other_posts), share(one.words, other.words))


def _are_stated(encounter: Encounter, side: str) -> bool:
    return not encounter.stated.isdisjoint(encounter.names.get(side, ()))


def _share_a_person(a: tuple[str, ...], b: tuple[str, ...], party: str | None = None) -> bool:
    return any(may_be_one(x, y, party) for x in a for y in b)


def _without_names(text: str, names: tuple[str, ...]) -> str:
    """`text` without the names and the titles right before them: "President Dissanayake met the Prime
    Minister" tells of a prime minister."""
    parts = {part for name in names for part in name.split() if len(part) > 1}
    if not parts:
        return text
    return re.sub(rf"{_TITLED}\b(?:(?:{any_of(parts)})\b['’]?s?[\s,]*)+", " ", text)


def same_words(a: str | None, b: str | None) -> bool:
    """Whether one of two names has all the words of the other, folded."""
    one, other = (set(_POSSESSIVE.sub("", fold(name or "")).split()) for name in (a, b))
    return bool(one and other) and (one <= other or other <= one)


@lru_cache(maxsize=1 << 16)
def may_be_one(a: str, b: str, party: str | None = None) -> bool:
    """Whether two names can be of one person, who acts for `party`, also where one has a slip of a letter."""
    one, other = parse(plain(a), party), parse(plain(b), party)
    return liken(one, other).kind not in ("apart", "unclear") or a_letter_apart(one, other)
