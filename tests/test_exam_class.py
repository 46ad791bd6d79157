"""The example exam, sat by sixty generated students, from exam.toml to released pages."""

from __future__ import annotations

import csv
import importlib.util
import io
from pathlib import Path
from typing import Any

import pytest

from gradekit.exam.fairness import fairness
from gradekit.exam.items import statistics
from gradekit.exam.pages import write_pages
from gradekit.exam.record import ExamRecord
from gradekit.exam.release import release
from gradekit.exam.sheets import pools, sheets

ROOT = Path(__file__).resolve().parents[1]
STUDENTS = 60


def script() -> Any:
    spec = importlib.util.spec_from_file_location("exam_class", ROOT / "scripts" / "exam_class.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["exam_class"] = module  # where its dataclasses look for their names
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made() -> Any:
    return script()


@pytest.fixture(scope="module")
def sat(made: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return made.prepare(tmp_path_factory.mktemp("exam"), ROOT / "exams" / "midterm", STUDENTS, "ko")


@pytest.fixture(scope="module")
def record(made: Any, sat: Any) -> ExamRecord:
    graded: ExamRecord = made.graded(sat, sat.papers.parent / "graded", "ko", 2)
    return graded


@pytest.fixture
def out(sat: Any) -> Path:
    return Path(sat.papers.parent / "graded")


def of_kind(record: ExamRecord, sat: Any, kind: str) -> list[Any]:
    return [each for each in record.students if sat.kinds[each.id] == kind]


def test_everybody_has_a_row_that_tells_the_truth(record: ExamRecord, sat: Any) -> None:
    assert len(record.students) == STUDENTS and record.faults == {}
    assert {each.id for each in record.students if each.absent} == {student for student, kind in sat.kinds.items() if kind == "absent"}
    assert len(of_kind(record, sat, "absent")) >= 4
    for each in of_kind(record, sat, "right"):
        assert each.mark.before == 90, each.id  # all but the written part, which nobody has marked yet
    for each in of_kind(record, sat, "wrong"):
        assert 0 < each.mark.before < 75
    for each in of_kind(record, sat, "late"):
        assert each.mark.after == pytest.approx(0.8 * each.mark.before) and each.chosen.late_seconds > 600
    for each in of_kind(record, sat, "extended"):
        assert each.chosen.late_seconds == 0 and each.duration_seconds == 225 * 60
    for each in of_kind(record, sat, "double"):
        assert [attempt.counts for attempt in each.attempts] == [True, True] and each.mark.chosen == (1,)
        assert sum(each.attempts[1].points.values()) > sum(each.attempts[0].points.values())
    for each in of_kind(record, sat, "too often"):
        assert len(each.attempts) == 3  # the fourth was not packed
    rejected = {each.file: each.reason.ko for each in record.rejected}
    assert len(rejected) == 3 and sum("서명이 맞지 않습니다" in each for each in rejected.values()) == 2
    unknown = [attempt for each in record.students for attempt in each.attempts if not attempt.known]
    assert unknown and all(int(attempt.file.split("/")[0]) % 5 == 0 for attempt in unknown)


def test_papers_differ_and_are_fair(record: ExamRecord, sat: Any) -> None:
    found = fairness(sat.exam, sat.key, [each.id for each in sat.roster.students])
    assert found.papers == STUDENTS
    assert all(abs(each.deviation) < 4 for each in found.parts + found.parameters)
    assert len(found.parts) == 4 and sum(each.count for each in found.parts) == 2 * STUDENTS
    assert {each.what for each in found.parameters} == {"own_network"} and found.figures


def test_the_items_can_be_judged(record: ExamRecord) -> None:
    items, taken = sheets(record)
    found = statistics(items, taken, pools=pools(record))
    assert found.students == STUDENTS - sum(each.absent for each in record.students)
    assert found.alpha.value is not None and found.alpha.value > 0.5
    assert len(found.pools) == 1 and found.time.number > 50
    assert sum(item.max_points for item in items if item.part == "softmax") == pytest.approx(15)


def test_nothing_of_the_hidden_tests_before_the_release(record: ExamRecord, sat: Any, out: Path) -> None:
    names = {test.name for each in record.students for attempt in each.attempts for result in attempt.results for test in result.tests}
    misconceptions = {
        each.misconception for one in record.students for a in one.attempts for result in a.results for each in result.diagnosis
    }
    assert len(names) > 100 and misconceptions
    pages = list((out / "students").iterdir())
    assert len(pages) == STUDENTS
    for path in pages:
        body = path.read_text("utf-8").split("</style>")[1]
        assert not [name for name in names | misconceptions if len(name) > 6 and name in body], path
    shown = (out / "report.html").read_text("utf-8")
    assert "익명으로 채점합니다" in shown and not any(f">{each.name}<" in shown for each in record.students)


def test_marks_by_hand_an_extension_and_the_release(made: Any, record: ExamRecord, sat: Any, out: Path) -> None:
    """Marks are worked out anew, nothing is judged again, and then everybody's page shows everything."""
    journal = out / ".exam-journal.jsonl"
    before = journal.read_bytes()
    made.mark_by_hand(out / "manual.csv", record)
    made.extend(sat, made.LATER_EXTENDED, 60)
    later: ExamRecord = made.graded(sat, out, "ko", 2)
    assert journal.read_bytes() == before
    first, second = ({each.id: each for each in one.students} for one in (record, later))
    extended = made.LATER_EXTENDED
    assert first[extended].mark.after < first[extended].mark.before == second[extended].mark.after
    assert second["20260002"].mark.adjusted == 1.5
    for each in of_kind(later, sat, "right"):
        assert each.mark.total == 98 and each.mark.letter == "A" and each.to_mark == ()
    released = release(out, later, ())
    write_pages(out, later, released, None)
    page = next(path for path in (out / "students").iterdir() if path.name.startswith("20260005")).read_text("utf-8")
    assert "test_" in page and "까닭이 분명합니다" in page and "늦음" in page
    rows = list(csv.DictReader(io.StringIO((out / "grades.csv").read_bytes().decode("utf-8-sig"))))
    assert len(rows) == STUDENTS and {row["released"] for row in rows} == {"yes"}
    assert sum(row["status"] == "absent" for row in rows) == len(of_kind(later, sat, "absent"))
    assert "강가온" in (out / "report.html").read_text("utf-8")
    assert all(isinstance(each, str) for each in made.summary(later, sat.kinds))
