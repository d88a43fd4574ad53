"""Alembic's environment: it migrates the connection it is handed, inside the transaction that connection is in."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
