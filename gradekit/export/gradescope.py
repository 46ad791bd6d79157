"""Gradescope: the results.json that it reads for one submission, and the table of scores in the columns of its own export."""

from __future__ import annotations

import csv
import fnmatch
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gradekit.errors import UsageError
from gradekit.export.canvas import without
from gradekit.export.grades import Grade
from gradekit.export.order import Exported, Order
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.report.scores import safe_cell
from gradekit.report.words import VERDICTS, WORDS
from gradekit.results import Result, Status, TestOutcome, Verdict, clip
from gradekit.text import Lang, Text

__all__ = ["COLUMNS", "VISIBILITIES", "Visibility", "export_gradescope", "failed_run", "submission_results"]

VISIBILITIES: Final = ("visible", "after_due_date", "after_published", "hidden")
COLUMNS: Final = (
    "First Name", "Last Name", "SID", "Email", "Sections", "Total Score", "Max Points", "Status", "Submission ID", "Submission Time",
    "Lateness (H:M:S)", "View Count", "Submission Count",
)  # fmt: skip
_NAME_BYTES: Final = 200
_OUTPUT_BYTES: Final = 8 * 1024
_CELL_BYTES: Final = 1000
_WHY: Final[Mapping[Status, str]] = {
    Status.REFUSED: "why_refused",
    Status.MISSING: "why_missing",
    Status.GRADER_ERROR: "why_grader_error",
}


@dataclass(frozen=True, slots=True)
class Visibility:
    """When students see a test: the first of the patterns that "EXERCISE::TEST" fits, else default."""

    default: str = "visible"
    patterns: tuple[tuple[str, str], ...] = ()

    def of(self, exercise: str, test: str) -> str:
        name = f"{exercise}::{test}"
        return next((when for pattern, when in self.patterns if fnmatch.fnmatchcase(name, pattern)), self.default)


def export_gradescope(order: Order) -> Exported:
    """One student's results.json where the file is called *.json, everybody's scores where it is called *.csv. Raises UsageError."""
    suffix = order.out.suffix.lower()
    if suffix == ".csv":
        return _scores(order)
    if suffix != ".json":
        raise UsageError("--out: call the file *.json for one student's results.json, or *.csv for everybody's scores")
    student = _student(order)
    if order.grades.exam:
        raise UsageError("an exam's results reach students by 'gradekit exam release'; for its scores call the file *.csv")
    if student.points is None:
        return Exported(b"", 0, (without(student),))
    views = [{order.grades.lang: result} for result in student.results]
    made = submission_results(views, student.points, Visibility(order.visibility))
    return Exported(encoded(made), 1)


def submission_results(
    graded: Sequence[Mapping[Lang, Result]], points: float, visibility: Visibility, *, hints: bool = True
) -> dict[str, Any]:
    """What Gradescope reads. graded: each exercise's result by the languages that it is told in, the first of which counts.

    Everything is declared to be plain text, which Gradescope escapes, and holds no controls.
    """
    first = [next(iter(each.values())) for each in graded]
    tests = []
    for views, result in zip(graded, first, strict=True):
        for place, test in enumerate(result.tests):
            tests.append(
                {
                    "name": _line(f"{result.exercise}: {test.name}" if len(graded) > 1 else test.name),
                    "name_format": "text",
                    "score": test.points,
                    "max_score": test.max_points,
                    "status": "passed" if test.outcome is Verdict.PASSED else "failed",
                    "output": _said(views, place, test, hints),
                    "output_format": "text",
                    "visibility": visibility.of(result.exercise, test.name),
                }
            )
    return {
        "score": points,
        "execution_time": math.ceil(math.fsum(each.seconds for each in first)),
        "output": _about(graded, visibility),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {
            "gradekit": {
                "graded": all(each.status is not Status.GRADER_ERROR for each in first),
                "exercises": {each.exercise: {"status": each.status.value, "fingerprint": dict(each.fingerprint)} for each in first},
            }
        },
        "tests": tests,
    }


def failed_run(reason: Text, langs: Sequence[Lang]) -> dict[str, Any]:
    """What Gradescope reads where nothing was graded: no point is given or taken, and it says so."""
    words = Text(
        f"Not graded: {reason.en} This is not your fault, and the score below is not one: please tell your lecturer.",
        f"채점하지 못했습니다. {reason.ko} 학생의 잘못이 아니며 아래 점수는 성적이 아닙니다. 담당 교수에게 알려 주십시오.",
    )
    return {
        "score": 0.0,
        "output": "\n\n".join(_block(words.to(lang)) for lang in langs),
        "output_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {"gradekit": {"graded": False}},
        "tests": [],
    }


def encoded(made: Mapping[str, Any]) -> bytes:
    return (json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode("utf-8", "backslashreplace")


def _said(views: Mapping[Lang, Result], place: int, test: TestOutcome, hints: bool) -> str:
    """How a test ended, why, and a hint, in each language."""
    blocks = []
    for lang, result in views.items():
        told = result.tests[place] if place < len(result.tests) else test
        lines = [VERDICTS[test.outcome].to(lang)]
        if test.outcome is not Verdict.PASSED and (told.name, told.outcome) == (test.name, test.outcome):
            lines += [told.message, f"{WORDS['hint'].to(lang)}: {told.hint}" if hints and told.hint else ""]
        elif test.outcome is Verdict.PASSED and test.points < test.max_points:
            lines.append(told.message)
        blocks.append("\n".join(_block(line) for line in lines if line))
    return "\n\n".join(blocks)


def _about(graded: Sequence[Mapping[Lang, Result]], visibility: Visibility) -> str:
    """Of every exercise: why it was not graded, what probably happened, what it printed; none of it where tests are hidden yet."""
    blocks = []
    for views in graded:
        for lang, result in views.items():
            lines = []
            if result.status in _WHY:
                lines.append(WORDS[_WHY[result.status]].to(lang))
            if visibility.default == "visible":
                lines += [each.message for each in result.diagnosis]
            if lines:
                blocks.append("\n".join(map(_block, (f"[{result.exercise}]", *lines))))
        printed = next(iter(views.values())).output
        # What a submission prints may be what a test that students are not to see asked of it.
        if printed and visibility.default == "visible" and not visibility.patterns:
            blocks.append(_block(f"[{next(iter(views.values())).exercise}]\n{printed}"))
    return "\n\n".join(blocks)


def _student(order: Order) -> Grade:
    students = order.grades.students
    if not order.student and len(students) == 1:
        return students[0]
    found = [each for each in students if each.id == order.student]
    if not found:
        some = ", ".join(printable(clip(each.id, 40)) for each in students[:8]) or "none"
        raise UsageError(f"--student: a results.json holds one student's result; give one of: {some}")
    return found[0]


def _scores(order: Order) -> Exported:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    remarks = []
    most = order.grades.most
    for each in order.grades.students:
        # Where a name divides into first and last is nobody's guess, so it stands as one.
        who = [safe_cell(clip(text, _CELL_BYTES)) for text in (each.name, "", each.id, each.email, "")]
        score = "" if each.points is None else points_text(each.points, most)
        writer.writerow(
            (*who, score, points_text(most), "Missing" if each.absent else "Ungraded" if each.points is None else "Graded", *([""] * 5))
        )
        if each.points is None:
            remarks.append(without(each))
    return Exported(buffer.getvalue().encode(), len(order.grades.students) - len(remarks), tuple(remarks))


def _line(text: str) -> str:
    return printable(clip(text, _NAME_BYTES))


def _block(text: str) -> str:
    return printable(clip(text, _OUTPUT_BYTES), keep="\n")
