"""The hash chain over what was read and judged; what was erased; words parted alike on both databases."""

import sqlalchemy as sa
from alembic import op

from servanda.ledger import chain, fulltext, indexing

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, and the entries of the rows that are there, in the order of their tables."""
    op.create_table(
        "chain",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("table", sa.String, nullable=False),
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("content", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False),
        sa.UniqueConstraint("table", "key"),
    )
    op.create_table(
        "erasures",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.Column("why", sa.String, nullable=False),
    )
    op.create_table(
        "erased",
        sa.Column("table", sa.String, primary_key=True),
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("erasure", sa.Integer, sa.ForeignKey("erasures.number"), nullable=False),
    )
    op.create_table(
        "erased_bytes",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("erasure", sa.Integer, sa.ForeignKey("erasures.number"), nullable=False),
    )
    connection = op.get_bind()
    chain.fill(connection)
    fulltext.drop(connection)
    fulltext.create(connection)
    indexing.index_all(connection)


def downgrade() -> None:
    """Drops the tables; the chain is made anew when the ledger is next opened."""
    for table in ("erased_bytes", "erased", "erasures", "chain"):
        op.drop_table(table)
