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

__all__ = [
    "Current",
    "Fell",
    "Judged",
    "Kept",
    "current_of",
    "falls",
    "fell_last",
    "is_current",
    "keep",
    "key_of",
    "known",
    "made_with_of",
    "row_of",
    "share",
]

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


@dataclass(frozen=True, slots=True)
class Fell:
    """A score that became lower for the same work, each with what full marks were."""

    submission: int
    before: float
    max_before: float
    after: float
    max_after: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of results that were to be kept: the submissions that got one, and of them those whose scores fell.

    same: those that had one made with the same already.
    """

    submissions: frozenset[int] = frozenset()
    same: frozenset[int] = frozenset()
    fell: tuple[Fell, ...] = ()


def share(score: float, max_score: float) -> float:
    """What a score is of full marks, which is what a grade is made of; between suites of different length points say little."""
    return score / max_score if max_score > 0 else score


def falls(before: float, max_before: float, after: float, max_after: float) -> bool:
    """Whether a score is lower than before; a hair's breadth of rounding is not."""
    return share(after, max_after) < share(before, max_before) - 1e-9


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


def keep(
    database: Database,
    judged: Sequence[Judged],
    *,
    action: str = "judge",
    again: bool = False,
    expected: Mapping[int, int | None] | None = None,
) -> Kept:
    """Add results, those that are current already left out.

    What the grader failed at is not kept. again: judged once more on purpose, so a result made with the same is another one. expected:
    submission → the result that it had when somebody decided to keep these, None where it had none; where it has another by now, which
    nobody has compared with, nothing is kept of it. Scores that fall are in the log. Raises StoreError, OSError.
    """
    worth = [each for each in judged if each.result.status not in _NOT_KEPT]
    if not worth:
        return Kept()
    with database.writing() as connection:
        before = current_of(connection, {each.submission for each in worth})
        rows: list[dict[str, Any]] = []
        fell: list[Fell] = []
        same: set[int] = set()
        at, by = now(), who()
        for each in worth:
            key, last = key_of(each.made_with), before.get(each.submission)
            if last is not None and key_of(last.made_with) == key and not again:
                same.add(each.submission)
                continue
            if expected is not None and expected[each.submission] != (None if last is None else last.id):
                continue
            row = each.result.to_json()
            if last is not None and falls(last.score, last.max_score, row["score"], row["max_score"]):
                fell.append(Fell(each.submission, last.score, last.max_score, row["score"], row["max_score"]))
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
            ids = [row["submission"] for row in rows]
            told: dict[str, Any] = {"results": len(rows), "submissions": [min(ids), max(ids)]}
            if fell:
                told["fell"] = [[each.submission, each.before, each.after] for each in fell]
            add_entry(connection, action, exercise=exercises[0] if len(exercises) == 1 else None, **told)
    return Kept(frozenset(row["submission"] for row in rows), frozenset(same), tuple(fell))


def fell_last(connection: Connection, ids: Collection[int]) -> list[Fell]:
    """Those of the submissions whose current result is lower than the one before it."""
    columns = (results.c.submission, results.c.score, results.c.max_score)
    newest: dict[int, list[Any]] = {}
    for row in connection.execute(select(*columns).where(results.c.submission.in_(ids)).order_by(results.c.id)):
        newest[row.submission] = [*newest.get(row.submission, [])[-1:], row]
    return [
        Fell(submission, rows[0].score, rows[0].max_score, rows[1].score, rows[1].max_score)
        for submission, rows in newest.items()
        if len(rows) == 2 and falls(rows[0].score, rows[0].max_score, rows[1].score, rows[1].max_score)
    ]


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
