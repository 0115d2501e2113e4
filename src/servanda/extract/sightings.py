"""Sightings of engagements: each place in a text that tells of a visit, meeting, dialogue or the like.

One engagement is often sighted several times; `engagements.py` makes one fact of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import country_of_place
from servanda.extract import grammar
from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PersonInText
from servanda.extract.numbers import find_ordinals
from servanda.model.facts import EngagementStatus, EngagementType

_NOT_TAKING_PART = ("invitation of", "on behalf of", "message from", "message of", "residence of", "letter from", "invited by", "request of", "instruction of", "direction of", "directives of", "instructions of", "guidance of", "memory of", "tomb of", "statue of")
_ASIDE = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """One place that tells of an engagement. `definite`: it speaks of one told before ("the meeting")."""

    type: EngagementType
    status: EngagementStatus
    trigger: Token
    left: int
    right: int
    rule: str
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    visitor: tuple[str, ...] = ()
    country: str | None = None
    place: str | None = None
    series: str | None = None
    ordinal: int | None = None
    definite: bool = False
    collective: bool = False
    partner: str = ""
    meal: bool = False


class Seer:
    """Finds sightings token by token. Holds no state between tokens."""

    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = engagement_words()

    def sightings(self, token: Token) -> Iterator[Sighting]:
        """All that this token triggers."""
        if token.pos_ in {"VERB", "AUX"}:
            if _is_out(token):
                return
            yield from self._by_verb(token)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from self._by_noun(token)

    # -- verbs ---------------------------------------------------------------------------------------

    def _by_verb(self, verb: Token) -> Iterator[Sighting]:
        lemma = verb.lemma_.lower()
        if lemma in {"meet", "confer"} or (lemma in {"speak", "talk"} and self._is_wire_clause(verb)):
            yield from self._meet(verb)
        elif lemma in {"call", "dock", "visit", "berth", "moor"} and (subject := grammar.subject_of(verb)) is not None and subject.lemma_.lower() in self.words.ships:
            yield from self._ship(verb, subject)
        elif lemma == "call" and grammar.prep_objects(verb, "on") and not any(c.dep_ in {"xcomp", "advcl", "ccomp"} and c.i > verb.i for c in verb.children):
            yield from self._meet(verb)
        elif lemma in {"receive", "greet", "welcome", "host"}:
            yield from self._receive(verb, lemma)
        elif lemma == "accord":
            yield from self._receive(verb, lemma)
        elif lemma in {"visit", "tour"}:
            yield from self._visit_verb(verb)
        elif lemma in {"arrive", "depart", "leave", "travel", "fly", "head", "embark", "land", "go", "come"}:
            yield from self._travel(verb, lemma)
        elif lemma in self.words.opening:
            yield from self._opening(verb, lemma)
        elif lemma == "be" and any(c.dep_ == "attr" and c.lemma_.lower() == "guest" for c in verb.children):
            yield from self._conference(verb)
        elif lemma in {"say", "tell", "convey", "express", "speak", "discuss"} and re.search(r"\b(over|on|by) (the )?(tele)?phone\b|\btelephone call\b", verb.sent.text):
            yield from self._by_phone(verb)
        elif lemma == "hand" and grammar.is_passive(verb):
            yield from self._handing(verb)
        elif lemma in {"attend", "participate", "join", "address", "chair"}:
            yield from self._conference(verb)
        elif lemma in {"sign", "exchange", "ink"}:
            yield from self._signing(verb)
        elif lemma in {"witness", "present"}:
            yield from self._witnessing(verb, lemma)

    def _meet(self, verb: Token) -> Iterator[Sighting]:
        if verb.dep_ in {"amod", "compound"}:
            return
        subject = grammar.subject_of(verb)
        partners = [c for c in verb.children if c.dep_ == "dobj"] + grammar.prep_objects(verb, "with", "on", "by")
        actors = self._actors([subject, *partners])
        left, right = self._bounds(verb, subject)
        kind: EngagementType = "call" if self._is_wire_clause(verb) else "meeting"
        if not partners and not any(a.collective or len(a.parties) > 1 for a in actors) and len(self._names(left, right)) < 2:
            return
        if subject is not None and self.words.noun_type(subject.lemma_.lower()) == "dialogue":
            return
        if partners and partners[0].dep_ == "dobj" and not self._can_be_met(partners[0]):
            return
        yield self._make(kind, verb, left, right, actors, f"meet:{verb.lemma_}")

    def _ship(self, verb: Token, ship: Token) -> Iterator[Sighting]:
        """"a U.S. Coast Guard cutter will call in Papua New Guinea": a ship's visit is an exercise."""
        places = [c for c in verb.children if c.dep_ == "dobj"] + grammar.prep_objects(verb, "in", "at")
        host = next((h for p in places if (h := self._country_of_np(p))), None)
        start, end = ship.left_edge.idx, ship.right_edge.idx + len(ship.right_edge)
        owner = unique(m.code for m in self.analysis.parties_in(start, end))
        if host is None or not owner or host in owner:
            return
        left, right = self._bounds(verb, ship)
        made = self._make("exercise", verb, left, right, [Actor((*owner[:1], host))], "ship")
        yield msgspec.structs.replace(made, country=host)

    def _can_be_met(self, noun: Token) -> bool:
        """People, delegations, sides; not needs, targets or challenges."""
        actor = self.actors.resolve(noun)
        if noun.lemma_.lower() in _MET_THINGS:
            return False
        if actor.person or actor.collective:
            return True
        words = {t.lemma_.lower() for t in noun.subtree} | {t.lower_ for t in noun.subtree}
        return bool(words & _PEOPLE_NOUNS)

    def _receive(self, verb: Token, lemma: str) -> Iterator[Sighting]:
        """"received General X", "hosted a luncheon in honour of X", "welcomed with military honours"."""
        passive = grammar.is_passive(verb)
        objects = grammar.objects_of(verb)
        subject = grammar.subject_of(verb)
        met: list[Token] = []
        left, right = self._bounds(verb, subject)
        text = verb.doc[left : right + 1].text.lower()
        if lemma in {"welcome", "greet"} and not met and (misread := next((c for c in verb.children if c.dep_ == "conj" and c.lemma_ in {"honour", "honor"}), None)) is not None:
            objects = grammar.objects_of(misread)
            right = max(right, misread.right_edge.i)
            text = verb.doc[left : right + 1].text.lower()
            met = [o for o in objects if self.actors.resolve(o).person or self._is_foreign_guest(o)]
        honours = any(h in text for h in ("military honours", "military honors", "guard of honour", "guard of honor", "gun salute", "ceremonial", "official ceremony", "full honours", "state honours", "red carpet", "warm and respectful welcome", "formally welcomed", "state honors"))
        nouns = [o for o in objects if self.words.noun_type(o.lemma_.lower()) or o.lemma_ in {"reception", "welcome"}]
        met = met or [o for o in objects if self.actors.resolve(o).person or self._is_foreign_guest(o)]
        if lemma == "accord" and not any(o.lemma_ in {"welcome", "reception", "honour", "honor"} for o in [*objects, *(c for c in verb.children if c.dep_ in {"dobj", "oprd", "attr"})]):
            return
        if lemma == "host" and not met:
            if not any(o.lemma_ in {"reception", "luncheon", "lunch", "dinner", "banquet", "breakfast", "meeting", "talk"} for o in objects):
                return
        elif lemma == "accord":
            met = met or objects
        elif not met and not nouns:
            return
        if nouns and not met and lemma not in {"host", "accord"}:
            return
        actors = self._actors([grammar.agent_of(verb) if passive else subject, *objects, *(t for o in objects for t in grammar.prep_objects(o, "for", "of", "to")), *grammar.prep_objects(verb, "for", "by")])
        kind: EngagementType = "ceremony" if honours or lemma == "accord" else "meeting"
        if lemma in {"welcome", "greet"} and kind == "meeting":
            return
        received = self._make(kind, verb, left, right, actors, f"receive:{lemma}")
        host = self.actors.resolve(grammar.agent_of(verb) if passive else subject).parties if lemma != "accord" else ()
        yield msgspec.structs.replace(received, country=host[0]) if len(host) == 1 and len(host[0]) == 2 else received

    def _is_foreign_guest(self, noun: Token) -> bool:
        return noun.lemma_.lower() in _PEOPLE_NOUNS and bool(self.actors.resolve(noun).parties)

    def _visit_verb(self, verb: Token) -> Iterator[Sighting]:
        place = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
        subject = grammar.subject_of(verb)
        if place is None or subject is None or grammar.is_passive(verb):
            return
        mention = self.analysis.party_of(place) or self._place_party(place)
        who = self.actors.resolve(subject)
        if subject.lemma_ == "opportunity" and (giver := grammar.governing_verb(subject)) is not None:
            who = self.actors.resolve(grammar.subject_of(giver))
        host = mention if isinstance(mention, str) else mention.code if mention else None
        if host is None:
            owner = self._owner_country(place)
            host = owner
        if host is None or not who.parties or who.parties == (host,) or who.collective:
            return
        left, right = self._bounds(verb, subject)
        exact = place.doc[place.left_edge.i : place.right_edge.i + 1].text if self.analysis.party_of(place) is None else None
        yield self._visit(verb, left, right, who, host, "visit-verb", exact)

    def _owner_country(self, place: Token) -> str | None:
        start, end = place.left_edge.idx, place.right_edge.idx + len(place.right_edge)
        codes = unique(m.code for m in self.analysis.parties_in(start, end) if len(m.code) == 2)
        return codes[0] if len(codes) == 1 else None

    def _place_party(self, place: Token) -> str | None:
        return country_of_place(place.doc[place.left_edge.i : place.i + 1].text) or country_of_place(place.text)

    def _travel(self, verb: Token, lemma: str) -> Iterator[Sighting]:
        """"arrived in Hanoi", "left the island for India", "departed for Viet Nam"."""
        subject = grammar.subject_of(verb)
        who = self.actors.resolve(subject) if subject is not None else self._named_before(verb)
        if not who.parties or who.collective:
            return
        goal = {"arrive": ("in", "at"), "land": ("in", "at"), "embark": ("on",)}.get(lemma, ("for", "to"))
        stations = grammar.prep_objects(verb, *goal)
        left, right = self._bounds(verb, subject)
        for station in stations:
            host = self._country_of_np(station)
            if host is None or host in who.parties:
                continue
            if lemma in {"go", "come"} and (who.person is None or station.dep_ != "pobj"):
                continue
            if any(_ordinal_of(t) and t.text in self.words.mechanisms for t in verb.subtree):
                return
            place = grammar.phrase(station).text if lemma in {"arrive", "land"} and station.pos_ == "PROPN" and self.analysis.party_of(station) is None else None
            yield self._visit(verb, left, right, who, host, f"travel:{lemma}", place)
            return

    def _named_before(self, verb: Token) -> Actor:
        """The person named last before a verb whose subject the parser missed."""
        sentence = verb.sent
        start = sentence.start
        people = self._names(start, verb.i - 1) if verb.i > start else []
        person = people[-1] if people else None
        if person is None or person.party is None:
            return Actor()
        return Actor((person.party,), person.name, False, f"named before the verb: {person.name}")

    def _country_of_np(self, noun: Token) -> str | None:
        mention = self.analysis.party_of(noun)
        if mention is not None:
            return mention.code if len(mention.code) == 2 else None
        named = self._place_party(noun)
        return named or self._owner_country(noun)

    def _opening(self, verb: Token, lemma: str) -> Iterator[Sighting]:
        """Opening what the other side built or paid ("ceremonially opened ... funded by Japan")."""
        subject = grammar.agent_of(verb) if grammar.is_passive(verb) else grammar.subject_of(verb)
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        if not objects:
            return
        left, right = self._bounds(verb, subject)
        who = self.actors.resolve(subject)
        sentence = verb.sent
        codes = unique(m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char) if len(m.code) == 2)
        words = {t.lemma_.lower() for t in sentence}
        ceremonial = bool({t.lower_ for t in sentence} & {"ceremonially", "ceremony", "ceremonial"})
        paid = bool(words & {"fund", "finance", "donate", "grant", "build", "construct", "assistance", "support", "aid", "gift"}) and len(codes) > 0
        if lemma != "inaugurate" and not (ceremonial or paid):
            return
        if objects[0].lemma_.lower() not in _BUILT and not paid:
            return
        if len(set(codes) | set(who.parties)) < 2 and not ceremonial:
            return
        yield self._make("ceremony", verb, left, right, [who], f"opening:{lemma}")

    def _conference(self, verb: Token) -> Iterator[Sighting]:
        objects = [c for c in verb.children if c.dep_ in {"dobj"}] + grammar.prep_objects(verb, "in", "at")
        objects += [n for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.subtree if t.dep_ == "prep" and t.lower_ in {"at", "in"} for n in t.children if n.dep_ == "pobj"]
        objects += [n for c in verb.children if c.dep_ == "attr" for n in grammar.prep_objects(c, "at", "of")]
        subject = grammar.subject_of(verb)
        for noun in objects:
            text = grammar.phrase(noun).text
            if self.words.noun_type(noun.lemma_.lower()) != "conference" and not _mentions_conference(noun):
                continue
            if verb.lemma_ == "address" and noun.lemma_.lower() in {"event", "gathering"}:
                continue
            left, right = self._bounds(verb, subject)
            hosts = unique(m.code for m in self.analysis.parties_in(verb.sent.start_char, verb.sent.end_char) if m.form == "capital")
            bodies = unique(m.code for m in self.analysis.parties_in(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge)) if len(m.code) > 2)
            yield self._make("conference", verb, left, right, [self.actors.resolve(subject)], "attend", extra=bodies if _is_session(text) and bodies else hosts[:1])
            return

    def _signing(self, verb: Token) -> Iterator[Sighting]:
        """A signing as an event of its own: in the presence of leaders, or at a ceremony."""
        sentence = verb.sent
        lower = sentence.text.lower()
        presence = lower.find("in the presence of")
        witnessed = lower.find("witnessed by")
        at_ceremony = "ceremony" in lower
        if presence < 0 and witnessed < 0 and not at_ceremony:
            return
        left, right = self._bounds(verb, grammar.subject_of(verb))
        actors = self._actors([grammar.subject_of(verb), grammar.agent_of(verb)])
        at = max(presence, witnessed)
        collective: list[Actor] = []
        if at >= 0:
            start = sentence.start_char + at
            for token in sentence:
                if token.idx > start and token.dep_ == "pobj":
                    collective = [self.actors.resolve(token)]
                    break
        yield self._make("ceremony", verb, left, right, [*actors, *collective], "signing", names_until=sentence.end - 1)

    def _by_phone(self, verb: Token) -> Iterator[Sighting]:
        """"conveyed his condolences to Prime Minister X over the phone"."""
        subject = grammar.subject_of(verb)
        left, right = self._bounds(verb, subject)
        actors = self._actors([subject, *grammar.prep_objects(verb, "to", "with")])
        if len(self._names(left, right)) > 1 or len({p for a in actors for p in a.parties}) > 1:
            yield self._make("call", verb, left, right, actors, "by-phone")

    def _handing(self, verb: Token) -> Iterator[Sighting]:
        """"was officially handed over by X to Y": people of two parties make it a ceremony."""
        left, right = self._bounds(verb, grammar.subject_of(verb))
        parties = {p.party for p in self._names(left, right) if p.party}
        if len(parties) > 1:
            yield self._make("ceremony", verb, left, right, [], "handing-over")

    def _witnessing(self, verb: Token, lemma: str) -> Iterator[Sighting]:
        """"witnessed the exchange of notes", "presented their credentials to the President"."""
        wanted = {"signing", "exchange", "signature", "handover", "turnover"} if lemma == "witness" else {"credential"}
        if not any(c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in wanted for c in verb.children):
            return
        subject = grammar.subject_of(verb)
        left, right = self._bounds(verb, subject)
        yield self._make("ceremony", verb, left, right, self._actors([subject, *grammar.prep_objects(verb, "to")]), f"witness:{lemma}")

    # -- nouns ---------------------------------------------------------------------------------------

    def _by_noun(self, noun: Token) -> Iterator[Sighting]:
        lemma = noun.lemma_.lower()
        kind = self.words.noun_type(lemma)
        if lemma == "call" and noun.dep_ in {"dobj", "pobj"} and any(c.lower_ in {"courtesy", "on"} for c in noun.subtree):
            kind = "meeting"
        if lemma == "call" and any(c.lower_ in self.words.by_wire for c in noun.lefts):
            kind = "call"
        if noun.text in self.words.mechanisms and noun.pos_ == "PROPN" or lemma in self.words.nouns["dialogue"] or _has_ordinal(noun):
            yield from self._mechanism(noun)
            if noun.pos_ == "PROPN":
                return
        if kind is None or self.analysis.person_of(noun) is not None:
            return
        verb = grammar.governing_verb(noun)
        if verb is not None and _is_out(verb):
            return
        if kind == "visit":
            yield from self._visit_noun(noun, verb)
        elif kind in {"meeting", "call"} or lemma in {"consultation", "dialogue"}:
            yield from self._talks(noun, verb, lemma)
        elif kind == "exercise":
            yield from self._exercise(noun, verb)
        elif kind == "ceremony":
            yield from self._ceremony_noun(noun, verb)

    def _talks(self, noun: Token, verb: Token | None, lemma: str) -> Iterator[Sighting]:
        """"held talks with", "talks took place between", "At the meeting between A and B"."""
        if verb is not None and verb.lemma_ == "attend" and grammar.is_passive(verb):
            return
        attends = verb is not None and verb.lemma_.lower() in {"join", "attend", "participate"} or noun.head.lower_ in {"in", "at"} and verb is not None and verb.lemma_ in {"take", "be"}
        if attends and any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children) and not grammar.prep_objects(noun, "with", "between"):
            return
        light = verb is not None and verb.lemma_.lower() in self.words.holding | {"focus", "witness", "see"}
        happens = verb is not None and noun.dep_ in {"nsubj", "nsubjpass"} and (verb.lemma_.lower() in self.words.happening | self.words.holding | self.words.preparing | {"schedule", "be"})
        partners = grammar.prep_objects(noun, "with", "between", "on")
        if verb is not None and (light or happens):
            partners += grammar.prep_objects(verb, "with", "between", "on")
        wire: EngagementType = "call" if any(t.lower_ in self.words.by_wire for t in noun.lefts) else "meeting"
        definite = any(c.dep_ == "det" and c.lower_ in {"the", "this", "these", "those"} for c in noun.children)
        if noun.dep_ in {"dobj", "pobj"} and light and verb is not None:
            if noun.dep_ == "pobj" and verb.lemma_ not in {"engage", "participate", "take", "join"} :
                if not (partners and noun.head.lower_ in {"at", "during", "in"}):
                    return
            subject = grammar.doer_of(verb) if not grammar.is_passive(verb) else grammar.agent_of(verb)
            actors = self._actors([subject, *partners])
            left, right = self._bounds(verb, subject)
            if self._has_two_sides(actors, left, right):
                yield self._make(wire, noun, left, right, actors, f"hold:{lemma}", status_from=verb, definite=definite and not partners)
            return
        if happens and verb is not None:
            left, right = self._bounds(verb, noun)
            actors = self._actors(partners)
            if verb.lemma_.lower() in self.words.wished:
                return
            if not partners and definite:
                yield self._make(wire, noun, left, right, actors, f"happen:{lemma}", status_from=verb, definite=True)
            elif self._has_two_sides(actors, left, right) or not partners:
                yield self._make(wire, noun, left, right, actors, f"happen:{lemma}", status_from=verb, definite=definite and not partners)
            return
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if not partners and noun.dep_ == "pobj" and noun.head.lower_ in {"after", "following", "in"} and verb is not None and lemma in {"talk", "discussion", "meeting"} and not definite:
            subject = grammar.agent_of(verb) or grammar.subject_of(verb)
            left, right = self._bounds(verb, grammar.subject_of(verb))
            actors = self._actors([subject])
            if len(self._names(left, right)) > 1 or any(len(a.parties) > 1 for a in actors):
                yield self._make(wire, noun, left, right, actors, f"after-talks:{lemma}")
            return
        if partners and noun.dep_ in {"pobj", "nsubj", "dobj", "attr", "ROOT", "nsubjpass", "conj"} and lemma != "discussion":
            if lemma == "engagement" and not any(a.parties for a in self._actors(partners)):
                return
            left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
            actors = self._actors([owner, *partners])
            if noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during", "in", "following", "after"} and verb is not None:
                said_by = grammar.subject_of(verb)
                if len({p for a in actors for p in a.parties}) < 2:
                    actors = [*actors, *self._actors([said_by])]
                    left = min(left, said_by.left_edge.i if said_by is not None else left)
                    right = max(right, verb.i)
            if self._has_two_sides(actors, left, right):
                yield self._make(wire, noun, left, right, actors, f"talks:{lemma}", status_from=verb if verb is not None and (verb.lemma_ in {"schedule", "plan"} or lemma == "engagement") else None)
            return
        if noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during", "in", "following", "after"} and not definite and any(c.dep_ == "acl" and c.lemma_ in {"hold", "conduct"} for c in noun.children):
            left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
            frame = self.actors.frame(noun.idx)
            yield self._make(wire, noun, left, right, [Actor(frame, None, True)] if any(c.lower_ in {"bilateral", "official", "delegation-level"} for c in noun.lefts) else [], f"held-talks:{lemma}")
            return
        if noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during", "in"} and definite and verb is not None:
            left = min(noun.head.i, verb.i)
            subject = grammar.subject_of(verb)
            right = max(verb.i, noun.i)
            yield self._make(wire, noun, left, right, self._actors([subject]), f"at-the:{lemma}", definite=True, names_until=right)
        elif noun.dep_ == "pobj" and noun.head.lower_ in {"at", "during", "in"} and verb is not None and any(c.lower_ in {"a", "an"} for c in noun.children):
            left, right = self._bounds(verb, grammar.subject_of(verb))
            if len(self._names(min(left, noun.head.i), right)) > 1:
                yield self._make(wire, noun, min(left, noun.head.i), right, [], f"during-a:{lemma}")
        if lemma == "briefing" and noun.dep_ == "pobj" and any(c.lower_ == "joint" for c in noun.children) and verb is not None:
            yield self._make("meeting", noun, noun.left_edge.i, max(noun.i, verb.i), [], "joint-briefing")

    def _visit_noun(self, noun: Token, verb: Token | None) -> Iterator[Sighting]:
        """"X's official visit to France", "on a state visit to Viet Nam", "will pay a visit to"."""
        if noun.tag_ == "NNS" or any(c.lower_ in {"high-level", "any", "each", "every"} for c in noun.children):
            return
        goals = [t for t in grammar.prep_objects(noun, "to", "in") if self._country_of_np(t)]
        if not goals and verb is not None and noun.dep_ in {"dobj", "pobj"}:
            goals = [t for t in grammar.prep_objects(verb, "to") if self._country_of_np(t)]
        host = self._country_of_np(goals[0]) if goals else None
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        of = [t for t in grammar.prep_objects(noun, "of", "by") if self.actors.resolve(t).parties]
        who = self.actors.resolve(owner) if owner is not None else self.actors.resolve(of[0]) if of else Actor()
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        status_from: Token | None = None
        if not who.parties and verb is not None:
            traveller = self._traveller(noun, verb)
            if traveller is not None:
                who = self.actors.resolve(traveller)
                bounds = self._bounds(verb, traveller)
                left, right = min(bounds[0], left), max(bounds[1], right)
                status_from = verb
        if verb is not None and verb.lemma_.lower() in self.words.holding | {"make", "conclude", "undertake"} and noun.dep_ == "dobj":
            status_from = verb
        if host is None and not goals and of:
            inner = [t for t in (u for o in of for u in o.subtree) if t.dep_ == "pobj" and t.head.lower_ == "to"]
            host = next((h for t in inner if (h := self._country_of_np(t)) and h not in who.parties), None)
        if host is None and who.person and not goals and not (any(c.lower_ in _VISIT_KINDS for c in noun.lefts) and not definite_visit(noun)):
            definite = any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children) or owner is not None
            if definite and verb is not None:
                bounds = self._bounds(verb, noun)
                yield self._make("visit", noun, min(left, bounds[0]), max(right, bounds[1]), [who], "the-visit", definite=True, names_until=left)
            return
        if host is None and any(c.lower_ in _VISIT_KINDS for c in noun.lefts) and not definite_visit(noun):
            found = self._unsaid_host(noun, who)
            if found is not None:
                who, host = found
        if host is None:
            if any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children) and verb is not None and noun.dep_ in {"nsubj", "nsubjpass"}:
                bounds = self._bounds(verb, noun)
                yield self._make("visit", noun, bounds[0], bounds[1], [], "the-visit", definite=True, names_until=left)
            return
        if not who.parties or host in who.parties:
            others = self.actors.others(noun.idx, (host,))
            who = Actor(others, None, False, "the other side travels") if len(others) == 1 else Actor()
        if not who.parties or who.collective:
            return
        if verb is not None and verb.lemma_.lower() in self.words.wished and noun.dep_ != "nsubj":
            return
        yield self._visit(noun, left, right, who, host, "visit-noun", None, status_from)

    def _unsaid_host(self, noun: Token, who: Actor) -> tuple[Actor, str] | None:
        """"is on a two-day official visit": the other party at the table, or the one in whose city it is told."""
        frame = self.actors.frame(noun.idx)
        if len(who.parties) == 1:
            others = [p for p in frame if p not in who.parties and len(p) == 2]
            return (who, others[0]) if len(others) == 1 else None
        sentence = noun.sent
        cities = unique(m.code for m in self.analysis.parties_in(sentence.start_char, sentence.end_char) if m.form == "capital" and m.code in frame)
        if len(cities) == 1 and len(frame) == 2:
            return Actor(tuple(p for p in frame if p != cities[0]), None, False, "the other side travels"), cities[0]
        return None

    def _traveller(self, noun: Token, verb: Token) -> Token | None:
        """The subject of "pay a visit", "is on a visit", "commencing his visit"."""
        lemma = verb.lemma_.lower()
        if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "during", "for", "after", "following"}:
            return grammar.subject_of(verb)
        if noun.dep_ in {"dobj", "attr"} and lemma in {"pay", "make", "undertake", "begin", "commence", "conclude", "complete", "start", "be", "embark", "end", "wrap", "continue", "postpone", "cancel"}:
            return grammar.subject_of(verb)
        return None

    def _visit(self, trigger: Token, left: int, right: int, who: Actor, host: str, rule: str, place: str | None, status_from: Token | None = None) -> Sighting:
        verb = status_from or (trigger if trigger.pos_ in {"VERB", "AUX"} else None)
        names = tuple(n for n in self._names(left, right) if n.party in who.parties and n.name != who.person)
        people = unique([who.person, *(n.name for n in names)]) if who.person else unique(n.name for n in names)
        return Sighting(
            type="visit", status=self._status(trigger, verb), trigger=trigger, left=left, right=right, rule=f"engagement/{rule}",
            parties=unique([*who.parties, host]), people=people, visitor=who.parties, country=host, place=place,
        )  # fmt: skip

    def _exercise(self, noun: Token, verb: Token | None) -> Iterator[Sighting]:
        joint = any(c.lower_ in {"joint", "bilateral", "multilateral", "trilateral", "combined"} for c in noun.subtree)
        codes = unique(m.code for m in self.analysis.parties_in(noun.sent.start_char, noun.sent.end_char))
        frame = self.actors.table(noun.idx)
        if noun.tag_ in {"NNS"} and not any(c.dep_ == "nummod" for c in noun.children) and noun.dep_ not in {"nsubj", "nsubjpass"}:
            return
        if not joint or verb is None or verb.lemma_.lower() in self.words.wished:
            return
        lemma = verb.lemma_.lower()
        if lemma not in self.words.holding | self.words.happening | self.words.preparing | self.words.postponing | self.words.cancelling:
            return
        left, right = self._bounds(verb, grammar.subject_of(verb))
        actors = [Actor(codes, None, True)] if len(codes) > 1 else self._actors([grammar.subject_of(verb), *grammar.prep_objects(noun, "with", "between")])
        if len({p for a in actors for p in a.parties}) < 2 and len(frame) > 1:
            actors = [Actor(frame, None, True)]
        status_from = verb
        yield self._make("exercise", noun, left, right, actors, f"exercise:{lemma}", status_from=status_from, series=_series_of(noun), planned=lemma in {"agree", "plan", "decide", "prepare", "schedule"} or _under_agreement(verb))

    def _ceremony_noun(self, noun: Token, verb: Token | None) -> Iterator[Sighting]:
        if verb is None or verb.lemma_ == "attend" and grammar.is_passive(verb):
            return
        lemma = verb.lemma_.lower()
        if noun.dep_ == "pobj" and noun.head.lower_ in {"in", "at", "during"} and any(c.lower_ in {"a", "an"} for c in noun.children):
            if self._receives(verb) or lemma in {"sign", "exchange", "ink"}:
                return
            subject = grammar.agent_of(verb) or grammar.subject_of(verb)
            left, right = self._bounds(verb, grammar.subject_of(verb))
            frame = self.actors.frame(noun.idx)
            actors = self._actors([subject, *grammar.prep_objects(verb, "to")])
            if len({p for a in actors for p in a.parties} | {p.party for p in self._names(left, right) if p.party}) < 2:
                actors.append(Actor(frame, None, False))
            yield self._make("ceremony", noun, left, right, actors, f"in-a-ceremony:{lemma}", status_from=verb)
            return
        if noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
            return
        if any(t.lower_ in {"welcome", "honours", "honors", "handover", "turnover", "signing"} for t in noun.subtree) and lemma in {"precede", "follow", "mark", "witness", "see"}:
            left, right = self._bounds(verb, noun)
            frame = self.actors.frame(noun.idx)
            yield self._make("ceremony", noun, left, right, [Actor(frame, None, True)], f"ceremony:{lemma}")
            return
        definite = any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children)
        if lemma in self.words.holding | self.words.happening:
            left, right = self._bounds(verb, noun)
            yield self._make("ceremony", noun, left, right, [], f"ceremony:{lemma}", status_from=verb, definite=definite)

    def _receives(self, verb: Token) -> bool:
        return verb.lemma_.lower() in {"receive", "greet", "welcome", "host", "accord"}

    def _mechanism(self, noun: Token) -> Iterator[Sighting]:
        """"the third Vietnam-France Defence Strategy and Cooperation Dialogue", "the 42nd meeting of ..."."""
        ordinal = _ordinal_of(noun)
        named = noun.pos_ == "PROPN" and noun.text in self.words.mechanisms and _is_title_like(noun)
        if ordinal is None and not (named and _is_strong(noun)):
            return
        if self.analysis.person_of(noun) is not None or _is_aside(noun):
            return
        kind = self.words.noun_type(noun.lemma_.lower())
        capital = noun.text in self.words.mechanisms
        if kind not in {"dialogue", "meeting", "conference"} and not capital:
            return
        if kind == "conference" and not capital:
            return
        series = _series_of(noun)
        verb = grammar.governing_verb(noun)
        if verb is not None and _is_out(verb):
            return
        if ordinal is None and (verb is None or verb.lemma_.lower() not in self.words.holding | self.words.happening | self.words.preparing):
            return
        text = grammar.phrase(noun).text
        if kind == "meeting" and ordinal is not None and not capital and not any(t.lower_ == "of" for t in noun.rights):
            if verb is None or verb.lemma_.lower() not in self.words.holding:
                return
        name_left = min(noun.left_edge.i, _name_left(noun))
        bodies = unique(m.code for m in self.analysis.parties_in(noun.doc[name_left].idx, noun.right_edge.idx + len(noun.right_edge)) if m.form != "capital")
        frame = self.actors.table(noun.idx)
        conference = _is_session(text) or (kind == "conference" and any(len(b) > 2 for b in bodies))
        left, right = noun.left_edge.i, grammar.trim_right(noun.doc, noun.i, noun.right_edge.i)
        actors: list[Actor] = []
        status_from: Token | None = None
        if verb is not None:
            subject = grammar.subject_of(verb)
            lemma = verb.lemma_.lower()
            if lemma in self.words.holding | self.words.happening | self.words.preparing | self.words.travel | {"attend"}:
                bounds = self._bounds(verb, subject)
                left, right = min(left, bounds[0]), max(right, bounds[1])
                status_from = verb
                actors = self._actors([subject, *grammar.prep_objects(verb, "with")])
        if len(bodies) >= 2:
            actors = [Actor(bodies, None, True), *(a for a in actors if set(a.parties) <= set(bodies))]
        elif not conference and len({p for a in actors for p in a.parties} | {p.party for p in self._names(left, right) if p.party}) < 2 and len(frame) > 1:
            actors = [*actors, Actor(frame, None, True)]
        planned = verb is not None and _plans_it(noun, verb) or any(t.lower_ in self.words.ahead for t in noun.lefts)
        yield self._make("conference" if conference else "dialogue", noun, left, right, actors, "mechanism", status_from=status_from, series=series, ordinal=ordinal, planned=bool(planned), extra=bodies if conference else ())

    # -- making --------------------------------------------------------------------------------------

    def _make(self, kind: EngagementType, trigger: Token, left: int, right: int, actors: Iterable[Actor], rule: str, *, status_from: Token | None = None, definite: bool = False, series: str | None = None, ordinal: int | None = None, planned: bool = False, names_until: int | None = None, extra: tuple[str, ...] = ()) -> Sighting:  # noqa: PLR0913
        actors = list(actors)
        verb = status_from or (trigger if trigger.pos_ in {"VERB", "AUX"} else None)
        status: EngagementStatus = "planned" if planned else self._status(trigger, verb)
        named = self._names(left, names_until if names_until is not None else right)
        people = unique([*(p.name for p in named), *(a.person for a in actors)])
        parties = unique([*(p for a in actors for p in a.parties), *(p.party for p in named), *extra])
        return Sighting(
            type=kind, status=status, trigger=trigger, left=left, right=right, rule=f"engagement/{rule}", parties=parties,
            people=people, series=series, ordinal=ordinal, definite=definite, partner=_partner(trigger), meal=_is_meal(left, right, trigger), collective=any(a.collective for a in actors),
        )  # fmt: skip

    def _status(self, trigger: Token, verb: Token | None) -> EngagementStatus:
        if verb is not None:
            chain = [verb, verb.head]
            if any(v.lemma_.lower() in self.words.postponing for v in chain):
                return "postponed"
            if any(v.lemma_.lower() in self.words.cancelling for v in chain):
                return "cancelled"
            if grammar.is_planned(verb):
                return "planned"
            if any(c.lower_ == "would" for c in verb.children):
                return "planned"
            if verb.head.lemma_ == "invite" and verb.dep_ in {"xcomp", "ccomp", "advcl"}:
                return "planned"
            if any(t.lemma_.lower() in {"intention", "plan"} for t in (verb.head, trigger.head)):
                return "planned"
        governing = grammar.governing_verb(trigger) if trigger.pos_ in {"NOUN", "PROPN"} else None
        if governing is not None and trigger.dep_ in {"nsubjpass", "dobj", "nsubj"}:
            if governing.lemma_.lower() in self.words.postponing:
                return "postponed"
            if governing.lemma_.lower() in self.words.cancelling:
                return "cancelled"
        if trigger.pos_ in {"NOUN", "PROPN"} and any(c.lower_ in self.words.ahead for c in trigger.lefts):
            return "planned"
        return "held"

    def _bounds(self, verb: Token, subject: Token | None) -> tuple[int, int]:
        """Token bounds of the clause that tells the engagement, with its subject."""
        left, right = grammar.clause_bounds(verb)
        if subject is not None and subject.sent == verb.sent and subject.left_edge.i < left:
            left = subject.left_edge.i
        for child in verb.children:
            if child.dep_ in {"advcl", "parataxis"} and child.i > verb.i and child.left_edge.i <= right:
                before = grammar.trim_right(verb.doc, verb.i, child.left_edge.i - 1)
                if before > verb.i and not self._names(child.left_edge.i, right):
                    right = before
                    break
        return left, right

    def _actors(self, tokens: Iterable[Token | None]) -> list[Actor]:
        return [self.actors.resolve(t) for t in tokens if t is not None]

    def _names(self, left: int, right: int) -> list[PersonInText]:
        """People named between the tokens who take part: not those in whose name, at whose invitation or
        at whose house it happens."""
        doc = self.analysis.doc
        start, end = doc[left].idx, doc[right].idx + len(doc[right])
        out: list[PersonInText] = []
        for mention, person in self.analysis.names_in(start, end):
            before = self.analysis.text[max(start - 40, 0) : mention.whole_start].lower().rstrip()
            if any(before.endswith((p, p + " the", p + " his excellency", p + " her excellency")) for p in _NOT_TAKING_PART):
                continue
            behind = self.analysis.text[mention.end : mention.end + 2]
            if behind in {"’s", "'s"} or behind[:1] in {"’", "'"}:
                continue
            if person not in out:
                out.append(person)
        return out

    def _has_two_sides(self, actors: list[Actor], left: int, right: int) -> bool:
        if any(a.collective for a in actors):
            return True
        if sum(1 for a in actors if a.parties or a.person) >= 2:
            return True
        return len(self._names(left, right)) >= 2 or len({p for a in actors for p in a.parties}) >= 1

    def _is_wire_clause(self, verb: Token) -> bool:
        return any(t.lower_ in self.words.by_wire for c in verb.children if c.dep_ in {"prep", "advmod", "npadvmod", "dobj", "agent"} for t in c.subtree)


