"""What every reader of engagements looks at: who is named in a clause, where it ends, whose country it is."""

from __future__ import annotations

import re
from functools import cached_property

from spacy.tokens import Token

from servanda.codebook.engagements import engagement_words
from servanda.codebook.places import country_of_place, is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.engagement.tokens import has_before, lemma_of
from servanda.extract.mentions import NameMention, PartyMention, PersonInText

_NEXT = frozenset({"after", "following", "before", "whereupon"})
_DETERMINERS = frozenset({"the", "these", "his", "her", "their"})
_TITLES = ("", " the", " his excellency", " her excellency")
_APOSTROPHES = frozenset({"’", "'"})
_BEFORE_NAME = 40
"""Characters before a clause that can still hold "at the invitation of"."""

_LISTED_BEHIND = frozenset({"conj", "npadvmod"})
_A_COMMA = 2
"""Tokens from the end of a phrase to what is listed behind it."""
_QUARTERS = frozenset(
    {"south", "north", "east", "west", "central", "latin", "southern", "northern", "eastern", "western"}
)
"""Words that make of a name that of a part of the world."""


_MARGINS = re.compile(r"\b(?:side-?lines?|margins?|fringes?)\b", re.IGNORECASE)


class Scene:
    """A document as the readers of engagements see it. Holds no state between clauses."""

    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors
        self.words = engagement_words()
        self._absent = tuple(phrase + title for phrase in self.words.not_taking_part for title in _TITLES)

    @cached_property
    def tells_of_margins(self) -> bool:
        """Whether the text has the sidelines, margins or fringe of anything."""
        return _MARGINS.search(self.analysis.text) is not None

    def who(self, *tokens: Token | None) -> list[Actor]:
        """The actors that the tokens stand for; a missing token stands for none."""
        return [self.actors.resolve(token) for token in tokens if token is not None]

    def names(self, left: int, right: int) -> list[PersonInText]:
        """People named from token `left` to token `right` who take part, each once."""
        start, end = grammar.text_between(self.analysis.doc, left, right)
        named = (
            person
            for mention, person in self.analysis.names_in(start, end)
            if not self._is_absent(mention, start) and not self._is_owner(mention)
        )
        out: list[PersonInText] = []
        for person in named:
            if person not in out:
                out.append(person)
        return out

    def clause(self, verb: Token, subject: Token | None) -> tuple[int, int]:
        """First and last token index of the clause of the verb, with its subject, without a clause behind
        it that names nobody ("met X, underscoring their ties")."""
        left, right = grammar.clause_bounds(verb)
        if subject is not None and subject.sent == verb.sent:
            left = min(left, subject.left_edge.i)
        right = _with_those_listed(verb, right)
        for child in verb.children:
            if child.dep_ in {"advcl", "parataxis"} and child.i > verb.i and child.left_edge.i <= right:
                before = grammar.trim_right(verb.doc, verb.i, child.left_edge.i - 1)
                if before > verb.i and not self.names(child.left_edge.i, right):
                    return left, before
        return left, _before_what_follows(verb, right)

    def parties_in_phrase(self, noun: Token) -> list[PartyMention]:
        """Parties named in the noun phrase: VN in "the port of Viet Nam"."""
        return self.analysis.parties_in(*_ends(noun))

    def states_in_phrase(self, noun: Token) -> tuple[str, ...]:
        """The states among them, each once, in order."""
        return unique(m.code for m in self.parties_in_phrase(noun) if is_state(m.code))

    def stretch(self, verb: Token) -> tuple[int, int]:
        """Character offsets at which the clause of the verb begins and ends."""
        return grammar.text_between(verb.doc, *grammar.clause_bounds(verb))

    def is_in_a_date(self, noun: Token) -> bool:
        """ "May" of "in May 2025", "Monday"."""
        near = self.analysis.dates_in(noun.sent.start_char, noun.sent.end_char)
        return any(date.start <= noun.idx < date.end for date in near)

    def owner_before(self, noun: Token) -> bool:
        """Whether a party stands before the noun: "three *Swedish* warships"."""
        return bool(self.analysis.parties_in(*grammar.text_between(noun.doc, noun.left_edge.i, noun.i)))

    def parties_in_sentence(self, token: Token) -> list[PartyMention]:
        """Parties named in the sentence of the token."""
        return self.analysis.parties_in(token.sent.start_char, token.sent.end_char)

    def country_of(self, noun: Token) -> str | None:
        """The country that a place is or lies in: "Viet Nam", "Hanoi", "the Indian naval base"."""
        mention = self.analysis.party_of(noun)
        if mention is not None:
            return mention.code if is_state(mention.code) else None
        name = noun.doc[noun.left_edge.i : noun.i + 1].text
        part = any(t.lower_ in _QUARTERS for t in noun.lefts)  # "South America"
        alone = None if part else country_of_place(noun.text)
        return country_of_place(name) or alone or self._owner_country(noun)

    def parties_at(self, left: int, right: int, actors: list[Actor]) -> set[str]:
        """Parties of the actors and of the people named between the tokens."""
        named = {person.party for person in self.names(left, right) if person.party}
        return named.union(*(actor.parties for actor in actors))

    def is_peopled(self, left: int, right: int, actors: list[Actor]) -> bool:
        """Whether the text says of at least one party, or of two people, that they take part."""
        if any(actor.collective or actor.parties for actor in actors):
            return True
        return sum(1 for a in actors if a.person) >= 2 or len(self.names(left, right)) >= 2

    def is_of_nobody_else(self, verb: Token, partners: list[Token]) -> bool:
        """ "met the Finnish community of Berlin", "will hold talks with heads of state": whom one meets is of
        the own side, or nobody in particular."""
        met = [self.actors.resolve(partner) for partner in partners]
        if partners and all(lemma_of(partner) in self.words.meetings.passers_by for partner in partners):
            return True
        others = [partner for partner in partners if not self._are_compatriots(verb, partner)]
        if len(others) < len(partners):  # "the Finnish community |and German traders|"
            own = self.actors.resolve(grammar.doer_of(verb)).parties
            abroad = {m.code for partner in others for m in self.parties_in_phrase(partner)} - set(own)
            return not abroad and not any(actor.person for actor in met)
        if not met or any(actor.person or actor.collective for actor in met):
            return False
        if any(t.lower_ in {"including", "namely"} for t in verb.doc[partners[0].i : verb.sent.end]):
            return False
        said = [token for partner in partners for token in _without_clauses(partner)]
        told = {m.code for token in said if (m := self.analysis.party_of(token)) is not None}
        words = {token.idx for token in said}
        named_in = [m for partner in partners for m in self.parties_in_phrase(partner)]
        of_whom = {m.code for m in named_in if m.start in words} | told
        aside = {m.code for m in named_in} - of_whom  # named in a clause on those whom one meets
        own = self.actors.resolve(grammar.doer_of(verb)).parties
        if named := told.union(*(actor.parties for actor in met)) - aside:
            return len(own) == 1 and named == set(own)
        vague = any(t.lower_ in self.words.meetings.vague_company and t.head not in partners for t in said)
        bare = all(p.tag_ == "NNS" and not has_before(p, _DETERMINERS) for p in partners)
        return vague or (bare and grammar.is_planned(verb) and own == (self.analysis.home,))

    def _are_compatriots(self, verb: Token, partner: Token) -> bool:
        """ "met the Fijian |communities| in Sydney", told of the Prime Minister of Fiji."""
        if lemma_of(partner) not in self.words.meetings.compatriots:
            return False
        own = self.actors.resolve(grammar.doer_of(verb)).parties
        named = (self.analysis.party_of(token) for token in partner.lefts)
        return any(mention is not None and mention.code in own for mention in named)

    def is_by_wire(self, verb: Token) -> bool:
        """ "spoke by telephone with", "met virtually online"."""
        around = (c for c in verb.children if c.dep_ in {"prep", "advmod", "npadvmod", "dobj", "agent"})
        return any(token.lower_ in self.words.by_wire for child in around for token in child.subtree)

    def is_at_arrival(self, verb: Token) -> bool:
        """ "was met |at the airport| by Minister X", "was |at the airport| to greet him"."""
        came = verb.head if verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_ == "be" else verb
        told = (noun for word in {verb, came} for noun in grammar.prep_objects(word, "at", "on"))
        places = (t for noun in told for t in noun.subtree)
        return any(t.lower_ in self.words.receptions.arrivals for t in places)

    def is_wire(self, noun: Token) -> bool:
        """ "a telephone call", "virtual talks"."""
        return has_before(noun, self.words.by_wire)

    def is_person_or_group(self, noun: Token) -> bool:
        """ "the Minister", "a delegation of ten": somebody whom one can meet."""
        return lemma_of(noun) in self.words.meetings.people

    def _is_absent(self, mention: NameMention, start: int) -> bool:
        """ "at the invitation of X", "on behalf of His Excellency X"."""
        window = max(start - _BEFORE_NAME, 0)
        before = self.analysis.text[window : mention.whole_start].lower().rstrip()
        return before.endswith(self._absent)

    def _is_owner(self, mention: NameMention) -> bool:
        """ "X's message": not X himself."""
        return self.analysis.text[mention.end : mention.end + 1] in _APOSTROPHES

    def _owner_country(self, noun: Token) -> str | None:
        """The one country named in the phrase: IN in "the Indian naval base"."""
        codes = self.states_in_phrase(noun)
        return codes[0] if len(codes) == 1 else None


