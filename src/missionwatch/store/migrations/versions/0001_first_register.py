"""The first register: reports, claims, reviews, and what is derived from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Text = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.Column("mission_id", Text, nullable=False),
        sa.Column("subject", Text, nullable=False),
        sa.Column("subject_id", Text, nullable=False),
        sa.Column("what", Text, nullable=False),
        sa.Column("before", Text, nullable=True),
        sa.Column("after", Text, nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_mission_id"), "changes", ["mission_id"], unique=False)
    op.create_index(op.f("ix_changes_recorded"), "changes", ["recorded"], unique=False)
    op.create_table(
        "current",
        sa.Column("mission_id", Text, nullable=False),
        sa.Column("subject", Text, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("body", Text, nullable=False),
        sa.Column("due_begins_by", Text, nullable=True),
        sa.Column("due_ends_by", Text, nullable=True),
        sa.PrimaryKeyConstraint("mission_id", "subject", "id", name=op.f("pk_current")),
    )
    op.create_index(op.f("ix_current_id"), "current", ["id"], unique=False)
    op.create_table(
        "missionwatch",
        sa.Column("name", Text, nullable=False),
        sa.Column("value", Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_missionwatch")),
    )
    op.create_table(
        "reports",
        sa.Column("key", Text, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("version", Text, nullable=False),
        sa.Column("label", Text, nullable=False),
        sa.Column("given_id", Text, nullable=True),
        sa.Column("url", Text, nullable=True),
        sa.Column("title", Text, nullable=True),
        sa.Column("source", Text, nullable=True),
        sa.Column("language", Text, nullable=True),
        sa.Column("text", Text, nullable=False),
        sa.Column("published", Text, nullable=True),
        sa.Column("modified", Text, nullable=True),
        sa.Column("fetched", Text, nullable=True),
        sa.Column("date_evidence", Text, nullable=True),
        sa.Column("known_from", Text, nullable=True),
        sa.Column("copy_key", Text, nullable=False),
        sa.Column("recorded", Text, nullable=False),
        sa.Column("retracted", Text, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_copy_key"), "reports", ["copy_key"], unique=False)
    op.create_index(op.f("ix_reports_id"), "reports", ["id"], unique=False)
    op.create_index(op.f("ix_reports_known_from"), "reports", ["known_from"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", Text, nullable=False),
        sa.Column("claim", Text, nullable=True),
        sa.Column("decision", Text, nullable=False),
        sa.Column("report_id", Text, nullable=False),
        sa.Column("mission_id", Text, nullable=False),
        sa.Column("aspect", Text, nullable=False),
        sa.Column("value", Text, nullable=False),
        sa.Column("actor", Text, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("reviewer", Text, nullable=True),
        sa.Column("note", Text, nullable=True),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_mission_id"), "reviews", ["mission_id"], unique=False)
    op.create_index(op.f("ix_reviews_report_id"), "reviews", ["report_id"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("maker", Text, nullable=False),
        sa.Column("extractor_version", Text, nullable=True),
        sa.Column("recorded", Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "stale",
        sa.Column("mission_id", Text, nullable=False),
        sa.PrimaryKeyConstraint("mission_id", name=op.f("pk_stale")),
    )
    op.create_table(
        "claims",
        sa.Column("report", Text, nullable=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("maker", Text, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("mission_id", Text, nullable=False),
        sa.Column("mission", Text, nullable=False),
        sa.Column("aspect", Text, nullable=False),
        sa.Column("value", Text, nullable=False),
        sa.Column("modality", Text, nullable=False),
        sa.Column("actor", Text, nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("place", Text, nullable=True),
        sa.Column("when", Text, nullable=True),
        sa.Column("condition", Text, nullable=True),
        sa.Column("causes", sa.JSON(), nullable=False),
        sa.Column("said_by", Text, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", Text, nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("rule", Text, nullable=True),
        sa.Column("dropped", Text, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_claims_report_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_claims_run_runs")),
        sa.PrimaryKeyConstraint("report", "id", "maker", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_index(op.f("ix_claims_mission_id"), "claims", ["mission_id"], unique=False)
    op.create_table(
        "readings",
        sa.Column("report", Text, nullable=False),
        sa.Column("maker", Text, nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("extractor_version", Text, nullable=True),
        sa.Column("problem", Text, nullable=True),
        sa.ForeignKeyConstraint(["report"], ["reports.key"], name=op.f("fk_readings_report_reports")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_readings_run_runs")),
        sa.PrimaryKeyConstraint("report", "maker", name=op.f("pk_readings")),
    )
