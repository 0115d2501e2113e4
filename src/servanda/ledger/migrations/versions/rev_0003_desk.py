"""What people do at the desk: reviews of facts, facts by hand, assignments; accounts, tokens and webhooks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("fact", sa.String, nullable=False, index=True),
        sa.Column("verdict", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.Column("why", sa.String, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("reviews.number"), unique=True),
    )
    op.create_table(
        "additions",
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), primary_key=True),
        sa.Column("reading_id", sa.Integer, sa.ForeignKey("readings.id"), nullable=False, unique=True),
    )
    op.create_table(
        "assignments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("fact", sa.String, nullable=False, index=True),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("made", sa.String, nullable=False),
    )
    op.create_table(
        "accounts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.String, nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("disabled", sa.String),
    )
    op.create_table(
        "tokens",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("account", sa.String, sa.ForeignKey("accounts.name"), nullable=False, index=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("scopes", sa.String, nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("expires", sa.String, nullable=False),
        sa.Column("revoked", sa.String),
    )
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("secret", sa.String, nullable=False),
        sa.Column("parties", sa.String, nullable=False),
        sa.Column("created", sa.String, nullable=False),
        sa.Column("removed", sa.String),
    )


def downgrade() -> None:
    """Drops the tables."""
    for table in ("webhooks", "tokens", "accounts", "assignments", "additions", "reviews"):
        op.drop_table(table)
