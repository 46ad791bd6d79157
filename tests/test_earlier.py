"""A suite that builds on a student's own earlier work: used where it is fit, done without where it is not, and never believed."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gradekit.cli import cli
from gradekit.course.load import load_course
from gradekit.intake import Kind, scan, single
from gradekit.judge.judge import Judge
from gradekit.results import Result, Status, Verdict

SUITE = """
@points(100)
def test_doubles_what_the_earlier_work_gives(submission, earlier, evidence):
    def number(work):
        value = work.f(3.0)
        assert isinstance(value, float) and value == 6.0, "not good enough"
        return value
    own = earlier("first", number)
    evidence("curve", own=own)
    assert_close(submission.f(own or 1.0), 2.0 * (own or 1.0))
"""
RIGHT = "def f(x):\n    return 2.0 * x\n"


@pytest.fixture
def judge_with(bench: Any) -> Judge:
    exercise = bench.exercise(SUITE)
    first = replace(exercise, file=exercise.file.model_copy(update={"name": "first"}))
    return Judge(exercise, bench._start, seed_key=b"k", builds_on=(first,))


def judged(judge: Judge, bench: Any, earlier: str | None) -> Result:
    submission = bench.submission(RIGHT)
    if earlier is not None:
        submission = replace(submission, earlier=(replace(bench.submission(earlier, "first"), exercise="first"),))
    found: list[Result] = []
    judge.judge([submission], found.append)
    return found[0]


def test_good_work_is_used(judge_with: Judge, bench: Any) -> None:
    with_it, without = judged(judge_with, bench, RIGHT), judged(judge_with, bench, None)
    assert [each.evidence[0]["own"] for each in (with_it, without)] == [6.0, None]
    assert with_it.score == without.score == 100
    assert with_it.fingerprint["submission"] == without.fingerprint["submission"]
    assert "earlier" in with_it.fingerprint and "earlier" not in without.fingerprint


@pytest.mark.parametrize(
    "earlier",
    [
        "def f(x):\n    return 7.0\n",
        "def f(x):\n    return object()\n",
        "def f(x):\n    raise KeyError(x)\n",
        "def f(x):\n    while True: pass\n",
        "import os\ndef f(x):\n    os._exit(0)\n",
        "raise SystemExit\n",
        "def g(x):\n    return x\n",
        "def f(:\n",
    ],
)
def test_work_that_fails_is_done_without(judge_with: Judge, bench: Any, earlier: str) -> None:
    found = judged(judge_with, bench, earlier)
    assert found.score == 100 and found.evidence[0]["own"] is None and found.status is Status.GRADED
    assert all(each.outcome is Verdict.PASSED for each in found.tests)


@pytest.fixture
def course(minicourse: Path, tmp_path: Path) -> Path:
    """The miniature course with an exercise that builds on tiny_array."""
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    for folder in ("exercises", "solutions"):
        shutil.copytree(root / folder / "tiny_array", root / folder / "later_array")
    (root / "exercises/later_array/tiny_array.py").rename(root / "exercises/later_array/later_array.py")
    toml = root / "exercises/later_array/exercise.toml"
    toml.write_text(
        toml.read_text("utf-8").replace(
            'name = "tiny_array"', 'name = "later_array"\nrequires = ["tiny_array"]\nbuilds_on = ["tiny_array"]'
        ),
        "utf-8",
    )
    file = root / "course.toml"
    file.write_text(file.read_text("utf-8").replace('"tiny_model"', '"tiny_model", "later_array"'), "utf-8")
    return root


def test_a_class_finds_each_students_own(course: Path, tmp_path: Path) -> None:
    loaded = load_course(course)
    assert loaded.broken == {}
    for student, names in {"a": ("tiny_array", "later_array"), "b": ("later_array",)}.items():
        for name in names:
            (tmp_path / "work" / student).mkdir(parents=True, exist_ok=True)
            (tmp_path / "work" / student / f"{name}.py").write_text("", "utf-8")
    found = {each.student: each.earlier for each in scan(tmp_path / "work", loaded, ["later_array"]).submissions}
    assert [(each.exercise, each.kind, each.path.parent.name) for each in found["a"]] == [("tiny_array", Kind.FILE, "a")]
    assert [each.kind for each in found["b"]] == [Kind.MISSING]


@pytest.mark.parametrize("fetched", [False, True])
def test_a_student_s_own_folder(course: Path, tmp_path: Path, fetched: bool) -> None:
    places = {name: tmp_path / "mine" / (name if fetched else "") / f"{name}.py" for name in ("tiny_array", "later_array")}
    for path in places.values():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    [found] = single(places["later_array"], load_course(course))
    assert [each.path for each in found.earlier] == [places["tiny_array"].resolve()]
    places["tiny_array"].unlink()
    [found] = single(places["later_array"], load_course(course))
    assert [each.kind for each in found.earlier] == [Kind.MISSING]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('requires = ["tiny_array"]\n', "", "builds_on names 'tiny_array', which is not in requires"),
        ('["tiny_array"]', '["tiny_model"]', "builds_on: got 'tiny_model', must be exercises for numpy like it"),
    ],
)
def test_what_it_may_build_on(course: Path, old: str, new: str, message: str) -> None:
    toml = course / "exercises/later_array/exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace(old, new), "utf-8")
    assert message in str(load_course(course).broken["later_array"])


def verified(course: Path) -> str:
    said = CliRunner().invoke(cli, ["verify", "later_array", "--course", str(course)])
    assert said.exit_code == 1, said.output
    return " ".join(said.output.split())


def test_verify_proves_that_it_is_used(course: Path) -> None:
    suite = course / "solutions/later_array/test_hidden.py"
    assert "with tiny_array's solution.py: the suite does not use it" in verified(course)
    with suite.open("a", encoding="utf-8") as file:
        file.write('\n\n@points(1)\n@hint(en="a", ko="가")\ndef test_own(earlier):\n    earlier("tiny_array", lambda work: 1)\n')
    said = verified(course)
    assert "with tiny_array's tiny_array.py: the suite uses it" in said and "does not use it" not in said


def test_new_earlier_work_is_graded_anew(course: Path, tmp_path: Path) -> None:
    """--resume sees that what a submission was judged with has changed."""
    from gradekit.engine.grade import forget_changed
    from gradekit.engine.journal import Journal
    from gradekit.judge.fingerprint import work_hashes

    (tmp_path / "work/a").mkdir(parents=True)
    for name in ("tiny_array", "later_array"):
        (tmp_path / "work/a" / f"{name}.py").write_text(f"# {name}\n", "utf-8")
    [submission] = scan(tmp_path / "work", load_course(course), ["later_array"]).submissions
    hashes = work_hashes("# later_array\n", {"tiny_array": "# tiny_array\n"})
    with Journal(tmp_path / "journal", {}, resume=False) as journal:
        journal.add([Result("a", "later_array", Status.GRADED, (), fingerprint=json.loads(json.dumps(hashes)))])
        forget_changed([submission], journal)
        assert len(journal) == 1
        (tmp_path / "work/a/tiny_array.py").write_text("# better\n", "utf-8")
        forget_changed([submission], journal)
        assert len(journal) == 0
