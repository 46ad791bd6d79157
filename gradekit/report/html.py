"""Pages: report.html for the class, students/*.html for each student; each file stands alone.

Nothing from a result reaches a page but through Jinja's escaping and, before it, printable(): the environment does both
to every value that a template shows, so no template can forget. The content security policy of the pages allows
the one script that is written in them, by its hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gradekit.printable import printable
from gradekit.report.drawings import Figure
from gradekit.report.figures import figure
from gradekit.report.gradebook import BINS, Cell, Exercise, Gradebook, Spread, Student, fraction, gradebook, points_text, share_percent
from gradekit.report.plots import Frame, Tick, ticks
from gradekit.report.roll import PAGE_ROWS, WHOLE_STUDENTS, roll, short_name
from gradekit.report.words import Phrases
from gradekit.results import Result, ResultSet, Status, TestOutcome, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["CLASS_PAGE", "STUDENTS_FOLDER", "environment", "histogram", "render_html", "sections"]

CLASS_PAGE: Final = "report.html"
STUDENTS_FOLDER: Final = "students"
MISCONCEPTION_NAMES: Final = 12  # students of a misconception that stand open; the others are behind a click


@dataclass(frozen=True, slots=True)
class HistogramBar:
    x: float
    y: float
    height: float
    count: int
    range: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """How a number of scores spread, measured out; mean_x is where the mean's line stands."""

    title: str
    alt: str
    number: int
    frame: Frame
    bar_width: float
    bars: tuple[HistogramBar, ...]
    y_ticks: tuple[Tick, ...]
    mean_x: float
    mean: str
    median: str
    not_graded: int


@dataclass(frozen=True, slots=True)
class Section:
    """One exercise on a student's page. result is None where nothing was handed in.

    shared: the message that all tests to work on have in common, said once; "" where they differ.
    """

    exercise: Exercise
    anchor: str
    result: Result | None
    to_work_on: tuple[TestOutcome, ...]
    passed: tuple[TestOutcome, ...]
    shared: str
    figures: tuple[Figure, ...]
    output_lines: int

    @property
    def score(self) -> float:
        return self.result.score if self.result is not None else 0.0


def render_html(results: ResultSet) -> Iterator[tuple[str, str]]:
    """The class page, then a page for each student, as (path below the output folder, content)."""
    phrases = Phrases(results.lang)
    book = gradebook(results)
    yield CLASS_PAGE, _class_page(results, book, phrases)
    for student in book.students:
        yield f"{STUDENTS_FOLDER}/{student.page}", _student_page(results, book, student, phrases)


def _student_page(results: ResultSet, book: Gradebook, student: Student, phrases: Phrases) -> str:
    rows = (None if cell is None else results.results[cell.row] for cell in student.cells)
    return (
        environment()
        .get_template("student.html")
        .render(
            lang=results.lang,
            t=phrases,
            course=results.shown,
            student=student,
            sections=sections(zip(book.exercises, rows, strict=True), phrases),
            script="page",
        )
    )


def _class_page(results: ResultSet, book: Gradebook, phrases: Phrases) -> str:
    cells = [cell for student in book.students for cell in student.cells if cell is not None]
    graded = [cell for cell in cells if cell.status is Status.GRADED]
    short = [cell for cell in graded if cell.score < cell.max_score]
    total = book.spread()
    spreads = [(exercise, book.spread_of(exercise)) for exercise in book.exercises]
    histograms = [histogram(phrases["total"], total, 0, phrases)] if len(book.exercises) > 1 else []
    histograms += [histogram(exercise.title, spread, len(book.column(exercise)) - spread.number, phrases) for exercise, spread in spreads]
    misconceptions = book.misconceptions()
    ungraded = book.ungraded()
    paged = roll(book, misconceptions, phrases["nameless"]) if len(book.students) > WHOLE_STUDENTS else None
    return (
        environment()
        .get_template("class.html")
        .render(
            lang=results.lang,
            t=phrases,
            course=results.shown,
            book=book,
            total=total,
            histograms=histograms,
            means=[spread.mean for _, spread in spreads],
            submissions=len(cells),
            full_marks=len(graded) - len(short),
            graded=len(graded),
            short=len(short),
            explained=sum(bool(cell.misconceptions) for cell in short),
            ungraded=len(ungraded),
            attention=[
                (student, exercise, cell.status, _why(results, cell))
                for student, exercise, cell in (ungraded if paged is None else ungraded[:PAGE_ROWS])
            ],
            misconceptions=misconceptions,
            most_names=MISCONCEPTION_NAMES,
            rates=[(exercise, book.test_rates(exercise)) for exercise in book.exercises],
            paged=paged,
            listed=book.students if paged is None else book.students[:PAGE_ROWS],
            script="class" if paged is None else "roll",
        )
    )


