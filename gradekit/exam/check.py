"""The proof of an exam before anybody sees it: windows that make sense, pools of equals, parts that verify, papers that can be made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from gradekit.authoring.prove import prove_all
from gradekit.authoring.verify import Proof
from gradekit.engine.grade import Progress
from gradekit.errors import GradekitError
from gradekit.exam.clock import window
from gradekit.exam.models import Exam
from gradekit.exam.paper import Quizzes, make_paper
from gradekit.exam.roster import Roster, Student
from gradekit.sandbox.jail import Jailing

__all__ = ["ExamProof", "check_exam", "static_problems", "strangers"]

_TRIED: Final = 20  # papers that are made, besides those of the students with accommodations


@dataclass(frozen=True, slots=True)
class ExamProof:
    """problems: what must be mended; proofs: of each exercise that may be on a paper."""

    problems: tuple[str, ...]
    proofs: tuple[Proof, ...]

    @property
    def sound(self) -> bool:
        return not self.problems and all(not proof.problems for proof in self.proofs)


def check_exam(
    exam: Exam, key: bytes, roster: Roster | None, *, jobs: int, jail: Jailing = None, progress: Progress = lambda what, done, total: None
) -> ExamProof:
    """Prove the exam; with a roster also that the students exam.toml names are on it. Raises UsageError and CannotJail."""
    problems = [*static_problems(exam, roster), *_papers(exam, key)]
    return ExamProof(tuple(problems), tuple(prove_all(exam.course, list(exam.points), jobs=jobs, jail=jail, progress=progress)))


def static_problems(exam: Exam, roster: Roster | None) -> Iterable[str]:
    """What can be seen without running anything."""
    file = exam.file
    yield from _window(exam)
    for number, part in enumerate(file.parts, start=1):
        if part.choose is None:
            continue
        where = f"parts[{number}]: the pool {', '.join(part.pool)}"
        exercises = [exam.exercise(name) for name in part.pool]
        without = [each.name for each in exercises if each.file.difficulty is None]
        if without:
            yield f"{where}: {without[0]} has no difficulty in exercise.toml, so nobody can tell whether the pool is fair"
        levels = sorted({each.file.difficulty for each in exercises if each.file.difficulty is not None})
        if len(levels) > 1:
            yield f"{where}: holds {' and '.join(levels)} exercises; draw from exercises of one difficulty"
        points = sorted({each.points for each in exercises})
        if len(points) > 1:
            yield f"{where}: its exercises have {', '.join(map(str, points))} points; draw from exercises of like points"
        kinds = {each.kind for each in exercises}
        if len(kinds) > 1:
            yield f"{where}: mixes quizzes and code, which no two students will find equally hard"
    for name in exam.points:
        exercise = exam.exercise(name)
        if exercise.runtime is not None and exercise.runtime not in file.packages:
            yield f"{name} needs {exercise.runtime}, which packages does not allow"
    if any(bound > file.grades.scale_to for bound in file.grades.letters.values()):
        yield f"grades.letters: a bound is above scale_to = {file.grades.scale_to:g}, so nobody can reach it"
    if roster is not None:
        yield from strangers(exam, roster)


def strangers(exam: Exam, roster: Roster) -> Iterable[str]:
    """Students whom exam.toml names and the roster does not: a slip there gives nobody more time, and says nothing."""
    known = {student.id for student in roster.students}
    named = [each.student for each in exam.file.accommodations]
    named += [student for change in exam.file.changes if change.papers != "all" for student in change.papers]
    yield from (f"{student!r} is named in exam.toml and not on the roster" for student in dict.fromkeys(named) if student not in known)


def _window(exam: Exam) -> Iterable[str]:
    file = exam.file
    if file.closes <= file.opens:
        yield f"closes: {file.closes} is not after opens, {file.opens}"
        return
    if file.duration_minutes is not None and timedelta(minutes=file.duration_minutes) > file.closes - file.opens:
        yield f"duration_minutes: {file.duration_minutes:g} is longer than the window from opens to closes"
    if file.late.cutoff_minutes is not None and file.late.cutoff_minutes < file.late.grace_minutes:
        yield "late.cutoff_minutes: is within the grace, so that work would be worth nothing before it is late"
    for each in file.accommodations:
        own = window(file, each)
        if own.closes <= own.opens:
            yield f"accommodations: {each.student}: closes {own.closes} is not after opens, {own.opens}"
        elif own.duration is not None and own.duration > own.closes - own.opens:
            yield f"accommodations: {each.student}: has {own.duration} in a window of {own.closes - own.opens}"


def _papers(exam: Exam, key: bytes) -> Iterable[str]:
    """Papers can be made, for students nobody has."""
    quizzes = Quizzes(exam, key)
    names = [f"gradekit-check-{number}" for number in range(_TRIED)] + [each.student for each in exam.file.accommodations]
    for name in names:
        try:
            make_paper(exam, key, Student(name, name), quizzes)
        except GradekitError as fault:
            yield f"a paper cannot be made: {fault}"
            return
