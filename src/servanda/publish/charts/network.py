"""Who deals with whom: the parties that appear together, and the people who met."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, Generic, TypeVar

import msgspec

from servanda.publish.charts.ring import Band, Ring, Sector, draw
from servanda.publish.charts.values import Chart, Item, Row, Who

TITLE: Final = "Parties and people"
_MOST_PARTIES, _MOST_PEOPLE = 24, 56

Node = TypeVar("Node", str, Who)


class Edge(msgspec.Struct, Generic[Node], frozen=True):
    """Two that appear together in so many entries; `done` of these were held, signed or kept."""

    one: Node
    other: Node
    entries: int
    done: int


def network(items: Iterable[Item], names: Mapping[str, str]) -> Chart:
    """The parties that have something to do with each other and the people who met.

    names  of parties, by code; one without a name is shown by its code

    Those with the most entries are drawn, at most 24 parties and 56 people; `rows` has all.
    """
    every = list(items)
    parties = party_edges(every)
    people = people_edges(every)
    dealings, meetings = _weights(parties), _weights(people)
    chosen = [code for code, _ in dealings.most_common(_MOST_PARTIES)]
    known = [who for who, _ in meetings.most_common() if who.party in chosen][:_MOST_PEOPLE]
    ring = Ring(
        sectors=tuple(
            Sector(code, names.get(code, code), tuple(who.name for who in known if who.party == code))
            for code in _neighbours(chosen, parties)
        ),
        between=tuple(
            Band(e.one, e.other, e.entries, e.done > 0) for e in parties if {e.one, e.other} <= set(chosen)
        ),
        met=tuple(
            Band(_key(e.one), _key(e.other), e.entries, e.done > 0)
            for e in people
            if {e.one, e.other} <= set(known)
        ),
    )
    described = _description(parties, names)
    return Chart(
        svg=draw(ring, TITLE, described),
        title=TITLE,
        description=described,
        rows=(*_rows("parties", parties), *_rows("people", people)),
        notes=tuple(_notes(len(dealings) - len(chosen), len(meetings) - len(known))),
    )


def party_edges(items: Iterable[Item]) -> list[Edge[str]]:
    """Each two parties that an entry names together, those with the most entries first."""
    return _edges(items, lambda item: sorted(set(item.parties)))


def people_edges(items: Iterable[Item]) -> list[Edge[Who]]:
    """Each two people who took part in the same, those who did so most often first."""
    return _edges(items, lambda item: sorted(set(item.people), key=_key))


def _key(who: Who) -> str:
    return f"{who.party or ''} {who.name}"


def _edges(items: Iterable[Item], nodes: Callable[[Item], list[Node]]) -> list[Edge[Node]]:
    entries: Counter[tuple[Node, Node]] = Counter()
    done: Counter[tuple[Node, Node]] = Counter()
    for item in items:
        for pair in combinations(nodes(item), 2):
            entries[pair] += 1
            done[pair] += item.state == "done"
    return [Edge(*pair, number, done[pair]) for pair, number in entries.most_common()]


def _weights(edges: Iterable[Edge[Node]]) -> Counter[Node]:
    found: Counter[Node] = Counter()
    for edge in edges:
        found[edge.one] += edge.entries
        found[edge.other] += edge.entries
    return found


def _neighbours(codes: list[str], edges: Iterable[Edge[str]]) -> Iterator[str]:
    """From the first on, each beside the one that it has most to do with."""
    between: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        between[edge.one][edge.other] += edge.entries
        between[edge.other][edge.one] += edge.entries
    left = list(codes)
    while left:
        code = left.pop(0)
        yield code
        left.sort(key=lambda other, of=code: -between[of][other])  # type: ignore[misc]


def _description(parties: list[Edge[str]], names: Mapping[str, str]) -> str:
    if not parties:
        return "No entry names two parties."
    most = parties[0]
    pair = " and ".join(names.get(code, code) for code in (most.one, most.other))
    number = len({code for edge in parties for code in (edge.one, edge.other)})
    pairs = f"{len(parties)} pairs of them" if len(parties) > 1 else "1 pair"
    return f"{number} parties, {pairs}; most entries: {pair} ({most.entries})."


def _rows(kind: str, edges: Iterable[Edge[Node]]) -> Iterator[Row]:
    for edge in edges:
        one, other = edge.one, edge.other
        yield {
            "between": kind,
            "one": one.name if isinstance(one, Who) else one,
            "one_party": one.party if isinstance(one, Who) else one,
            "other": other.name if isinstance(other, Who) else other,
            "other_party": other.party if isinstance(other, Who) else other,
            "entries": edge.entries,
            "done": edge.done,
        }


def _notes(parties: int, people: int) -> Iterator[str]:
    if parties:
        yield f"Not drawn: {parties} parties with fewer entries."
    if people:
        yield f"Not drawn: {people} people who met others less often, or whose party is not drawn."
