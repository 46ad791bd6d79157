"""Whether a gradebook is what it was: hashes, references and seals."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, func, select

from gradekit.errors import Damaged, ResultsError
from gradekit.printable import printable
from gradekit.results import Result
from gradekit.store.judged import key_of
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
    faults = [*_pages_of_file(connection), *_blobs(connection), *_submissions(connection), *_results(connection)]
    at = broken_seal(connection)
    if at is not None:
        faults.append(
            Text(
                f"entry {at} of the log is not what was sealed: it, or one before it, was changed or removed",
                f"기록 {at}번이 봉인한 내용과 다릅니다. 이 기록이나 그 앞의 기록이 바뀌었거나 지워졌습니다",
            )
        )
    return Examined(counts, tuple(faults))


def _pages_of_file(connection: Connection) -> Iterator[Text]:
    """What SQLite says of its own file; a PostgreSQL server sees to its files itself."""
    if connection.dialect.name == "sqlite":
        for (said,) in [*connection.exec_driver_sql("PRAGMA integrity_check(5)"), *_strays(connection)]:
            if said != "ok":
                shown = printable(str(said))[:200]
                yield Text(f"the file is damaged: {shown}", f"파일이 손상되었습니다: {shown}")


def _strays(connection: Connection) -> Iterator[tuple[str]]:
    for table, row, of, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(5):
        yield (f"row {row} of {table} belongs to nothing in {of}",)


def _blobs(connection: Connection) -> Iterator[Text]:
    last = ""
    while some := connection.execute(select(blobs.c.sha256).where(blobs.c.sha256 > last).order_by(blobs.c.sha256).limit(_AT_ONCE)).all():
        for row in some:
            try:
                stored_text(connection, row.sha256)
            except Damaged:
                yield Text(
                    f"what is filed under SHA-256 {row.sha256} has another hash", f"SHA-256 {row.sha256}의 내용이 해시와 일치하지 않습니다"
                )
        last = some[-1].sha256


def _submissions(connection: Connection) -> Iterator[Text]:
    columns = (submissions.c.id, submissions.c.student, submissions.c.exercise, submissions.c.attempt)
    for some in _pages(connection, submissions, *columns):
        for identity, student, exercise, attempt in some:
            try:
                stored(connection, identity)
            except (Damaged, ValueError, KeyError, TypeError):
                yield Text(
                    f"submission {identity} ({student}, {exercise}, attempt {attempt}) is damaged",
                    f"제출물 {identity}번({student}, {exercise}, 시도 {attempt})이 손상되었습니다",
                )


def _results(connection: Connection) -> Iterator[Text]:
    columns = (*(results.c[name] for name in ("id", "row", "score", "max_score", "status", "made_with", "key")),)
    for some in _pages(connection, results, *columns):
        for row in some:
            try:
                kept = Result.from_json(json.loads(zlib.decompress(row.row)))
                sound = (kept.score, kept.max_score, kept.status.value) == (row.score, row.max_score, row.status)
                sound = sound and key_of(json.loads(row.made_with)) == row.key
            except (ValueError, TypeError, zlib.error, ResultsError):
                sound = False
            if not sound:
                yield Text(f"result {row.id} is damaged", f"결과 {row.id}번이 손상되었습니다")


def _pages(connection: Connection, table: Table, *columns: Any) -> Iterator[Any]:
    last = 0
    while some := connection.execute(select(*columns).where(table.c.id > last).order_by(table.c.id).limit(_AT_ONCE)).all():
        yield some
        last = some[-1].id
