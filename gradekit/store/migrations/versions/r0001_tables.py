"""The first form of a gradebook."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NEVER_CHANGED = ("blobs", "submissions", "results", "adjustments", "log", "written_by")


def upgrade() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="facts_pk"),
    )
    op.create_table(
        "written_by",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("revision", sa.String(40), nullable=False),
        sa.Column("gradekit", sa.String(40), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="written_by_pk"),
    )
    op.create_table(
        "students",
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("name", "email", "section", "login", "canvas", "github", "participant")),
        sa.Column("enrolled", sa.Boolean),
        sa.Column("since", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="students_pk"),
    )
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="blobs_pk"),
    )
    op.create_table(
        "submissions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("student", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("work", sa.String(64), nullable=False),
        sa.Column("content", sa.String(64)),
        sa.Column("refused", sa.Text),
        sa.Column("more", sa.Text, nullable=False),
        sa.Column("handed_in", sa.String(32)),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="submissions_pk"),
        sa.ForeignKeyConstraint(["student"], ["students.id"], name="submissions_student_of"),
        sa.ForeignKeyConstraint(["content"], ["blobs.sha256"], name="submissions_content_of"),
        sa.UniqueConstraint("student", "exercise", "attempt", name="submissions_student_exercise_attempt_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("submissions_by_exercise", "submissions", ["exercise", "id"])
    op.create_table(
        "results",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("submission", sa.Integer, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("made_with", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("max_score", sa.Float, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("row", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="results_pk"),
        sa.ForeignKeyConstraint(["submission"], ["submissions.id"], name="results_submission_of"),
        sa.UniqueConstraint("submission", "key", "run", name="results_submission_key_run_once"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "adjustments",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("student", sa.Text, nullable=False),
        sa.Column("exercise", sa.Text, nullable=False),
        sa.Column("points", sa.Float),
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("withdraws", sa.Integer),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="adjustments_pk"),
        sa.ForeignKeyConstraint(["student"], ["students.id"], name="adjustments_student_of"),
        sa.ForeignKeyConstraint(["withdraws"], ["adjustments.id"], name="adjustments_withdraws_of"),
        sa.UniqueConstraint("withdraws", name="adjustments_withdraws_once"),
        sqlite_autoincrement=True,
    )
    op.create_index("adjustments_of_student", "adjustments", ["student", "exercise"])
    op.create_table(
        "log",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("student", sa.Text),
        sa.Column("exercise", sa.Text),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="log_pk"),
        sqlite_autoincrement=True,
    )
    _forbid_changes()


def _forbid_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in _NEVER_CHANGED:
            for what in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
                )
        return
    op.execute(
        "CREATE FUNCTION gradekit_never_changed() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME; END $$"
    )
    for table in _NEVER_CHANGED:
        op.execute(
            f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION gradekit_never_changed()"
        )
