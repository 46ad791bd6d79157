"""Exams from hand-out to release, on a small course: what is drawn, what a student meets, what comes back, what may be seen."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gradekit.cli import cli
from gradekit.course.parameters import rendered
from gradekit.errors import CourseError, Refusal, UsageError
from gradekit.exam.archive import is_plain, packed, unpacked
from gradekit.exam.check import ExamProof, static_problems
from gradekit.exam.collect import collect, read_arrivals
from gradekit.exam.draw import drawn_parts, exam_key, pseudonym, student_key
from gradekit.exam.fairness import fairness
from gradekit.exam.grading import ExamGrading, grade_exam
from gradekit.exam.hand_out import hand_out, papers_of, read_ledger
from gradekit.exam.manual import read_manual
from gradekit.exam.models import Exam, load_exam
from gradekit.exam.pack import read_work
from gradekit.exam.pages import render_exam, student_page, write_pages
from gradekit.exam.paper import Quizzes, make_paper, open_paper
from gradekit.exam.public import check_sitting
from gradekit.exam.record import ExamRecord, read_record, write_record
from gradekit.exam.release import Released, read_released, release, visible
from gradekit.exam.roster import Roster, Student, read_roster
from gradekit.exam.seal import Sealer, is_sealed, unsealed
from gradekit.exam.sitting import Sitting, find_sitting, pack, start, status
from gradekit.exam.words import length_text, receipt
from gradekit.results import Verdict

OPENS = datetime(2026, 10, 20, 1, 0, tzinfo=UTC)
KEY = exam_key(b"secret", "minicourse", "final")
EXAM = """
format_version = 1
name = "final"
opens = 2026-10-20T10:00:00+09:00
closes = 2026-10-20T12:00:00+09:00
duration_minutes = 60
packages = ["numpy"]
title = { en = "The final", ko = "기말시험" }
honour = { en = "I work alone.", ko = "혼자 치릅니다." }
[[parts]]
exercise = "tiny_array"
points = 30
[[parts]]
pool = ["own_a", "own_b", "own_c"]
choose = 2
points = 20
[[written]]
name = "essay"
points = 10
title = { en = "Why", ko = "까닭" }
prompt = { en = "Why?", ko = "왜 그렇습니까?" }
[late]
per_minutes = 10
penalty_percent = 25
cutoff_minutes = 60
[attempts]
most = 2
"""


def write_own(folder: Path, minicourse: Path) -> None:
    """The exam's own exercises: tiny_array again, the first with a parameter."""
    for name in ("own_a", "own_b", "own_c"):
        for kind in ("exercises", "solutions"):
            shutil.copytree(minicourse / kind / "tiny_array", folder / kind / name, ignore=shutil.ignore_patterns("__pycache__"))
        handout = folder / "exercises" / name
        (handout / "tiny_array.py").rename(handout / f"{name}.py")
        for path in (handout / "exercise.toml", handout / "test_public.py"):
            path.write_text(path.read_text("utf-8").replace("tiny_array", name), "utf-8")
        toml = handout / "exercise.toml"
        toml.write_text(toml.read_text("utf-8").replace("points = 100", 'points = 100\ndifficulty = "easy"', 1), "utf-8")
    handout, solution = folder / "exercises/own_a", folder / "solutions/own_a"
    for path in (
        handout / "exercise.toml",
        handout / "own_a.py",
        handout / "README.md",
        handout / "README.ko.md",
        solution / "solution.py",
    ):
        path.write_text(path.read_text("utf-8").replace("k=2.0", "k=PARAMETER_k"), "utf-8")
    for path in (solution / "misconceptions").glob("*.py"):
        path.write_text(path.read_text("utf-8").replace("k=2.0", "k=PARAMETER_k"), "utf-8")
    toml = handout / "exercise.toml"
    toml.write_text(toml.read_text("utf-8") + "\n[parameters.k]\nvalues = [2.0, 3.0, 4.0, 5.0]\n", "utf-8")
    tests = handout / "test_public.py"
    tests.write_text(tests.read_text("utf-8").replace("[2.0, 4.0]", "[PARAMETER_k, 2 * PARAMETER_k]"), "utf-8")
    suite = solution / "test_hidden.py"
    text = suite.read_text("utf-8").replace("assert_close(got, [2.0, 4.0]", 'assert_close(got, np.array([1.0, 2.0]) * parameters["k"]')
    suite.write_text(text.replace("example(submission, evidence)", "example(submission, evidence, parameters)"), "utf-8")


@pytest.fixture
def root(minicourse: Path, tmp_path: Path) -> Path:
    """A course folder with the exam `final`."""
    course = tmp_path / "course"
    shutil.copytree(minicourse, course, ignore=shutil.ignore_patterns("__pycache__"))
    folder = course / "exams" / "final"
    folder.mkdir(parents=True)
    (folder / "exam.toml").write_text(EXAM, "utf-8")
    write_own(folder, minicourse)
    return course


@pytest.fixture
def exam(root: Path) -> Exam:
    return load_exam(root / "exams/final", root)


ROSTER = Roster(tuple(Student(f"s{number}", f"학생 {number}") for number in range(1, 7)))
MINA = ROSTER.students[0]


def paper_of(exam: Exam, student: Student = MINA) -> bytes:
    return make_paper(exam, KEY, student, Quizzes(exam, KEY)).packed()


def begin(exam: Exam, to: Path, student: Student = MINA, after: float = 0) -> Sitting:
    return start(paper_of(exam, student), "paper", to, OPENS + timedelta(minutes=after), "en")


