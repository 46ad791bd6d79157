"""gradekit.report.scores: the CSV file, and what a spreadsheet must not run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.report.scores import COLUMNS, render_csv, safe_cell
from gradekit.results import Diagnosis, Result, ResultSet, Status, TestOutcome, Verdict

TRIGGERS = "=+-@\uff1d\uff0b\uff0d\uff20"


def read(results: ResultSet) -> tuple[bytes, list[list[str]]]:
    ((name, content),) = render_csv(results)
    assert name == "scores.csv"
    return content, list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def row(student: str, *ideas: str) -> Result:
    tests = (
        TestOutcome("a", 10.0, 10.0, Verdict.PASSED),
        TestOutcome("b", 2.5, 10.0, Verdict.FAILED),
        TestOutcome("c", 0.0, 10.0, Verdict.FAILED),
        TestOutcome("d", 0.0, 3.0, Verdict.TIMEOUT),
    )
    return Result(student, "softmax", Status.GRADED, tests, diagnosis=tuple(Diagnosis(idea, "") for idea in ideas))


def test_one_row_a_result() -> None:
    """Scores, status, a count for each verdict, and the misconceptions."""
    content, rows = read(ResultSet("c", (row("mina", "sums_over_batch", "no_shift"),)))
    assert rows[0] == list(COLUMNS)
    record = dict(zip(*rows, strict=True))
    assert record == {
        "student": "mina",
        "exercise": "softmax",
        "score": "12.5",
        "max_score": "33",
        "status": "graded",
        "passed": "1",
        "failed": "2",
        "error": "0",
        "timeout": "1",
        "memory": "0",
        "crashed": "0",
        "refused": "0",
        "skipped": "0",
        "grader_error": "0",
        "diagnosis": "sums_over_batch no_shift",
    }
    assert content.startswith(b"\xef\xbb\xbf"), "Excel shows Korean only behind a byte order mark"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("mina", "mina"),
        ('미나, "하늘"', '미나, "하늘"'),
        ("a-b@c.invalid", "a-b@c.invalid"),
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("-rf", "'-rf"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\uff1d1", "'\uff1d1"),
        ("  =1", "'  =1"),
        ("\u3000\uff0b1", "'\u3000\uff0b1"),
        ('"=1', "'\"=1"),
        ("'=1", "''=1"),
        ("\u200b=1", "\\u200b=1"),  # what shows as nothing is shown as an escape, and that is no formula
        ("a;=1", "a;'=1"),
        ("\t=1", "\\t=1"),
        ("\r\n=1", "\\r\\n=1"),
        ("\x00=1", "\\x00=1"),
        ("\u202e=1", "\\u202e=1"),
        ("\udcff", "\\udcff"),
    ],
)
def test_cells_that_would_run_are_neutralised(name: str, shown: str) -> None:
    """A name comes back from the file as it is, or with an apostrophe before whatever would run, or with controls shown."""
    assert safe_cell(name) == shown
    _, rows = read(ResultSet("c", (row(name, name),)))
    assert rows[1][0] == rows[1][-1] == shown
    assert len(rows) == 2


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    """Whatever a name holds, no cell begins with a sign that computes, behind blanks or quotes either, and none holds a control."""
    cell = safe_cell(text)
    assert not cell.lstrip(' \t"\u3000').startswith(tuple(TRIGGERS))
    assert not any(ord(character) < 32 for character in cell)
    _, rows = read(ResultSet("c", (row(text), row("last"))))
    assert len(rows) == 3 and rows[1][0] == cell


def test_a_cell_is_safe_twice() -> None:
    """A name that is safe already does not change."""
    assert safe_cell(safe_cell("plain name")) == "plain name"
