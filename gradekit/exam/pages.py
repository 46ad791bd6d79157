"""An exam's pages and its table of grades, from its record alone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from gradekit.exam.fairness import Fairness
from gradekit.exam.item_pages import ItemView, item_view
from gradekit.exam.items import statistics
from gradekit.exam.marking_page import marking_page
from gradekit.exam.page_words import PAGE_WORDS
from gradekit.exam.record import ExamRecord, MarkRecord, StudentRecord
from gradekit.exam.release import Released, VisibleStudent, visible
from gradekit.exam.sheets import part_titles, pools, sheets
from gradekit.exam.words import clock_text, length_text
from gradekit.report.gradebook import Exercise, fraction, mean_of, median_of, spread_of
from gradekit.report.html import CLASS_PAGE, STUDENTS_FOLDER, environment, histogram, sections
from gradekit.report.names import page_names
from gradekit.report.scores import safe_cell
from gradekit.report.words import Phrases
from gradekit.results import clear_half_written, write_atomically

__all__ = ["GRADES", "render_exam", "student_page", "write_pages"]

GRADES: Final = "grades.csv"
MARKING: Final = "marking.html"
_PAGE: Final = re.compile(r"[a-z0-9-]+-(?:[0-9a-f]{8}|[0-9a-f]{64})\.html")  # as page_names has them
_COLUMNS: Final = (
    "student", "name", "status", "attempt", "attempts", "handed_in", "late_minutes", "points", "after_penalty", "written", "adjusted",
    "total", "max_total", "grade", "letter", "released",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    """A student's line in the class's table. shown: the name, or the pseudonym."""

    shown: str
    page: str
    attempt: int | None
    attempts: int
    at: datetime | None
    known: bool
    late: timedelta
    mark: MarkRecord
    to_mark: bool


def write_pages(folder: Path, record: ExamRecord, released: Released, fair: Fairness | None) -> None:
    """Write every page into folder. Raises OSError, and ResultsError where the record is damaged."""
    (folder / STUDENTS_FOLDER).mkdir(parents=True, exist_ok=True)
    for place in (folder, folder / STUDENTS_FOLDER):
        clear_half_written(place)
    written = set()
    for name, content in render_exam(record, released, fair):
        write_atomically(folder.joinpath(*name.split("/")), content)
        written.add(name)
    # Of whoever is no longer on the roster nothing stays that may be handed on with the rest.
    for path in (folder / STUDENTS_FOLDER).iterdir():
        if _PAGE.fullmatch(path.name) and f"{STUDENTS_FOLDER}/{path.name}" not in written:
            path.unlink()


def render_exam(record: ExamRecord, released: Released, fair: Fairness | None = None) -> Iterator[tuple[str, str | bytes]]:
    """The class page, a page to mark written parts from, a page for each student at the level that is due, and grades.csv.

    As (path below the output folder, content).
    """
    pages = page_names(each.id for each in record.students)
    yield CLASS_PAGE, _class_page(record, released, fair, pages)
    yield GRADES, _grades(record, released)
    if any(part.kind == "written" for each in record.students for part in each.parts):
        yield MARKING, marking_page(record, released)
    for student in record.students:
        yield f"{STUDENTS_FOLDER}/{pages[student.id]}", student_page(visible(record, student, released.holds(student.id)))


def student_page(seen: VisibleStudent) -> str:
    """One student's page."""
    phrases = Phrases(seen.lang, PAGE_WORDS)
    results = [(Exercise(each.title, each.title, each.result.max_score, each.most), each.result) for each in seen.parts if each.result]
    return (
        environment()
        .get_template("exam_student.html")
        .render(lang=seen.lang, t=phrases, v=seen, sections=sections(results, phrases), clock=clock_text, length=length_text, script="page")
    )