def solve(exam: Exam, sitting: Sitting, essay: str = "Because.") -> None:
    """Write the right answer to every part."""
    for part in drawn_parts(exam, KEY, sitting.manifest.student):
        text = rendered(part.exercise.solution.read_text("utf-8"), part.variant)
        (sitting.folder / part.name / part.exercise.file_name).write_text(text, "utf-8")
    (sitting.folder / "essay/answer.md").write_text(essay, "utf-8")


def hand_in(exam: Exam, folder: Path, student: Student, after: float, right: bool = True, name: str = "") -> Path:
    """Sit the exam and hand in after so many minutes."""
    sitting = begin(exam, folder / "sit" / student.id / name, student)
    if right:
        solve(exam, sitting)
    return pack(sitting, OPENS + timedelta(minutes=after), folder / "in" / student.id / name).path


def grading(exam: Exam, tmp_path: Path, **more: Any) -> ExamGrading:
    given: dict[str, Any] = {"exam": exam, "key": KEY, "roster": ROSTER, "submissions": tmp_path / "in", "out": tmp_path / "out"}
    return ExamGrading(**(given | more))


# --- archives ---


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,8}(/[a-z_]{1,8}){0,2}", fullmatch=True), st.binary(max_size=200), max_size=8))
def test_archives_come_back(files: dict[str, bytes]) -> None:
    assert packed(files) == packed(dict(reversed(files.items())))
    try:
        assert unpacked(packed(files), "x") == files
    except UsageError:
        assert any(not is_plain(name) for name in files)  # "con", say


@given(st.binary(max_size=300))
def test_no_bytes_confuse_the_reader(content: bytes) -> None:
    with pytest.raises(UsageError):
        unpacked(content, "x")


@pytest.mark.parametrize("name", ["../a", "/a", "a/../b", "a\\b", ".hidden", "a//b", "con", "aux.txt", "a.", "", "a/" * 9 + "b", "가"])
def test_names_that_lead_elsewhere(name: str) -> None:
    assert not is_plain(name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name or "/", b"x")
    with pytest.raises(UsageError):
        unpacked(buffer.getvalue(), "x")


def test_a_bomb_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(70 * 1024 * 1024))
    with pytest.raises(UsageError, match="more than"):
        unpacked(buffer.getvalue(), "x")
    many = packed({f"f{number}": b"" for number in range(2001)})
    with pytest.raises(UsageError, match="more than 2000 files"):
        unpacked(many, "x")


# --- the roster ---


@pytest.mark.parametrize(
    "raw",
    [
        "id,name\nA1,김민아\nB2,Lee\n".encode(),
        "\ufeff학번;이름\r\nA1;김민아\r\nB2;Lee\r\n".encode(),
        "이름\t학번\n김민아\tA1\nLee\tB2\n".encode("cp949"),
        "id,name\nA1,김민아\nB2,Lee\n".encode("utf-16"),
        "\n Student ID , First name, Surname \n'A1,김민아,\nB2,,Lee\n\n".encode(),
    ],
)
def test_rosters_as_registrars_write_them(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_bytes(raw)
    found = read_roster(tmp_path / "r.csv")
    assert [(each.id, each.name) for each in found.students] == [("A1", "김민아"), ("B2", "Lee")]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("name\nKim\n", "no column is called id"),
        ("id\n", "no student"),
        ("id\nA\nB\nA\n", "row 4: id 'A' is also in row 2"),
        ("id,name\n,Kim\n", "row 2: has no id"),
        ("id\n" + "A" * 101 + "\n", "at most 100"),
    ],
)
def test_rosters_that_cannot_be(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=re.escape(words)):
        read_roster(tmp_path / "r.csv")


def test_two_of_one_name_are_remarked_on(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("id,name\n1,김민아\n2,김민아\n", "utf-8")
    assert "1, 2" in read_roster(tmp_path / "r.csv").remarks[0].en
    # However its characters are composed, it is the same id.
    (tmp_path / "r.csv").write_text("id\n\u1100\u1161\n", "utf-8")
    assert read_roster(tmp_path / "r.csv").find("가") is not None


# --- exam.toml ---


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("+09:00\ncloses", "\ncloses", "time zone"),
        ("choose = 2", "choose = 3", "must be below the pool's 3"),
        ("choose = 2\n", "", "choose"),
        ('exercise = "tiny_array"', 'exercise = "own_a"', "'own_a' twice"),
        ('exercise = "tiny_array"', 'exercise = "tiny_arrya"', "did you mean 'tiny_array'"),
        ("points = 30", "pionts = 30", "pionts"),
        ('name = "final"', 'name = "midterm"', "folder's name"),
        ("most = 2", 'most = 2\ncounts = "first"', "counts"),
    ],
)
def test_slips_in_exam_toml(root: Path, old: str, new: str, words: str) -> None:
    path = root / "exams/final/exam.toml"
    assert old in EXAM
    path.write_text(EXAM.replace(old, new, 1), "utf-8")
    with pytest.raises(CourseError, match=re.escape(words)):
        load_exam(path.parent, root)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("2026-10-20T12", "2026-10-20T09", "is not after opens"),
        ("duration_minutes = 60", "duration_minutes = 500", "longer than the window"),
        ('packages = ["numpy"]', 'packages = ["torch"]', "needs numpy"),
        ("cutoff_minutes = 60", "cutoff_minutes = 60\ngrace_minutes = 90", "within the grace"),
        ("[attempts]", "[grades]\nletters = { A = 101 }\n[attempts]", "nobody can reach it"),
        ("[attempts]", '[[accommodations]]\nstudent = "nobody"\n[attempts]', "not on the roster"),
    ],
)
def test_what_check_finds(root: Path, old: str, new: str, words: str) -> None:
    assert list(static_problems(load_exam(root / "exams/final", root), ROSTER)) == []
    path = root / "exams/final/exam.toml"
    path.write_text(EXAM.replace(old, new, 1), "utf-8")
    assert any(words in each for each in static_problems(load_exam(path.parent, root), ROSTER))


