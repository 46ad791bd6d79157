"""GitHub Classroom: the points of one repository, as its reporter takes them from a step's output: JSON in base64, one line.

Tests without points (the public ones) count one point each.
"""

from __future__ import annotations

import base64
import json
from typing import Any, Final

from gradekit.errors import UsageError
from gradekit.export.grades import Grade
from gradekit.export.order import Exported, Order
from gradekit.printable import printable
from gradekit.results import Result, Status, TestOutcome, Verdict, clip

__all__ = ["export_classroom"]

_VERSION: Final = 1
_NAME_BYTES: Final = 200
_MESSAGE_BYTES: Final = 500
_SHOWN: Final = 8
_TESTS: Final = 500  # the output of a step is at most a megabyte


def export_classroom(order: Order) -> Exported:
    """The line; tests beyond its bounds are summed up in one entry. Raises UsageError where it is not told whose repository it is."""
    students = _students(order)
    results = [result for each in students for result in each.results]
    flat = not any(test.max_points for result in results for test in result.tests)
    tests = [_test(result, test, flat) for result in results for test in result.tests]
    most = sum(each["max"] for each in tests)
    if len(tests) > _TESTS:
        rest = tests[_TESTS - 1 :]
        passed = all(each["status"] == "pass" for each in rest)
        tests[_TESTS - 1 :] = [_entry(f"and {len(rest)} more", passed, "", sum(each["score"] for each in rest), 0)]
    sound = all(result.status is Status.GRADED for result in results) and all(each["status"] == "pass" for each in tests)
    shown = [{name: value for name, value in each.items() if name != "max"} for each in tests]
    made = {"version": _VERSION, "status": "pass" if sound and tests else "fail", "max_score": _plain(most), "tests": shown}
    line = base64.b64encode(json.dumps(made, ensure_ascii=True, allow_nan=False).encode())
    return Exported(line + b"\n", sum(bool(each.results) for each in students))


def _students(order: Order) -> list[Grade]:
    """The one student whose repository it is; nobody where there are no results."""
    students = order.grades.students
    found = [each for each in students if each.id == order.student] if order.student or len(students) > 1 else [*students]
    if students and not found:
        some = ", ".join(printable(clip(each.id, 40)) for each in students[:_SHOWN])
        raise UsageError(f"--student: the line holds the points of one student's repository; give one of: {some}")
    return found


def _test(result: Result, test: TestOutcome, flat: bool) -> dict[str, Any]:
    passed = test.outcome is Verdict.PASSED
    score, most = (float(passed), 1.0) if flat else (test.points, test.max_points)
    return _entry(f"{result.exercise}: {test.name}", passed, "" if passed else test.message, score, most)


def _entry(name: str, passed: bool, message: str, score: float, most: float) -> dict[str, Any]:
    return {
        "name": printable(clip(name, _NAME_BYTES)),
        "status": "pass" if passed else "fail",
        "message": printable(clip(message, _MESSAGE_BYTES)),
        "line_no": 0,
        "execution_time": "0s",
        "score": _plain(score),
        "max": most,
    }


def _plain(points: float) -> float | int:
    return int(points) if float(points).is_integer() else round(points, 4)
