"""Who acts: from a noun or pronoun of the parse to parties and, where one acts, a person.

A mention that cannot be told stays unknown: an empty `Actor`, never a guess among several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PersonInText

_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves", "both", "each"})
_SINGULAR = frozenset({"it", "its", "itself"})
_MULTILATERAL_WEIGHT = 0.2
"""A body named in passing (the EU, the UN) counts less than a state when the two sides are sought."""


class Actor(msgspec.Struct, frozen=True):
    """parties that act (empty: unknown), the person by name when one speaks, and why we think so."""

    parties: tuple[str, ...] = ()
    person: str | None = None
    collective: bool = False
    why: str = ""


NOBODY = Actor()


class Actors:
    """Resolves mentions of actors in one document. `frame` tells who sits at the table at a place."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words = actor_words()
        self.main = self._main_parties()
        self._tables: list[tuple[int, tuple[str, ...]]] = []
        self._days: list[tuple[int, str]] = []
        self._hosts: list[tuple[int, str]] = []
        self._said: list[tuple[int, PersonInText]] = []
        self._memo: dict[int, Actor] = {}
        for sentence in analysis.sentences:
            for token in sentence:
                if token.dep_ in {"nsubj", "nsubjpass"} or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
                    self._note_speaker(token)

    def _note_speaker(self, token: Token) -> None:
        actor = self.resolve(token)
        person = self._person_named(actor.person)
        if person is not None:
            self._said.append((token.idx, person))

    def _person_named(self, name: str | None) -> PersonInText | None:
        return next((p for p in self.analysis.people if p.name == name), None) if name else None

    def _main_parties(self) -> tuple[str, ...]:
        """The two parties that the document is about: home first if it takes part, else by weight."""
        weight: Counter[str] = Counter()
        for person in self.analysis.people:
            if person.party:
                weight[person.party] += 2 * len(person.mentions)
        for mention in self.analysis.parties:
            if mention.form != "capital" and not self.analysis.in_region(mention.start, "credit", "boilerplate"):
                weight[mention.code] += 1 if len(mention.code) == 2 else _MULTILATERAL_WEIGHT
        home = self.analysis.home
        ranked = [code for code, _ in weight.most_common() if code != home]
        if home and (weight[home] or ranked):
            return unique([home, *ranked[:1]])
        return tuple(ranked[:2])

    def seat(self, offset: int, parties: Iterable[str]) -> None:
        """Tell that from the character offset on, these parties sit at the table (an engagement was read)."""
        self._tables.append((offset, unique(parties)))
        self._tables.sort(key=lambda t: t[0])

    def frame(self, offset: int) -> tuple[str, ...]:
        """Parties of the engagement told last before the offset; the document's main parties without one."""
        before = [parties for start, parties in self._tables if start <= offset]
        if before:
            return before[-1]
        return self._tables[0][1] if self._tables else self.main

    def set_host(self, offset: int, party: str) -> None:
        """Tell that the engagement at the character offset takes place at this party's."""
        self._hosts.append((offset, party))

    def _host_at(self, offset: int) -> str | None:
        """The host of the engagement told nearest to the offset; the home party when none was told."""
        if self._hosts:
            return min(self._hosts, key=lambda h: abs(h[0] - offset))[1]
        return self.analysis.home

    def set_day(self, offset: int, date: str) -> None:
        """Tell the date of an engagement that was held and is told at the character offset."""
        self._days.append((offset, date))
        self._days.sort()

    def date_at(self, offset: int) -> str | None:
        """The date of the engagement told last before the offset."""
        return next((date for start, date in reversed(self._days) if start <= offset), None)

    def forget(self) -> None:
        """Resolve anew from here on: tables have been set."""
        self._memo.clear()

    def is_seated(self, offset: int) -> bool:
        """Whether an engagement of two parties or more was told before the offset."""
        return any(start <= offset and len(parties) > 1 for start, parties in self._tables)

    def table(self, offset: int) -> tuple[str, ...]:
        """The parties that certainly sit together at the offset: an engagement has been told, or people of
        both main parties are named; else none."""
        if self.is_seated(offset):
            return self.frame(offset)
        named = {p.party for p in self.analysis.people}
        return self.main if len(self.main) > 1 and set(self.main) <= named else ()

    def others(self, offset: int, parties: Iterable[str]) -> tuple[str, ...]:
        """The parties at the table that are not among the given ones."""
        mine = set(parties)
        return tuple(p for p in self.frame(offset) if p not in mine)

    def resolve(self, token: Token | None) -> Actor:
        """The actor that a noun or pronoun stands for, with those joined to it by "and"."""
        if token is None:
            return NOBODY
        parts = [self._resolve_one(t) for t in grammar.with_conjuncts(token)]
        known = [p for p in parts if p.parties]
        if len(known) <= 1:
            return known[0] if known else parts[0]
        parties = unique(code for p in known for code in p.parties)
        people = {p.person for p in known if p.person}
        person = people.pop() if len(people) == 1 and len(parties) == 1 else None
        return Actor(parties, person, len(parties) > 1, "joined: " + "; ".join(p.why for p in known))

    def _resolve_one(self, token: Token) -> Actor:
        if token.i not in self._memo:
            self._memo[token.i] = self._read(token)
        return self._memo[token.i]

    def _read(self, token: Token) -> Actor:
        lower = token.lower_
        if token.pos_ == "PRON" or lower in _MALE | _FEMALE | _PLURAL | _SINGULAR:
            return self._pronoun(token)
        person = self.analysis.person_of(token)
        if person is not None:
            return _as_actor(person, f"named: {person.name}")
        if self._is_collective(token):
            frame = self.frame(token.idx)
            return Actor(frame, None, True, f"'{grammar.phrase(token).text[:40]}': all at the table")
        return (
            self._by_owner(token) or self._by_role(token) or self._by_party(token) or NOBODY
        )

    def _is_collective(self, token: Token) -> bool:
        lower = token.lower_
        if lower in {"both", "all"} and token.dep_ in {"nsubj", "nsubjpass"}:
            return True
        if lower not in self.words.collective or token.tag_ not in {"NNS", "NNPS"}:
            return False
        before = {t.lower_ for t in token.doc[max(token.left_edge.i, token.i - 5) : token.i]}
        if before & self.words.collective_openers:
            named = self._parties_inside(token)
            return len(named) != 1 or bool(before & {"both", "two"})
        bare = not self._parties_inside(token)
        return "the" in before and bare and lower in self.words.collective_with_the

    def _parties_inside(self, token: Token) -> tuple[str, ...]:
        left, right = token.left_edge.i, token.i
        doc = token.doc
        start, end = doc[left].idx, doc[right].idx + len(doc[right])
        return unique(m.code for m in self.analysis.parties_in(start, end))

    def _parties_behind(self, token: Token) -> tuple[str, ...]:
        """The party in "Minister of Defence of Viet Nam": through any chain of "of" and "for"."""
        for noun in grammar.prep_objects(token, "of", "for"):
            own = self.analysis.party_of(noun)
            found = (own.code,) if own is not None else self._parties_behind(noun)
            if found:
                return found
        return ()

    def _by_owner(self, token: Token) -> Actor | None:
        """"his country", "their side", "her counterpart", "the host's army"."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None:
            return None
        lemma = token.lemma_.lower()
        holder = self.resolve(owner)
        if lemma in self.words.counterparts:
            inside = unique(p for p in self._parties_inside(token) if p not in holder.parties)
            other = inside or self.others(token.idx, holder.parties)
            return self._one_of(other, token, "counterpart") if len(other) == 1 else NOBODY
        if holder.parties:
            why = f"of {owner.text}: {holder.why}"
            return Actor(holder.parties, None, holder.collective and len(holder.parties) > 1, why)
        return None

    def _by_role(self, token: Token) -> Actor | None:
        """"the Ambassador", "the French minister", "the guest": the person last named who has that role."""
        lemma = token.lemma_.lower()
        if lemma in self.words.hosts or token.lower_ in self.words.hosts:
            host = self._host_at(token.idx)
            return self._one_of((host,), token, "host") if host else NOBODY
        if lemma in self.words.guests:
            away = [p for p in self.frame(token.idx) if p != self._host_at(token.idx)]
            return self._one_of(tuple(away), token, "guest") if len(away) == 1 else NOBODY
        if token.tag_ in {"NNS", "NNPS"} or lemma not in self.words.roles:
            return None
        inside = self._parties_inside(token) or self._parties_behind(token)
        wanted = self._wanted_posts(token, lemma)
        people = self._people_before(token.idx)
        if lemma in self.words.heads and not inside:
            people.sort(key=lambda p: p.party != self.analysis.home)
        for person in people:
            if inside and person.party not in inside:
                continue
            if _has_role(person, wanted):
                return _as_actor(person, f"the {lemma} last named: {person.name}")
        if len(inside) == 1:
            return Actor(inside, None, False, f"{lemma} of {inside[0]}")
        return None

    def _wanted_posts(self, token: Token, lemma: str) -> tuple[str, ...]:
        if lemma == "minister" and any(c.lower_ == "prime" for c in token.children):
            return self.words.roles["premier"]
        if lemma == "president" and any(c.lower_ == "vice" for c in token.children):
            return self.words.roles["vice-president"]
        if lemma in {"general", "commissioner"} and any(c.lower_ in {"director", "high"} for c in token.children):
            return self.words.roles["director-general" if lemma == "general" else "ambassador"]
        return self.words.roles[lemma]

    def _one_of(self, parties: tuple[str, ...], token: Token, role: str) -> Actor:
        """The party, with its person when just one of its people has been named before."""
        people = {p.name: p for p in self._people_before(token.idx) if p.party in parties}
        person = next(iter(people)) if len(people) == 1 else None
        return Actor(parties, person, False, f"the {role}")

    def _people_before(self, offset: int) -> list[PersonInText]:
        """People named before the offset, the one named last first."""
        last: dict[str, tuple[int, PersonInText]] = {}
        for person in self.analysis.people:
            places = [m.start for m in person.mentions if m.start < offset]
            if places:
                last[person.name] = (max(places), person)
        return [p for _, p in sorted(last.values(), key=lambda pair: -pair[0])]

    def _by_party(self, token: Token) -> Actor | None:
        """"Japan", "the French side", "the Government of Japan", "Viet Nam's ministry"."""
        own = self.analysis.party_of(token)
        if own is not None:
            return Actor((own.code,), None, False, f"'{self.analysis.text[own.start:own.end]}'")
        lemma = token.lemma_.lower()
        known = self.words.bodies_of_state | self.words.people | self.words.roles.keys()
        if lemma not in known and token.lower_ not in known:
            return None
        inside = self._parties_inside(token)
        if not inside:
            inside = unique(
                m.code
                for noun in grammar.prep_objects(token, "of", "from")
                if (m := self._party_near(noun)) is not None
            )
        if inside:
            return Actor(inside, None, len(inside) > 1, f"{lemma} of {', '.join(inside)}")
        if lemma == "government" and self.analysis.home is not None:
            return Actor((self.analysis.home,), None, False, "the government, in its own country's press")
        return None

    def _party_near(self, noun: Token) -> object:
        direct = self.analysis.party_of(noun)
        if direct is not None:
            return direct
        return next((m for t in noun.subtree if (m := self.analysis.party_of(t)) is not None), None)

    def _pronoun(self, token: Token) -> Actor:
        lower = token.lower_
        if lower in _PLURAL:
            frame = self.table(token.idx)
            if not frame:
                return NOBODY
            return Actor(frame, None, len(frame) > 1, "they: all at the table")
        if lower in _SINGULAR or lower in {"who", "which", "that", "whom", "whose"}:
            antecedent = grammar.relative_antecedent(token)
            return self.resolve(antecedent) if antecedent is not token else NOBODY
        gender = "m" if lower in _MALE else "f" if lower in _FEMALE else None
        if gender is None:
            return NOBODY
        for start, person in reversed(self._said):
            if start < token.idx and person.gender in {gender, None}:
                return _as_actor(person, f"{token.text}: {person.name}, who acted last")
        for person in self._people_before(token.idx):
            if person.gender in {gender, None}:
                return _as_actor(person, f"{token.text}: {person.name}, named last")
        return NOBODY


def _as_actor(person: PersonInText, why: str) -> Actor:
    return Actor((person.party,) if person.party else (), person.name, False, why)


def _has_role(person: PersonInText, wanted: tuple[str, ...]) -> bool:
    described = f"{person.post or ''} {person.rank or ''}".lower()
    if not any(w.startswith("vice") for w in wanted):
        described = described.replace("vice president", "").replace("vice-president", "")
    return any(word in described for word in wanted)