_VISIT_KINDS = frozenset({"official", "state", "working", "day", "-", "courtesy", "goodwill", "two-day", "three-day", "four-day"})


def definite_visit(noun: Token) -> bool:
    """"the visit", "this visit": told before."""
    return any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children)


_MET_THINGS = frozenset({"need", "goal", "target", "challenge", "requirement", "demand", "expectation", "deadline", "obligation", "standard", "criterion", "condition", "objective", "cost", "commitment"})
_PEOPLE_NOUNS = frozenset("minister president ambassador secretary delegation counterpart leader official chief commander general representative dignitary director envoy team mission member premier chairman head executive businessman investor speaker governor prelate king queen prince emir sultan diplomat group community company companies adviser advisor officer commissioner".split())
_BUILT = frozenset("precinct bridge school hospital center centre building facility port road railway terminal plant museum institute embassy consulate laboratory project station temple office line airport complex".split())


def _partner(trigger: Token) -> str:
    """The head of what stands behind "with", in lower case: tells talks with one from talks with another."""
    verb = trigger if trigger.pos_ in {"VERB", "AUX"} else grammar.governing_verb(trigger)
    found = grammar.prep_objects(trigger, "with") + (grammar.prep_objects(verb, "with") if verb is not None else [])
    return found[0].lower_ if found else ""


