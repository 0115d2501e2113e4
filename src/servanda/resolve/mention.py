"""A mention: a fact together with what resolving has to know of the document that states it."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.model.facts import AnyFact, Person

Verdict = Literal["same", "different"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The document in which a fact stands.

    id         `Document.id` of the version
    name       `Document.name`
    published  EDTF, None when unknown
    publisher  as the metadata give it
    people     the people that the document names, each once, for facts that name them by post only
    """

    id: str
    name: str
    published: str | None = None
    publisher: str | None = None
    people: tuple[Person, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A fact with its source. `id` is `Fact.id`, kept because hashing it anew is dear; it says what the fact
    says and in which version of which document, so two mentions with one id are equal."""

    id: str
    fact: AnyFact
    source: Source

    @classmethod
    def of(cls, fact: AnyFact, source: Source) -> Mention:
        """The mention of `fact` in `source`."""
        return cls(id=fact.id, fact=fact, source=source)

    def __hash__(self) -> int:
        return hash(self.id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mention) and self.id == other.id

    @property
    def quotation(self) -> str:
        """The quotation that states the fact most fully."""
        return self.fact.evidence[0].text


class Keys(msgspec.Struct, frozen=True):
    """By what a mention is found: two mentions are compared when one seeks a key that the other holds.

    `held` are the keys under which it stands, `sought` those under which it looks for others. They differ
    where little is known: a fact without a date looks among all of its relationship, but a dated one only
    among its own years and the undated.
    """

    held: frozenset[str]
    sought: frozenset[str]

    @classmethod
    def both(cls, keys: frozenset[str]) -> Keys:
        """The same keys to stand under and to look under."""
        return cls(keys, keys)


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule says of two mentions: that they tell of one thing, or cannot.

    score   estimate in 0..1 that the verdict is right
    rule    name of the rule
    reason  why, in words that a person can check against the quotations
    """

    verdict: Verdict
    score: float
    rule: str
    reason: str


def in_order(a: Mention, b: Mention) -> tuple[Mention, Mention]:
    """The two in an order that does not depend on which was read first: by publication, then by id."""
    return (a, b) if time_key(a) <= time_key(b) else (b, a)


def time_key(mention: Mention) -> tuple[str, str, str]:
    """Sorts mentions by publication (unknown ones first), document and id."""
    return mention.source.published or "", mention.source.name, mention.id
