"""What the readers of activities ask of the document, and what they find in it."""

from __future__ import annotations

import msgspec
from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PartyMention


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An activity: the word that tells it, its first and last token, who gives and takes (or does it with
    whom), and why we think so; `about` is where it was told before of what "they" are."""

    trigger: Token
    left: int
    right: int
    rule: str
    provider: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    why: str = ""
    about: tuple[int, int] | None = None


class Scene:
    """A document with those who act in it."""

    def __init__(self, analysis: Analysis, actors: Actors) -> None:
        self.analysis = analysis
        self.actors = actors

    def named(self, left: int, right: int) -> list[PartyMention]:
        """The parties named between two tokens, both included."""
        return self.analysis.parties_in(*self.analysis.offsets(left, right))

    def doer(self, verb: Token) -> Actor:
        """Who does what the verb says."""
        return self.actors.resolve(grammar.doer_of(verb))

    def side_of(self, noun: Token | None) -> tuple[str, ...]:
        """Whose people a noun names: who it stands for, "*French* divers", "officers of *Ghana*"."""
        if noun is None:
            return ()
        told = self.actors.resolve(noun).parties
        if told:
            return told
        inside = self.named(noun.left_edge.i, noun.i)
        counted = grammar.prep_objects(noun, "of", "from")
        behind = [self.analysis.party_of(t) for t in counted]
        behind += (m for t in counted for m in self.named(t.left_edge.i, t.i))
        return unique(m.code for m in (*inside, *behind) if m is not None and m.form != "capital")

    def states_named(self, sentence: Tokens) -> tuple[str, ...]:
        """The states that a sentence names."""
        mentions = self.analysis.parties_in(sentence.start_char, sentence.end_char)
        return unique(m.code for m in mentions if is_state(m.code))

    def two_sides(self, token: Token) -> tuple[str, ...]:
        """The two states named in the sentence, else the parties at the table."""
        named = self.states_named(token.sent)
        return named if len(named) == 2 else self.actors.frame(token.idx)

    def other_side(self, token: Token, giver: tuple[str, ...]) -> tuple[str, ...]:
        """The taker when none is named: the other side at the table, or the country whose press tells it."""
        home = self.analysis.home
        if self.actors.is_seated(token.idx):
            others = self.actors.others(token.idx, giver)
            return (home,) if home in others else others
        if home is None and set(giver) < set(self.actors.table(token.idx)):
            return self.actors.others(token.idx, giver)
        if home is None:
            return self.other_of_pair(token, giver)
        return (home,) if home not in giver else ()

    def other_of_pair(self, token: Token, side: tuple[str, ...]) -> tuple[str, ...]:
        """The other one of the two of whom the text tells at the token; both where no side is given, none
        where it is not one of them."""
        return self.actors.other_of_pair(token.idx, side)

    def whose(self, noun: Token) -> tuple[str, ...]:
        """FR of "some 1,500 *French* soldiers", "members of the *French* army", "two aircraft of the *French*
        Air Force"."""
        owner = next(iter(grammar.prep_objects(noun, "of", "from")), noun)
        named = self.named(noun.left_edge.i, owner.i)
        own = self.analysis.party_of(noun)
        named = [*named, own] if own is not None else named
        return unique(m.code for m in named if is_state(m.code))


def clause_with(verb: Token, subject: Token | None) -> tuple[int, int]:
    """First and last token of a verb's clause, from its subject on when that stands before it."""
    left, right = grammar.clause_bounds(verb)
    if subject is not None and subject.sent == verb.sent and subject.i < left:
        left = subject.left_edge.i
    return left, right


def phrase_bounds(noun: Token) -> tuple[int, int]:
    """First and last token of a noun's phrase."""
    phrase = grammar.phrase(noun)
    return phrase.start, phrase.end - 1
