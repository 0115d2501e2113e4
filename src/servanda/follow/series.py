"""What a numbered meeting implies: the third of a series had a first and a second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from servanda.follow.things import Stems, content_stems, stem
from servanda.model.facts import Engagement
from servanda.model.fold import fold_words
from servanda.resolve.entry import Entry
from servanda.resolve.mention import Mention

_LIKE = 0.5
SERIAL = frozenset({"dialogue", "conference", "exercise"})
"""Types of engagement that have series."""


class Implied(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings of a series of which no document read so far tells: implied, no facts.

    series, parties  as the mention that implies them tells
    first, last      their numbers; the same where it is one
    by               the mention of the next later one that is told
    """

    series: str
    parties: tuple[str, ...]
    first: int
    last: int
    by: Mention


class _Series(msgspec.Struct):
    """The entries of one series found so far: the stems of its name, and a mention for each number."""

    stems: Stems
    told: dict[int, Mention]


def implied(entries: Iterable[Entry]) -> list[Implied]:
    """The numbers of each series that have to exist, since a later one does, and for which no entry does.
    A series is told by its name, its parties and the type of its meetings."""
    found: list[Implied] = []
    for (_, parties), several in sorted(_all_series(entries).items(), key=lambda each: str(each[0])):
        for series in several:
            found += _gaps(series, tuple(sorted(parties)))
    return found


def _all_series(entries: Iterable[Entry]) -> dict[tuple[str, frozenset[str]], list[_Series]]:
    series: dict[tuple[str, frozenset[str]], list[_Series]] = defaultdict(list)
    numbered = [m for entry in sorted(entries, key=lambda e: e.id) for m in entry.mentions if _is_numbered(m)]
    for mention in sorted(numbered, key=lambda m: (-len(_stems(m)), m.id)):
        fact = mention.fact
        if not isinstance(fact, Engagement) or fact.ordinal is None:
            continue
        same = series[fact.type, frozenset(fact.parties)]
        stems = _stems(mention)
        home = next((s for s in same if are_one(s.stems, stems)), None)
        if home is None:
            home = _Series(stems, {})
            same.append(home)
        home.told.setdefault(fact.ordinal, mention)
    return series


def _is_numbered(mention: Mention) -> bool:
    fact = mention.fact
    return (
        isinstance(fact, Engagement) and fact.type in SERIAL and bool(fact.ordinal) and len(fact.parties) > 1
    )


def _stems(mention: Mention) -> Stems:
    """Of the name of the series; where nothing distinguishes it, of all words of the name."""
    return name_stems(getattr(mention.fact, "series", None) or "")


def name_stems(name: str) -> Stems:
    """The stems that tell a series by its name."""
    return frozenset(content_stems(name) or map(stem, fold_words(name)))


def are_one(a: Stems, b: Stems) -> bool:
    """Whether series of the same type and parties whose names have these stems are one."""
    return len(a & b) >= _LIKE * min(len(a), len(b))


def _gaps(series: _Series, parties: tuple[str, ...]) -> Iterable[Implied]:
    before = 0
    for number in sorted(series.told):
        if number - before > 1:
            mention = series.told[number]
            name = getattr(mention.fact, "series", None) or ""
            yield Implied(series=name, parties=parties, first=before + 1, last=number - 1, by=mention)
        before = number
