"""Run the migration chain over the connection that `octavo.store.database` hands in."""

from alembic import context

from octavo.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=metadata, render_as_batch=connection.dialect.name == "sqlite"
)
context.run_migrations()
