"""The page from which people mark the written parts: everybody's answers, by the names under which manual.csv has them."""

from __future__ import annotations

from dataclasses import dataclass

from gradekit.exam.page_words import PAGE_WORDS
from gradekit.exam.record import ExamRecord
from gradekit.exam.release import Released
from gradekit.report.html import environment
from gradekit.report.words import Phrases

__all__ = ["marking_page"]


@dataclass(frozen=True, slots=True)
class _Answer:
    """points: None where nobody has marked it yet."""

    shown: str
    answer: str
    points: float | None


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    title: str
    most: float
    answers: tuple[_Answer, ...]

    @property
    def left(self) -> int:
        return sum(each.points is None for each in self.answers)


def marking_page(record: ExamRecord, released: Released) -> str:
    """The page. Whoever is not released in an exam that is graded blind goes by the pseudonym alone, and the order tells nothing."""
    lang = record.lang
    blind = any(record.blind and not released.holds(each.id) for each in record.students)
    found: dict[str, list[_Answer]] = {}
    heads = {part.name: part for each in record.students for part in each.parts if part.kind == "written"}
    for student in record.students:
        hidden = record.blind and not released.holds(student.id)
        shown = student.pseudonym if hidden else student.id if student.name == student.id else f"{student.id} · {student.name}"
        for name in heads:
            if student.chosen is not None:
                points = next((each.points for each in student.manual if each.part == name and each.points is not None), None)
                found.setdefault(name, []).append(_Answer(shown, student.chosen.written.get(name, ""), points))
    parts = [
        _Part(name, head.title.to(lang), head.points, tuple(sorted(found.get(name, ()), key=lambda each: each.shown)))
        for name, head in heads.items()
    ]
    template = environment().get_template("exam_marking.html")
    return template.render(lang=lang, t=Phrases(lang, PAGE_WORDS), exam=record.title.to(lang), blind=blind, parts=parts, script="page")
