"""From decisions on two to sets of many: which mentions are one thing.

A pure function whose outcome does not depend on the order in which anything was read. Persons' rulings
come first and always hold, those that part before those that join; then the rules' decisions, the surest
first, each as far as nothing that the rules themselves have put into the two sets speaks against it at least
as surely. What a person has joined is not taken apart because the rules hold its halves to be two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from servanda.resolve.entry import Link
from servanda.resolve.judgement import Judgement
from servanda.resolve.mention import Decision

Against = Callable[[str, str], Decision | None]
"""What the rules say of two ids; only a verdict "different" counts."""


def clusters(
    ids: Iterable[str], links: Iterable[Link], rulings: Sequence[Judgement], against: Against
) -> list[list[str]]:
    """`ids` in sets that are one thing, each set and the list of them in ascending order.

    links    decisions "same" of rules; others, and those on unknown ids, are passed over
    rulings  judgements that stand. Where they contradict each other through others, "not the same" prevails,
             and of those that join the last.
    against  asked of the members of two sets before they are joined
    """
    sets = _Sets(ids)
    for ruling in sorted(rulings, key=lambda r: (r.ruling == "same", -r.number)):
        if ruling.a in sets and ruling.b in sets and ruling.a != ruling.b:
            if ruling.ruling == "not-same":
                sets.part(ruling.a, ruling.b)
            elif not sets.parted(ruling.a, ruling.b):
                sets.join(ruling.a, ruling.b)
    same = [link for link in links if link.decision.verdict == "same" and link.a in sets and link.b in sets]
    told = {(link.a, link.b) for link in same}

    def contradicted(link: Link) -> bool:
        pairs = ((min(a, b), max(a, b)) for a in blocks.of(link.a) for b in blocks.of(link.b))
        decisions = (against(*pair) for pair in pairs if pair not in told)
        return any(_speaks_against(decision, link) for decision in decisions)

    blocks = _Sets(sets)
    for link in sorted(same, key=lambda link: (-link.decision.score, link.a, link.b)):
        if sets.are_one(link.a, link.b) or sets.parted(link.a, link.b) or blocks.parted(link.a, link.b):
            continue
        if contradicted(link):
            # What speaks against this link speaks against the less sure ones that follow: no two ids are
            # asked about twice.
            blocks.part(link.a, link.b)
        else:
            blocks.join(link.a, link.b)
            sets.join(link.a, link.b)
    return sets.all()


def _speaks_against(decision: Decision | None, link: Link) -> bool:
    if decision is None or decision.verdict != "different":
        return False
    return decision.score >= link.decision.score


class _Sets:
    """Disjoint sets, some of which may never be joined."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {each: each for each in ids}
        self._members = {each: [each] for each in self._root}
        self._apart: dict[str, set[str]] = {}

    def __contains__(self, each: str) -> bool:
        return each in self._root

    def __iter__(self) -> Iterator[str]:
        return iter(self._root)

    def of(self, each: str) -> list[str]:
        return self._members[self._root[each]]

    def are_one(self, a: str, b: str) -> bool:
        return self._root[a] == self._root[b]

    def part(self, a: str, b: str) -> None:
        one, other = self._root[a], self._root[b]
        self._apart.setdefault(one, set()).add(other)
        self._apart.setdefault(other, set()).add(one)

    def parted(self, a: str, b: str) -> bool:
        return self._root[b] in self._apart.get(self._root[a], ())

    def join(self, a: str, b: str) -> None:
        kept, gone = sorted((self._root[a], self._root[b]), key=lambda root: -len(self._members[root]))
        if kept == gone:
            return
        moved = self._members.pop(gone)
        for member in moved:
            self._root[member] = kept
        self._members[kept] += moved
        for other in self._apart.pop(gone, set()):
            self._apart[other].discard(gone)
            self.part(kept, other)

    def all(self) -> list[list[str]]:
        return sorted(sorted(members) for members in self._members.values())
