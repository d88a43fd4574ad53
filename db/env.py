"""Alembic's environment: it migrates the connection it is handed, inside the transaction that connection is in."""

from __future__ import annotations

from alembic import context

from tracker.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=False)
context.run_migrations()
