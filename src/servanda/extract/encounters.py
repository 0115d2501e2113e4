"""Who meets, lists and acts with whom: what a text tells of two people, whosever side they are on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from servanda.extract.naming import Naming
from servanda.extract.offices import is_of_government
from servanda.extract.same import Group
from servanda.extract.sides import SEPARATORS, Sides

_LIST_REACH = 4
_MEETING_REACH = 12


class Encounters:
    """The people of a page two by two."""

    def __init__(self, sides: Sides) -> None:
        self.sides, self.page = sides, sides.page

    def pairs(self) -> list[tuple[Naming, Naming]]:
        """Each naming with the one behind it."""
        return list(pairwise(self.sides.ordered))

    def rows(self, size: int) -> Iterator[list[int]]:
        """Lists in the text of just so many different people, joined by commas and "and" alone."""
        row: list[Naming] = []
        for naming in self.sides.ordered:
            if row and not self.sides.joined(row[-1], naming):
                if len(row) == size:
                    yield [self.sides.owner[id(s)] for s in row]
                row = []
            row.append(naming)
        if len(row) == size:
            yield [self.sides.owner[id(s)] for s in row]

    def is_listed(self, a: Naming, b: Naming) -> bool:
        """Whether two namings stand in one list, with few words between."""
        between = [self.page.at(k) or "\n" for k in range(a.whole_end, b.whole_start)]
        return len(between) <= _LIST_REACH and all(w in SEPARATORS for w in between)

    def met_by(self, m: int) -> set[int]:
        """Those named, in one list, after a person and "meetings with" or "talks with" in one sentence."""
        page, met = self.page, set()
        for _, end in self.sides.groups[m].places:
            window = range(end, min(end + _MEETING_REACH, len(page)))
            stop = next((k for k in window if self.page.ends_sentence(k)), window.stop)
            link = next((k for k in range(end, stop) if self._opens_meeting(k)), None)
            listed = [s for s in self.sides.ordered if link is not None and s.whole_start > link]
            last = link
            for naming in listed:
                between = [page.at(k) for k in range((last or 0) + 1, naming.whole_start)]
                if len(between) > _LIST_REACH or not set(between) <= SEPARATORS:
                    break
                if not any(p.world == "diplomat" for p in naming.posts):
                    met.add(self.sides.owner[id(naming)])
                last = naming.whole_end - 1
        return met - {m}

    def _opens_meeting(self, k: int) -> bool:
        """Whether the word at `k` is the "with" of "talks with", "met with", or "met" itself."""
        page = self.page
        if page.at(k) == "with":
            return page.at(k - 1) in page.lists.encounters
        return page.at(k) in {"met", "meets", "meet"} and page.at(k + 1) != "with"

    def speak_with_another(self, b: Naming) -> bool:
        """ "A and B met |with| C": the two may be of one side."""
        after = range(b.whole_end, min(b.whole_end + _MEETING_REACH, len(self.page)))
        end = next((k for k in after if self.page.ends_sentence(k)), after.stop)
        return any(self.page.at(k) == "with" for k in range(b.whole_end, end))

    def act_together(self, a: Naming, b: Naming, acts: Collection[str]) -> bool:
        """Whether two joined by "and" alone do one of the acts: "A |and| B |signed|"."""
        page = self.page
        if not self.sides.joined(a, b):
            return False
        between = {page.at(k) for k in range(a.whole_end, b.whole_start)}
        after = b.whole_end + (page.at(b.whole_end) == ",")
        return between <= {"and", "the"} and page.at(after) in acts

    def governments_meet(self, a: Naming, b: Naming) -> bool:
        """Whether a word of an encounter stands between two members of governments in one clause."""
        page, between = self.page, range(a.whole_end, b.whole_start)
        if len(between) > _MEETING_REACH or any(page.words[k].kind in {"line", "mark"} for k in between):
            return False
        both = is_of_government(a.posts) and is_of_government(b.posts)
        return both and any(page.at(k) in page.lists.encounters for k in between)

    def is_met(self, naming: Naming) -> bool:
        """ "called on |Minister A|, received |General C| and held talks with |Admiral B|", "was received by
        |Minister A| and met |Admiral B|": whom somebody else meets."""
        page, k = self.page, naming.whole_start - 1
        while k > 0 and (
            page.at(k) == "the" or page.words[k].kind == "poss" or page.words[k].party is not None
        ):
            k -= 1
        by = page.at(k) == "by" and page.at(k - 1) in page.lists.meets
        return by or page.at(k) in {"on", "with"} | page.lists.meets

    def meet(self, a: Naming, b: Naming) -> bool:
        """Whether one sentence tells of both and of an encounter; people of one list are on one side."""
        page = self.page
        first = self.sides.sentence_start(a.whole_start)
        if self.sides.sentence_start(b.whole_start) > a.start:
            return False
        opening = {page.at(k) for k in range(max(0, a.whole_start - 6), a.whole_start)}
        pair = self.act_together(a, b, page.lists.chaired | page.lists.signed)
        if self.sides.joined(a, b) and not opening & page.lists.paired and not pair:
            return False
        return pair or any(
            page.at(k) in page.lists.encounters for k in range(first, min(b.whole_end + 4, len(page)))
        )

    def receives(self, group: Group) -> bool:
        """ "was received |by President X|": whether somebody is said to be received by the person."""
        page = self.page
        before = [[page.at(s.whole_start - k) for k in (1, 2)] for s in group.namings]
        return any(link == "by" and verb in page.lists.meets for link, verb in before)
