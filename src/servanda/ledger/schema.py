"""Which shape a ledger has, and bringing an older one to the present."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

REVISION = "0005"
"""The shape that this version of Servanda reads and writes: the last step under migrations/versions."""

_STEPS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The shape of the ledger, None when it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_revisions() -> list[str]:
    """All shapes that this version knows, the newest first."""
    from alembic.script import ScriptDirectory

    return [step.revision for step in ScriptDirectory(_STEPS).walk_revisions()]


def migrate(connection: Connection) -> None:
    """Brings the ledger to `REVISION`, within the connection's transaction: wholly or not at all."""
    # Alembic takes most of a second to import, and an existing ledger rarely needs it.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, REVISION)
