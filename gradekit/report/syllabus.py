"""The syllabus: a page of the course's units, what each exercise is about, its points, and what should be done before it."""

from __future__ import annotations

from dataclasses import dataclass

from gradekit.course.models import Course, Exercise
from gradekit.report.html import environment
from gradekit.report.words import Phrases
from gradekit.text import Lang, Text

__all__ = ["render_syllabus"]


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    title: str
    summary: str
    points: int
    runtime: str
    requires: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    id: int
    title: str
    points: int
    entries: tuple[_Entry, ...]


def render_syllabus(course: Course, lang: Lang) -> str:
    """The page, complete in itself. Exercises whose own files are broken are left out."""
    units = []
    for unit in course.units:
        entries = tuple(_entry(course, each, lang) for each in course.in_unit(unit.id))
        if entries:
            units.append(_Unit(unit.id, unit.title.text.to(lang), sum(each.points for each in entries), entries))
    return (
        environment()
        .get_template("syllabus.html")
        .render(
            lang=lang,
            t=Phrases(lang),
            course=course.title.to(lang),
            units=units,
            titles={each.name: each.title.to(lang) for each in course.exercises},
            exercises=sum(len(unit.entries) for unit in units),
            points=sum(unit.points for unit in units),
            runtimes={"numpy": "NumPy", "torch": "PyTorch", "quiz": Text("Quiz", "퀴즈").to(lang)},
            script="page",
        )
    )


def _entry(course: Course, exercise: Exercise, lang: Lang) -> _Entry:
    known = {each.name for each in course.exercises}
    return _Entry(
        exercise.name,
        exercise.title.to(lang),
        exercise.summary.to(lang),
        course.worth(exercise),
        exercise.runtime or exercise.kind,
        tuple(name for name in exercise.requires if name in known),
    )
