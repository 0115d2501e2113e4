"""What resolving decided: keys, links and copies of the rules, judgements of persons."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables; facts that are there are linked when the ledger is next read into or asked."""
    op.create_table(
        "linkings",
        sa.Column("reading_id", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("rules", sa.String, primary_key=True),
        sa.Column("linked", sa.String, nullable=False),
    )
    op.create_table(
        "fact_keys",
        sa.Column("fact", sa.Integer, sa.ForeignKey("facts.number"), primary_key=True),
        sa.Column("rules", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("held", sa.Boolean, nullable=False),
        sa.Column("sought", sa.Boolean, nullable=False),
    )
    op.create_index("ix_fact_keys_key", "fact_keys", ["rules", "key"])
    op.create_table(
        "links",
        sa.Column("a", sa.String, primary_key=True),
        sa.Column("b", sa.String, primary_key=True),
        sa.Column("rules", sa.String, primary_key=True),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("decided", sa.String, nullable=False),
    )
    op.create_index("ix_links_b", "links", ["b"])
    op.create_table(
        "signatures",
        sa.Column("text_sha256", sa.String, sa.ForeignKey("texts.sha256"), primary_key=True),
        sa.Column("method", sa.String, primary_key=True),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table(
        "text_keys",
        sa.Column("text_sha256", sa.String, sa.ForeignKey("texts.sha256"), primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
    )
    op.create_index("ix_text_keys_key", "text_keys", ["key"])
    op.create_table(
        "copies",
        sa.Column("a", sa.String, sa.ForeignKey("texts.sha256"), primary_key=True),
        sa.Column("b", sa.String, sa.ForeignKey("texts.sha256"), primary_key=True),
        sa.Column("method", sa.String, primary_key=True),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("decided", sa.String, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("ruling", sa.String, nullable=False),
        sa.Column("a", sa.String, nullable=False),
        sa.Column("b", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.Column("why", sa.String, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("judgements.number")),
    )
    op.create_index("ix_judgements_a", "judgements", ["a"])


def downgrade() -> None:
    """Drops them: links are found again by linking, judgements are lost."""
    for table in ("judgements", "copies", "text_keys", "signatures", "links", "fact_keys", "linkings"):
        op.drop_table(table)
