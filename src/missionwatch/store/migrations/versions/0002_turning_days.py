"""On which days a promise can turn, by every date that is told of its mission, and not by its due date alone."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("current") as table:
        table.alter_column("due_begins_by", new_column_name="turned")
        table.alter_column("due_ends_by", new_column_name="turns")
    # The days are those of the old rule: the next command makes these rows anew.
    op.execute(
        "INSERT INTO stale (mission_id) SELECT DISTINCT mission_id FROM current "
        "WHERE mission_id NOT IN (SELECT mission_id FROM stale)"
    )
