"""The first shape: reads, documents with their versions, readings, and facts with their quotations."""

import sqlalchemy as sa
from alembic import op

from servanda.ledger import fulltext

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables and the full-text indexes."""
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("compressed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("first_seen", sa.String, nullable=False),
    )
    op.create_table(
        "reads",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started", sa.String, nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "finishes",
        sa.Column("read_id", sa.Integer, sa.ForeignKey("reads.id"), primary_key=True),
        sa.Column("finished", sa.String, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("versions", sa.Integer, nullable=False),
        sa.Column("restored", sa.Integer, nullable=False),
        sa.Column("reread", sa.Integer, nullable=False),
        sa.Column("known", sa.Integer, nullable=False),
        sa.Column("skipped", sa.Integer, nullable=False),
        sa.Column("facts", sa.Integer, nullable=False),
    )
    op.create_table(
        "origins",
        sa.Column("origin", sa.String, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
    )
    op.create_index("ix_origins_document_id", "origins", ["document_id"])
    op.create_table(
        "skipped",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("read_id", sa.Integer, sa.ForeignKey("reads.id"), nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("mend", sa.String, nullable=False),
    )
    op.create_index("ix_skipped_read_id", "skipped", ["read_id"])
    op.create_table(
        "versions",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("sha256", sa.String, sa.ForeignKey("blobs.sha256"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("title", sa.String),
        sa.Column("published", sa.String),
        sa.Column("published_first", sa.String),
        sa.Column("published_last", sa.String),
        sa.Column("publisher", sa.String),
        sa.Column("url", sa.String),
        sa.Column("language", sa.String),
        sa.Column("author", sa.String),
        sa.Column("translator", sa.String),
    )
    op.create_index("ix_versions_document_id", "versions", ["document_id"])
    # A name can be longer than PostgreSQL lets a sorted index hold.
    op.create_index("ix_versions_name", "versions", ["name"], postgresql_using="hash")
    op.create_index("ix_versions_sha256", "versions", ["sha256"])
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version_id", sa.String, sa.ForeignKey("versions.id"), nullable=False),
        sa.Column("extractor", sa.String, nullable=False),
        sa.Column("text_sha256", sa.String, sa.ForeignKey("texts.sha256"), nullable=False),
        sa.Column("regions", sa.Text, nullable=False),
        sa.Column("read_id", sa.Integer, sa.ForeignKey("reads.id"), nullable=False),
        sa.Column("read_at", sa.String, nullable=False),
        sa.UniqueConstraint("version_id", "extractor"),
    )
    op.create_index("ix_readings_text_sha256", "readings", ["text_sha256"])
    op.create_table(
        "sightings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("version_id", sa.String, sa.ForeignKey("versions.id"), nullable=False),
        sa.Column("read_id", sa.Integer, sa.ForeignKey("reads.id"), nullable=False),
        sa.Column("seen", sa.String, nullable=False),
    )
    op.create_index("ix_sightings_latest", "sightings", ["document_id", "id"])
    op.create_index("ix_sightings_version_id", "sightings", ["version_id"])
    op.create_table(
        "facts",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("reading_id", sa.Integer, sa.ForeignKey("readings.id"), nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String),
        sa.Column("act", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("dated", sa.String),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("content", sa.Text, nullable=False),
        sa.UniqueConstraint("reading_id", "id"),
    )
    op.create_index("ix_facts_first_day", "facts", ["first_day"])
    op.create_index("ix_facts_id", "facts", ["id"])
    op.create_index("ix_facts_kind", "facts", ["kind"])
    op.create_table(
        "fact_fields",
        sa.Column("fact", sa.Integer, sa.ForeignKey("facts.number"), primary_key=True),
        sa.Column("field", sa.String, primary_key=True),
    )
    op.create_index("ix_fact_fields_field", "fact_fields", ["field", "fact"])
    op.create_table(
        "fact_parties",
        sa.Column("fact", sa.Integer, sa.ForeignKey("facts.number"), primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("party", sa.String, primary_key=True),
    )
    op.create_index("ix_fact_parties_party", "fact_parties", ["party", "fact"])
    op.create_table(
        "fact_people",
        sa.Column("fact", sa.Integer, sa.ForeignKey("facts.number"), primary_key=True),
        sa.Column("role", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("folded", sa.String, nullable=False),
    )
    op.create_table(
        "fact_spans",
        sa.Column("fact", sa.Integer, sa.ForeignKey("facts.number"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    fulltext.create(op.get_bind())
