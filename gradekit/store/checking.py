"""Whether a gradebook is what it was: hashes, references and seals."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select

from gradekit.errors import ResultsError, StoreError
from gradekit.results import Result
from gradekit.store.log import broken_seal
from gradekit.store.tables import adjustments, blobs, log, results, students, submissions
from gradekit.store.work import stored, stored_text
from gradekit.text import Text

__all__ = ["Examined", "examine"]

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Examined:
    """counts: rows of each table."""

    counts: dict[str, int]
    faults: tuple[Text, ...]


def examine(connection: Connection) -> Examined:
    """Read everything, a part at a time."""
    counts = {
        table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
        for table in (students, submissions, results, adjustments, blobs, log)
    }
    faults = [*_blobs(connection), *_submissions(connection), *_results(connection)]
    at = broken_seal(connection)
    if at is not None:
        faults.append(
            Text(
                f"entry {at} of the log is not what was sealed: it, or one before it, was changed or removed",
                f"기록 {at}번이 봉인한 내용과 다릅니다. 이 기록이나 그 앞의 기록이 바뀌었거나 지워졌습니다",
            )
        )
    return Examined(counts, tuple(faults))


def _blobs(connection: Connection) -> Iterator[Text]:
    last = ""
    while some := connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 > last).order_by(blobs.c.sha256).limit(_AT_ONCE)).all():
        for row in some:
            try:
                stored_text(connection, row.sha256)
            except StoreError:
                yield Text(
                    f"what is filed under SHA-256 {row.sha256} has another hash", f"SHA-256 {row.sha256}의 내용이 해시와 일치하지 않습니다"
                )
        last = some[-1].sha256


def _submissions(connection: Connection) -> Iterator[Text]:
    for some in _pages(connection, submissions, submissions.c.id):
        for (identity,) in some:
            try:
                stored(connection, identity)
            except StoreError:
                continue  # told of above
            except (ValueError, KeyError, TypeError, ResultsError) as fault:
                name = type(fault).__name__
                yield Text(f"submission {identity} cannot be read ({name})", f"제출물 {identity}번을 읽을 수 없습니다({name})")


def _results(connection: Connection) -> Iterator[Text]:
    columns = (results.c.id, results.c.row, results.c.score, results.c.max_score)
    for some in _pages(connection, results, *columns):
        for row in some:
            try:
                kept = Result.from_json(json.loads(zlib.decompress(row.row)))
                sound = (kept.score, kept.max_score) == (row.score, row.max_score)
            except (ValueError, zlib.error, ResultsError):
                sound = False
            if not sound:
                yield Text(f"result {row.id} is damaged", f"결과 {row.id}번이 손상되었습니다")


def _pages(connection: Connection, table: Table, *columns: Any) -> Iterator[Any]:
    last = 0
    while some := connection.execute(select(*columns).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)).all():
        yield some
        last = some[-1].id
