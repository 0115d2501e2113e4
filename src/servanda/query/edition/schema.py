"""The tables of an edition: a file of SQLite that is written once and then only read."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()


def _columns(*names: str) -> list[Column[str]]:
    return [Column(name, String) for name in names]


about = Table("about", metadata, Column("name", String, primary_key=True), Column("value", String))

entries = Table(
    "entries",
    metadata,
    Column("place", Integer, primary_key=True),  # in the order of time
    Column("id", String, nullable=False, unique=True),
    *_columns("kind", "type", "status", "first_day", "last_day", "due_by"),
    Column("overdue", Boolean, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("read", Integer, nullable=False),  # number of the read that last added a fact
    Index("ix_entries_kind", "kind", "status", "place"),
    Index("ix_entries_status", "status", "place"),
    Index("ix_entries_due", "due_by", "place"),
    Index("ix_entries_overdue", "overdue", "due_by", "place"),
    Index("ix_entries_read", "read", "place"),
    Index("ix_entries_day", "first_day", "place"),
)

contents = Table(  # beside the entries, so that what is counted and sorted lies close together
    "contents",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),  # EntryRow as JSON
)

entry_parties = Table(
    "entry_parties",
    metadata,
    Column("party", String, primary_key=True),
    Column("place", Integer, primary_key=True),
)

entry_pairs = Table(  # relationships: of one-sided facts, those of which their document tells
    "entry_pairs",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("place", Integer, primary_key=True),
)

entry_fields = Table(
    "entry_fields",
    metadata,
    Column("field", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    Index("ix_entry_fields_place", "place", "field"),
)

entry_facts = Table(
    "entry_facts",
    metadata,
    Column("fact", String, primary_key=True),
    Column("place", Integer, nullable=False, index=True),
)

answering = Table(  # facts that show what became of the entry at this place
    "answering",
    metadata,
    Column("fact", String, primary_key=True),
    Column("place", Integer, primary_key=True),
)

documents = Table(
    "documents",
    metadata,
    Column("place", Integer, primary_key=True),  # those published last first
    Column("content", LargeBinary, nullable=False),  # DocumentView as JSON
)

relationships = Table(
    "relationships",
    metadata,
    Column("place", Integer, primary_key=True),  # those with the most entries first
    Column("a", String, nullable=False),
    Column("b", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("ix_relationships_pair", "a", "b", unique=True),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("place", Integer, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
)

implied = Table(
    "implied",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("place", Integer, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("party", String, index=True),
    Column("folded", String, nullable=False),  # all spellings, for the search for a name
    Column("content", LargeBinary, nullable=False),
)

person_forms = Table(
    "person_forms",
    metadata,
    Column("form", String, primary_key=True),
    Column("place", Integer, nullable=False),
)

person_entries = Table(
    "person_entries",
    metadata,
    Column("person", Integer, primary_key=True),  # people.place
    Column("place", Integer, primary_key=True),
    Index("ix_person_entries_place", "place"),
)

organisations = Table(
    "organisations",
    metadata,
    Column("place", Integer, primary_key=True),  # by party and name
    Column("id", String, nullable=False, unique=True),
    Column("party", String, nullable=False, index=True),
    Column("folded", String, nullable=False),  # all names, for the search for one
    Column("content", LargeBinary, nullable=False),  # OrganisationView as JSON
)

organisation_entries = Table(
    "organisation_entries",
    metadata,
    Column("organisation", Integer, primary_key=True),  # organisations.place
    Column("place", Integer, primary_key=True),
    Index("ix_organisation_entries_place", "place"),
)

organisation_people = Table(
    "organisation_people",
    metadata,
    Column("person", String, primary_key=True),  # people.id
    Column("organisation", Integer, primary_key=True),
)

years = Table(  # entries by the year in which they begin, else were first told of
    "years",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),  # YearRow as JSON
)

changes = Table(  # against the ledger as it was a week or a read ago, which `about` tells under "since"
    "changes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("section", String, nullable=False, index=True),
    Column("content", LargeBinary, nullable=False),  # ChangeRow as JSON
)

queue = Table(  # what needs a person, what needs one most first
    "queue",
    metadata,
    Column("id", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("place", Integer),
    Column("content", LargeBinary, nullable=False),
    Index("ix_queue_reason", "reason", "id"),
)
