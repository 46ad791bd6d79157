"""How fairly papers differ: how often each part, parameter and figure was drawn, beside how often it should have been."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gradekit.course.parameters import variant_text
from gradekit.exam.draw import DrawnPart, drawn_parts
from gradekit.exam.item_measures import quartiles
from gradekit.exam.models import Exam
from gradekit.exam.paper import Quizzes

__all__ = ["Fairness", "FigureSpread", "ValueCount", "fairness"]


@dataclass(frozen=True, slots=True)
class ValueCount:
    """How many of the students who could have drawn a value did. expected: how many would on average.

    deviation: how far that is from the average, in standard deviations of a fair draw; beyond 3 or so is not luck.
    """

    what: str
    value: str
    count: int
    students: int
    expected: float
    deviation: float


@dataclass(frozen=True, slots=True)
class FigureSpread:
    """The figures drawn for one quantity of a quiz's question: of numbers the least, the quartiles and the largest, and how many differ."""

    what: str
    name: str
    students: int
    different: int
    least: float | None
    quartiles: tuple[float, float, float] | None
    largest: float | None


@dataclass(frozen=True, slots=True)
class Fairness:
    """papers: how many different ones there are among the students."""

    students: int
    papers: int
    parts: tuple[ValueCount, ...]
    parameters: tuple[ValueCount, ...]
    figures: tuple[FigureSpread, ...]


def fairness(exam: Exam, key: bytes, students: Sequence[str]) -> Fairness:
    """How the papers of these students were drawn. key: the exam's. Raises CourseError where a question cannot be drawn."""
    quizzes = Quizzes(exam, key)
    papers = {student: drawn_parts(exam, key, student) for student in students}
    parts: list[ValueCount] = []
    for part in exam.file.parts:
        if part.choose is not None:
            counts = Counter(each.name for drawn in papers.values() for each in drawn if each.name in part.pool)
            what = ", ".join(part.pool)
            parts += [_count(what, name, counts[name], len(students), part.choose / len(part.pool)) for name in part.pool]
    parameters: list[ValueCount] = []
    figures: list[FigureSpread] = []
    for name in exam.points:
        exercise = exam.exercise(name)
        variants = [each.variant for drawn in papers.values() for each in drawn if each.name == name]
        for parameter, declared in sorted(exercise.file.parameters.items()):
            drawn_values = Counter(variant_text(((parameter, dict(each)[parameter]),)) for each in variants)
            if declared.values:
                known = [variant_text(((parameter, value),)) for value in declared.values]
                share = 1 / len(known)
            else:
                known, share = sorted(drawn_values), 1 / math.factorial(len(declared.order))
            parameters += [_count(name, value, drawn_values[value], len(variants), share) for value in known]
        if exercise.is_quiz:
            quiz = quizzes.quiz(exercise)
            asked = [quiz.paper(student).questions for student, drawn in papers.items() if any(each.name == name for each in drawn)]
            figures += _figures(name, asked)
    different = {repr([(each.name, each.variant, _asked(quizzes, each, student)) for each in drawn]) for student, drawn in papers.items()}
    return Fairness(len(students), len(different), tuple(parts), tuple(parameters), tuple(figures))


def _asked(quizzes: Quizzes, part: DrawnPart, student: str) -> list[tuple[str, list[str]]]:
    """What a quiz asks the student, as text; nothing for code."""
    if not part.exercise.is_quiz:
        return []
    questions = quizzes.quiz(part.exercise).paper(student).questions
    return [(each.prompt.en, [option.en for option in each.options.values()]) for each in questions]


def _count(what: str, value: str, count: int, students: int, share: float) -> ValueCount:
    expected = students * share
    deviation = math.sqrt(students * share * (1 - share))
    return ValueCount(what, value, count, students, expected, (count - expected) / deviation if deviation else 0.0)


def _figures(quiz: str, papers: Sequence[Sequence[Any]]) -> Iterable[FigureSpread]:
    """The spread of each quantity that a question of the quiz draws."""
    import numpy as np

    drawn: dict[tuple[str, str], list[Any]] = {}
    for questions in papers:
        for asked in questions:
            for name, value in asked.parameters.items():
                drawn.setdefault((asked.id, str(name)), []).append(value)
    for (question, name), values in drawn.items():
        numbers = sorted(float(number) for value in values for number in _numbers(value))
        different = len({repr(value) for value in values})
        if numbers:
            found = quartiles(np.asarray(numbers))
            yield FigureSpread(f"{quiz}: {question}", name, len(values), different, numbers[0], found, numbers[-1])
        else:
            yield FigureSpread(f"{quiz}: {question}", name, len(values), different, None, None, None)


def _numbers(value: Any) -> Iterable[float]:
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, bool | str | Mapping):
        return
    if isinstance(value, int | float):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _numbers(each)