_MEALS = frozenset({"luncheon", "lunch", "dinner", "banquet", "breakfast", "reception"})


def _is_meal(left: int, right: int, trigger: Token) -> bool:
    return any(t.lemma_.lower() in _MEALS for t in trigger.doc[left : right + 1] if t.dep_ in {"dobj", "pobj", "nsubjpass"})


def _is_out(verb: Token) -> bool:
    """Denied, conditional, or only wished for: no engagement."""
    if grammar.is_negated(verb) or grammar.is_conditional(verb):
        return True
    if any(c.dep_ == "aux" and c.lower_ in {"could", "might", "should", "may", "must", "ought"} for c in verb.children):
        return True
    words = engagement_words()
    current = verb
    for _ in range(4):
        head = current.head
        finite = current.dep_ in {"acl", "advcl"} and current.tag_ not in {"VB", "VBG"}
        if head is current or finite:
            return False
        if current.dep_ in {"xcomp", "ccomp", "pcomp", "acl", "relcl", "dobj", "pobj", "prep", "advcl"}:
            lemma = head.lemma_.lower()
            if lemma in {"intention", "plan"}:
                return False
            if lemma in words.wished | {"invitation", "wish", "desire", "hope", "willingness", "readiness", "proposal", "expectation", "opportunity", "possibility", "forward"} and current.dep_ not in {"relcl"}:
                if current.dep_ == "advcl" and lemma in {"call", "discuss"}:
                    return False
                if lemma == "opportunity" and any(t.lemma_ in {"thank", "appreciate"} for t in head.ancestors):
                    return False
                return not (lemma == "invite" and verb.lemma_ == "visit" and _has_time(verb))
            if current.dep_ == "relcl":
                return False
        if head.pos_ in {"VERB", "AUX"} and current.dep_ in {"conj", "ROOT"}:
            current = head
            continue
        current = head
    return False