def _why(results: ResultSet, cell: Cell) -> str:
    """What is said of a result without a score, which its first test says; nothing of one that was not handed in."""
    tests = () if cell.status is Status.MISSING else results.results[cell.row].tests
    return tests[0].message if tests else ""


def histogram(title: str, spread: Spread, not_graded: int, phrases: Phrases) -> Histogram:
    """How scores spread, measured out for the macro of that name in parts.html."""
    highest = max(spread.counts)
    frame = Frame(28, 14, 282, 96, (0.0, 1.0), (0.0, highest * 1.08 or 1.0))
    width = frame.width / BINS
    step = 100 // BINS
    bars = tuple(
        HistogramBar(
            x=round(frame.left + index * width + 1.5, 1),
            y=frame.y(count),
            height=round(frame.bottom - frame.y(count), 1),
            count=count,
            range=f"{index * step}–{(index + 1) * step}",
        )
        for index, count in enumerate(spread.counts)
    )
    mean, median = (
        phrases.say("percent", value=share_percent(value)) if value is not None else "–" for value in (spread.mean, spread.median)
    )
    return Histogram(
        title=title,
        alt=phrases.say("histogram_alt", title=title, n=spread.number, mean=mean, median=median),
        number=spread.number,
        frame=frame,
        bar_width=round(width - 3, 1),
        bars=bars,
        y_ticks=tuple(Tick(frame.y(value), f"{value:g}") for value in ticks(0.0, float(highest), 3) if value == int(value)),
        mean_x=frame.x(spread.mean or 0.0),
        mean=mean,
        median=median,
        not_graded=not_graded,
    )


def sections(results: Iterable[tuple[Exercise, Result | None]], phrases: Phrases) -> list[Section]:
    """The sections of one student's page, in the order of results."""
    made = []
    for number, (exercise, result) in enumerate(results, start=1):
        tests = result.tests if result is not None else ()
        # A test that passed with part of its points (an accuracy, say) is one to work on.
        passed = tuple(test for test in tests if test.outcome is Verdict.PASSED and test.points >= test.max_points)
        to_work_on = tuple(test for test in tests if not (test.outcome is Verdict.PASSED and test.points >= test.max_points))
        messages = {test.message for test in to_work_on}
        output = result.output if result is not None else ""
        made.append(
            Section(
                exercise=exercise,
                anchor=f"exercise-{number}",
                result=result,
                to_work_on=to_work_on,
                passed=passed,
                shared=messages.pop() if len(to_work_on) > 2 and len(messages) == 1 else "",
                figures=tuple(figure(each, phrases) for each in result.evidence) if result is not None else (),
                output_lines=output.count("\n") + (not output.endswith("\n")) if output else 0,
            )
        )
    return made


def _shown(value: Any) -> Any:
    """What a template shows: strings with their controls visible, everything else as it is. Escaping comes after it."""
    # str.isprintable is false for every character that printable() shows as an escape, and far quicker.
    return value if not isinstance(value, str) or value.isprintable() or hasattr(value, "__html__") else printable(value)


def _folder() -> Path:
    from gradekit.course.places import templates_folder

    return templates_folder() / "report"


def environment() -> Environment:
    """The environment of gradekit's own page templates."""
    return _environment(_folder())


@lru_cache(maxsize=2)
def _environment(folder: Path) -> Environment:
    """The environment of the templates in folder. Only the folder's own style and scripts go into a page unescaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
    from markupsafe import Markup

    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"percent": share_percent, "short": short_name, "lines": _lines}
    scripts = {name: (folder / f"{name}.js").read_text("utf-8").strip() for name in ("page", "class", "roll")}
    scripts |= {name: f"{scripts['page']}\n{scripts[name]}" for name in ("class", "roll")}
    made.globals |= {
        "style": Markup((folder / "style.css").read_text("utf-8").strip()),
        "roll_style": Markup((folder / "roll.css").read_text("utf-8").strip()),
        "scripts": {name: Markup(source) for name, source in scripts.items()},
        "script_hashes": {name: _csp_hash(source) for name, source in scripts.items()},
        "fraction": fraction,
        "points_text": points_text,
        "Verdict": Verdict,
        "Status": Status,
    }
    return made


def _lines(text: str) -> Markup:
    """Text of several lines, escaped here because it keeps what _shown would make visible: its line breaks and tabs."""
    from markupsafe import escape

    text = text.strip("\n")
    if text.replace("\n", "").replace("\t", "").isprintable():  # as in _shown
        return escape(text)
    return escape(printable(text, keep="\n\t"))


def _csp_hash(source: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
