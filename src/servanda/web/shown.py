"""What a reviewer sees of a fact, a pair that may be one thing, or a conflict."""

from __future__ import annotations

import msgspec

from servanda.codebook.places import party_name
from servanda.ledger import Ledger
from servanda.ledger.reviewing import Review
from servanda.model.facts import Amount, Fact, Relation
from servanda.publish.lines import properties_of
from servanda.query.disputes import Dispute, dispute
from servanda.query.edition.edition import Edition
from servanda.query.edition.rows import ConflictRow, EntryRow, PersonRow
from servanda.query.edition.wanted import Wanted
from servanda.query.explain import explain
from servanda.query.facts import known
from servanda.query.people import mentions_of
from servanda.query.queue import Item
from servanda.query.reviews import ReviewView, held, history, last_of
from servanda.query.views import Explanation, FactView
from servanda.web.controls import sort_of
from servanda.web.desk import Desk

_AROUND = 400
_MOST_OTHERS = 6
_MOST_MENTIONS = 3


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """A property of a fact in words, and why it reads so where the words of the document alone do not say."""

    name: str
    words: str
    reason: str = ""


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with all that is needed to decide about it.

    seen    number of the last review of it, 0 for none: what the reviewer knows of
    held    what holds now
    others  other facts of its entry, with their quotations
    dispute what reviewers hold who differ, as long as nobody has settled it
    """

    told: Explanation
    properties: tuple[Property, ...]
    history: tuple[ReviewView, ...] = ()
    held: Review | None = None
    seen: int = 0
    entry: EntryRow | None = None
    others: tuple[FactView, ...] = ()
    dispute: Dispute | None = None

    @property
    def id(self) -> str:
        """The fact's."""
        return self.told.fact.id


def shown(desk: Desk, edition: Edition, fact_id: str) -> Shown:
    """The fact as the ledger has it now, with the entry of the edition. MissingError where there is none."""
    told = explain(desk.ledger, fact_id, around=_AROUND)
    made = history(desk.ledger, told.fact.id)
    entry = edition.entries_of([told.fact.id]).get(told.fact.id)
    others = [id_ for id_ in entry.facts if id_ != told.fact.id][:_MOST_OTHERS] if entry else []
    with desk.ledger.reading() as connection:
        beside = known(connection, others)
    return Shown(
        told=told,
        properties=properties(told.fact.fact),
        history=tuple(made),
        held=held(made, told.fact.id),
        seen=last_of(made, told.fact.id),
        entry=entry,
        others=tuple(beside[id_] for id_ in others if id_ in beside),
        dispute=dispute(view.review for view in made if view.review.fact == told.fact.id),
    )


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two that may be one: an entry with a fact of it, or a person with mentions of the name."""

    entry: EntryRow | None = None
    person: PersonRow | None = None
    facts: tuple[FactView, ...] = ()


def sides(desk: Desk, edition: Edition, item: Item) -> tuple[Side, ...]:
    """The two of a doubt. MissingError where one of them is here no more."""
    return tuple(_side(desk.ledger, edition, id_) for id_ in (item.fact, item.other or ""))


def conflict_of(edition: Edition, item: Item) -> ConflictRow | None:
    """The conflict that the item is about; None where it is one no more."""
    found = edition.conflicts(Wanted(facts=item.facts)).items
    return next((c for c in found if item.why.startswith(f"{c.property}: ")), None)


def properties(fact: Fact) -> tuple[Property, ...]:
    """The properties that the fact states, in the order of the guidelines."""
    names = (*properties_of(type(fact)), *(("modality",) if fact.modality != "asserted" else ()))
    said = ((name, getattr(fact, name)) for name in names)
    return tuple(
        Property(name=name, words=in_words(type(fact), name, value), reason=fact.reasons.get(name, ""))
        for name, value in said
        if value not in (None, ())
    )


def in_words(kind: type[Fact], name: str, value: object) -> str:
    """The value of a property as people read it."""
    if isinstance(value, tuple | list):
        return ", ".join(in_words(kind, name, each) for each in value)
    if isinstance(value, Relation):
        return f"{value.type} {value.target}"
    if isinstance(value, Amount):
        return f"{value.value:,.15g} {value.currency}"
    if isinstance(value, str) and sort_of(kind, name) in ("party", "parties"):
        return party_name(value)
    return str(value)


def _side(ledger: Ledger, edition: Edition, id_: str) -> Side:
    row = edition.find(id_)
    if isinstance(row, PersonRow):
        documents = [each.id for each in row.person.documents]
        return Side(person=row, facts=tuple(mentions_of(ledger, id_, documents)[:_MOST_MENTIONS]))
    with ledger.reading() as connection:
        return Side(entry=row, facts=tuple(known(connection, [id_]).values()))
