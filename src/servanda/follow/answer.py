"""What it means that a later fact answers an earlier promise."""

from __future__ import annotations

from typing import Literal

import msgspec

from servanda.model.facts import Activity, AnyFact, Commitment, Person, Position
from servanda.resolve.mention import Mention

Outcome = Literal["kept", "partly", "withdrawn", "postponed", "renewed", "refused"]
"""kept, partly: done, or a part of it; withdrawn: by those who promised; postponed: put off to a later time;
refused: by those who were asked; renewed: promised again."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """How a later fact answers a promise.

    confidence  estimate in 0..1 that a person who reads both quotations agrees
    rule        name of the rule
    reason      why, in words that a person can check against the quotations
    """

    status: Outcome
    confidence: float
    rule: str
    reason: str


class Sides(msgspec.Struct, frozen=True):
    """Who is to do what is promised, and for whom. Where both are to do it, both are on each side."""

    doers: frozenset[str]
    takers: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """All parties of the promise."""
        return self.doers | self.takers


def sides(promise: Commitment) -> Sides:
    """Whose turn it is: the speaker's after a pledge or offer, the addressee's after a request, both sides'
    after an agreement or proposal; after an invitation those travel who are invited."""
    speaker, addressee = frozenset(promise.speaker), frozenset(promise.addressee)
    if promise.act in ("request", "invite"):
        return Sides(addressee, speaker)
    if promise.act in ("agree", "propose"):
        return Sides(speaker | addressee, speaker | addressee)
    return Sides(speaker, addressee)


def parties_of(fact: AnyFact) -> frozenset[str]:
    """All parties of a fact: of a promise both sides, of an activity also who gives and who takes."""
    if isinstance(fact, Commitment):
        return sides(fact).all
    if isinstance(fact, Activity):
        return frozenset((*fact.provider, *fact.recipient, *fact.parties))
    if isinstance(fact, Position):
        return frozenset(fact.holder)
    return frozenset(getattr(fact, "parties", ()))


def people_of(mention: Mention, parties: frozenset[str]) -> tuple[Person, ...]:
    """The people of these parties whom the document names."""
    return tuple(person for person in mention.source.people if person.party in parties)


def quotations(mention: Mention) -> str:
    """All quotations of the fact, one behind the other."""
    return " | ".join(span.text for span in mention.fact.evidence)
