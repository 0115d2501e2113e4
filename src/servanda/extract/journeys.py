"""Where the people of a document travel to, as the words around their names tell."""

from __future__ import annotations

from servanda.extract.sides import Sides

_VISITED = frozenset({"visited", "visits", "toured"})
"""Verbs with the place as their object: "X |visited| Mongolia"."""


class Journeys:
    """The destinations of each group of a document."""

    def __init__(self, sides: Sides) -> None:
        self.sides, self.page = sides, sides.page
        self._destinations: dict[int, set[str]] = {}

    def destinations(self, n: int) -> set[str]:
        """The states to which the person travels."""
        if n not in self._destinations:
            found = set()
            wholes = {s.end: s.whole_end for s in self.sides.groups[n].namings}
            for start, end in self.sides.groups[n].places:
                found.add(self._travels_to(end) or self._stays_in(wholes.get(end, end)))
                found.add(self._visit_of(start, end))
            self._destinations[n] = {code for code in found if code}
        return self._destinations[n]

    def _travels_to(self, end: int) -> str | None:
        """ "X travelled to Vietnam", "X's official visit to France": where to, after the name."""
        page = self.page
        if told := self._stays_in(end):
            return told
        window = range(end, min(end + 7, len(page)))
        journey = next((k for k in window if page.at(k) in page.lists.journeys), None)
        if journey is None or any(page.words[k].text in {".", ";", ","} for k in range(end + 1, journey)):
            return None
        return self._destination(journey + 1)

    def _stays_in(self, end: int) -> str | None:
        """ "X |was in Hanoi|", "X, Minister of Defence, |was in Hanoi|"."""
        end += self.page.at(end) == ","
        stays = self.page.at(end) in {"was", "is"} and self.page.at(end + 1) == "in"
        return self._destination(end + 1) if stays else None

    def _visit_of(self, start: int, end: int) -> str | None:
        """ "the visit to France of X", "the visit of X, ..., to France"."""
        page = self.page
        before = range(max(self.sides.sentence_start(start), start - 7), start)
        visit = next((k for k in reversed(before) if page.at(k) in {"visit", "trip"}), None)
        if visit is None or "of" not in {page.at(k) for k in range(visit, start)}:
            return None
        return self._destination(visit + 1) or self._destination(end)

    def _destination(self, k: int) -> str | None:
        page = self.page
        for x in range(k, min(k + 6, len(page) - 1)):
            if page.ends_sentence(x) or page.at(x) == "by":
                return None
            behind = page.at(x) in {"to", "in", "for"}
            if behind or (x == k and page.at(x - 1) in _VISITED):
                y = x + behind
                y = min(y + (page.at(y) == "the"), len(page) - 1)
                mention = page.words[y].party
                if mention is None or mention.form not in {"name", "capital"}:
                    return None
                inland = mention.form == "capital" and mention.code == self.sides.home
                return None if inland else mention.code
        return None
