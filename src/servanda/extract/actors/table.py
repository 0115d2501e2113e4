"""Who sits at the table at a place of the document: what the engagements told there show."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from servanda.codebook.places import is_state
from servanda.extract.analysis import Analysis, unique

_PAIR = 2
_JOINT_TEXT = re.compile(
    r"^[^\n]*\bjoint (?:press )?(?:statement|declaration|communiqu[eé]|vision statement)\b[^\n]{0,200}$",
    re.IGNORECASE | re.MULTILINE,
)
_WE = re.compile(
    r"^\W*(?:\d+\.?\s+)?We, [^\n]{10,400}?(?:, (?:met|have|today|hereby|declare|reaffirm)|\.\s|$)",
    re.MULTILINE,
)
_BEGINNING = 3000
"""Characters in which a joint text says who "we" are."""
_TOP = 400
"""Characters at the top of a text, in which its heading stands."""
_MOST = 4
"""Parties of a joint text of a few."""
_OFTEN = 3
"""Mentions from which a document is about a party."""
_MULTILATERAL_WEIGHT = 0.2
"""A body named in passing (the EU, the UN) counts less than a state when the two sides are sought."""


class Table:
    """The parties, host and day of the engagement that is told at a place, as the reader of engagements
    tells them."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._weight = _weights(analysis)
        self.ranked = _ranked_parties(analysis, self._weight)
        self.main = self.ranked[:2]
        self.is_of_two = _are_two_alone([self._weight[code] for code in self.ranked]) or (
            _names_no_third(analysis)
        )
        self.signatories = _signatories(analysis)
        self._seats: list[tuple[int, tuple[str, ...]]] = [(0, who) for who in _heads_of_joint_text(analysis)]
        self._hosts: list[tuple[int, str]] = []
        self._days: list[tuple[int, str]] = []

    def seat(self, offset: int, parties: Iterable[str]) -> None:
        """Tell that from the character offset on, these parties sit at the table (an engagement was read)."""
        self._seats.append((offset, unique(parties)))
        self._seats.sort(key=lambda seat: seat[0])

    def set_host(self, offset: int, party: str) -> None:
        """Tell that the engagement at the character offset takes place at this party's."""
        self._hosts.append((offset, party))

    def set_day(self, offset: int, date: str) -> None:
        """Tell the date of an engagement that was held and is told at the character offset."""
        self._days.append((offset, date))
        self._days.sort()

    def frame(self, offset: int) -> tuple[str, ...]:
        """Parties of the engagement told last before the offset; the document's main parties without one."""
        before = [parties for start, parties in self._seats if start <= offset]
        if before:
            return before[-1]
        if self.is_of_two and len(self.main) == _PAIR and not self.signatories:
            return self.main
        return self._seats[0][1] if self._seats else self.main

    def seated(self, offset: int, number: int) -> tuple[str, ...]:
        """As `frame`, where the text counts the parties: "the three ministers" are those of three states."""
        frame = self.frame(offset)
        states = [code for code in self.ranked if is_state(code)]
        return frame if len(frame) >= number or len(states) < number else unique([*frame, *states])[:number]

    def is_seated(self, offset: int) -> bool:
        """Whether an engagement of two parties or more was told before the offset."""
        return any(start <= offset and len(parties) > 1 for start, parties in self._seats)

    def table(self, offset: int) -> tuple[str, ...]:
        """The parties that certainly sit together at the offset: an engagement has been told, or people of
        both main parties are named; else none."""
        if self.is_seated(offset):
            return self.frame(offset)
        named = {p.party for p in self.analysis.people}
        met = self.is_of_two or set(self.main) <= named
        return self.main if len(self.main) > 1 and met else ()

    def pair(self, offset: int) -> tuple[str, ...]:
        """The parties at the table where they are just two: those of the engagement told last, or the two of
        whom the document tells, a third being named in passing at most; else none."""
        if self.is_seated(offset):
            frame = self.frame(offset)
            return frame if len(frame) == _PAIR else ()
        weights = sorted(self._weight.values(), reverse=True)
        in_passing = len(weights) <= _PAIR or weights[_PAIR] * 2 <= weights[_PAIR - 1]
        return self.main if len(self.main) == _PAIR and in_passing else ()

    def other_of_pair(self, offset: int, side: Iterable[str]) -> tuple[str, ...]:
        """The other one of the pair; both where no side is given, none where it is not one of them."""
        pair, mine = self.pair(offset), set(side)
        return tuple(code for code in pair if code not in mine) if mine < set(pair) else ()

    def others(self, offset: int, parties: Iterable[str]) -> tuple[str, ...]:
        """The parties at the table that are not among the given ones."""
        mine = set(parties)
        return tuple(p for p in self.frame(offset) if p not in mine)

    def host_at(self, offset: int) -> str | None:
        """The host of the engagement told nearest to the offset; the home party when none was told."""
        if self._hosts:
            return min(self._hosts, key=lambda host: abs(host[0] - offset))[1]
        return self.analysis.home

    def date_at(self, offset: int) -> str | None:
        """The date of the engagement told last before the offset."""
        return next((date for start, date in reversed(self._days) if start <= offset), None)


def _heads_of_joint_text(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    """Those in whose names a joint text speaks, as a line at its top says: "Joint Declaration of the
    Presidents of Poland and Lithuania"."""
    for line in _JOINT_TEXT.finditer(analysis.text, 0, _TOP):
        named = unique(m.code for m in analysis.parties if line.start() <= m.start < line.end())
        if _PAIR <= len(named) <= _MOST:
            yield named
            return


def _signatories(analysis: Analysis) -> tuple[str, ...]:
    """The parties of "We, X, Prime Minister of Poland, and Y, President of Lithuania", and of a joint text's
    heading."""
    we = _WE.search(analysis.text, 0, _BEGINNING)
    if we is None:
        return next(_heads_of_joint_text(analysis), ())
    people = (p.party for _, p in analysis.names_in(we.start(), we.end()))
    return unique([*people, *(m.code for m in analysis.parties_in(we.start(), we.end()))])


def _are_two_alone(weights: list[float]) -> bool:
    """Whether the document speaks again and again of two parties, and of others in passing only."""
    two, others = weights[:2], weights[2:]
    return len(two) > 1 and min(two) >= _OFTEN and all(2 * other <= min(two) for other in others)


def _names_no_third(analysis: Analysis) -> bool:
    """Whether the document names two states again and again, be it by their cities, and nobody else."""
    named = Counter(
        m.code for m in analysis.parties if not analysis.in_region(m.start, "credit", "boilerplate")
    )
    return len(named) == _PAIR and all(is_state(code) for code in named) and min(named.values()) >= _OFTEN


def _weights(analysis: Analysis) -> defaultdict[str, float]:
    """How much the document speaks of each party, people of it counting double."""
    weight: defaultdict[str, float] = defaultdict(float)
    for person in analysis.people:
        if person.party:
            weight[person.party] += 2 * len(person.mentions)
    for mention in analysis.parties:
        if mention.form != "capital" and not analysis.in_region(mention.start, "credit", "boilerplate"):
            weight[mention.code] += 1 if is_state(mention.code) else _MULTILATERAL_WEIGHT
    return weight


def _ranked_parties(analysis: Analysis, weight: defaultdict[str, float]) -> tuple[str, ...]:
    """The parties that the document is about: home first if it takes part, else by weight."""
    ranked = sorted(weight, key=weight.__getitem__, reverse=True)
    home = analysis.home
    if home and ranked:
        return unique([home, *(code for code in ranked if code != home)])
    return tuple(ranked)
