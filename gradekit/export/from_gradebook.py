"""The grades that a gradebook holds, adjustments included, as every form of export takes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import overload

from gradekit.course.models import Course
from gradekit.errors import UsageError
from gradekit.export.grades import Grade, Grades, Part
from gradekit.results import Result
from gradekit.store.exporting import Worth, attempts_of, columns_of, counting_older, older_text, points_of, total_of, worths
from gradekit.store.judged import row_of
from gradekit.store.opening import Database
from gradekit.store.standing import Cell, Standing, standings
from gradekit.text import Lang, Text

__all__ = ["gradebook_grades"]


class Kept(Sequence[Result]):
    """A student's results in the gradebook, each read when it is asked for."""

    def __init__(self, database: Database, student: str, ids: Sequence[int]) -> None:
        self._database, self._student, self._ids = database, student, ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> Kept: ...
    def __getitem__(self, index: int | slice) -> Result | Kept:
        if isinstance(index, slice):
            return Kept(self._database, self._student, self._ids[index])
        with self._database.reading() as connection:
            return Result.from_json(row_of(connection, self._ids[index]) | {"student": self._student})


def gradebook_grades(database: Database, course: Course, *, exercise: str = "", lang: Lang) -> Grades:
    """The grades of everybody who has not left, of one exercise or of all; their results are read from the database while it is open.

    Raises UsageError, StoreError.
    """
    with database.reading() as connection:
        present = columns_of(connection, course.names)
        if exercise and exercise not in present:
            raise UsageError(f"--exercise {exercise}: nobody has handed it in; there are: {', '.join(present) or 'none'}")
        names = [exercise] if exercise else present
        worth = worths(course, names)
        if exercise and exercise in worth:  # alone it is worth its own points, whatever it adds to the course's total
            worth = {exercise: Worth(worth[exercise].most, worth[exercise].most)}
        students, left = [], 0
        most = {name: each.most for name, each in worth.items()}
        older: dict[str, int] = {}
        for row in counting_older(standings(connection, attempts_of(connection, None)), worth, older):
            if row.enrolled is False:
                left += 1
            else:
                students.append(_grade(database, row, names, worth))
                for name in names:
                    if name not in worth:  # the course no longer has it: full marks are those of its results
                        most[name] = max(most.get(name, 0.0), row.cells.get(name, Cell()).max_score or 0.0)
    titles = {each.name: each.title.to(lang) for each in course.exercises}
    remarks = []
    if left:
        remarks.append(Text(f"{left} students who left the roster are left out", f"명단에서 빠진 학생 {left}명은 제외했습니다"))
    if older:
        remarks.append(older_text(older))
    return Grades(
        names[0] if exercise else course.name,
        titles.get(exercise, exercise) if exercise else course.title.to(lang),
        round(sum(worth[name].worth if name in worth else most[name] for name in names), 4),
        tuple(Part(name, titles.get(name, name), most[name]) for name in names),
        tuple(students),
        lang,
        datetime.now(UTC).astimezone(),
        tuple(remarks),
    )


def _grade(database: Database, row: Standing, names: Sequence[str], worth: dict[str, Worth]) -> Grade:
    cells = [row.cells.get(name, Cell()) for name in names]
    waiting = [name for name, cell in zip(names, cells, strict=True) if cell.waits]
    absent = not any(cell.attempts or cell.adjusted is not None for cell in cells)
    why = None
    if absent:
        why = Text("handed in nothing", "제출한 것이 없습니다")
    elif waiting:
        shown = ", ".join(waiting)
        why = Text(
            f"not judged yet: {shown}; run 'gradekit regrade'", f"아직 채점하지 않았습니다: {shown}. 'gradekit regrade'를 실행하십시오"
        )
    total, _ = total_of(row.cells, names, worth)
    results = Kept(database, row.id, [cell.result for cell in cells if cell.result is not None])
    name = "" if row.name == row.id else row.name
    return Grade(
        row.id,
        name,
        row.email,
        None if why else total,
        why,
        tuple(points_of(cell, name, worth) for name, cell in zip(names, cells, strict=True)),
        results,
        absent=absent,
        accounts=row.accounts,
    )
