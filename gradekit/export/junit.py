"""JUnit's XML in the form that pytest writes, for CI services and whatever else reads test reports. Points are properties.

A suite is one student's exercise. How long each test took is not kept, so a suite's time is the time of its judging and a test's is 0.
"""

from __future__ import annotations

import re
from typing import BinaryIO, Final
from xml.etree import ElementTree

from gradekit.export.order import Exported, Order
from gradekit.printable import printable
from gradekit.report.gradebook import points_text
from gradekit.results import Result, TestOutcome, Verdict, clip

__all__ = ["export_junit"]

_NAME_BYTES: Final = 500
_OUTPUT_BYTES: Final = 64 * 1024
# printable() leaves what any terminal can show, and of that XML 1.0 knows everything but these.
_NOT_XML: Final = re.compile("[\ufffe\uffff]")
_FAILED: Final = (Verdict.FAILED,)
_SKIPPED: Final = (Verdict.SKIPPED,)


def export_junit(order: Order) -> Exported:
    """A report of every test of every result."""
    stamp = order.grades.at.isoformat()

    def write(file: BinaryIO) -> None:
        file.write(b"<?xml version='1.0' encoding='utf-8'?>\n<testsuites name=\"gradekit\">")
        for result in order.grades.each_result():
            suite = _suite(result, stamp)
            ElementTree.indent(suite, level=1)
            file.write(b"\n  " + ElementTree.tostring(suite, encoding="utf-8"))
        file.write(b"\n</testsuites>\n")

    return Exported(write, sum(bool(each.results) for each in order.grades.students))


def _suite(result: Result, stamp: str) -> ElementTree.Element:
    verdicts = [test.outcome for test in result.tests]
    failures = sum(each in _FAILED for each in verdicts)
    skipped = sum(each in _SKIPPED for each in verdicts)
    suite = ElementTree.Element(
        "testsuite",
        name=_text(f"{result.student} {result.exercise}"),
        errors=str(sum(each is not Verdict.PASSED for each in verdicts) - failures - skipped),
        failures=str(failures),
        skipped=str(skipped),
        tests=str(len(verdicts)),
        time=f"{result.seconds:.3f}",
        timestamp=stamp,
        hostname="gradekit",
    )
    about = {"student": result.student, "exercise": result.exercise, "status": result.status.value}
    about |= {"score": points_text(result.score, result.max_score), "max_score": points_text(result.max_score)}
    _properties(suite, about)
    for test in result.tests:
        suite.append(_case(result, test))
    if result.output:
        ElementTree.SubElement(suite, "system-out").text = _text(result.output, _OUTPUT_BYTES, "\n")
    return suite


def _case(result: Result, test: TestOutcome) -> ElementTree.Element:
    case = ElementTree.Element("testcase", classname=_text(f"{result.exercise}.{result.student}"), name=_text(test.name), time="0.000")
    _properties(case, {"points": points_text(test.points, test.max_points), "max_points": points_text(test.max_points)})
    if test.outcome is Verdict.PASSED:
        return case
    tag = "failure" if test.outcome in _FAILED else "skipped" if test.outcome in _SKIPPED else "error"
    message = _text(test.message or test.outcome.value, 2000)
    found = ElementTree.SubElement(case, tag, message=message)
    if tag == "skipped":
        found.set("type", "pytest.skip")
    found.text = "\n".join(_text(each, 4096, "\n") for each in (f"{test.outcome.value}: {test.message}", test.hint) if each)
    return case


def _properties(parent: ElementTree.Element, values: dict[str, str]) -> None:
    properties = ElementTree.SubElement(parent, "properties")
    for name, value in values.items():
        ElementTree.SubElement(properties, "property", name=name, value=_text(value))


def _text(text: str, limit_bytes: int = _NAME_BYTES, keep: str = "") -> str:
    """text as XML may hold it, cut to a length that no reader chokes on."""
    return _NOT_XML.sub("\ufffd", printable(clip(text, limit_bytes), keep))
