"""People named without rank, address or office: what a person does or has done licenses the name.

A run of two capital words or more is a person where

1. its last word alone is told of with an office or does what only people do ("Minister |Hultqvist|",
   "|Tokayev| had arrived", "said |Rotar|");
2. the run itself does ("|Pål Jonson| met"), or is met ("received |Harald Buschek|");
3. it is told with its state in a clause of doing ("chaired by Angola's |Téte António|"), or with an office
   that several hold ("|X and Y|, then foreign ministers", "the ministers of Chile and Peru, |X and Y|"), or
   heads a body ("|X|, who heads the arms agency");
4. it is told with initials and it signs ("|R. K. Singh| and Robert Habeck had signed");
5. it is presented as one who holds an office or travels ("headed by |X|", "|X|, on a state visit to",
   "|X|'s state visit");
6. it puts its own name to a text ("|X| and Y put their names to"), or is one of two who do together what
   companies do not ("|X| and Y stood side by side");
7. it is known of somebody who held high office in a state that the text names;
8. it stands in one list with a person so told ("|X, Y| and Z signed").

Companies and ships can sign, agree and say, so that these verbs license nothing by the full name alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from servanda.codebook.office_holders import states_of
from servanda.extract.complements import AND
from servanda.extract.leads import read_lead
from servanda.extract.names import name_end
from servanda.extract.naming import Naming, share_post
from servanda.extract.page import Page
from servanda.extract.posts import Post, states_told

_PLACING = frozenset({"in", "at", "near", "to", "from", "off", "on", "the", "a", "an", "aboard", "of", "for"})
_JOINTS = AND | {","}
_HAVING = frozenset({"has", "had", "have", "also", "later", "then", "last", "again"})
_STYLES = frozenset(
    {"eminence", "excellency", "highness", "holiness", "lordship", "majesty", "grace", "worship"}
)
_OWN_NAME = frozenset({"his", "her", "their"})
_IN_OFFICE = frozenset({"predecessor", "successor"})
_VISIT_REACH = 7
"""Words behind a name up to which "visit" stands in ", on a two-day official visit"."""
_TRIP_REACH = 4
"""Words behind "X's" in which "state visit" or "two-day trip" stands."""
_PUTTING = frozenset({"put", "puts", "affixed", "set"})
_TELLING_REACH = 2
_OFFICE_REACH = 8
"""Words before a name in which "of Chile and Peru," stands."""
_RECEIVING = frozenset({"received", "welcomed", "greeted", "hosted", "receives", "welcomes"})
_LEAD_REACH = 60
"""Words before a name in which the sentence before it stands."""
_BODY_REACH = 12
"""Words behind "who heads" up to which the body's name ends."""
_LONGEST_SHORT = 4
"""Capitals up to this length are initials of a body or ship ("RSS Persistence"), longer ones a surname."""


def find_bare(page: Page, namings: Sequence[Naming], posts: Sequence[Post]) -> list[Naming]:
    """The people of a page who are named in full without a licence before or after the name, in order."""
    return _Bare(page, namings, posts).found()


