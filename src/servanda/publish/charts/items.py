"""Entries of the ledger as the items of charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from servanda.model.facts import AnyFact, Engagement, Instrument
from servanda.model.fold import fold_name
from servanda.publish.charts.values import Item, State, Who
from servanda.publish.plain import plain
from servanda.publish.rows import parties_of
from servanda.query.edition.rows import EntryRow
from servanda.query.entries import EntryView
from servanda.query.views import PersonView

_STATES: dict[str, State] = {
    "held": "done", "signed": "done", "ratified": "done", "existing": "done", "amended": "done",
    "extended": "done", "expired": "done", "terminated": "done", "kept": "done", "partly": "done",
    "no report": "unknown", "overdue": "unknown", "lapsed": "unknown",
    "cancelled": "off", "withdrawn": "off", "refused": "off", "asserted": "done", "negated": "off",
}  # fmt: skip
"""Of the other statuses and modalities all are still to come."""


def items_of(views: Iterable[EntryView], people: Iterable[PersonView] = ()) -> list[Item]:
    """The entries in their order. With `people` the names of those who took part are what the ledger holds to
    be one person's name, with the party; without them they stand as in the entry."""
    known = _by_spelling(people)
    return [
        _item(
            view.fact,
            known,
            Item(
                id=view.id,
                kind=view.kind,
                label=plain(view.label),
                status=view.status.value if view.status else "",
                when=view.date,
                told=next((each.published for each in view.facts if each.published), None),
            ),
        )
        for view in views
    ]


def items_of_rows(rows: Iterable[EntryRow], people: Iterable[PersonView] = ()) -> list[Item]:
    """The same of entries as an edition holds them."""
    known = _by_spelling(people)
    return [
        _item(
            row.fact,
            known,
            Item(
                id=row.id,
                kind=row.kind,
                label=plain(row.label),
                status=row.status or "",
                when=row.date,
                told=row.told[0],
            ),
        )
        for row in rows
    ]


def _item(fact: AnyFact, known: Mapping[str, Who], begun: Item) -> Item:
    """The item with what the fact says."""
    period = fact.period if isinstance(fact, Instrument) else None
    met = fact.participants if isinstance(fact, Engagement) else ()
    named = (known.get(fold_name(name), Who(plain(name))) for name in met)
    return replace(
        begun,
        state=state_of(begun.status or fact.modality),
        status=begun.status or fact.modality,
        when=period or begun.when,
        lasts=period is not None,
        parties=tuple(parties_of(fact)),
        fields=getattr(fact, "fields", ()),
        people=tuple(dict.fromkeys(named)),
        place=fact.place if isinstance(fact, Engagement) else None,
        country=fact.country if isinstance(fact, Engagement) else None,
    )


def state_of(standing: str) -> State:
    """Of the status; where the kind has none, of the modality: whether the fact is told as done."""
    return _STATES.get(standing, "planned")


def _by_spelling(people: Iterable[PersonView]) -> dict[str, Who]:
    """By folded name; a spelling that two people share names neither."""
    found: dict[str, Who | None] = {}
    for person in people:
        who = Who(person.name, person.party)
        for name in {fold_name(each) for each in (person.name, *person.spellings)}:
            found[name] = None if name in found else who
    return {name: who for name, who in found.items() if who}
