"""GitHub Classroom: a folder of clones, <assignment>-submissions/<assignment>-<user name>/…, and the grades CSV beside them or in it.

The CSV says whose repository is whose, when it was handed in, and how the roster calls the student. Without it, the user name is told
only where the folder above has the assignment's name, as Classroom's own tools make it. Several such folders may lie side by side, with
other things beside them, or in one folder more. What lies in a repository is the student's choice: it never says where repositories lie,
or whose they are. Nothing of git's is looked into or run.
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
_DOUBTFUL: Final = Text(
    en="lies in what could be a student's repository or a folder of repositories; if it is the latter, import that folder by itself",
    ko="학생의 저장소인지 저장소를 모은 폴더인지 알 수 없는 곳에 있습니다. 저장소를 모은 폴더라면 그 폴더만 따로 가져오십시오.",
)

_Row = dict[str, str]
_Folder = tuple[str, ...]


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in a folder of clones, or in several."""
    above = download.path.resolve().name.removesuffix(".zip")
    tops = {entry.parts[0] for entry in download.entries if len(entry.parts) > 1}
    clones = _is_called_after(above, tops)
    shelves: set[_Folder] = {()} if clones else _shelves(download.entries, tops)
    tables: dict[str, list[_Row]] = {}
    doubtful: set[str] = set()
    for entry in download.entries:
        folder = entry.parts[:-1]
        if len(folder) > 1 and folder[1].endswith(_ABOVE):
            doubtful.add(folder[0])
        if entry.fault is not None or not entry.path.lower().endswith(".csv") or not (folder in shelves or len(folder) == 1):
            continue
        rows = _rows(download.read(entry, _TABLE_BYTES))
        if rows and folder in shelves:
            tables[entry.path] = rows
        elif rows:
            doubtful.add(folder[0])
    owners: dict[str, list[_Row]] = {}
    for row in (row for rows in tables.values() for row in rows):
        owners.setdefault(row.get("student_repository_name", "").casefold(), []).append(row)
    homes: set[_Folder] = {()} if clones else _homes(download.entries, shelves, owners)
    for entry in download.entries:
        home = next((entry.parts[:at] for at in range(3) if entry.parts[:at] in (homes or {()})), None)
        parts = entry.parts if home is None else entry.parts[len(home) :]
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif entry.path in tables:
            yield Aside(entry, Outcome.IGNORED, _TABLE)
        elif home is None or len(parts) < 2:
            yield Aside(entry, Outcome.UNMATCHED, _NO_REPOSITORY)
        elif not homes and parts[0] in doubtful:
            yield Aside(entry, Outcome.UNMATCHED, _DOUBTFUL)
        else:
            folder_name = home[-1] if home else above
            slug = folder_name.removesuffix(_ABOVE) if folder_name.endswith(_ABOVE) else ""
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


def _is_called_after(above: str, tops: set[str]) -> bool:
    """Whether the download is itself the folder of clones that its name says."""
    slug = above.removesuffix(_ABOVE)
    return above.endswith(_ABOVE) and any(top.startswith(f"{slug}-") and not top.endswith(_ABOVE) for top in tops)


def _shelves(entries: tuple[Entry, ...], tops: set[str]) -> set[_Folder]:
    """The folders that repositories may lie in: the download itself, each *-submissions in it, and the same of a single folder in it."""
    shelves: set[_Folder] = {(), *((top,) for top in tops if top.endswith(_ABOVE))}
    if len(tops) == 1 and len(shelves) == 1:
        shelves |= {(top,) for top in tops}
        shelves |= {entry.parts[:2] for entry in entries if len(entry.parts) > 2 and entry.parts[1].endswith(_ABOVE)}
    return shelves


def _homes(entries: tuple[Entry, ...], shelves: set[_Folder], owners: dict[str, list[_Row]]) -> set[_Folder]:
    """Those of the shelves that repositories do lie in: called *-submissions, or with a repository that the tables name."""
    homes = {shelf for shelf in shelves if shelf and shelf[-1].endswith(_ABOVE)}
    for entry in entries:
        for at, part in enumerate(entry.parts[:-1][:3]):
            if part.casefold() in owners and not part.endswith(_ABOVE) and entry.parts[:at] in shelves:
                homes.add(entry.parts[:at])
    return homes


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
