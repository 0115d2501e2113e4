"""Calls about what the ledger holds to be: relationships, entries, people, organisations, conflicts, dues."""

from __future__ import annotations

import msgspec
from litestar.di import NamedDependency
from litestar.params import FromPath

from servanda.errors import MissingError
from servanda.ledger.reviewing import Review
from servanda.query.edition.rows import ConflictRow, EntryRow, PersonRow, RelationshipRow
from servanda.query.explain import explain_all
from servanda.query.organisations import OrganisationView
from servanda.query.views import Explanation
from servanda.resolve.judgement import Judgement
from servanda.web.api.answers import Asking, Listed, finds, listed, lists
from servanda.web.api.asking import Entries, Names, OfParty
from servanda.web.asking import pair_of, party, relationship_of
from servanda.web.desk import Desk
from servanda.web.threads import in_thread

_MOST_FACTS = 100


class EntryTold(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with what it stands on: its facts with their quotations, at most a hundred of them, and what
    persons decided of these."""

    entry: EntryRow
    facts: list[Explanation]
    reviews: list[Review]
    judgements: list[Judgement]


@lists("/relationships", "relationships", OfParty)
@in_thread
def relationships(request: Asking, asks: NamedDependency[OfParty]) -> Listed[RelationshipRow]:
    """List relationships: how much lies between two parties, those with the most entries first."""
    of = party(asks.party) if asks.party else None
    edition = desk(request).edition(asks.as_of)
    return listed(request, edition.relationships(of, limit=asks.size, offset=asks.offset), asks)


@finds("/relationships/{a:str}/{b:str}", "relationships")
@in_thread
def relationship(request: Asking, a: FromPath[str], b: FromPath[str]) -> RelationshipRow:
    """Get a relationship by the codes or names of its parties. Its entries: /entries?party=FR&party=VN."""
    return relationship_of(desk(request).edition(), pair_of(a, b))


@lists("/entries", "entries", Entries)
@in_thread
def entries(request: Asking, asks: NamedDependency[Entries]) -> Listed[EntryRow]:
    """List entries: what happened, was signed, promised or said, each once, with where it stands."""
    edition = desk(request).edition(asks.as_of)
    return listed(
        request, edition.entries(asks.wanted(), asks.order, limit=asks.size, offset=asks.offset), asks
    )


@finds("/entries/{given:str}", "entries")
@in_thread
def entry(request: Asking, given: FromPath[str]) -> EntryTold:
    """Get an entry by its id or that of any of its facts, with every quotation that it stands on."""
    here = desk(request)
    row = here.edition().find(given)
    if isinstance(row, PersonRow):
        raise MissingError(given, "is a person and no entry", f"see /api/v1/people/{row.person.id}")
    facts = row.facts[:_MOST_FACTS]
    return EntryTold(
        entry=row,
        facts=explain_all(here.ledger, facts, around=300),
        reviews=[review for made in here.ledger.reviewing.of_each(facts).values() for review in made],
        judgements=[j for j in here.ledger.judgements() if j.a in row.facts or j.b in row.facts],
    )


@lists("/due", "entries", Entries)
@in_thread
def due(request: Asking, asks: NamedDependency[Entries]) -> Listed[EntryRow]:
    """List what is due and what is overdue, what is due first first. `order` does not matter."""
    edition = desk(request).edition(asks.as_of)
    wanted = msgspec.structs.replace(asks.wanted(), waiting=True)
    return listed(request, edition.entries(wanted, "due", limit=asks.size, offset=asks.offset), asks)


@lists("/conflicts", "entries", Entries)
@in_thread
def conflicts(request: Asking, asks: NamedDependency[Entries]) -> Listed[ConflictRow]:
    """List conflicts: on what independent sources differ, with the quotation of each. They stand in the order
    of time, whatever `order` says."""
    edition = desk(request).edition(asks.as_of)
    return listed(request, edition.conflicts(asks.wanted(), limit=asks.size, offset=asks.offset), asks)


@lists("/people", "people", Names)
@in_thread
def people(request: Asking, asks: NamedDependency[Names]) -> Listed[PersonRow]:
    """List people by party and name."""
    edition = desk(request).edition(asks.as_of)
    of = (party(asks.party),) if asks.party else ()
    return listed(request, edition.people(asks.q or "", of, limit=asks.size, offset=asks.offset), asks)


@finds("/people/{given:str}", "people")
@in_thread
def person(request: Asking, given: FromPath[str]) -> PersonRow:
    """Get a person by an id, or that of any form of the name, with posts and spellings."""
    row = desk(request).edition().find(given)
    if isinstance(row, EntryRow):
        raise MissingError(given, "is an entry and no person", f"see /api/v1/entries/{row.id}")
    return row


@lists("/organisations", "organisations", Names)
@in_thread
def organisations(request: Asking, asks: NamedDependency[Names]) -> Listed[OrganisationView]:
    """List organisations by party and name: ministries, services, headquarters, institutes."""
    edition = desk(request).edition(asks.as_of)
    of = (party(asks.party),) if asks.party else ()
    return listed(request, edition.organisations(asks.q or "", of, limit=asks.size, offset=asks.offset), asks)


@finds("/organisations/{given:str}", "organisations")
@in_thread
def organisation(request: Asking, given: FromPath[str]) -> OrganisationView:
    """Get an organisation by its id, with who serves in it. Its entries: /entries?organisation=ID."""
    return desk(request).edition().organisation(given)


def desk(request: Asking) -> Desk:
    """The desk that is asked."""
    found: Desk = request.app.state.desk
    return found


HANDLERS = (
    relationships,
    relationship,
    entries,
    entry,
    due,
    conflicts,
    people,
    person,
    organisations,
    organisation,
)
