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
from functools import cached_property

from servanda.codebook.places import is_state
from servanda.codebook.titles import can_have
from servanda.extract.encounters import Encounters
from servanda.extract.homes import shown_home, unclaimed_state
from servanda.extract.hosts import presume_hosts
from servanda.extract.journeys import Journeys
from servanda.extract.offices import (
    is_foreign_title,
    is_of_government,
    is_staff,
    leader_of,
    leads_government,
    state_of_title,
    unique_offices,
)
from servanda.extract.on_behalf import state_at
from servanda.extract.posts import Post, states_told
from servanda.extract.same import Group, fold
from servanda.extract.scenery import forget_known_elsewhere, presume_by_scene
from servanda.extract.sides import Sides

_A_PAIR = 2
_VOICE_REACH = 7
"""Words behind "reiterated" up to the noun that is voiced."""
_CLAUSE_REACH = 10
_VERB_REACH = 4
"""Words behind a name up to the verb by which somebody is met."""


def presume_parties(sides: Sides) -> list[str | None]:
    """The party of each group: that of the evidence, else what is presumed, else None."""
    return _Presumption(sides).party


class _Presumption:
    def __init__(self, sides: Sides) -> None:
        self.sides, self.page, self.groups = sides, sides.page, sides.groups
        self.party = [sides.party(n) for n in range(len(sides.groups))]
        self.states, self.third = self._states()
        self.journeys, self.told = Journeys(sides), Encounters(sides)
        self._by_title()
        if sides.home and self.states == [sides.home] and self.page.states <= {sides.home}:
            self._by_home(sides.home)  # where no other is named, nobody is of another
        else:
            self._by_all()
        forget_known_elsewhere(sides, self.party)

    def _by_all(self) -> None:
        sides = self.sides
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
        self._by_officials()
        self._by_voice()
        self._by_encounter()
        self._by_order_of_states()
        presume_hosts(sides, self.journeys, self.party, self._other)
        if not home:
            self._by_unmarked()
            self._by_unclaimed()
            presume_by_scene(sides, self.party, self._is_taken)

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
            for row in self.told.rows(len(codes)) if len(codes) > 1 else []:
                if all(self.party[n] is None for n in row):
                    for n, code in zip(row, codes, strict=True):
                        self.party[n] = code

    def _by_counterpart(self) -> None:
        """ "Minister A met his counterpart, B": of the other of two states."""
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if self.party[n] is None and any(p.mirrors for p in b.posts):
                self.party[n] = self._other(self.party[m] or self.sides.home)
            if self.party[m] is None and any(p.mirrors for p in a.posts) and m != n:
                self.party[m] = self._other(self.party[n])

    # staff

    def _by_staff(self, home: str) -> None:
        """ "the Country Director, X, and |Economist Y": staff listed after somebody not of the home."""
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            known = self.party[m]
            if self.party[n] is not None:
                continue
            listed = known not in {None, home} and self.told.is_listed(a, b)
            if listed and is_staff(self.page, self._posts(n)):
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
            for n in self.told.met_by(m):
                if self.party[n] is None:
                    self.party[n] = self._other(home)

    def _by_embassy(self, home: str) -> None:
        """ "Foreign Minister A and the German Ambassador to Japan, B, |signed": A is of the host."""
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            host = next((p.accredited for p in b.posts if p.world == "diplomat" and p.accredited), None)
            abroad = host is not None and host != home and len(host) == 2 and self.party[n] == home
            if abroad and self.party[m] is None and self.told.act_together(a, b, self.page.lists.signed):
                self.party[m] = host

    def _by_chair(self, home: str) -> None:
        """ "Prime Minister A and President B |co-chaired" or "held talks": of two states, first the home."""
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if m == n or not (leads_government(a.posts) and leads_government(b.posts)):
                continue
            acts = self.page.lists.signed | self.page.lists.chaired
            talk = self.told.act_together(a, b, self.page.lists.talking)
            alone = talk and not self.told.speak_with_another(b)
            if not (self.told.act_together(a, b, acts) or alone) or not self._other(home):
                continue
            if self.party[m] is None and self.party[n] is None:
                self.party[m] = home
            self.party[m] = self.party[m] or self._other(self.party[n])
            self.party[n] = self.party[n] or self._other(self.party[m])

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
        for a, b in self.told.pairs():
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
        for a, b in self.told.pairs():
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
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if self.sides.joined(a, b) or (m in alone and self.told.governments_meet(a, b)):
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
        for a, b in self.told.pairs():
            m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
            if m == n or not self.told.governments_meet(a, b):
                continue
            if self.party[m] is None and self.party[n] is None:
                self.party[m] = home if self._other(home) else None
            if self.party[n] is None and is_of_government(self._posts(n)):
                self.party[n] = self._other(self.party[m])
            elif self.party[m] is None and is_of_government(self._posts(m)):
                self.party[m] = self._other(self.party[n])

    def _share_in_list(self, n: int) -> None:
        for a, b in self.told.pairs():
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
            received_abroad = abroad is not None and self.told.receives(group)
            if received_abroad or self._is_taken(n, home) or self._is_head_of_mission(group):
                self.party[n] = self._other(home)
            else:
                self.party[n] = (business if self._is_in_business(group) else None) or home

    def _travels(self, home: str) -> bool:
        """Whether somebody of the home is in the other of two states, and nobody of that one in the home."""
        goals = [(self.party[n], self.journeys.destinations(n)) for n in range(len(self.groups))]
        out = any(mine == home and self._other(home) in codes for mine, codes in goals)
        return out and not any(mine == self._other(home) and home in codes for mine, codes in goals)

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

    def _by_thanks(self) -> None:
        page = self.page
        for n, group in enumerate(self.groups):
            for _, end in group.places:
                window = range(end, min(end + 5, len(page)))
                verb = next((k for k in window if page.at(k) in page.lists.thanks), None)
                if verb is not None and self.party[n] is None:
                    near = (w.party for w in page.words[verb : verb + 12] if w.party is not None)
                    self.party[n] = self._other(next((p.code for p in near if p.form != "body"), None))

    def _by_officials(self) -> None:
        """ "Air Marshal X |met Sri Lanka's military leaders|", "|welcomed the Kenyan delegation|": of two
        states the other one."""
        page = self.page
        for n, group in enumerate(self.groups):
            for _, end in group.places if self.party[n] is None else ():
                start = end + (page.at(end) == "," and page.at(end + 1) == "who")
                reach = range(start, start + (_CLAUSE_REACH if page.at(start) == "who" else _VERB_REACH))
                verb = next((k for k in reach if page.at(k) in page.lists.meets), None)
                if verb is None or any(page.words[k].kind == "mark" for k in range(start, verb - 1)):
                    continue
                at = verb + 1 + (page.at(verb + 1) == "with")
                at += page.at(at) == "the"
                mention = page.words[at].party if at < len(page) else None
                after = page.past_party(at) if mention is not None else at
                owns = after < len(page) and page.words[after].kind == "poss"
                if mention is not None and (mention.form == "demonym" or owns):
                    self.party[n] = self.party[n] or self._other(mention.code)

    def _by_voice(self) -> None:
        """ "X |reiterated the support of Hungary|", "X |voiced Peru's readiness|": who speaks for a state
        is of it."""
        page = self.page
        for n, group in enumerate(self.groups):
            for _, end in group.places if self.party[n] is None else ():
                if page.at(end) not in page.lists.voicing:
                    continue
                reach = range(end + 1, min(end + _VOICE_REACH, len(page)))
                noun = next((k for k in reach if page.at(k) in page.lists.voiced), None)
                if noun is None or any(page.words[k].kind == "mark" for k in range(end, noun)):
                    continue
                owned = page.words[noun - 1].kind == "poss" and page.words[noun - 2].party
                behind = page.at(noun + 1) == "of" and state_at(page, noun + 2)
                code = owned.code if owned else behind or None
                self.party[n] = self.party[n] or (code if code in self.states else None)

    def _by_encounter(self) -> None:
        before: list[str | None] = []
        while before != self.party:
            before = list(self.party)
            for a, b in self.told.pairs():
                m, n = self.sides.owner[id(a)], self.sides.owner[id(b)]
                if (self.party[m] is None) != (self.party[n] is None) and self.told.meet(a, b):
                    if self.told.is_met(a) and self.told.is_met(b):
                        continue
                    self.party[m] = self.party[m] or self._facing(m, self.party[n])
                    self.party[n] = self.party[n] or self._facing(n, self.party[m])

    def _facing(self, n: int, code: str | None) -> str | None:
        """Of which of two states one is who meets somebody of `code`. Who is named without an office can be
        of a state that the document names in passing as well: of none."""
        return self._other_for(n, code) if self._posts(n) or not self.third else None
