"""Entries, people, parties and documents as entities of FollowTheMoney, JSON Lines.

The codebook tells the schema of each kind (data/ftm.yaml). A quotation is a Documentation: the link from an
entity to the document that proves it, with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from servanda.codebook.maps import ftm
from servanda.codebook.places import is_state, party_name
from servanda.model import edtf
from servanda.model.facts import Activity, Assessment, Commitment, Engagement, Instrument, Position
from servanda.model.fold import fold_name
from servanda.publish.addresses import web_address
from servanda.publish.holdings import Holdings
from servanda.publish.plain import plain
from servanda.publish.rows import parties_of
from servanda.query.entries import EntryView
from servanda.query.views import DocumentView, FactView, PersonView

Entity = dict[str, Any]

_NOT_IN_ID = re.compile("[^A-Za-z0-9]+")
_GRAINS = {"day": 10, "month": 7}


def write_entities(held: Holdings, out: IO[bytes]) -> int:
    """Writes an entity a line; their number. `out` stays open."""
    number = 0
    for entity in _entities(held):
        out.write(msgspec.json.encode(entity) + b"\n")
        number += 1
    return number


def _entities(held: Holdings) -> Iterator[Entity]:
    yield from (_party(code) for code in sorted(_parties(held)))
    yield from map(_document, held.documents)
    people = _by_name(held.people)
    for person in held.people:
        yield from _person(person)
    for entry in held.entries:
        yield from _entry(entry, people)
        for view in entry.facts:
            yield from _documentations(view, entry.id)
    for view in held.facts:
        if view.kind == "person" and (owner := people.get(fold_name(getattr(view.fact, "name", "")))):
            yield from _documentations(view, owner)


def _entity(id_: str, schema: str, properties: dict[str, Iterable[str | None] | str | None]) -> Entity:
    """Properties are lists of text; what is not known is left out."""
    listed = {
        name: [plain(each) for each in ([value] if isinstance(value, str) else value or []) if each]
        for name, value in properties.items()
    }
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: value for name, value in listed.items() if value},
    }


def _parties(held: Holdings) -> set[str]:
    codes = {code for entry in held.entries for code in parties_of(entry.fact)}
    return codes | {person.party for person in held.people if person.party}


def _party_id(code: str) -> str:
    return f"party-{_NOT_IN_ID.sub('-', code)}"


def _party(code: str) -> Entity:
    state = is_state(code)
    country = code.lower() if state else None
    return _entity(
        _party_id(code),
        "PublicBody" if state else "Organization",
        {"name": party_name(code), "country": country},
    )


def _document(view: DocumentView) -> Entity:
    return _entity(
        view.id,
        "Document",
        {
            "fileName": view.name,
            "title": view.title,
            "publishedAt": _day(view.published),
            "publisher": view.publisher,
            "sourceUrl": web_address(view.url),
        },
    )


def _by_name(people: Iterable[PersonView]) -> dict[str, str]:
    """Ids by folded names; a name that two people share names neither."""
    found: dict[str, str | None] = {}
    for person in people:
        for name in {fold_name(each) for each in (person.name, *person.spellings)}:
            found[name] = None if name in found else person.id
    return {name: id_ for name, id_ in found.items() if id_}


def _person(view: PersonView) -> Iterator[Entity]:
    posts = [" ".join(part for part in (post.rank, post.post) if part) for post in view.posts]
    yield _entity(view.id, "Person", {"name": view.name, "alias": view.spellings, "position": posts})
    if view.party:
        yield _entity(
            f"{view.id}-in-{_party_id(view.party)}",
            "Membership",
            {"member": view.id, "organization": _party_id(view.party), "role": "acts for it"},
        )


def _entry(view: EntryView, people: dict[str, str]) -> Iterator[Entity]:
    kind = ftm().kinds[view.kind]
    schema = kind.types.get(getattr(view.fact, "type", ""), kind.schema)
    status = f"{view.status.value}: {view.status.reason}" if view.status else None
    shared: dict[str, Iterable[str | None] | str | None] = {
        "name": view.label,
        "notes": status,
        "keywords": getattr(view.fact, "fields", ()),
        "proof": dict.fromkeys(each.fact.source for each in view.facts),
    }
    yield _entity(view.id, schema, shared | _own(schema, view, people))
    if isinstance(view.fact, Activity):
        yield from _participants(view, view.fact)


def _own(
    schema: str, view: EntryView, people: dict[str, str]
) -> dict[str, Iterable[str | None] | str | None]:
    """What this schema has beside what all have."""
    fact, parties = view.fact, [_party_id(code) for code in parties_of(view.fact)]
    match schema:
        case "Note":
            said = fact.content if isinstance(fact, Commitment | Position | Assessment) else None
            return {"entity": parties, "description": said}
        case "Contract":
            return {"title": fact.title if isinstance(fact, Instrument) else view.label}
        case "Project":
            amount = fact.amount if isinstance(fact, Activity) else None
            return _dates(view.date) | {
                "description": getattr(fact, "content", None),
                "amount": f"{amount.value:g}" if amount else None,
                "currency": amount.currency if amount else None,
            }
    met = [people.get(fold_name(name)) for name in getattr(fact, "participants", ())]
    place = (fact.place, fact.country) if isinstance(fact, Engagement) else (None, None)
    country = place[1].lower() if place[1] and is_state(place[1]) else None
    return _dates(view.date) | {"involved": [*parties, *met], "location": place[0], "country": country}


def _participants(view: EntryView, fact: Activity) -> Iterator[Entity]:
    roles = [("provider", fact.provider), ("recipient", fact.recipient), ("partner", fact.parties)]
    for role, codes in roles:
        for code in codes:
            properties = {"project": view.id, "participant": _party_id(code), "role": role}
            yield _entity(f"{view.id}-{role}-{_party_id(code)}", "ProjectParticipant", {**properties})


def _documentations(view: FactView, owner: str) -> Iterator[Entity]:
    for number, span in enumerate(view.fact.evidence):
        yield _entity(
            f"{view.id}-{number}",
            "Documentation",
            {
                "document": view.fact.source,
                "entity": owner,
                "role": f"quotation, characters {span.start} to {span.end}",
                "summary": span.text,
                "date": _day(view.published),
                "recordId": view.id,
            },
        )


def _dates(when: str | None) -> dict[str, Iterable[str | None] | str | None]:
    if when is None or "/" not in when:
        return {"date": _day(when)}
    start, _, end = when.partition("/")
    return {"startDate": _day(start), "endDate": _day(end)}


def _day(when: str | None) -> str | None:
    """The date as finely as FollowTheMoney has it: 2018, 2018-03, 2018-03-26. None for seasons and decades,
    which it has not, and where the year is not known."""
    days = edtf.bounds(when) if when and "/" not in when and edtf.OPEN not in when else None
    if days is None or when is None:
        return None
    grain = edtf.precision(when)
    if grain == "year":
        return f"{days[0].year:04}"
    return days[0].isoformat()[: _GRAINS[grain]] if grain in _GRAINS else None