def ordinal_value(word: str) -> int | None:
    """The number of a word that is an ordinal whole ("third", "42nd"), else None."""
    found = find_ordinals(word)
    return found[0].value if found and (found[0].start, found[0].end) == (0, len(word)) else None


def _has_time(verb: Token) -> bool:
    """"to visit France this year": an invitation with a time is a planned visit."""
    return any(t.dep_ == "npadvmod" or (t.dep_ == "pobj" and t.ent_type_ == "DATE") or re.fullmatch(r"(19|20)\d\d", t.text) for t in verb.subtree)


def _has_ordinal(noun: Token) -> bool:
    return _ordinal_of(noun) is not None


def _is_aside(noun: Token) -> bool:
    """"on the sidelines of the X": it tells where another engagement took place."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in {"sideline", "margin"}


def _ordinal_of(noun: Token) -> int | None:
    """"third" or "42nd" before the noun, not as part of a date."""
    doc = noun.doc
    for i in range(noun.i - 1, _name_left(noun) - 1, -1):
        value = ordinal_value(doc[i].text)
        if value is not None and not doc[i].text.isdigit():
            return value
    return None


def _name_left(noun: Token) -> int:
    """Index of the first token of a name that ends in the noun, as far as words that stand in names go."""
    doc = noun.doc
    i = noun.i
    while i > noun.sent.start and noun.i - i < 14:
        token = doc[i - 1]
        if not (token.pos_ in {"PROPN", "ADJ", "NOUN"} or token.text in {"-", "–", "and", "&", ",", "’s", "'s", "/"}):
            break
        i -= 1
    return i


def _is_strong(noun: Token) -> bool:
    """A name that only a standing mechanism has, also without a number."""
    words = {t.text for t in noun.doc[noun.left_edge.i : noun.i + 1]}
    return bool(words & {"Dialogue", "Consultation", "Consultations", "2+2", "Ministerial"}) or (
        "Joint" in words and bool(words & {"Commission", "Committee", "Council", "Group"})
    )


def _is_title_like(noun: Token) -> bool:
    """Two capitalised words or more make a name."""
    return sum(1 for t in noun.lefts if t.text[:1].isupper() and t.pos_ in {"PROPN", "ADJ", "NOUN"}) >= 1 and any(
        t.text[:1].isupper() and t.i < noun.i for t in noun.subtree
    )


def _series_of(noun: Token) -> str | None:
    """The name of the mechanism: the noun phrase without determiner and ordinal."""
    doc = noun.doc
    left = noun.left_edge.i
    while left < noun.i and (doc[left].dep_ in {"det", "poss", "case"} or ordinal_value(doc[left].text) is not None or doc[left].lower_ in {"annual", "regular", "latest", "next", "upcoming", "first-ever", "inaugural"} or doc[left].is_space):
        left += 1
    right = noun.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"of", "on"} and any(t.text[:1].isupper() for t in child.subtree):
            right = child.right_edge.i
        elif child.dep_ in {"punct", "appos"} and child.right_edge.i == right + 1:
            right = child.right_edge.i
        elif child.dep_ == "appos" and doc[right + 1].text in {"(", "[", '"'} and child.right_edge.i - right < 14:
            right = child.right_edge.i
    while right + 1 < len(doc) and doc[right + 1].text in {")", '"', "”"} and any(t.text in {"(", "“", '"'} for t in doc[left : right + 1]):
        right += 1
    span = doc[left : right + 1].text.strip(" ,")
    if noun.lemma_.lower() in {"meeting", "round", "session", "edition"} and " of " in span and left == noun.i:
        span = span.split(" of ", 1)[1]
        span = span.removeprefix("the ")
    return span or None


def _mentions_conference(noun: Token) -> bool:
    words = engagement_words()
    if noun.lemma_.lower() == "ceremony":
        return any(t.pos_ == "PROPN" and t.dep_ == "pobj" for t in noun.subtree)
    return any(words.noun_type(t.lemma_.lower()) == "conference" for t in noun.subtree if t.dep_ in {"pobj", "compound"})


def _is_session(text: str) -> bool:
    lower = text.lower()
    return any(w in lower for w in ("session", "assembly", "summit"))


def _plans_it(noun: Token, verb: Token) -> bool:
    if any(t.lemma_.lower() == "plan" for t in (*noun.ancestors,)):
        return True
    if verb.lemma_.lower() in {"prepare", "plan", "schedule", "travel"}:
        return True
    return any(t.lemma_.lower() == "plan" for t in noun.ancestors)


def _under_agreement(verb: Token) -> bool:
    return verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_.lower() in {"agree", "decide", "plan"}
