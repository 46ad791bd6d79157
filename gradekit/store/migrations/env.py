"""What Alembic runs for a migration: all of it in the transaction that opening.py began, so that it happens whole or not at all."""

from __future__ import annotations

from alembic import context

from gradekit.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,  # SQLite changes a table by making another
)
context.run_migrations()
