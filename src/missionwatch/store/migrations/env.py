"""What alembic runs: it works on the connection that it is given, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from missionwatch.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
context.run_migrations()
