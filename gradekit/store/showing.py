"""The gradebook on a terminal, and as plain data for --json. What students wrote of themselves is hostile here as everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, select

from gradekit.errors import UsageError
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.results import clip
from gradekit.store.adjusting import adjustments_of
from gradekit.store.exporting import attempts_of, columns_of
from gradekit.store.judged import made_with_of
from gradekit.store.log import entries
from gradekit.store.regrade import changed
from gradekit.store.standing import Cell, standings
from gradekit.store.tables import results, submissions
from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from rich.table import Table

__all__ = ["WHY", "class_rows", "class_table", "student_facts", "student_lines", "why_text"]

_NAME_BYTES: Final = 60
_TEXT_BYTES: Final = 300

# What a result depends on (judge.fingerprint.made_with) → what to call a change of it.
WHY: Final[dict[str, Text]] = {
    "settings": Text("its settings changed", "과제 설정이 바뀜"),
    "suite": Text("the suite changed", "테스트 모음이 바뀜"),
    "reference": Text("the reference changed", "기준 구현이 바뀜"),
    "misconceptions": Text("the misconceptions changed", "오개념 목록이 바뀜"),
    "seed": Text("the course's secret changed", "강의의 비밀값이 바뀜"),
    "gradekit": Text("gradekit changed", "gradekit이 바뀜"),
    "python": Text("Python changed", "Python이 바뀜"),
    "numpy": Text("NumPy changed", "NumPy가 바뀜"),
    "torch": Text("PyTorch changed", "PyTorch가 바뀜"),
    "device": Text("the device changed", "장치가 바뀜"),
    "data": Text("the data set changed", "데이터 세트가 바뀜"),
    "lang": Text("the language changed", "언어가 바뀜"),
}
_VERSIONED: Final = ("gradekit", "python", "numpy", "torch", "device", "data", "lang")  # whose values say something to people


def why_text(before: dict[str, str], after: dict[str, str], lang: Lang) -> str:
    """What changed between two results, in words."""
    parts = []
    for name, then, now in changed(before, after):
        said = WHY[name].to(lang) if name in WHY else name
        parts.append(f"{said} ({then or '–'} → {now or '–'})" if name in _VERSIONED else said)
    return ", ".join(parts)


def class_rows(connection: Connection, order: Sequence[str], attempts: str | None) -> Iterator[dict[str, Any]]:
    """Everybody's row: exercise → the score that counts, and what it is made of."""
    names = columns_of(connection, order)
    for row in standings(connection, attempts_of(connection, attempts)):
        cells = {name: _cell(row.cells.get(name, Cell())) for name in names}
        yield {"student": row.id, "name": row.name, "section": row.section, "enrolled": row.enrolled, "exercises": cells}


def class_table(rows: Iterator[dict[str, Any]], lang: Lang, most: int) -> tuple[Table, int]:
    """The first students as a table, and how many there are besides."""
    from rich.table import Table
    from rich.text import Text as Ink

    table = Table(box=None, pad_edge=False)
    names: list[str] = []
    for number, row in enumerate(islice(rows, most)):
        if number == 0:
            names = list(row["exercises"])
            for title in ({"en": "student", "ko": "학번"}[lang], {"en": "name", "ko": "이름"}[lang]):
                table.add_column(title)
            for name in names:
                table.add_column(Ink(name), justify="right")
        shown = "" if row["name"] == row["student"] else row["name"]
        table.add_row(*(Ink(_short(each)) for each in (row["student"], shown)), *(Ink(_points(row["exercises"][name])) for name in names))
    return table, sum(1 for _ in rows)


