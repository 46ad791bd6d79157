"""Results in the gradebook: one for each submission, suite and environment, added and never overwritten; the newest one is current."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, insert, select

from gradekit.errors import Damaged
from gradekit.results import Result, Status
from gradekit.store.log import add_entry, who
from gradekit.store.opening import Database, now
from gradekit.store.tables import results

__all__ = ["Current", "Judged", "current_of", "is_current", "keep", "key_of", "known", "made_with_of", "row_of"]

_NOT_KEPT: Final = (Status.MISSING, Status.GRADER_ERROR)  # they say nothing of a submission that would still be true tomorrow


@dataclass(frozen=True, slots=True)
class Judged:
    """A result of a submission in the gradebook, and all that it depends on besides."""

    submission: int
    result: Result
    made_with: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Current:
    """The result that a submission has now, in short."""

    id: int
    submission: int
    score: float
    max_score: float
    status: str
    made_with: Mapping[str, str]


def key_of(made_with: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(made_with, sort_keys=True).encode()).hexdigest()


def is_current() -> ColumnElement[bool]:
    """Of a row of results: it is its submission's newest."""
    newer = results.alias("newer")
    return results.c.id == select(func.max(newer.c.id)).where(newer.c.submission == results.c.submission).scalar_subquery()


def known(connection: Connection, ids: Collection[int], key: str) -> dict[int, dict[str, Any]]:
    """Submission → the row of results.json, of those whose current result was made with what key stands for.

    One from before, whose suite has come back since, is not current: that it counts again must be decided and not just happen.
    """
    query = select(results.c.id, results.c.submission, results.c.row)
    query = query.where(results.c.submission.in_(ids), results.c.key == key, is_current())
    return {row.submission: _unpacked(row.row, row.id) for row in connection.execute(query)}


def current_of(connection: Connection, ids: Collection[int]) -> dict[int, Current]:
    """Submission → its current result, where it has one."""
    columns = (results.c.id, results.c.submission, results.c.score, results.c.max_score, results.c.status, results.c.made_with)
    query = select(*columns).where(results.c.submission.in_(ids), is_current())
    return {
        row.submission: Current(row.id, row.submission, row.score, row.max_score, row.status, made_with_of(row.made_with, row.id))
        for row in connection.execute(query)
    }


def row_of(connection: Connection, identity: int) -> dict[str, Any]:
    """The row of results.json of the result of that id. Raises Damaged."""
    return _unpacked(connection.execute(select(results.c.row).where(results.c.id == identity)).scalar_one(), identity)


def keep(database: Database, judged: Sequence[Judged], *, action: str = "judge", again: bool = False) -> dict[int, Current]:
    """Add results, those that are current already left out; returns what was current before of each submission that got one.

    What the grader failed at is not kept. again: judged once more on purpose, so a result made with the same is another one. Raises
    StoreError, OSError.
    """
    worth = [each for each in judged if each.result.status not in _NOT_KEPT]
    if not worth:
        return {}
    with database.writing() as connection:
        before = current_of(connection, {each.submission for each in worth})
        rows: list[dict[str, Any]] = []
        at, by = now(), who()
        for each in worth:
            key, last = key_of(each.made_with), before.get(each.submission)
            if last is not None and key_of(last.made_with) == key and not again:
                continue
            row = each.result.to_json()
            rows.append(
                {
                    "submission": each.submission,
                    "key": key,
                    "run": _runs(connection, each.submission, key),
                    "made_with": json.dumps(dict(each.made_with), sort_keys=True),
                    "score": row["score"],
                    "max_score": row["max_score"],
                    "status": row["status"],
                    "row": zlib.compress(json.dumps(row, ensure_ascii=False, allow_nan=False).encode()),
                    "at": at,
                    "by": by,
                }
            )
        if rows:
            connection.execute(insert(results), rows)
            exercises = sorted({each.result.exercise for each in worth})
            add_entry(
                connection,
                action,
                exercise=exercises[0] if len(exercises) == 1 else None,
                results=len(rows),
                submissions=[min(row["submission"] for row in rows), max(row["submission"] for row in rows)],
            )
    added = {row["submission"] for row in rows}
    return {submission: current for submission, current in before.items() if submission in added}


def _runs(connection: Connection, submission: int, key: str) -> int:
    """How often the submission was judged so before."""
    query = select(func.count()).select_from(results).where(results.c.submission == submission, results.c.key == key)
    return int(connection.execute(query).scalar_one())


def made_with_of(raw: str, identity: int) -> dict[str, str]:
    """What a result depends on, as it is kept. Raises Damaged."""
    try:
        made: dict[str, str] = json.loads(raw)
    except ValueError as fault:
        raise _damaged(identity) from fault
    return made


def _unpacked(raw: bytes, identity: int) -> dict[str, Any]:
    try:
        row: dict[str, Any] = json.loads(zlib.decompress(raw))
    except (ValueError, zlib.error) as fault:
        raise _damaged(identity) from fault
    return row


def _damaged(identity: int) -> Damaged:
    return Damaged(f"result {identity} in the gradebook is damaged; 'gradekit gradebook check' lists all that is, restore a backup")
