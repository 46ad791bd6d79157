"""What the course says an exercise is worth, from course.toml to a student's total."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gradekit.errors import ResultsError
from gradekit.report.gradebook import gradebook
from gradekit.results import Result, ResultSet, Status, TestOutcome, Verdict, read_results, write_results


def result(exercise: str, points: float, most: float = 100) -> Result:
    return Result("mina", exercise, Status.GRADED, (TestOutcome("test", points, most, Verdict.FAILED),))


def test_a_total_weighs_each_exercise() -> None:
    """Half of an exercise worth 30 and all of one worth what its tests are: 15 and 100 of 130."""
    book = gradebook(ResultSet("course", (result("one", 50), result("two", 100)), worth={"one": 30}))
    assert book.max_score == 130
    assert book.students[0].score == 115


def test_worth_nothing_counts_nothing() -> None:
    """An exercise for practice is shown and adds nothing."""
    book = gradebook(ResultSet("course", (result("one", 50), result("two", 40)), worth={"one": 0}))
    assert (book.students[0].score, book.max_score) == (40, 100)


def test_worth_survives_the_file(tmp_path: Path) -> None:
    """The reports need nothing but results.json."""
    path = tmp_path / "results.json"
    write_results(path, ResultSet("course", (result("one", 1),), title={"en": "A", "ko": "가"}, worth={"one": 7.0}))
    read = read_results(path)
    assert read.worth == {"one": 7.0}
    assert read.shown == "A"


@pytest.mark.parametrize("points", [[], {"one": "many"}, {"one": -1}, 3])
def test_a_worth_that_is_none(tmp_path: Path, points: object) -> None:
    """Anything but numbers of at least 0 is a line, not a traceback."""
    path = tmp_path / "results.json"
    write_results(path, ResultSet("course", ()))
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(data | {"points": points}), "utf-8")
    with pytest.raises(ResultsError, match="'points' must hold"):
        read_results(path)
