"""The gradebook's tables as they are now. How older ones became these is in migrations/; a test holds both to the same shape.

    students ──< submissions ──< results          log: who did what, and when; each entry seals the one before it
        └──< adjustments                          blobs: what was handed in, by its SHA-256

Rows of blobs, submissions, results, adjustments and log are never changed nor removed, which triggers in the database see to. Times are
text in UTC, as in 2026-03-02T09:30:00Z, which both databases sort rightly and neither converts.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

__all__ = ["APPEND_ONLY", "adjustments", "blobs", "facts", "log", "metadata", "results", "students", "submissions", "written_by"]

metadata: Final = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "fk": "%(table_name)s_%(column_0_name)s_of",
    }
)

# What the gradebook is of: its course, and which attempt counts.
facts: Final = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# Which gradekit brought the tables to which revision, so that an older one can name the one it needs.
written_by: Final = Table(
    "written_by",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", String(40), nullable=False),
    Column("gradekit", String(40), nullable=False),
    Column("at", String(32), nullable=False),
)

# id: the name of the student's folder of submissions. enrolled: whether the newest roster has them; null before there was any.
students: Final = Table(
    "students",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("canvas", Text, nullable=False),
    Column("github", Text, nullable=False),
    Column("participant", Text, nullable=False),
    Column("enrolled", Boolean),
    Column("since", String(32), nullable=False),
)

# content: zlib of UTF-8 text. size: in bytes, of the text.
blobs: Final = Table(
    "blobs",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# work: SHA-256 of all that is judged: the text, the earlier work it builds on, the parameters. content: null where nothing could be read,
# and refused says why, as JSON {en, ko}. more: JSON of what else an intake.Submission holds.
submissions: Final = Table(
    "submissions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student", Text, ForeignKey("students.id"), nullable=False),
    Column("exercise", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("work", String(64), nullable=False),
    Column("content", String(64), ForeignKey("blobs.sha256")),
    Column("refused", Text),
    Column("more", Text, nullable=False),
    Column("handed_in", String(32)),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("student", "exercise", "attempt"),
    Index("submissions_by_exercise", "exercise", "id"),
    sqlite_autoincrement=True,
)

# key: SHA-256 of made_with, a JSON object of all that a result depends on but the work. run: 0, and more where the same was judged again
# on purpose. row: zlib of the JSON row of results.json.
results: Final = Table(
    "results",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("submission", Integer, ForeignKey("submissions.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("run", Integer, nullable=False),
    Column("made_with", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("max_score", Float, nullable=False),
    Column("status", String(20), nullable=False),
    Column("row", LargeBinary, nullable=False),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("submission", "key", "run"),
    sqlite_autoincrement=True,
)

# points: added to the score; null for a comment alone. withdraws: the adjustment that this one takes back.
adjustments: Final = Table(
    "adjustments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("student", Text, ForeignKey("students.id"), nullable=False),
    Column("exercise", Text, nullable=False),
    Column("points", Float),
    Column("comment", Text, nullable=False),
    Column("withdraws", Integer, ForeignKey("adjustments.id")),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("withdraws"),
    Index("adjustments_of_student", "student", "exercise"),
    sqlite_autoincrement=True,
)

# seal: SHA-256 of the seal before and of this entry.
log: Final = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("student", Text),
    Column("exercise", Text),
    Column("detail", Text, nullable=False),
    Column("seal", String(64), nullable=False),
    sqlite_autoincrement=True,
)

APPEND_ONLY: Final = ("blobs", "submissions", "results", "adjustments", "log", "written_by")
