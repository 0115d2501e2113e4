"""A fact in a few words: what happened or was said, and who to whom."""

from __future__ import annotations

from functools import singledispatch

from servanda.codebook.places import party_name
from servanda.model.facts import (
    Activity,
    Assessment,
    Commitment,
    Engagement,
    Fact,
    Instrument,
    Milestone,
    Person,
    Position,
)

_PLAIN = {"asserted", "planned"}
"""Modalities that the rest of the words make plain; the others are named."""


def what(fact: Fact) -> str:
    """What the fact says, without its parties and date. A denial or a condition is marked as one."""
    mark = "" if fact.modality in _PLAIN else f" [{fact.modality}]"
    return _said(fact) + mark


def who(fact: Fact) -> str:
    """The parties: those who take part side by side, those who speak or give before those they address."""
    if isinstance(fact, Commitment):
        return _from_to(fact.speaker, fact.addressee)
    if isinstance(fact, Activity):
        return _from_to(fact.provider, fact.recipient) or _together(fact.parties)
    if isinstance(fact, Position | Assessment):
        return _together(fact.holder)
    if isinstance(fact, Engagement | Instrument | Milestone):
        return _together(fact.parties)
    return (fact.party or "") if isinstance(fact, Person) else ""


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th ..."""
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@singledispatch
def _said(fact: Fact) -> str:
    return fact.evidence[0].text


@_said.register
def _(fact: Engagement) -> str:
    name = f"{fact.type}: {fact.series}" if fact.series else fact.type
    number = f"{ordinal(fact.ordinal)} " if fact.ordinal else ""
    status = "" if fact.status == "held" else f" ({fact.status})"
    people = ", ".join(fact.participants)
    place = fact.place or (party_name(fact.country) if fact.country else None)
    details = [people, f"in {place}" if place else "", f"within {fact.within}" if fact.within else ""]
    return "; ".join([f"{number}{name}{status}", *(detail for detail in details if detail)])


@_said.register
def _(fact: Instrument) -> str:
    period = f" ({fact.period})" if fact.period else ""
    relations = "".join(f"; {relation.type} {relation.target}" for relation in fact.relations)
    return f"{fact.type} {fact.action}: {fact.title}{period}{relations}"


@_said.register
def _(fact: Commitment) -> str:
    by = f"{fact.by}: " if fact.by else ""
    due = f" (due {fact.due})" if fact.due else ""
    return f"{fact.act}: {by}{fact.content}{due}"


@_said.register
def _(fact: Position) -> str:
    return f"{fact.by}: {fact.content}" if fact.by else fact.content


@_said.register
def _(fact: Assessment) -> str:
    by = f"{fact.by}: " if fact.by else ""
    return f"{fact.polarity}: {by}{fact.content}"


@_said.register
def _(fact: Milestone) -> str:
    number = f"{ordinal(fact.number)} anniversary: " if fact.number else ""
    since = f" (since {fact.year})" if fact.year else ""
    return f"{number}{fact.type}{since}"


@_said.register
def _(fact: Activity) -> str:
    amount = f" ({fact.amount.value:,.0f} {fact.amount.currency})" if fact.amount else ""
    return fact.content + amount


@_said.register
def _(fact: Person) -> str:
    return ", ".join(part for part in (fact.name, fact.rank, fact.post) if part)


def _from_to(source: tuple[str, ...], target: tuple[str, ...]) -> str:
    return " → ".join(_together(side) for side in (source, target) if side)


def _together(parties: tuple[str, ...]) -> str:
    return " ".join(sorted(parties))
