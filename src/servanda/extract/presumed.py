"""Whose side a person is presumed to be on where no words of the document tell it.

1. who holds an office that just one of the document's states can have is of that state;
2. who travels to the one of two states is of the other, and so is the counterpart of somebody of the one;
3. staff named after somebody of an organisation or another state is of the same;
4. who holds an office with no state named is of the home of the document, unless somebody of the home
   meets him or her abroad, or signs there, or shares a chair; business people are of the state whose
   business the document tells of, and a second holder of one office is of the other state;
5. where a document knows just two states, who thanks or meets the one is of the other; not who meets it
   and is named without an office, where a third state is named in passing;
6. who receives a visitor, or is met by him, is of the host (`hosts`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import pairwise

from servanda.codebook.places import is_state
from servanda.codebook.titles import can_have
from servanda.extract.homes import shown_home, unclaimed_state
from servanda.extract.hosts import presume_hosts
from servanda.extract.journeys import Journeys
from servanda.extract.naming import Naming
from servanda.extract.offices import (
    is_foreign_title,
    is_of_government,
    is_staff,
    leader_of,
    leads_government,
    state_of_title,
    unique_offices,
)
from servanda.extract.posts import Post, states_told
from servanda.extract.same import Group, fold
from servanda.extract.sides import SEPARATORS, Sides

_LIST_REACH = 4
_A_PAIR = 2
_MEETING_REACH = 12
_TALKING = frozenset({"met", "held", "spoke", "talked", "conferred"})
_MEETINGS = frozenset({"meetings", "met", "meet", "meets", "conferred"})


def presume_parties(sides: Sides) -> list[str | None]:
    """The party of each group: that of the evidence, else what is presumed, else None."""
    return _Presumption(sides).party


class _Presumption:
    def __init__(self, sides: Sides) -> None:
        self.sides, self.page, self.groups = sides, sides.page, sides.groups
        self.party = [sides.party(n) for n in range(len(sides.groups))]
        self.states, self.third = self._states()
        self.journeys = Journeys(sides)
        self._by_title()
        self._by_order()
        self._by_travel()
        self._by_counterpart()
        home = sides.home or shown_home(sides, self._other)
        if home:
            self._by_staff(home)
            self._by_visit(home)
            self._by_embassy(home)
            self._by_chair(home)
            self._by_office(home)
            self._by_meeting(home)
            self._by_home(home)
        else:
            self._by_leading()
        self._by_rival_office()
        self._by_thanks()
        self._by_encounter()
        self._by_order_of_states()
        presume_hosts(sides, self.journeys, self.party, self._other)
        if not home:
            self._by_unmarked()
            self._by_unclaimed()

    def _states(self) -> tuple[list[str], bool]:
        """The two states that the document is about, or fewer or more where there are not just two; and
        whether a third is named in passing."""
        words = self.page.words
        count = Counter(
            w.party.code for w in words if w.party is not None and w.party.form != "body" and not w.silent
        )
        if self.sides.home:
            count[self.sides.home] += 1
        ranked = count.most_common()
        in_passing = len(ranked) > 2 and ranked[2][1] * 2 <= ranked[1][1]
        third = in_passing and any(is_state(code) for code, _ in ranked[2:])
        return [code for code, _ in (ranked[:2] if in_passing else ranked)], third

    def _other(self, code: str | None) -> str | None:
        if len(self.states) != 2 or code not in self.states:
            return None
        return self.states[1 - self.states.index(code)]

    def _other_for(self, n: int, code: str | None) -> str | None:
        """The other of two states, where it can have the offices of the person and no other holder has."""
        other = self._other(code)
        if other is not None and self._is_taken(n, other):
            return None
        posts = [p for p in self._posts(n) if p.world == "state"]
        return other if other and all(can_have(other, p.text, p.head) for p in posts) else None

    def _posts(self, n: int) -> list[Post]:
        return [p for s in self.groups[n].namings for p in s.posts]

    # title

    def _by_title(self) -> None:
        words = self.page.words
        named = {
            w.party.code for w in words if w.party is not None and w.party.form != "body" and not w.silent
        }
        if self.sides.home:
            named.add(self.sides.home)
        away = self.sides.home is not None and self.sides.home not in self.states
        for n in range(len(self.groups)):
            if self.party[n] is None:
                self.party[n] = state_of_title(self._posts(n), () if away else self.states, named)
        if len(self.states) == 1:
            self.states += sorted({p for p in self.party if p and len(p) == 2 and p not in named})[:1]

    def _by_order(self) -> None:
        """ "The ministers of Norway, Sweden and Finland met. A, B and C signed": each of his state."""
        for post in self.sides.loose:
            codes = states_told(self.page, post) if post.plural else []
            for row in self._rows(len(codes)) if len(codes) > 1 else []:
                if all(self.party[n] is None for n in row):
                    for n, code in zip(row, codes, strict=True):
                        self.party[n] = code

    def _rows(self, size: int) -> Iterator[list[int]]:
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

    def _by_counterpart(self) -> None:
        """ "Minister A met his counterpart, B": of the other of two states."""
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if self.party[n] is None and any(p.mirrors for p in b.posts):
                self.party[n] = self._other(self.party[m] or self.sides.home)
            if self.party[m] is None and any(p.mirrors for p in a.posts) and m != n:
                self.party[m] = self._other(self.party[n])

    # staff

    def _by_staff(self, home: str) -> None:
        """ "the Country Director, X, and |Economist Y": staff listed after somebody not of the home."""
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            known = self.party[m]
            if self.party[n] is not None:
                continue
            if known not in {None, home} and self._is_listed(a, b) and is_staff(self.page, self._posts(n)):
                self.party[n] = known
            else:
                self.party[n] = self._superior(n)

    def _superior(self, n: int) -> str | None:
        """ "Secretary to Hon. A": the party of the person whom the post names."""
        told = [
            set(fold(p.text.replace(",", "").split(" to ")[1].split()))
            for p in self._posts(n)
            if " to " in p.text
        ]
        superiors = (
            m
            for m, g in enumerate(self.groups)
            if any(set(name) & words for name in g.names for words in told)
        )
        return next((self.party[m] for m in superiors if m != n), None)

    def _is_listed(self, a: Naming, b: Naming) -> bool:
        between = [self.page.at(k) or "\n" for k in range(a.whole_end, b.whole_start)]
        return len(between) <= _LIST_REACH and all(w in SEPARATORS for w in between)

    # travel

    def _by_travel(self) -> None:
        for n in range(len(self.groups)):
            others = {o for o in map(self._other, self.journeys.destinations(n)) if o}
            if self.party[n] is None and len(others) == 1:
                self.party[n] = others.pop()

    # abroad

    def _by_visit(self, home: str) -> None:
        """ "on A's visit to Vietnam ... |A held meetings with B, ..., and Prime Minister C|"."""
        for m in range(len(self.groups)):
            hosts = self.journeys.destinations(m) - {home}
            if self.party[m] != home or len(hosts) != 1 or self._other(home) not in hosts:
                continue
            for n in self._met_by(m):
                if self.party[n] is None:
                    self.party[n] = self._other(home)

    def _met_by(self, m: int) -> set[int]:
        """Those named, in one list, after a person and "meetings with" or "talks with" in one sentence."""
        page, met = self.page, set()
        for _, end in self.groups[m].places:
            window = range(end, min(end + _MEETING_REACH, len(page)))
            stop = next((k for k in window if self._ends_sentence(k)), window.stop)
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

    def _ends_sentence(self, k: int) -> bool:
        return self.page.words[k].kind == "line" or self.page.words[k].text in {".", ";"}

    def _opens_meeting(self, k: int) -> bool:
        """Whether the word at `k` is the "with" of "talks with", "met with", or "met" itself."""
        page = self.page
        if page.at(k) == "with":
            return page.at(k - 1) in page.lists.encounters | _MEETINGS
        return page.at(k) in {"met", "meets", "meet"} and page.at(k + 1) != "with"

    def _by_embassy(self, home: str) -> None:
        """ "Foreign Minister A and the German Ambassador to Japan, B, |signed": A is of the host."""
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            host = next((p.accredited for p in b.posts if p.world == "diplomat" and p.accredited), None)
            abroad = host is not None and host != home and len(host) == 2 and self.party[n] == home
            if abroad and self.party[m] is None and self._act_together(a, b, self.page.lists.signed):
                self.party[m] = host

    def _by_chair(self, home: str) -> None:
        """ "Prime Minister A and President B |co-chaired" or "held talks": of two states, first the home."""
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if m == n or not (leads_government(a.posts) and leads_government(b.posts)):
                continue
            acts = self.page.lists.signed | self.page.lists.chaired
            alone = self._act_together(a, b, _TALKING) and not self._speak_with_another(b)
            if not (self._act_together(a, b, acts) or alone) or not self._other(home):
                continue
            if self.party[m] is None and self.party[n] is None:
                self.party[m] = home
            self.party[m] = self.party[m] or self._other(self.party[n])
            self.party[n] = self.party[n] or self._other(self.party[m])

    def _speak_with_another(self, b: Naming) -> bool:
        """ "A and B met |with| C": the two may be of one side."""
        after = range(b.whole_end, min(b.whole_end + _MEETING_REACH, len(self.page)))
        end = next((k for k in after if self._ends_sentence(k)), after.stop)
        return any(self.page.at(k) == "with" for k in range(b.whole_end, end))

    def _act_together(self, a: Naming, b: Naming, acts: Collection[str]) -> bool:
        """Whether two joined by "and" alone do one of the acts: "A |and| B |signed|"."""
        page = self.page
        if not self.sides.joined(a, b):
            return False
        between = {page.at(k) for k in range(a.whole_end, b.whole_start)}
        after = b.whole_end + (page.at(b.whole_end) == ",")
        return between <= {"and", "the"} and page.at(after) in acts

    # home

    def _by_office(self, home: str) -> None:
        """A state has one Secretary of Defence: another so called, and who is listed with him, is foreign."""
        for n in range(len(self.groups)):
            if self.party[n] is None and self._is_taken(n, home):
                self.party[n] = self._other(home)
                self._share_in_list(n)

    def _by_leading(self) -> None:
        """ "President A thanked Prime Minister B", of France and India: each leads one of the two."""
        told = [leader_of(self._posts(n), self.states) for n in range(len(self.groups))]
        for n, code in enumerate(told):
            if code and self.party[n] is None and told.count(code) == 1 and code not in self.party:
                self.party[n] = code

    def _by_order_of_states(self) -> None:
        """ "Poland and Lithuania hold talks. Defence ministers |A and B| met": in the order of the states."""
        order = list(dict.fromkeys(w.party.code for w in self.page.words if w.party is not None))
        states = [code for code in order if code in self.states]
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            shared = any(p.plural for p in a.posts) and self.sides.joined(a, b)
            if (
                shared
                and len(states) == len(self.states) == _A_PAIR
                and self.party[m] is self.party[n] is None
            ):
                self.party[m], self.party[n] = states

    def _by_unmarked(self) -> None:
        """ "Ukraine's Defence Minister A thanked Minister B": where a text tells the state of one side's
        people only, a minister of whom none is told is of the other, whose press it is."""
        told = {self.sides.party(n) for n in range(len(self.groups))} - {None}
        if len(told) != 1:
            return
        code = told.pop()
        unknown = [n for n in range(len(self.groups)) if self.party[n] is None]
        alone = {
            n for n in unknown if is_of_government(self._posts(n)) or self._is_head_of_mission(self.groups[n])
        }
        for a, b in self._pairs():
            if self.sides.joined(a, b):
                alone -= {self.sides.owner[id(a)], self.sides.owner[id(b)]}
        for n in alone:
            self.party[n] = self._other_for(n, code)

    def _by_unclaimed(self) -> None:
        """ "President A met Presidents B of Uganda and C of Mali", in a text on Kenya: of the state of which
        a document speaks most and is told to be nobody."""
        away = {code for n in range(len(self.groups)) for code in self.journeys.destinations(n)}
        code = unclaimed_state(self.sides, {party for party in self.party if party} | away)
        if code is None:
            return
        unknown = [n for n in range(len(self.groups)) if self.party[n] is None]
        alone = {n for n in unknown if is_of_government(self._posts(n)) and not self._is_taken(n, code)}
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if self.sides.joined(a, b) or (m in alone and self._meets(a, b)):
                alone -= {n} if self.party[m] or not self.sides.joined(a, b) else {m, n}
        for n in alone:
            self.party[n] = code

    def _by_rival_office(self) -> None:
        """A state has one Prime Minister: another so called is of the other of two states."""
        for n in range(len(self.groups)):
            of = [code for code in self.states if self.party[n] is None and self._is_taken(n, code)]
            if len(of) == 1:
                self.party[n] = self._other(of[0])

    def _is_taken(self, n: int, home: str) -> bool:
        offices = unique_offices(self._posts(n))
        held = (held for m, held in enumerate(self._held) if m != n and self.party[m] == home)
        return any(offices & theirs for theirs in held)

    @cached_property
    def _held(self) -> list[set[tuple[str, str]]]:
        """The offices that each group holds and no other of its state can."""
        return [
            unique_offices(p for s in group.namings if not s.acts for p in s.posts) for group in self.groups
        ]

    def _by_meeting(self, home: str) -> None:
        """ "President A received Minister B": of two unknown the one who acts is of the home."""
        for a, b in self._pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if m == n or not self._meets(a, b):
                continue
            if self.party[m] is None and self.party[n] is None:
                self.party[m] = home if self._other(home) else None
            if self.party[n] is None and is_of_government(self._posts(n)):
                self.party[n] = self._other(self.party[m])
            elif self.party[m] is None and is_of_government(self._posts(m)):
                self.party[m] = self._other(self.party[n])

    def _meets(self, a: Naming, b: Naming) -> bool:
        """Whether a word of an encounter stands between two members of governments in one clause."""
        page, between = self.page, range(a.whole_end, b.whole_start)
        if len(between) > _MEETING_REACH or any(page.words[k].kind in {"line", "mark"} for k in between):
            return False
        both = is_of_government(a.posts) and is_of_government(b.posts)
        return both and any(page.at(k) in page.lists.encounters for k in between)

    def _share_in_list(self, n: int) -> None:
        for a, b in self._pairs():
            pair = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if n in pair and self.sides.joined(a, b):
                for m in pair:
                    self.party[m] = self.party[m] or self.party[n]

    def _by_home(self, home: str) -> None:
        business = self._business()
        abroad = self._other(home) if self._travels(home) else None
        for n, group in enumerate(self.groups):
            if self.party[n] is not None or home in self.journeys.destinations(n):
                continue
            if is_foreign_title(self._posts(n), home) or all(s.acts for s in group.namings):
                continue
            if self.sides.home is None and not self._posts(n):
                continue
            received_abroad = abroad is not None and self._receives(group)
            if received_abroad or self._is_taken(n, home) or self._is_head_of_mission(group):
                self.party[n] = self._other(home)
            else:
                self.party[n] = (business if self._is_in_business(group) else None) or home

    def _travels(self, home: str) -> bool:
        """Whether somebody of the home is in the other of two states, and nobody of that one in the home."""
        goals = [(self.party[n], self.journeys.destinations(n)) for n in range(len(self.groups))]
        out = any(mine == home and self._other(home) in codes for mine, codes in goals)
        return out and not any(mine == self._other(home) and home in codes for mine, codes in goals)

    def _receives(self, group: Group) -> bool:
        """ "was received |by President X|": whether somebody is said to be received by the person."""
        page = self.page
        before = [[page.at(s.whole_start - k) for k in (1, 2)] for s in group.namings]
        return any(link == "by" and verb in page.lists.meets for link, verb in before)

    def _is_head_of_mission(self, group: Group) -> bool:
        posts = [p for s in group.namings for p in s.posts]
        return any(p.head in self.page.lists.heads_of_mission for p in posts)

    def _is_in_business(self, group: Group) -> bool:
        companies = self.page.lists.companies
        posts = [p for s in group.namings for p in s.posts]
        return any(p.world == "company" or companies & set(p.text.lower().split()) for p in posts)

    def _business(self) -> str | None:
        """The state whose companies or investors the document speaks of most."""
        page = self.page
        told: Counter[str] = Counter()
        for k in (k for k, word in enumerate(page.words) if word.key in page.lists.business):
            mentions = {w.party for w in page.words[max(0, k - 3) : k] if w.party is not None}
            told.update(m.code for m in mentions if m.form in {"name", "demonym"})
        return max(told, key=lambda code: told[code]) if told else None

    # two sides

    def _pairs(self) -> list[tuple[Naming, Naming]]:
        return list(pairwise(self.sides.ordered))

    def _by_thanks(self) -> None:
        page = self.page
        for n, group in enumerate(self.groups):
            for _, end in group.places:
                window = range(end, min(end + 5, len(page)))
                verb = next((k for k in window if page.at(k) in page.lists.thanks), None)
                if verb is not None and self.party[n] is None:
                    near = (w.party for w in page.words[verb : verb + 12] if w.party is not None)
                    self.party[n] = self._other(next((p.code for p in near if p.form != "body"), None))

    def _by_encounter(self) -> None:
        before: list[str | None] = []
        while before != self.party:
            before = list(self.party)
            for a, b in self._pairs():
                m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
                if (self.party[m] is None) != (self.party[n] is None) and self._meet(a, b):
                    if self._is_met(a) and self._is_met(b):
                        continue
                    self.party[m] = self.party[m] or self._facing(m, self.party[n])
                    self.party[n] = self.party[n] or self._facing(n, self.party[m])

    def _is_met(self, naming: Naming) -> bool:
        """ "called on |Minister A| and held talks with |Admiral B|": whom somebody else meets."""
        page, k = self.page, naming.whole_start - 1
        while k > 0 and (
            page.at(k) == "the" or page.words[k].kind == "poss" or page.words[k].party is not None
        ):
            k -= 1
        return page.at(k) in {"on", "with"}

    def _facing(self, n: int, code: str | None) -> str | None:
        """Of which of two states one is who meets somebody of `code`. Who is named without an office can be
        of a state that the document names in passing as well: of none."""
        return self._other_for(n, code) if self._posts(n) or not self.third else None

    def _meet(self, a: Naming, b: Naming) -> bool:
        """Whether one sentence tells of both and of an encounter; people of one list are on one side."""
        page = self.page
        first = self.sides.sentence_start(a.whole_start)
        if self.sides.sentence_start(b.whole_start) > a.start:
            return False
        opening = {page.at(k) for k in range(max(0, a.whole_start - 6), a.whole_start)}
        pair = self._act_together(a, b, page.lists.chaired | page.lists.signed)
        if self.sides.joined(a, b) and not opening & page.lists.paired and not pair:
            return False
        return pair or any(
            page.at(k) in page.lists.encounters for k in range(first, min(b.whole_end + 4, len(page)))
        )