def test_pools_hold_equals(root: Path) -> None:
    toml = root / "exams/final/exercises/own_b/exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace('"easy"', '"hard"'), "utf-8")
    other = root / "exams/final/exercises/own_c/exercise.toml"
    other.write_text(other.read_text("utf-8").replace('difficulty = "easy"\n', ""), "utf-8")
    found = list(static_problems(load_exam(root / "exams/final", root), None))
    assert any("easy and hard" in each for each in found) and any("own_c has no difficulty" in each for each in found)


def test_an_exam_may_not_take_a_course_s_name(root: Path) -> None:
    shutil.copytree(root / "exercises/tiny_model", root / "exams/final/exercises/tiny_model")
    assert "has an exercise of that name" in str(load_exam(root / "exams/final", root).course.broken["tiny_model"])


# --- what is drawn ---


def test_papers_differ_and_can_be_made_again(exam: Exam) -> None:
    papers = papers_of(exam, KEY, ROSTER)
    assert papers["s1"].packed() == papers_of(exam, KEY, ROSTER)["s1"].packed()
    assert len({paper.manifest.id for paper in papers.values()}) == len(papers)
    other = exam_key(b"another", "minicourse", "final")
    assert [each.variant for each in drawn_parts(exam, KEY, "s1")] + [
        part.name for each in ROSTER.students for part in drawn_parts(exam, KEY, each.id)
    ] != [each.variant for each in drawn_parts(exam, other, "s1")] + [
        part.name for each in ROSTER.students for part in drawn_parts(exam, other, each.id)
    ]
    assert len({student_key(KEY, each.id) for each in ROSTER.students}) == len(ROSTER.students)
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{2}", pseudonym(KEY, "s1"))


def test_a_paper_tells_nothing_of_others(exam: Exam) -> None:
    files = unpacked(paper_of(exam), "p")
    text = b"\n".join(files.values()).decode()
    assert "PARAMETER_" not in text and "values" not in files["paper.json"].decode()
    assert "test_hidden" not in text and "CANARY" not in text
    assert sorted({name.split("/")[1] for name in files if "/" in name}) == sorted(
        [*(each.name for each in drawn_parts(exam, KEY, "s1")), "essay"]
    )


def test_draws_are_fair(exam: Exam) -> None:
    found = fairness(exam, KEY, [f"student {number}" for number in range(600)])
    assert {each.value for each in found.parts} == {"own_a", "own_b", "own_c"} and len(found.parameters) == 4
    assert sum(each.count for each in found.parts) == 1200
    assert all(abs(each.deviation) < 4 for each in found.parts + found.parameters)
    assert found.papers == 12 - 3  # pairs with own_a in one of four variants, and the one pair without


def test_times_are_no_part_of_a_paper(root: Path, exam: Exam) -> None:
    """So that an extension makes no new one."""
    path = root / "exams/final/exam.toml"
    path.write_text(EXAM + '\n[[accommodations]]\nstudent = "s1"\nextra_time = 2\n', "utf-8")
    later = load_exam(path.parent, root)
    first, second = (open_paper(paper_of(each), "p").manifest for each in (exam, later))
    assert first.id == second.id and second.duration_seconds == 2 * (first.duration_seconds or 0)


# --- sealed papers ---


def test_a_sealed_paper_opens_with_its_passphrase_alone(exam: Exam) -> None:
    sealer = Sealer("  correct horse battery ")
    body = sealer.seal(paper_of(exam))
    assert is_sealed(body) and not is_sealed(paper_of(exam))
    assert b"tiny_array" not in body
    assert open_paper(unsealed(body, "correct horse battery", "p"), "p").manifest.student == "s1"
    with pytest.raises(UsageError, match="does not open with this passphrase"):
        unsealed(body, "correct horse batterie", "p")
    files = unpacked(body, "p")
    broken = files["paper.age"]
    with pytest.raises(UsageError, match="damaged"):
        unsealed(packed(files | {"paper.age": broken[:-1] + bytes([broken[-1] ^ 1])}), "correct horse battery", "p")
    with pytest.raises(UsageError, match="fewer than 12"):
        Sealer("short")


# --- handing out ---


def test_hand_out_and_its_ledger(exam: Exam, tmp_path: Path) -> None:
    papers = papers_of(exam, KEY, ROSTER)
    done = hand_out(exam, papers, tmp_path / "papers", None)
    assert len(set(done.files.values())) == len(ROSTER.students) and done.replaced == ()
    again = hand_out(exam, papers, tmp_path / "papers", None)
    assert again.replaced == ()
    ledger = read_ledger(tmp_path / "papers")
    assert ledger is not None and ledger.papers["s1"] == (papers["s1"].manifest.id,)
    with pytest.raises(UsageError, match="is of the exam 'final'"):
        hand_out(replace(exam, file=exam.file.model_copy(update={"name": "other"})), papers, tmp_path / "papers", None)


