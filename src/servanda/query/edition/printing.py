"""What the book holds as the rows and columns of an edition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from servanda.model.facts import Commitment, Engagement, Instrument
from servanda.model.fold import fold_name
from servanda.query.book import parties_of
from servanda.query.edition.rows import Answered, ConflictRow, Linked, PersonRow, Told
from servanda.query.entries import EntryView
from servanda.query.organisations import OrganisationView
from servanda.query.views import PersonView
from servanda.resolve.conflicts import Conflict
from servanda.resolve.entry import Entry


def as_json(value: object) -> bytes:
    """A row as it is kept."""
    return msgspec.json.encode(value)


def type_of(view: EntryView) -> str | None:
    """The act of a commitment, the type of an engagement or instrument."""
    fact = view.fact
    if isinstance(fact, Commitment):
        return fact.act
    return fact.type if isinstance(fact, Engagement | Instrument) else None


def answered(view: EntryView) -> Iterator[Answered]:
    """What became of a promise or plan."""
    for each in view.answers:
        yield Answered(
            earlier=each.earlier.id,
            later=each.later.id,
            later_also=tuple(mention.id for mention in each.later_also),
            status=each.answer.status,
            confidence=each.answer.confidence,
            rule=each.answer.rule,
            reason=each.answer.reason,
            hindsight=each.hindsight,
        )


def links(entry: Entry) -> Iterator[Linked]:
    """Why the mentions of an entry are one."""
    for link in entry.links:
        decision = link.decision
        yield Linked(
            a=link.a, b=link.b, rule=decision.rule, score=decision.score, reason=decision.reason, by=link.by
        )


def conflict_row(
    entry: Entry, view: EntryView, found: Conflict, titles: Mapping[str, str | None]
) -> ConflictRow:
    """Where the sources of an entry differ."""
    return ConflictRow(
        entry=view.id,
        kind=view.kind,
        label=view.label,
        property=found.property.partition(".")[2],
        values=tuple((each.value, each.sources) for each in found.hypotheses),
        told=tuple(
            Told(
                value=each.value,
                fact=each.mention.id,
                document=each.mention.source.name,
                document_id=each.mention.source.id,
                title=titles.get(each.mention.id),
                published=each.mention.source.published,
                publisher=each.mention.source.publisher,
                quotation=each.span.text,
            )
            for each in found.values
        ),
        parties=tuple(sorted(parties_of(entry))),
    )


def person_columns(number: int, person: PersonView, took_part: tuple[str, ...]) -> dict[str, object]:
    """A person with the entries that he or she takes part in."""
    names = {person.name, *person.spellings, *(form.name for form in person.forms)}
    return {
        "place": number,
        "id": person.id,
        "party": person.party,
        "folded": " ".join(sorted(fold_name(name) for name in names)),
        "content": as_json(PersonRow(person=person, entries=took_part)),
    }


def organisation_columns(number: int, organisation: OrganisationView) -> dict[str, object]:
    """An organisation under all its names."""
    return {
        "place": number,
        "id": organisation.id,
        "party": organisation.party,
        "folded": " ".join(map(fold_name, (organisation.name, *organisation.names))),
        "content": as_json(organisation),
    }