def student_facts(connection: Connection, student: str) -> dict[str, Any]:
    """All that the gradebook has on a student. Raises UsageError for an unknown one."""
    row = next(standings(connection, attempts_of(connection, None), only=student), None)
    if row is None:
        raise UsageError(f"the gradebook has no student {student!r}; 'gradekit gradebook show' lists them")
    query = select(submissions).where(submissions.c.student == student).order_by(submissions.c.exercise, submissions.c.attempt)
    handed = connection.execute(query).mappings().all()
    judged: dict[int, list[dict[str, Any]]] = {}
    columns = (
        results.c.id,
        results.c.submission,
        results.c.score,
        results.c.max_score,
        results.c.status,
        results.c.at,
        results.c.by,
        results.c.made_with,
    )
    query = select(*columns).where(results.c.submission.in_([each["id"] for each in handed])).order_by(results.c.id)
    for each in connection.execute(query).mappings():
        told = {name: each[name] for name in ("score", "max_score", "status", "at", "by")}
        judged.setdefault(each["submission"], []).append(told | {"made_with": made_with_of(each["made_with"], each["id"])})
    adjusted = adjustments_of(connection, [student])
    exercises = {}
    for name in dict.fromkeys([*(each["exercise"] for each in handed), *(exercise for _, exercise in adjusted)]):
        attempts = [
            {
                "attempt": each["attempt"],
                "handed_in": each["handed_in"],
                "kept": each["at"],
                "by": each["by"],
                "sha256": each["content"],
                "counts": row.cells[name].submission == each["id"],
                "results": judged.get(each["id"], []),
            }
            for each in handed
            if each["exercise"] == name
        ]
        exercises[name] = _cell(row.cells[name]) | {"history": attempts}
    told = {"student": row.id, "name": row.name, "email": row.email, "section": row.section, "enrolled": row.enrolled}
    return told | {"exercises": exercises, "log": entries(connection, student=student)}


def student_lines(facts: dict[str, Any], lang: Lang) -> Iterator[Any]:
    """student_facts for a terminal, a line at a time."""
    from rich.text import Text as Ink

    korean = lang == "ko"
    name = "" if facts["name"] == facts["student"] else f"  {_short(facts['name'])}"
    yield Ink(f"{_short(facts['student'])}{name}", style="bold")
    for exercise, cell in facts["exercises"].items():
        yield Ink(f"\n{exercise}  {_points(cell)}")
        for each in cell["history"]:
            when = each["handed_in"] or each["kept"]
            mark = ("  (반영)" if korean else "  (counts)") if each["counts"] else ""
            yield Ink(f"  {'시도' if korean else 'attempt'} {each['attempt']}  {when}  {(each['sha256'] or '–')[:12]}{mark}")
            before: dict[str, str] | None = None
            for result in each["results"]:
                why = why_text(before, result["made_with"], lang) if before is not None else ""
                points = f"{points_text(result['score'], result['max_score'])}/{points_text(result['max_score'])}"
                yield Ink(f"    {result['at']}  {points}  {result['status']}  {_short(result['by'])}{f'  {why}' if why else ''}")
                before = result["made_with"]
        for each in cell["adjustments"]:
            points = "" if each["points"] is None else f"{each['points']:+g}  "
            said = f"{points}{_text(each['comment'])}  ({_short(each['by'])}, {each['at']})"
            yield Ink(f"  {'조정' if korean else 'adjustment'} {each['id']}  {said}")


def _cell(cell: Cell) -> dict[str, Any]:
    told = {name: getattr(cell, name) for name in ("attempt", "attempts", "handed_in", "score", "max_score", "status", "adjusted")}
    listed = [{"id": each.id, "points": each.points, "comment": each.comment, "by": each.by, "at": each.at} for each in cell.adjustments]
    return told | {"adjustments": listed}


def _points(cell: dict[str, Any]) -> str:
    if cell["adjusted"] is None:
        return "…" if cell["attempts"] else "–"
    shown = points_text(cell["adjusted"], cell["max_score"])
    return f"{shown}*" if any(each["points"] for each in cell["adjustments"]) else shown


def step_texts(before: float | None, max_before: float, after: float, max_after: float) -> tuple[str, str]:
    """A score then and now; with full marks where they are others now, for 100 of 100 is more than 105 of 110."""
    told = points_text(after, max_after)
    if before is None:
        return "–", told
    then = points_text(before, max_before)
    if max_before == max_after:
        return then, told
    return f"{then}/{points_text(max_before)}", f"{told}/{points_text(max_after)}"


def _short(text: str) -> str:
    return clip(printable(text), _NAME_BYTES)


def _text(text: str) -> str:
    return clip(printable(text), _TEXT_BYTES)