def test_a_changed_exam_says_whom_it_affects(root: Path, exam: Exam, tmp_path: Path) -> None:
    hand_out(exam, papers_of(exam, KEY, ROSTER), tmp_path / "papers", None)
    readme = root / "exams/final/exercises/own_b/README.md"
    readme.write_text(readme.read_text("utf-8") + "\nA correction.\n", "utf-8")
    affected = [each.id for each in ROSTER.students if any(part.name == "own_b" for part in drawn_parts(exam, KEY, each.id))]
    assert 0 < len(affected) < len(ROSTER.students)
    with pytest.raises(Refusal, match=rf"{len(affected)} would differ \({affected[0]}"):
        hand_out(exam, papers_of(exam, KEY, ROSTER), tmp_path / "papers", None)
    path = root / "exams/final/exam.toml"
    path.write_text(EXAM + f'\n[[changes]]\npapers = {json.dumps(affected[1:])}\nwhy = "a slip"\n', "utf-8")
    with pytest.raises(Refusal, match=rf"1 would differ \({affected[0]}\)"):
        hand_out(load_exam(path.parent, root), papers_of(exam, KEY, ROSTER), tmp_path / "papers", None)
    path.write_text(EXAM + '\n[[changes]]\npapers = "all"\nwhy = "a slip"\n', "utf-8")
    changed = load_exam(path.parent, root)
    done = hand_out(changed, papers_of(changed, KEY, ROSTER), tmp_path / "papers", None)
    assert list(done.replaced) == affected
    ledger = read_ledger(tmp_path / "papers")
    assert ledger is not None and len(ledger.papers[affected[0]]) == 2  # work for the first paper is still known


# --- sitting ---


def test_a_sitting(exam: Exam, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"opens at 2026-10-20 10:00 \(\+09:00\), and this machine's clock says 2026-10-20 09:59"):
        begin(exam, tmp_path, after=-0.5)
    sitting = begin(exam, tmp_path, after=10)
    assert sitting.deadline == OPENS + timedelta(minutes=70)
    assert begin(exam, tmp_path, after=50).started == OPENS + timedelta(minutes=10)  # the clock does not begin anew
    seen = status(sitting, OPENS + timedelta(minutes=40))
    assert seen.left == timedelta(minutes=30) and seen.allowance.left == 2 and not any(each.changed for each in seen.parts)
    solve(exam, sitting)
    assert all(each.changed for each in status(sitting, OPENS).parts)
    assert find_sitting(sitting.folder / "tiny_array" / "nowhere") is not None and find_sitting(tmp_path) is None
    with pytest.raises(UsageError, match="holds another paper's work"):
        begin(exam, tmp_path, ROSTER.students[1], after=10)