def _class_page(record: ExamRecord, released: Released, fair: Fairness | None, pages: Mapping[str, str]) -> str:
    lang = record.lang
    phrases = Phrases(lang, PAGE_WORDS)
    hidden = {each.id for each in record.students if record.blind and not released.holds(each.id)}
    names = {each.id: each.pseudonym if each.id in hidden else _name(each, record.students) for each in record.students}
    ordered = sorted(record.students, key=lambda each: names[each.id]) if hidden else list(record.students)
    sat = [each for each in ordered if not each.absent]
    grades = [each.mark.grade for each in sat]
    remarks = [("", "", said.to(lang)) for said in record.remarks] if not hidden else []
    remarks += [
        (names[each.id], "" if hidden else attempt.file, said.to(lang))
        for each in ordered
        for attempt in each.attempts
        for said in attempt.remarks
    ]
    rejected = [
        {
            "file": "…" if each.student in hidden else each.file,
            "student": names.get(each.student, each.student),
            # What it is a copy of has the student's name in its path.
            "reason": each.reason.to(lang) + (f" ({each.same_as})" if each.same_as and each.student not in hidden else ""),
        }
        for each in record.rejected
    ]
    absent = [names[each.id] for each in ordered if each.absent]
    to_mark = [names[each.id] for each in ordered if each.to_mark]
    state = phrases["all_released"] if released.everybody else phrases["not_released"]
    if released.students and not released.everybody:
        state = phrases.say("some_released", n=len(released.students))
    return (
        environment()
        .get_template("exam_class.html")
        .render(
            lang=lang,
            t=phrases,
            exam=record.title.to(lang),
            state=state,
            blind=bool(hidden),
            rows=[_row(each, names[each.id], "" if each.id in hidden else pages[each.id]) for each in ordered],
            sat=len(sat),
            mean=mean_of(grades) if grades else None,
            median=median_of(grades) if grades else None,
            late=sum(each.chosen is not None and each.chosen.late_seconds > 0 for each in sat),
            looks=len(rejected) + len(remarks) + len(absent) + len(to_mark) + len(record.faults),
            faults=record.faults,
            rejected=rejected,
            remarks=remarks,
            absent=absent,
            to_mark=to_mark,
            histograms=_histograms(record, sat, phrases),
            items=_items(record, sat),
            zone=record.students[0].opens.tzinfo if record.students else None,
            fair=fair,
            most=record.most,
            scale_to=record.scale_to,
            clock=clock_text,
            length=length_text,
            script="page",
        )
    )


def _items(record: ExamRecord, sat: Sequence[StudentRecord]) -> ItemView | None:
    if not sat:
        return None
    items, taken = sheets(record)
    return item_view(statistics(items, taken, pools=pools(record)), record.lang, part_titles(record))


def _histograms(record: ExamRecord, sat: Sequence[StudentRecord], phrases: Phrases) -> list[object]:
    total = spread_of(fraction(each.mark.total, record.most) for each in sat)
    made: list[object] = [histogram(phrases["total"], total, 0, phrases)]
    titles = {part.name: part for each in record.students for part in each.parts if part.kind != "written"}
    for name, part in titles.items():
        shares = [
            fraction(each.chosen.points.get(name, 0.0), part.points)
            for each in sat
            if each.chosen is not None and any(own.name == name for own in each.parts)
        ]
        if shares:
            made.append(histogram(part.title.to(record.lang), spread_of(shares), 0, phrases))
    return made


def _name(student: StudentRecord, students: Sequence[StudentRecord]) -> str:
    """The student's name, with the id where it is not enough to tell who is meant."""
    if student.name == student.id:
        return student.id
    alone = sum(each.name == student.name for each in students) == 1
    return student.name if alone else f"{student.name} ({student.id})"


def _row(student: StudentRecord, shown: str, page: str) -> _Row:
    chosen = student.chosen
    return _Row(
        shown=shown,
        page=page,
        attempt=None if student.absent else (chosen.number if chosen else 0),
        attempts=len(student.attempts),
        at=chosen.at if chosen else (student.attempts[-1].at if student.attempts else None),
        known=chosen.known if chosen else True,
        late=timedelta(seconds=chosen.late_seconds if chosen else 0),
        mark=student.mark,
        to_mark=bool(student.to_mark),
    )


def _grades(record: ExamRecord, released: Released) -> bytes:
    """grades.csv: what an instructor carries into the university's own system, names and all."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for each in record.students:
        chosen, mark = each.chosen, each.mark
        writer.writerow(
            (
                safe_cell(each.id),
                safe_cell(each.name),
                "absent" if each.absent else "graded",
                chosen.number if chosen else "",
                len(each.attempts),
                chosen.at.isoformat() if chosen else "",
                round(chosen.late_seconds / 60, 1) if chosen else "",
                *(f"{value:g}" for value in (mark.before, mark.after, mark.written, mark.adjusted, mark.total, record.most, mark.grade)),
                safe_cell(mark.letter),
                "yes" if released.holds(each.id) else "no",
            )
        )
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()
