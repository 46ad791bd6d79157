"""The log: who did what, and when. Each entry is sealed with the one before it, so that one changed or taken out later shows."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from gradekit.printable import printable
from gradekit.results import clip
from gradekit.store.opening import now
from gradekit.store.tables import log

__all__ = ["WHO_VARIABLE", "add_entry", "broken_seal", "entries", "who"]

WHO_VARIABLE: Final = "GRADEKIT_WHO"
_WHO_BYTES: Final = 200
_SEALED: Final = ("at", "by", "action", "student", "exercise", "detail")


def who() -> str:
    """Who is at work: GRADEKIT_WHO, else the user's name on this machine."""
    try:
        name = os.environ.get(WHO_VARIABLE) or getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user without a name
        name = str(os.getuid()) if hasattr(os, "getuid") else "unknown"
    return clip(printable(name), _WHO_BYTES)


def add_entry(connection: Connection, action: str, *, student: str | None = None, exercise: str | None = None, **detail: Any) -> None:
    """Within a writing transaction, which alone may add one."""
    entry = {
        "at": now(),
        "by": who(),
        "action": action,
        "student": student,
        "exercise": exercise,
        "detail": json.dumps(detail, ensure_ascii=False, sort_keys=True),
    }
    before = connection.execute(select(log.c.seal).order_by(log.c.id.desc()).limit(1)).scalar() or ""
    connection.execute(insert(log), entry | {"seal": _seal(before, entry)})


def entries(connection: Connection, *, student: str | None = None, last: int | None = None) -> list[dict[str, Any]]:
    """Entries in their order: of one student, or the last ones."""
    query = select(log).order_by(log.c.id.desc())
    query = query.where(log.c.student == student) if student is not None else query
    rows = connection.execute(query.limit(last) if last is not None else query).mappings()
    return [dict(row) | {"detail": _detail(row["detail"])} for row in rows][::-1]


def broken_seal(connection: Connection) -> int | None:
    """The id of the first entry whose seal does not hold; None where all do."""
    before = ""
    for row in _all(connection):
        if row["seal"] != _seal(before, row):
            return int(row["id"])
        before = row["seal"]
    return None


def _all(connection: Connection) -> Iterator[Any]:
    last = 0
    while rows := connection.execute(select(log).where(log.c.id > last).order_by(log.c.id).limit(1000)).mappings().all():
        yield from rows
        last = rows[-1]["id"]


def _detail(raw: str) -> dict[str, Any]:
    try:
        detail: dict[str, Any] = json.loads(raw)
    except ValueError:  # its seal does not hold either, as 'check' says
        return {"damaged": raw}
    return detail


def _seal(before: str, entry: Any) -> str:
    content = json.dumps([before, *(entry[name] for name in _SEALED)], ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest()