def test_a_paper_is_not_begun_again_inside_its_own_folder(exam: Exam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else its attempts would be counted anew there."""
    sitting = begin(exam, tmp_path)
    monkeypatch.chdir(sitting.folder / "tiny_array")
    for to in (Path(), Path("new"), sitting.folder):
        assert begin(exam, to, after=5).folder == sitting.folder
        with pytest.raises(UsageError, match="final: holds another paper's work"):
            begin(exam, to, ROSTER.students[1])
    assert not list(sitting.folder.rglob("final"))


def test_handing_in(exam: Exam, tmp_path: Path) -> None:
    sitting = begin(exam, tmp_path)
    solve(exam, sitting)
    (sitting.folder / "essay/answer.md").unlink()
    done = pack(sitting, OPENS + timedelta(minutes=75), tmp_path / "out")
    assert done.late_by == timedelta(minutes=15) and done.missing == ("essay",) and done.allowance.left == 1
    text = receipt(sitting.manifest, done, "ko")
    assert "\n1번째 제출\n" in text and "\nattempt: 1\n" in receipt(sitting.manifest, done, "en")
    assert done.digest in text and "지각: 마감 뒤 15분" in text and "essay: 없음" in text and "tiny_array/tiny_array.py" in text
    handed = read_work(done.path.read_bytes(), "w")
    assert handed.digest == done.digest and handed.work.attempt == 1 and set(handed.files) == {each.part for each in done.files}
    again = find_sitting(sitting.folder)
    assert again is not None
    pack(again, OPENS + timedelta(minutes=76), tmp_path / "out")
    third = find_sitting(sitting.folder)
    assert third is not None
    with pytest.raises(Refusal, match="no attempt is left of 2"):
        pack(third, OPENS + timedelta(minutes=77), tmp_path / "out")
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_clock_that_goes_back_gains_nothing(exam: Exam, tmp_path: Path) -> None:
    sitting = begin(exam, tmp_path, after=30)
    solve(exam, sitting)
    pack(sitting, OPENS + timedelta(minutes=80), tmp_path / "out")
    again = find_sitting(sitting.folder)
    assert again is not None
    seen = status(again, OPENS + timedelta(minutes=40))
    assert seen.clock_back and seen.left == timedelta(minutes=10)
    done = pack(again, OPENS + timedelta(minutes=40), tmp_path / "out")
    assert done.at == OPENS + timedelta(minutes=80)
    assert read_work(done.path.read_bytes(), "w").work.log[-1].clock_back


def test_an_edited_log_shows(exam: Exam, tmp_path: Path) -> None:
    sitting = begin(exam, tmp_path, after=30)
    log = sitting.folder / ".gradekit-exam/log.jsonl"
    log.write_text(log.read_text("utf-8").replace("01:30", "01:59"), "utf-8")
    again = find_sitting(sitting.folder)
    assert again is not None and again.edited
    log.write_text("", "utf-8")
    with pytest.raises(UsageError, match="does not begin with a start"):
        find_sitting(sitting.folder)


def test_an_edited_paper_is_refused(exam: Exam) -> None:
    files = unpacked(paper_of(exam), "p")
    for old, new in ((b'"tiny_array"', b'"tiny_model"'), (b'"points": 30.0', b'"points": 99.0')):
        with pytest.raises(UsageError, match="changed"):
            open_paper(packed(files | {"paper.json": files["paper.json"].replace(old, new, 1)}), "p")
    with pytest.raises(UsageError, match="is not as it was handed out"):
        open_paper(packed(files | {"parts/tiny_array/test_public.py": b""}), "p")
    with pytest.raises(UsageError, match="is no paper"):
        open_paper(packed({"a": b""}), "p")


def test_public_tests_in_an_exam(root: Path, exam: Exam, tmp_path: Path) -> None:
    student = next(each for each in ROSTER.students if any(part.name == "own_a" for part in drawn_parts(exam, KEY, each.id)))
    sitting = begin(exam, tmp_path, student)
    solve(exam, sitting)
    (sitting.folder / "own_a/test_public.py").write_text("def test_nothing(): pass\n", "utf-8")
    found = {each.exercise: {test.outcome for test in each.tests} for each in check_sitting(sitting.folder, "ko")}
    assert set(found) == {each.name for each in drawn_parts(exam, KEY, student.id)}
    assert all(outcomes == {Verdict.PASSED} for outcomes in found.values())
    [one] = check_sitting(sitting.folder / "own_a" / "own_a.py", "en")
    assert len(one.tests) == 2  # those of the paper, not the copy that was changed
    with pytest.raises(UsageError, match="is no part of the paper"):
        check_sitting(sitting.folder / "elsewhere", "en")
    path = root / "exams/final/exam.toml"
    path.write_text(EXAM.replace("packages", "public_tests = false\npackages"), "utf-8")
    without = begin(load_exam(path.parent, root), tmp_path / "without")
    assert not list(without.folder.rglob("test_public.py"))
    with pytest.raises(Refusal, match="allows no public tests"):
        check_sitting(without.folder, "en")


# --- what comes back ---


def ids(exam: Exam) -> dict[str, tuple[str, ...]]:
    return {student: (paper.manifest.id,) for student, paper in papers_of(exam, KEY, ROSTER).items()}


def test_what_is_collected_and_what_is_not(root: Path, exam: Exam, tmp_path: Path) -> None:
    good = hand_in(exam, tmp_path, ROSTER.students[0], 30)
    shutil.copy(good, good.with_name("copy.work"))
    files = unpacked(good.read_bytes(), "w")
    inner = {
        "changed.work": packed(files | {"work.json": files["work.json"].replace(b'"attempt": 1', b'"attempt": 2')}),
        "foreign.work": packed(files | {"work.json": files["work.json"].replace(b'"final"', b'"other"')}),
        "stranger.work": packed(files | {"work.json": files["work.json"].replace(b'"s1"', b'"zz"')}),
        "stolen.work": packed(files | {"work.json": files["work.json"].replace(b'"s1"', b'"s2"')}),
        "swapped.work": packed(files | {"files/tiny_array/tiny_array.py": b"x = 1"}),
        "junk.work": b"junk",
        "empty.work": b"",
        "\u202egnorw.work": b"",
    }
    for name, content in inner.items():
        (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "in" / "link.work").symlink_to(good)
    (tmp_path / "in" / "notes.txt").write_text("not mine")
    found = collect(tmp_path / "in", exam, KEY, ROSTER, ids(exam), {})
    assert [each.student for each in found.arrivals] == ["s1"] and not found.arrivals[0].known
    reasons = {each.file: each.reason.en for each in found.rejected}
    assert len(reasons) == len(inner) + 3 and "has no .work in its name" in reasons["notes.txt"]
    assert "signature is wrong" in reasons["changed.work"] and "signature is wrong" in reasons["stolen.work"]
    assert "another exam, other" in reasons["foreign.work"] and "zz, who is not on the roster" in reasons["stranger.work"]
    assert "not as it was packed" in reasons["swapped.work"] and "no regular file" in reasons["link.work"]
    assert sum("same file as" in each for each in reasons.values()) == 1
    assert all("\u202e" not in name for name in reasons)
    never = collect(tmp_path / "in", exam, KEY, ROSTER, {"s1": ("another",)}, {})
    assert "never given" in next(each.reason.en for each in never.rejected if each.file.startswith("s1/"))


def test_times_of_arrival(exam: Exam, tmp_path: Path) -> None:
    path = hand_in(exam, tmp_path, MINA, 50)
    (tmp_path / "a.csv").write_text(f"\ufefffile,received\n{path.name},2026-10-20T10:20:00+09:00\n", "utf-8")
    [arrival] = collect(tmp_path / "in", exam, KEY, ROSTER, ids(exam), read_arrivals(tmp_path / "a.csv")).arrivals
    assert arrival.known and arrival.at == OPENS + timedelta(minutes=20)
    assert "clock is ahead" in arrival.remarks[0].en
    for wrong in ("file,received\n", "file,received\na.work,yesterday\n", "file,received\na.work,2026-10-20T10:20:00\n", "a,b\n1,2\n"):
        (tmp_path / "a.csv").write_text(wrong, "utf-8")
        with pytest.raises(UsageError):
            read_arrivals(tmp_path / "a.csv")
    with pytest.raises(UsageError, match="none of the files"):
        collect(tmp_path / "in", exam, KEY, ROSTER, ids(exam), {"other.work": OPENS})


def test_two_sittings_of_one_paper_are_remarked_on(exam: Exam, tmp_path: Path) -> None:
    hand_in(exam, tmp_path, MINA, 20, name="one")
    hand_in(exam, tmp_path, MINA, 30, right=False, name="two")
    found = collect(tmp_path / "in", exam, KEY, ROSTER, ids(exam), {})
    assert len(found.arrivals) == 2 and all("begun twice" in each.remarks[0].en for each in found.arrivals)


# --- grading ---


def test_grading_late_work_extensions_and_manual_points(root: Path, exam: Exam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in(exam, tmp_path, ROSTER.students[0], 30)
    hand_in(exam, tmp_path, ROSTER.students[1], 75)  # 15 minutes late: two periods
    hand_in(exam, tmp_path, ROSTER.students[2], 30, right=False)
    hand_in(exam, tmp_path, ROSTER.students[3], 200)  # past the cutoff
    record = grade_exam(grading(exam, tmp_path))
    got = {each.id: each for each in record.students}
    assert (got["s1"].mark.before, got["s1"].mark.after, got["s1"].mark.total) == (70, 70, 70)
    assert (got["s2"].mark.before, got["s2"].mark.after) == (70, 35)
    assert got["s3"].mark.total == 0 and not got["s3"].absent
    assert got["s4"].mark.before == 70 and got["s4"].mark.after == 0 and got["s4"].attempts[0].past_cutoff
    assert got["s5"].absent and got["s5"].mark.total == 0 and got["s5"].to_mark == () and got["s1"].to_mark == ("essay",)
    assert record.most == 80
    # Marks are worked out anew without judging anything again.
    from gradekit.engine import grade as engine

    def no_work(*_: Any) -> Any:
        raise AssertionError("judged again")

    monkeypatch.setattr(engine, "_run", no_work)
    toml = root / "exams/final/exam.toml"
    toml.write_text(EXAM + '\n[[accommodations]]\nstudent = "s2"\ncloses = 2026-10-20T13:00:00+09:00\nextra_time = 1.5\n', "utf-8")
    manual = tmp_path / "manual.csv"
    manual.write_text(
        "student,part,points,comment,by,when,why\n"
        "s1,essay,7.5,good,Park,today,\ns3,,5,,Park,today,a slip of ours\ns1,tiny_array,,see me,,,\n",
        "utf-8",
    )
    longer = load_exam(toml.parent, root)
    record = grade_exam(grading(longer, tmp_path, manual=read_manual(manual, longer, ROSTER)))
    got = {each.id: each for each in record.students}
    assert got["s2"].mark.after == 70 and got["s1"].mark.total == 77.5 and got["s3"].mark.total == 5
    assert got["s1"].mark.grade == pytest.approx(96.9) and got["s1"].to_mark == ()
    write_record(tmp_path / "out", record)
    assert read_record(tmp_path / "out") == record


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("zz,essay,1,,,,", "not on the roster"),
        ("s1,essay,11,,,,", "from 0 to 10"),
        ("s1,essay,ten,,,,", "must be a number"),
        ("s1,nothing,1,,,,", "is no part"),
        ("s1,,1,,,,", "by whom, when and why"),
        ("s1,essay,1,,,,\ns1,essay,2,,,,", "points twice"),
        ("s1,essay,nan,,,,", "must be a number"),
    ],
)
def test_manual_lines_that_cannot_be_meant(exam: Exam, tmp_path: Path, row: str, words: str) -> None:
    (tmp_path / "m.csv").write_text(f"student,part,points,comment,by,when,why\n{row}\n", "utf-8")
    with pytest.raises(UsageError, match=words):
        read_manual(tmp_path / "m.csv", exam, ROSTER)


def test_an_exam_that_changed_is_not_graded(root: Path, exam: Exam, tmp_path: Path) -> None:
    hand_out(exam, papers_of(exam, KEY, ROSTER), tmp_path / "papers", None)
    hand_in(exam, tmp_path, MINA, 30)
    readme = root / "exercises/tiny_array/README.ko.md"
    readme.write_text(readme.read_text("utf-8") + "\n고침\n", "utf-8")
    with pytest.raises(Refusal, match="6 would differ"):
        grade_exam(grading(exam, tmp_path, ledger=read_ledger(tmp_path / "papers")))


# --- what may be seen ---


@pytest.fixture
def record(exam: Exam, tmp_path: Path) -> ExamRecord:
    hand_in(exam, tmp_path, ROSTER.students[0], 30)
    sitting = begin(exam, tmp_path / "wrong", ROSTER.students[1])
    wrong = (exam.exercise("tiny_array").solution_folder or tmp_path) / "misconceptions/adds_instead.py"
    text = wrong.read_text("utf-8") + '\nprint("printed <script>alert(1)</script>")\n'
    (sitting.folder / "tiny_array/tiny_array.py").write_text(text, "utf-8")
    (sitting.folder / "essay/answer.md").write_text("<img src=x onerror=alert(2)>", "utf-8")
    pack(sitting, OPENS + timedelta(minutes=20), tmp_path / "in" / "s2")
    return grade_exam(grading(exam, tmp_path))


SECRETS = ("test_scale", "test_row", "adds_instead", "printed", "canary", "Two times", "scale(x)")


@pytest.mark.parametrize(("level", "seen"), [("received", 0), ("score", 0), ("tests", 2), ("full", 6)])
def test_a_page_holds_what_its_level_allows(record: ExamRecord, level: str, seen: int) -> None:
    pages = dict(render_exam(record.model_copy(update={"after": level}), Released(True)))
    page = next(str(content) for name, content in pages.items() if name.startswith("students/s2"))
    assert sum(secret in page for secret in SECRETS) >= seen
    if not seen:
        assert not any(secret in page for secret in SECRETS)
    assert ("So far" in page) == (level != "received")
    assert "<script>alert" not in page and "<img src=x" not in page


def test_nothing_is_seen_before_the_release(record: ExamRecord, tmp_path: Path) -> None:
    write_pages(tmp_path / "out", record, read_released(tmp_path / "out"), None)
    for path in (tmp_path / "out/students").iterdir():
        text = path.read_text("utf-8")
        assert not any(secret in text for secret in SECRETS), path
        assert "onerror" not in text
    released = release(tmp_path / "out", record, ["s2"], unmarked=True)
    write_pages(tmp_path / "out", record, released, None)
    texts = {path.name.split("-")[0]: path.read_text("utf-8") for path in (tmp_path / "out/students").iterdir()}
    assert "test_scale" in texts["s2"] and "test_scale" not in texts["s1"]
    assert release(tmp_path / "out", record, [], unmarked=True).everybody
    assert release(tmp_path / "out", record, ["s1"], unmarked=True).everybody
    with pytest.raises(UsageError, match="'zz' is not in the exam"):
        release(tmp_path / "out", record, ["zz"])


def test_what_is_not_marked_is_not_released(exam: Exam, record: ExamRecord, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"written parts \(essay\) of 2 students are not marked yet \(s1, s2\): .* --unmarked"):
        release(tmp_path / "out", record, [])
    with pytest.raises(Refusal, match=r"of 1 student are"):
        release(tmp_path / "out", record, ["s2"])
    with pytest.raises(Refusal, match=re.escape(pseudonym(KEY, "s2"))):  # as manual.csv calls the student
        release(tmp_path / "out", record.model_copy(update={"blind": True}), ["s2"])
    assert not read_released(tmp_path / "out").any
    assert release(tmp_path / "out", record, ["s3"]).any  # who handed in nothing has nothing to be marked
    assert release(tmp_path / "out", record.model_copy(update={"after": "received"}), []).everybody
    (tmp_path / "manual.csv").write_text("student,part,points\ns1,essay,7\ns2,essay,0\n", "utf-8")
    marked = grade_exam(grading(exam, tmp_path, manual=read_manual(tmp_path / "manual.csv", exam, ROSTER)))
    (tmp_path / "out/released.json").unlink()
    assert release(tmp_path / "out", marked, []).everybody


@pytest.mark.parametrize(("lang", "provisional", "grade"), [("en", "Provisional", "Grade"), ("ko", "잠정", "성적</")])
def test_a_result_is_provisional_until_all_is_marked(record: ExamRecord, lang: str, provisional: str, grade: str) -> None:
    """However it comes to be seen: released all the same, or work that came late, or points that show before the release."""
    student = record.students[0]
    lettered = student.model_copy(update={"mark": student.mark.model_copy(update={"letter": "F-letter"})})
    spoken = record.model_copy(update={"lang": lang, "during": "score"})
    for released in (True, False):
        body = student_page(visible(spoken, lettered, released)).split("</style>")[1]
        assert provisional in body and "F-letter" not in body and grade not in body and 'class="ring' not in body
        assert ">70 / 70<" in body and f"{student.mark.grade:g} / 100" not in body
        body = student_page(visible(spoken, lettered.model_copy(update={"to_mark": ()}), released)).split("</style>")[1]
        assert provisional not in body and "F-letter" in body and grade in body and f"{student.mark.grade:g} / 100" in body
    seen = visible(spoken, lettered, True)
    assert seen.to_mark == 10 and seen.mark is not None and seen.mark.letter == ""


def test_what_an_attempt_s_time_says_stays_in_one_line(record: ExamRecord) -> None:
    body = student_page(visible(record.model_copy(update={"lang": "ko"}), record.students[0], True))
    assert '<th scope="col" class="num">제출 상태</th>' in body and '<td class="num">제시간</td>' in body


def test_the_model_itself_holds_back(record: ExamRecord) -> None:
    student = next(each for each in record.students if each.id == "s2")
    held = visible(record, student, released=False)
    assert held.mark is None and all(part.result is None and part.points is None and not part.answer for part in held.parts)
    names = visible(record.model_copy(update={"after": "tests"}), student, released=True)
    results = [part.result for part in names.parts if part.result is not None]
    assert results and all(not test.message and not test.hint for result in results for test in result.tests)
    assert all(result.output == "" and result.diagnosis == () and result.evidence == () for result in results)


def test_blind_until_the_release(record: ExamRecord) -> None:
    blind = record.model_copy(update={"blind": True})
    before = dict(render_exam(blind, Released()))["report.html"]
    after = dict(render_exam(blind, Released(True)))["report.html"]
    assert isinstance(before, str) and isinstance(after, str)
    for student in record.students:
        assert student.name not in before and f"{student.id}/" not in before and student.pseudonym in before
        assert student.name in after and student.pseudonym not in after


def test_the_grades_file_is_safe(record: ExamRecord) -> None:
    hostile = record.students[0].model_copy(update={"name": '=cmd|"/c calc"!A1'})
    content = dict(render_exam(record.model_copy(update={"students": (hostile, *record.students[1:])}), Released()))["grades.csv"]
    rows = list(csv.reader(io.StringIO(bytes(content).decode("utf-8-sig"))))  # type: ignore[arg-type]
    assert rows[1][1].startswith("'=") and len(rows) == 7


# --- the commands ---


def run(*arguments: object, code: int = 0) -> str:
    got = CliRunner().invoke(cli, [str(each) for each in arguments], input="n\n")
    assert got.exit_code == code, got.output
    return " ".join((got.stdout + got.stderr).split())


def test_from_hand_out_to_release_by_commands(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As an instructor and a Korean student type them; the window is now."""
    monkeypatch.setenv("GRADEKIT_SECRET", "a secret")
    now = datetime.now(UTC)
    toml = root / "exams/final/exam.toml"
    text = EXAM.replace("2026-10-20T10:00:00+09:00", (now - timedelta(minutes=5)).isoformat())
    toml.write_text(text.replace("2026-10-20T12:00:00+09:00", (now + timedelta(hours=2)).isoformat()), "utf-8")
    (tmp_path / "roster.csv").write_text("\ufeff학번,이름\nmina,김민아\nsol,이솔\n", "utf-8")
    course = ("--course", root)
    said = run("exam", "hand-out", "final", "--roster", tmp_path / "roster.csv", *course, "--lang", "ko")
    assert "시험지 2부" in said and "own_a" in said
    [paper] = (root / "exams/final/papers").glob("final-mina-*.paper")
    assert paper.name.removeprefix("final") in run("exam", "start", "--help")  # the example is called as papers are
    assert "동의" in run("exam", "start", paper, "--to", tmp_path / "desk", "--lang", "ko", code=1)
    said = run("exam", "start", paper, "--to", tmp_path / "desk", "--lang", "ko", "--accept")
    assert "남은 시간 59분" in said or "남은 시간 1시간" in said
    desk = tmp_path / "desk/final"
    assert "김민아" in (desk / "README.md").read_text("utf-8")
    assert run("check", desk, "--lang", "ko", code=1).count("0/2 통과") == 3
    said = run("submit", desk, "--lang", "ko", "--out", tmp_path / "in")
    assert "접수증" in said and "배포된 그대로" in said and "남은 제출 횟수: 1" in said
    assert "1번째 제출" in said and "답을 쓰지 않은 과제: 4개" in said
    assert len(list((tmp_path / "in").glob("*.receipt.txt"))) == 1
    assert json.loads(run("exam", "status", desk, "--json"))["attempts_left"] == 1
    out = ("--out", tmp_path / "out", *course)
    said = run("exam", "grade", "final", tmp_path / "in", "--roster", tmp_path / "roster.csv", *out, "--lang", "ko")
    assert "학생 2명 중 1명 제출" in said and "manual.csv" in said and "접수증입니다" in said
    assert "학생 1명의 서술형(essay) 채점이 끝나지 않았습니다(mina)" in run("exam", "release", "final", *out, "--lang", "ko", code=1)
    said = run("exam", "release", "final", *out, "--lang", "ko", "--unmarked")
    assert "학생 2명에게 공개" in said and "1명에게는 잠정 결과" in said
    shown = next((tmp_path / "out/students").glob("mina-*")).read_text("utf-8").split("</style>")[1]
    assert "아직 공개되지" not in shown and "잠정 결과" in shown
    # Wrong use, in one line each.
    assert "there are final" in run("exam", "check", "finale", *course, code=2)
    assert "is no exam's folder" in run("exam", "status", tmp_path, code=2)
    assert "lies inside" in run("exam", "grade", "final", tmp_path, "--roster", tmp_path / "roster.csv", *out, code=2)
    assert "cannot be read" in run("exam", "start", tmp_path / "no.paper", code=2)
    assert "did you mean 'hand-out'" in run("exam", "handout", code=2)


def test_check_by_command(root: Path) -> None:
    """The small course's exercises have too few misconceptions to be sound, and that is said of each part."""
    said = run("exam", "check", "final", "--course", root, code=1)
    assert "own_a: misconceptions/: 3; at least 6" in said and "tiny_array: misconceptions" in said


def test_fairness_is_told_in_both_languages(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.csv").write_text("id\nmina\n", "utf-8")
    (tmp_path / "two.csv").write_text("id\nmina\nsol\n", "utf-8")
    for command in ("check", "hand-out"):
        code = 1 if command == "check" else 0
        common = ("exam", command, "final", "--course", root, "--roster")
        assert "1 paper for 1 student drawn from" in run(*common, tmp_path / "one.csv", "--lang", "en", code=code)
        monkeypatch.setenv("GRADEKIT_LANG", "ko")
        said = run(*common, tmp_path / "two.csv", code=code)
        assert "학생 2명에게 서로 다른 시험지 2가지" in said and "기댓값" in said and "drawn from" not in said
        monkeypatch.delenv("GRADEKIT_LANG")
    monkeypatch.setattr("gradekit.exam.check.check_exam", lambda *_, **__: ExamProof((), ()))
    assert "final: 문제가 없습니다. 과제 0개, 시험지마다 80점" in run("exam", "check", "final", "--course", root, "--lang", "ko")
    assert "final: sound: 0 exercises, 80 points on each paper" in run("exam", "check", "final", "--course", root, "--lang", "en")


def test_where_nobody_can_be_asked(root: Path, tmp_path: Path) -> None:
    """In a pipe, say: one line with what to do, and no warning of Python's."""
    toml = root / "exams/final/exam.toml"
    toml.write_text(EXAM.replace("2026-10-20T10", "2001-10-20T10").replace("2026-10-20T12", "2100-10-20T12"), "utf-8")
    (tmp_path / "roster.csv").write_text("id\nmina\n", "utf-8")
    (tmp_path / "open.paper").write_bytes(paper_of(load_exam(toml.parent, root)))
    (tmp_path / "sealed.paper").write_bytes(Sealer("correct horse").seal((tmp_path / "open.paper").read_bytes()))
    hand = ("hand-out", "final", "--course", root, "--roster", tmp_path / "roster.csv", "--seal", "--out", tmp_path / "papers")
    for words, answer, what in (
        (hand, "secret\nsecret\n", "GRADEKIT_PASSPHRASE"),
        (("start", tmp_path / "sealed.paper", "--to", tmp_path), "", "GRADEKIT_PASSPHRASE"),
        (("start", tmp_path / "open.paper", "--to", tmp_path), "", "--accept"),
    ):
        command = [sys.executable, "-m", "gradekit", "exam", *map(str, words)]
        environment = {name: value for name, value in os.environ.items() if name != "GRADEKIT_PASSPHRASE"} | {"GRADEKIT_SECRET": "s"}
        # In a session of its own it has no terminal, whoever runs the tests.
        got = subprocess.run(command, input=answer, capture_output=True, text=True, env=environment, start_new_session=True, check=False)
        last = got.stderr.splitlines()[-1]
        assert got.returncode == 2 and what in last and last.startswith("gradekit: ") and "Warning" not in got.stderr, got.stderr
    assert not (tmp_path / "papers").exists() and not (tmp_path / "final").exists()


def test_words_of_time() -> None:
    assert [length_text(timedelta(seconds=each), "en") for each in (0, 5, 65, 3600, 90000)] == ["0 min", "5 s", "1 min", "1 h", "1 d 1 h"]
    assert length_text(timedelta(minutes=135), "ko") == "2시간 15분"
