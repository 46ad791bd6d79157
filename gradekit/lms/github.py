"""GitHub Classroom: a folder of clones, <assignment>-submissions/<assignment>-<user name>/…, and the grades CSV beside them or in it.

The CSV says whose repository is whose, when it was handed in, and how the roster calls the student. Without it, the user name is told
only where the folder above has the assignment's name, as Classroom's own tools make it. Nothing of git's is looked into or run.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from gradekit.intake.download import Download, Entry
from gradekit.lms.models import Aside, HandIn, Outcome, Person, moment, utc
from gradekit.text import Text

__all__ = ["read"]

_TABLE_BYTES: Final = 10_000_000
_ROWS: Final = 100_000
_ABOVE: Final = "-submissions"
_TABLE: Final = Text(en="says whose repositories they are", ko="저장소가 누구의 것인지 알려 주는 표입니다.")
_NO_REPOSITORY: Final = Text(en="does not lie in a student's repository", ko="학생의 저장소에 있지 않습니다.")

_Row = dict[str, str]


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in a folder of clones."""
    tables: dict[str, list[_Row]] = {}
    for entry in download.entries:
        if len(entry.parts) <= 2 and entry.path.lower().endswith(".csv") and entry.fault is None:
            rows = _rows(download.read(entry, _TABLE_BYTES))
            if rows:
                tables[entry.path] = rows
    owners: dict[str, list[_Row]] = {}
    for row in (row for rows in tables.values() for row in rows):
        owners.setdefault(row.get("student_repository_name", "").casefold(), []).append(row)
    above = download.path.resolve().name.removesuffix(".zip")
    inside = _common_folder(download.entries, tables)
    for entry in download.entries:
        parts = entry.parts[len(inside) :]
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif entry.path in tables:
            yield Aside(entry, Outcome.IGNORED, _TABLE)
        elif len(parts) < 2:
            yield Aside(entry, Outcome.UNMATCHED, _NO_REPOSITORY)
        else:
            slug = (inside[-1] if inside else above).removesuffix(_ABOVE) if (inside[-1] if inside else above).endswith(_ABOVE) else ""
            yield _hand_in(entry, parts, owners.get(parts[0].casefold(), []), slug)


def _hand_in(entry: Entry, parts: tuple[str, ...], rows: list[_Row], slug: str) -> HandIn:
    repository = parts[0]
    people: list[Person] = []
    told: datetime | None = None
    assignment = group = ""
    for row in rows:
        login, identifier = row.get("github_username", ""), row.get("roster_identifier", "")
        people.append(Person(identifier or login or repository, sid=identifier, github=login))
        told = moment(row.get("submission_timestamp", "")) or told
        assignment, group = row.get("assignment_name", ""), row.get("group_name", "")
    if not people:
        login = repository[len(slug) + 1 :] if slug and repository.casefold().startswith(f"{slug.casefold()}-") else ""
        people = [Person(login or repository, github=login)]
    order = () if told is None else (int(told.timestamp()),)
    unique = tuple({person.key: person for person in people}.values())
    return HandIn(entry, "/".join(parts[1:]), unique, order, utc(told), assignment=assignment, group=group)


def _common_folder(entries: tuple[Entry, ...], tables: dict[str, list[_Row]]) -> tuple[str, ...]:
    """The one folder that all repositories lie in, where there is one that has the name Classroom's tools give it."""
    tops = {entry.parts[0] for entry in entries if entry.path not in tables and len(entry.parts) > 1}
    top = next(iter(tops)) if len(tops) == 1 else ""
    return (top,) if top.endswith(_ABOVE) else ()


def _rows(content: bytes | Text) -> list[_Row]:
    """The rows of a grades CSV; [] for any other CSV."""
    if isinstance(content, Text):
        return []
    found: list[_Row] = []
    try:
        for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig", "replace"), newline="")):
            if len(found) >= _ROWS:
                break
            found.append({key.strip(): value.strip() for key, value in row.items() if isinstance(key, str) and isinstance(value, str)})
            if not {"github_username", "student_repository_name"} <= found[0].keys():
                return []
    except csv.Error:
        return found
    return [row for row in found if row["student_repository_name"]]
