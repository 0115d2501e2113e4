"""Who is of the host's side since he or she receives a visitor, or is met in one list with its people.

"He was greeted by President |B|", "Premier |C| received the minister", "met Secretary A and |Adviser B|".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from servanda.extract.journeys import Journeys
from servanda.extract.naming import Naming
from servanda.extract.sides import SEPARATORS, Sides

_LIST_REACH = 5
_LISTING = SEPARATORS | {"also", "then", "former"}
_LINKS = frozenset({"with", "by", "on"})
_VISITOR = frozenset(
    {"him", "her", "them", "minister", "visitor", "guest", "delegation", "president", "general"}
)
_ROLES = frozenset({"minister", "president", "premier", "chancellor", "king", "secretary", "ambassador"})
_BODIES = frozenset({"government", "delegation", "side", "team", "mission", "administration"})
_SUBJECTS = frozenset({"he", "she", "they", "the", "both"})
_COMPANY = frozenset({"accompanied", "travelled", "traveled", "flew", "came", "joined"})
_AFTER_NAME = 4

Other = Callable[[str | None], str | None]


def presume_hosts(sides: Sides, journeys: Journeys, party: list[str | None], other: Other) -> None:
    """Fill in `party` for those who receive or are met; `other` gives the second of just two states."""
    if None in party:
        _Hosts(sides, journeys, party, other).presume()


_THEY = frozenset({"he", "she", "they"})


class _Hosts:
    def __init__(self, sides: Sides, journeys: Journeys, party: list[str | None], other: Other) -> None:
        self.sides, self.page, self.party, self.other = sides, sides.page, party, other
        self.host = self._host(journeys)

    def _host(self, journeys: Journeys) -> str | None:
        """The one state that people known to be of another travel to."""
        found = {
            code
            for n, mine in enumerate(self.party)
            for code in journeys.destinations(n)
            if mine and code != mine
        }
        return found.pop() if len(found) == 1 else None

    def presume(self) -> None:
        """By the list met with, then by who meets it, receives or comes along."""
        lists = list(self._lists())
        for met in lists:
            self._share([self.sides.owner[id(s)] for s in met])
        for met in lists:
            told = self._against(met[0])
            for naming in met:
                self._set(naming, told)
        company = self._company()
        for naming in self.sides.ordered:
            if self._receives(naming):
                self._set(naming, self.host or self.other(self._last_known(naming)))
            elif id(naming) in company:
                self._set(naming, self._last_known(naming))

    def _set(self, naming: Naming, code: str | None) -> None:
        n = self.sides.owner[id(naming)]
        self.party[n] = self.party[n] or code

    def _share(self, people: list[int]) -> None:
        codes = {self.party[n] for n in people if self.party[n]}
        if len(codes) == 1:
            code = codes.pop()
            for n in people:
                self.party[n] = self.party[n] or code

    def _lists(self) -> Iterator[list[Naming]]:
        """Those named one after the other behind "met", "talks with", "was received by", "called on"."""
        ordered = self.sides.ordered
        for i, first in enumerate(ordered):
            if not self._is_met(first):
                continue
            row = [first]
            for naming in ordered[i + 1 :]:
                between = [self.page.at(k) or "\n" for k in range(row[-1].whole_end, naming.whole_start)]
                if len(between) > _LIST_REACH or not set(between) <= _LISTING:
                    break
                row.append(naming)
            yield row

    def _is_met(self, naming: Naming) -> bool:
        page, k = self.page, naming.whole_start - 1
        while page.at(k) in {"the", "also", "former"}:
            k -= 1
        owner = page.words[k - 1].party if k > 1 and page.words[k].kind == "poss" else None
        while owner is not None and k > 0 and (page.words[k].party is owner or page.words[k].kind == "poss"):
            k -= 1
        meets = page.lists.meets | page.lists.encounters
        return page.at(k) in page.lists.meets or (page.at(k) in _LINKS and page.at(k - 1) in meets)

    def _against(self, met: Naming) -> str | None:
        """The other side than that of the pronoun or description which opens the sentence."""
        start = self.sides.sentence_start(met.whole_start)
        named_before = [s for s in self.sides.ordered if start <= s.start < met.start]
        if any(not self._is_met(s) for s in named_before):
            return None
        if named_before:  # "called on Minister A and held talks with B": both are met
            return self.party[self.sides.owner[id(named_before[-1])]]
        words = self.page.words[start : met.whole_start]
        if not any(w.key in _SUBJECTS for w in words):
            return None
        before = (k for k in range(start, met.whole_start) if self._is_of_state(k))
        named = next((self.page.words[k].party for k in before), None)
        if named is not None:
            return self.other(named.code)
        roles = {w.key for w in words} & _ROLES
        return self.host or self.other(self._last_in_role(met, roles) if roles else self._last_known(met))

    def _is_of_state(self, k: int) -> bool:
        """ "the |Angolan| delegation", "the head of the |Lisbon| government"; not "was in Niamey and met"."""
        mention = self.page.words[k].party
        if mention is None or mention.form == "name":
            return False
        return mention.form == "demonym" or self.page.at(k + 1) in _BODIES

    def _last_in_role(self, naming: Naming, roles: set[str]) -> str | None:
        """The side of the last person before who is a prime minister, where "the Prime Minister" meets."""
        start = self.sides.sentence_start(naming.whole_start)
        for before in reversed([s for s in self.sides.ordered if s.start < start]):
            if roles & {word for post in before.posts for word in post.text.lower().split()}:
                return self.party[self.sides.owner[id(before)]]
        return None

    def _last_known(self, naming: Naming) -> str | None:
        """The side of the person named last in an earlier sentence, or of who meets that one in it: where he
        is not named ("He met A and B. He received C"), the other one of two."""
        start = self.sides.sentence_start(naming.whole_start)
        before = [s for s in self.sides.ordered if s.start < start]
        if not before:
            return None
        last = self.sides.sentence_start(before[-1].whole_start)
        met = self._met_in([s for s in before if s.start >= last])
        acting = [s for s in before if s.start >= last and id(s) not in met]
        known = self.party[self.sides.owner[id(before[-1])]]
        if id(before[-1]) not in met:
            return known
        if acting:
            return self.party[self.sides.owner[id(acting[0])]]
        told = {self.page.at(k) for k in range(last, before[-1].whole_start)}
        return self.other(known) if told & _THEY else known  # "Peru greets Minister X. He was welcomed by"

    def _met_in(self, named: list[Naming]) -> set[int]:
        """The `id` of those who are met, in one list or each by a verb of his own."""
        return {id(s) for row in self._lists() for s in row}.intersection(map(id, named))

    def _receives(self, naming: Naming) -> bool:
        """ "X |received the minister|", "X |granted the delegation| an audience"."""
        page, end = self.page, naming.whole_end
        end += page.at(end) == ","
        if page.at(end) not in page.lists.meets | {"granted"}:
            return False
        after = {page.at(k) for k in range(end + 1, end + _AFTER_NAME)}
        return bool(after & _VISITOR) and not any(
            end < s.start < end + _AFTER_NAME for s in self.sides.ordered
        )

    def _company(self) -> set[int]:
        """The `id` of who comes along: "X |and Y travelled with him|", "X |accompanied her|"."""
        page, found = self.page, set[int]()
        after: Naming | None = None
        for naming in reversed(self.sides.ordered):
            end = naming.whole_end
            told = page.at(end) in _COMPANY and {page.at(end + 1), page.at(end + 2)} & {"him", "her"}
            listed = page.at(end) in {"and", ","} and after is not None and id(after) in found
            if told or (listed and after is not None and self.sides.joined(naming, after)):
                found.add(id(naming))
            after = naming
        return found
