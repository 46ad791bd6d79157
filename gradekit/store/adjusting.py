"""Adjustments: points that a person adds to or takes from a score, and comments. Nothing is rewritten; one can be withdrawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, insert, select

from gradekit.errors import UsageError
from gradekit.results import clip
from gradekit.store.log import add_entry, who
from gradekit.store.opening import Database, now
from gradekit.store.tables import adjustments, students

__all__ = ["Adjustment", "adjust", "adjustments_of", "withdraw"]

_COMMENT_BYTES: Final = 4096
_MOST_POINTS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Adjustment:
    """points: None for a comment alone."""

    id: int
    student: str
    exercise: str
    points: float | None
    comment: str
    at: str
    by: str


def adjust(database: Database, student: str, exercise: str, points: float | None, comment: str) -> int:
    """Add points to a student's score in an exercise, or take them with a minus, and say why; returns the adjustment's id.

    It stays when the exercise is graded again. Raises UsageError for an unknown student, points that are no number, and no comment.
    """
    comment = clip(comment.replace("\0", "").strip(), _COMMENT_BYTES)
    if points is not None and not abs(points) <= _MOST_POINTS:  # nor what is no number
        raise UsageError(f"--points {points}: must be a number from -{_MOST_POINTS:,} to {_MOST_POINTS:,}")
    if not comment:
        raise UsageError("an adjustment needs a comment that says why, for whoever reads the gradebook later")
    with database.writing() as connection:
        if connection.execute(select(students.c.id).where(students.c.id == student)).scalar() is None:
            raise UsageError(f"the gradebook has no student {student!r}; 'gradekit gradebook show' lists them")
        row = {"student": student, "exercise": exercise, "points": points, "comment": comment, "at": now(), "by": who()}
        key = connection.execute(insert(adjustments), row).inserted_primary_key
        assert key is not None
        add_entry(connection, "adjust", student=student, exercise=exercise, id=key[0], points=points, comment=comment)
    return int(key[0])


def withdraw(database: Database, identity: int, comment: str) -> Adjustment:
    """Take an adjustment back. Raises UsageError where there is none with that id, or it was taken back already."""
    with database.writing() as connection:
        row = connection.execute(select(adjustments).where(adjustments.c.id == identity)).mappings().one_or_none()
        if row is None or row["withdraws"] is not None:
            raise UsageError(f"there is no adjustment {identity}; 'gradekit gradebook show STUDENT' lists a student's")
        if connection.execute(select(adjustments.c.id).where(adjustments.c.withdraws == identity)).scalar() is not None:
            raise UsageError(f"adjustment {identity} was withdrawn before")
        told = {"student": row["student"], "exercise": row["exercise"]}
        comment = clip(comment.replace("\0", "").strip(), _COMMENT_BYTES)
        connection.execute(insert(adjustments), {**told, "withdraws": identity, "comment": comment, "at": now(), "by": who()})
        add_entry(connection, "withdraw", **told, id=identity, comment=comment)
    return _adjustment(row)


def adjustments_of(connection: Connection, ids: Collection[str]) -> dict[tuple[str, str], list[Adjustment]]:
    """(student, exercise) → the adjustments of these students that stand, in their order."""
    withdrawn = select(adjustments.c.withdraws).where(adjustments.c.withdraws.is_not(None))
    query = select(adjustments).where(adjustments.c.student.in_(ids), adjustments.c.withdraws.is_(None), adjustments.c.id.not_in(withdrawn))
    found: dict[tuple[str, str], list[Adjustment]] = {}
    for row in connection.execute(query.order_by(adjustments.c.id)).mappings():
        found.setdefault((row["student"], row["exercise"]), []).append(_adjustment(row))
    return found


def _adjustment(row: object) -> Adjustment:
    names = ("id", "student", "exercise", "points", "comment", "at", "by")
    return Adjustment(**{name: row[name] for name in names})  # type: ignore[index]
