"""The tables. Rows are only ever inserted: what was read, and what each reading found, stays as it was.

A document is what stands at an origin; a version is its bytes with what was known of them; a sighting
says that a version stood at the origin during a read; a reading is one extractor's pass over a version.
Facts hang on the reading that found them. What resolving needs and what it decided stands beside them: keys
under which facts and texts are found, links between facts that tell of one thing, copies of one text, and
the judgements of persons.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

reads = Table(
    "reads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String, nullable=False),
    Column("extractor", String, nullable=False),
)

finishes = Table(  # a read without a row here was stopped half way, or is still going on
    "finishes",
    metadata,
    Column("read_id", ForeignKey("reads.id"), primary_key=True),
    Column("finished", String, nullable=False),
    Column("new", Integer, nullable=False),
    Column("versions", Integer, nullable=False),
    Column("restored", Integer, nullable=False),
    Column("reread", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("facts", Integer, nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("read_id", ForeignKey("reads.id"), nullable=False, index=True),
    Column("origin", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("mend", String, nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),  # zlib
)

texts = Table(
    "texts",
    metadata,
    Column("sha256", String, primary_key=True),  # of the text in UTF-8
    Column("text", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first_seen", String, nullable=False),
)

origins = Table(  # more than one where a document was read before and after its URL was known
    "origins",
    metadata,
    Column("origin", String, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
)

versions = Table(
    "versions",
    metadata,
    Column("id", String, primary_key=True),  # Document.id
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("sha256", ForeignKey("blobs.sha256"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("title", String),
    Column("published", String),
    Column("published_first", String),
    Column("published_last", String),
    Column("publisher", String),
    Column("url", String),
    Column("language", String),
    Column("author", String),
    Column("translator", String),
    Index("ix_versions_name", "name", postgresql_using="hash"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("version_id", ForeignKey("versions.id"), nullable=False, index=True),
    Column("read_id", ForeignKey("reads.id"), nullable=False),
    Column("seen", String, nullable=False),
    Index("ix_sightings_latest", "document_id", "id"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("versions.id"), nullable=False),
    Column("extractor", String, nullable=False),
    Column("text_sha256", ForeignKey("texts.sha256"), nullable=False, index=True),
    Column("regions", Text, nullable=False),  # JSON
    Column("read_id", ForeignKey("reads.id"), nullable=False),
    Column("read_at", String, nullable=False),
    UniqueConstraint("version_id", "extractor"),
)

facts = Table(
    "facts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("id", String, nullable=False, index=True),  # Fact.id
    Column("kind", String, nullable=False, index=True),
    Column("status", String),  # an engagement's status, an instrument's action
    Column("act", String),
    Column("confidence", Float, nullable=False),
    Column("dated", String),  # EDTF, as the fact has it
    Column("first_day", String, index=True),
    Column("last_day", String),
    Column("content", Text, nullable=False),  # the whole fact, canonical JSON
    UniqueConstraint("reading_id", "id"),
)

fact_parties = Table(
    "fact_parties",
    metadata,
    Column("fact", ForeignKey("facts.number"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("party", String, primary_key=True),
    Index("ix_fact_parties_party", "party", "fact"),
)

fact_fields = Table(
    "fact_fields",
    metadata,
    Column("fact", ForeignKey("facts.number"), primary_key=True),
    Column("field", String, primary_key=True),
    Index("ix_fact_fields_field", "field", "fact"),
)

fact_people = Table(
    "fact_people",
    metadata,
    Column("fact", ForeignKey("facts.number"), primary_key=True),
    Column("role", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("folded", String, nullable=False),  # fold_name
)

fact_spans = Table(
    "fact_spans",
    metadata,
    Column("fact", ForeignKey("facts.number"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

linkings = Table(  # a reading without a row here for the rules in use has not been compared with the others
    "linkings",
    metadata,
    Column("reading_id", ForeignKey("readings.id"), primary_key=True),
    Column("rules", String, primary_key=True),
    Column("linked", String, nullable=False),
)

fact_keys = Table(  # resolve.mention.Keys
    "fact_keys",
    metadata,
    Column("fact", ForeignKey("facts.number"), primary_key=True),
    Column("rules", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("held", Boolean, nullable=False),
    Column("sought", Boolean, nullable=False),
    Index("ix_fact_keys_key", "rules", "key"),
)

links = Table(  # what rules decided of two facts, by Fact.id in ascending order
    "links",
    metadata,
    Column("a", String, primary_key=True),
    Column("b", String, primary_key=True),
    Column("rules", String, primary_key=True),
    Column("rule", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", String, nullable=False),
    Column("decided", String, nullable=False),
    Index("ix_links_b", "b"),
)

signatures = Table(  # resolve.copies.Signature; a text too short to judge has none
    "signatures",
    metadata,
    Column("text_sha256", ForeignKey("texts.sha256"), primary_key=True),
    Column("method", String, primary_key=True),
    Column("hashes", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
)

text_keys = Table(  # its bands, whose names begin with the method
    "text_keys",
    metadata,
    Column("text_sha256", ForeignKey("texts.sha256"), primary_key=True),
    Column("key", String, primary_key=True),
    Index("ix_text_keys_key", "key"),
)

copies = Table(  # two texts of which one is an edited copy of the other, in ascending order
    "copies",
    metadata,
    Column("a", ForeignKey("texts.sha256"), primary_key=True),
    Column("b", ForeignKey("texts.sha256"), primary_key=True),
    Column("method", String, primary_key=True),
    Column("rule", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", String, nullable=False),
    Column("decided", String, nullable=False),
)

judgements = Table(  # resolve.judgement.Judgement
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("ruling", String, nullable=False),
    Column("a", String, nullable=False, index=True),
    Column("b", String, nullable=False),
    Column("by", String, nullable=False),
    Column("made", String, nullable=False),
    Column("why", String, nullable=False),
    Column("undoes", ForeignKey("judgements.number")),
)

reviews = Table(  # what persons hold of single facts: ledger.reviewing.Review
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fact", String, nullable=False, index=True),  # Fact.id
    Column("verdict", String, nullable=False),
    Column("by", String, nullable=False),
    Column("made", String, nullable=False),
    Column("why", String, nullable=False),
    Column("undoes", ForeignKey("reviews.number"), unique=True),
)

additions = Table(  # the reading that holds the fact which a review adds or puts in the place of another
    "additions",
    metadata,
    Column("review", ForeignKey("reviews.number"), primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False, unique=True),
)

assignments = Table(  # who sees to it that an entry is carried out; the last one of a fact's entry holds
    "assignments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("fact", String, nullable=False, index=True),  # Fact.id
    Column("details", Text, nullable=False),  # JSON of ledger.assigning.Details
    Column("by", String, nullable=False),
    Column("made", String, nullable=False),
)

accounts = Table(  # with tokens, webhooks and deliveries the only rows that are ever changed: how it is now
    "accounts",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),  # Argon2id
    Column("created", String, nullable=False),
    Column("disabled", String),
)

tokens = Table(
    "tokens",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", ForeignKey("accounts.name"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False),  # of the secret, which is random and long
    Column("scopes", String, nullable=False),
    Column("created", String, nullable=False),
    Column("expires", String, nullable=False),
    Column("revoked", String),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String, primary_key=True),
    Column("account", String, nullable=False),
    Column("url", String, nullable=False),
    Column("secret", String, nullable=False),
    Column("parties", String, nullable=False),  # codes, a space between them; empty: all
    Column("created", String, nullable=False),
    Column("removed", String),
    Column("told", Integer, nullable=False),  # chain.number of the end of the last read it was told of
)

deliveries = Table(  # messages to webhooks: ledger.deliveries
    "deliveries",
    metadata,
    Column("id", String, primary_key=True),
    Column("webhook", ForeignKey("webhooks.id"), nullable=False, index=True),
    Column("after", Integer, nullable=False),  # chain.number of ends of reads
    Column("until", Integer, nullable=False),
    Column("due", Float, nullable=False),  # of the next try, seconds since 1970
    Column("tries", Integer, nullable=False),
    Column("made", String, nullable=False),
    Column("ended", String),
    Column("outcome", String, nullable=False, index=True),  # ledger.deliveries.Outcome
)

chain = Table(  # one entry for each row that says what was read, judged or erased: ledger.chain
    "chain",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("table", String, nullable=False),
    Column("key", Integer, nullable=False),
    Column("content", String, nullable=False),  # SHA-256 of what the row says
    Column("hash", String, nullable=False),  # of the entry with the hash of the one before it
    UniqueConstraint("table", "key"),
)

erasures = Table(  # documents that were removed for good: ledger.erasing
    "erasures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("by", String, nullable=False),
    Column("made", String, nullable=False),
    Column("why", String, nullable=False),
)

erased = Table(  # rows whose entries stand in the chain and that are there no more
    "erased",
    metadata,
    Column("table", String, primary_key=True),
    Column("key", Integer, primary_key=True),
    Column("erasure", ForeignKey("erasures.number"), nullable=False),
)

erased_bytes = Table(  # by their hash, so that they are not read again
    "erased_bytes",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("erasure", ForeignKey("erasures.number"), nullable=False),
)
