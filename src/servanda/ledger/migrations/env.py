"""What Alembic runs: the steps on the connection that `schema.migrate` hands over, in its transaction."""

from alembic import context

from servanda.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