def _before_what_follows(verb: Token, right: int) -> int:
    """ "will be accorded a welcome|, after which he will hold talks|": where the next act begins."""
    for token in verb.doc[verb.i + 1 : right]:
        if token.lower_ in _NEXT and token.nbor().lower_ == "which":
            return grammar.trim_right(verb.doc, verb.i, token.i - 1)
    return right


def _without_clauses(noun: Token) -> list[Token]:
    """The words of a noun phrase but for the clauses on it: "members of the community *living in Japan*"."""
    clauses = [t for t in noun.subtree if t.dep_ in {"acl", "relcl"}]
    aside = {t.i for clause in clauses for t in clause.subtree}
    return [t for t in noun.subtree if t.i not in aside]


def _ends(noun: Token) -> tuple[int, int]:
    return grammar.text_between(noun.doc, noun.left_edge.i, noun.right_edge.i)


def _with_those_listed(verb: Token, right: int) -> int:
    """ "is scheduled to meet X, |Prime Minister Y and others|", "to meet the Speaker, |Mr Y, and others|",
    which the parser joins to "scheduled"."""
    above = verb.head.rights if verb.dep_ == "xcomp" else ()
    nouns = (c for c in above if c.dep_ in _LISTED_BEHIND and c.pos_ in {"PROPN", "NOUN"})
    return next((c.right_edge.i for c in nouns if 0 < c.left_edge.i - right <= _A_COMMA), right)
