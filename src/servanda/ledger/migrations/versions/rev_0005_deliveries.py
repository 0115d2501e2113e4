"""Messages to webhooks are kept, with what each webhook has been told of; texts stand in the index once."""

import sqlalchemy as sa
from alembic import op

from servanda.ledger import fulltext, indexing

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table. A webhook that is there counts as told of all reads that have ended: what an older
    Servanda told it, or lost, is not known. Makes the index anew where facts were added by hand: a ledger
    that was copied or brought up to date since has their texts in it twice."""
    op.add_column("webhooks", sa.Column("told", sa.Integer, nullable=False, server_default="0"))
    op.execute(
        """UPDATE webhooks SET told = coalesce(
           (SELECT max(number) FROM chain WHERE "table" = 'finishes'), 0)"""
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("webhook", sa.String, sa.ForeignKey("webhooks.id"), nullable=False, index=True),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer, nullable=False),
        sa.Column("due", sa.Float, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.Column("ended", sa.String),
        sa.Column("outcome", sa.String, nullable=False, index=True),
    )
    connection = op.get_bind()
    if connection.execute(sa.text("SELECT 1 FROM additions LIMIT 1")).first():
        fulltext.drop(connection)
        fulltext.create(connection)
        indexing.index_all(connection)


def downgrade() -> None:
    """Drops them: what waits is not sent."""
    op.drop_table("deliveries")
    op.drop_column("webhooks", "told")