class _Bare:
    def __init__(self, page: Page, namings: Sequence[Naming], posts: Sequence[Post]) -> None:
        self.page = page
        self._posts = {p.start: p for p in posts}
        self._ends = {p.end: p for p in posts}
        self._taken = {k for s in namings for k in range(s.whole_start, s.whole_end)}
        self._people = frozenset(self._taken)
        self._taken |= {k for p in posts for k in range(p.start, p.end)}
        self._surnames = {s.name[-1] for s in namings if (s.rank or s.posts) and not s.headline}

    def found(self) -> list[Naming]:
        """Licensed runs, and those that stand in one list with them."""
        runs = list(self._runs())
        if not runs:
            return []
        acting = self._acting_names(runs)
        licensed = {run for run in runs if self._is_licensed(run, acting)}
        listed = [(a, b) for a, b in pairwise(runs) if self._are_joined(a[1], b[0])]
        licensed.update(b for a, b in listed if a in licensed)
        licensed.update(a for a, b in reversed(listed) if b in licensed)
        namings = [self._naming(*run) for run in sorted(licensed)]
        for several in self._lists(namings):
            if several and several[-1].posts:
                share_post(self.page, several, several[-1].posts)
        return namings

    def _lists(self, namings: Sequence[Naming]) -> Iterator[list[Naming]]:
        """Those that are joined: "|A, B and C|"."""
        listed = list(namings[:1])
        for before, naming in pairwise(namings):
            if not self._are_joined(before.end, naming.start):
                yield listed
                listed = []
            listed.append(naming)
        yield listed

    def _runs(self) -> Iterator[tuple[int, int]]:
        words, particles, taken = self.page.words, self.page.lists.particles, 0
        for i, (word, after) in enumerate(pairwise(words)):
            if i < taken or not word.capital or not (after.capital or after.key in particles):
                continue
            taken = self._run_end(i)
            if taken - i > 1:
                yield i, taken

    def _run_end(self, i: int) -> int:
        """The end of a full name at `i` that nothing claims; `i` where none stands."""
        page, word = self.page, self.page.words[i]
        if not word.capital or word.silent or word.headline or i in self._taken:
            return i
        end = name_end(page, i, licensed=False)
        words = page.words[i:end]
        if end - i < 2 or any(k in self._taken for k in range(i, end)):
            return max(end, i)
        lists = page.lists
        named = any(w.key in lists.institutions or w.key in lists.portfolio for w in words)
        short = any(w.text.isupper() and len(w.text) <= _LONGEST_SHORT and w.kind == "word" for w in words)
        goes_on = page.is_word(end) and page.words[end].capital and not page.words[end].opens
        plain = any(w.function and not w.proper for w in words)
        named = named or page.at(i) in _STYLES
        return i if named or short or goes_on or plain or page.at(i - 1) in _PLACING else end

    def _acting_names(self, runs: Sequence[tuple[int, int]]) -> set[str]:
        """The last words of runs that stand alone elsewhere and do what only people do."""
        page, lists = self.page, self.page.lists
        inside = {k for a, b in runs for k in range(a, b)}
        last = {page.words[b - 1].text for _, b in runs}
        acting = set()
        for k, word in enumerate(page.words):
            if word.text not in last or k in inside or word.headline:
                continue
            if self._acts(k + 1, lists.speaks | lists.does) or page.at(k - 1) in lists.speaks:
                acting.add(word.text)
        return acting

    def _acts(self, i: int, verbs: frozenset[str]) -> bool:
        """Whether one of the verbs stands at `i`, or after "has", "also" and the like."""
        while self.page.at(i) in _HAVING:
            i += 1
        return self.page.at(i) in verbs

    def _is_licensed(self, run: tuple[int, int], acting: set[str]) -> bool:
        start, end = run
        page, lists = self.page, self.page.lists
        last = page.words[end - 1].text
        if last in self._surnames or last in acting:
            return True
        before = [page.at(k) for k in range(max(0, start - _TELLING_REACH), start)]
        is_met = bool(before) and (before[-1] in lists.meets or (before[-1] == "with" and before[0] == "met"))
        return (
            is_met
            or self._acts(end, lists.does)
            or self._is_of_state(run)
            or self._signs_with_initials(run)
            or self._puts_name_to(run)
            or self._is_presented(run)
            or self._office_of(run) is not None
            or self._heads_body(run) is not None
            or self._held_office(run)
            or self._shares_office(run)
        )

    def _held_office(self, run: tuple[int, int]) -> bool:
        """Whether the name is known of one who held high office in a state that the text names."""
        page, (start, end) = self.page, run
        return bool(states_of([word.text for word in page.words[start:end]]) & page.states)

    def _is_presented(self, run: tuple[int, int]) -> bool:
        """ "headed by |X|", "his predecessor, |X|", "|X|, on a state visit to Peru"."""
        page, (start, end) = self.page, run
        before = page.at(start - 2), page.at(start - 1)
        if " ".join(before) in page.lists.presenting or (before[0] in _IN_OFFICE and before[1] == ","):
            return True
        behind = [page.at(k) for k in range(end, end + _VISIT_REACH)]
        if end < len(page) and page.words[end].kind == "poss":
            return any(word in page.lists.stays for word in behind[1:_TRIP_REACH])
        return behind[:3] == [",", "on", "a"] and "visit" in behind

    def _puts_name_to(self, run: tuple[int, int]) -> bool:
        """ "|X| put his name to", "|X| and Y put their names to", "|X| and Y stood side by side"."""
        page, end = self.page, run[1]
        several = page.at(end) in AND
        if several:
            end = max(name_end(page, end + 1, licensed=False), end)
        while page.at(end) in _HAVING:
            end += 1
        if several and page.at(end) in page.lists.together:
            return True
        return page.at(end) in _PUTTING and page.at(end + 1) in _OWN_NAME

    def _signs_with_initials(self, run: tuple[int, int]) -> bool:
        """ "which |R. K. Singh| and Robert Habeck had signed": companies sign too, but without initials."""
        page, (start, end) = self.page, run
        if not any(w.kind == "initials" for w in page.words[start:end]):
            return False
        if page.at(end) in _JOINTS:
            end = max(name_end(page, end + 1, licensed=False), end)
        return self._acts(end, page.lists.signed)

    def _is_of_state(self, run: tuple[int, int]) -> bool:
        """ "chaired by |Angola's X|", "|Sweden's X| signed"."""
        page, (start, end) = self.page, run
        if start < 2 or page.words[start - 1].kind != "poss" or page.words[start - 2].party is None:
            return False
        party, before = page.words[start - 2].party, start - 2
        while before > 0 and page.words[before - 1].party is party:
            before -= 1
        return page.at(before - 1) in {"by", "with"} or self._acts(end, page.lists.speaks | page.lists.does)

    def _office_of(self, run: tuple[int, int]) -> Post | None:
        """The plural post in apposition to a list ending with it: "X and Y, |then foreign ministers|"."""
        page, i = self.page, run[1]
        if page.at(i) != ",":
            return None
        i += 1
        while page.at(i) in page.lists.dropped and i not in self._posts:
            i += 1
        post = self._posts.get(i)
        if post is None or not post.plural or read_lead(page, post.end, post) is not None:
            return None
        return post

    def _office_before(self, run: tuple[int, int]) -> Post | None:
        """The office that opens the sentence before the one the name opens: "|Germany's defence minister|
        arrived in Oslo. X said"; not of who receives its holder."""
        page, (start, end) = self.page, run
        if not page.words[start].opens or page.at(end) in _RECEIVING:
            return None
        lines = 0
        for k in range(start - 1, max(start - _LEAD_REACH, -1), -1):
            if k in self._people or page.words[k].headline:
                return None
            ends = page.ends_sentence(k) and page.words[k].kind != "line"
            lines += ends
            if lines > 1:
                return None
            post = self._posts.get(k)
            if post is None:
                continue
            first = k - (k > 0 and page.words[k - 1].kind == "poss")
            while first > 0 and not page.words[first].opens and page.words[first - 1].party is not None:
                first -= 1
            first -= page.at(first - 1) == "the"
            if page.words[first].opens:
                told = not post.plural and not post.mirrors and (post.party or post.world == "state")
                return post if lines and told else None
        return None

    def _heads_body(self, run: tuple[int, int]) -> Post | None:
        """ "X, who |heads the Korean arms agency|": an office told by what its holder does."""
        page, start = self.page, run[1] + 2
        heads = (
            page.at(start - 2) == ","
            and page.at(start - 1) == "who"
            and page.at(start) in page.lists.commanding
        )
        if not heads or page.at(start + 1) != "the":
            return None
        end = next((k for k in range(start + 2, start + _BODY_REACH) if not page.is_word(k)), start)
        words = page.words[start + 2 : end]
        if not any(w.key in page.lists.institutions for w in words):
            return None
        return Post(start, end, start, start + 1, "head", "office", page.cut(start, end))

    def _shares_office(self, run: tuple[int, int]) -> bool:
        """ "the foreign ministers of Chile and Peru, |X| and Y", "Presidents of Chile and Peru |X| and Y"."""
        page = self.page
        for k in range(run[0] - 1, max(run[0] - _OFFICE_REACH, -1), -1):
            office = self._ends.get(k + 1)
            if office is not None:
                return office.plural and len(states_told(page, office)) > 1
            if page.at(k) not in _JOINTS | {"the"} and page.words[k].party is None:
                return False
        return False

    def _are_joined(self, end: int, start: int) -> bool:
        """Whether only commas and "and" part what ends and begins there."""
        return end < start and all(self.page.at(k) in _JOINTS for k in range(end, start))

    def _naming(self, start: int, end: int) -> Naming:
        words = self.page.words[start:end]
        name = tuple(w.text for w in words if w.kind in {"word", "initials"})
        run = start, end
        office = self._office_of(run) or self._heads_body(run) or self._office_before(run)
        return Naming(start, end, start, end, name, posts=[office] if office else [], acts=True)
