"""A new exercise is whole from the start: what 'gradekit new' writes is proved by 'gradekit verify' as it is."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gradekit.authoring.new import create
from gradekit.authoring.verify import LEAST_MISCONCEPTIONS, LEAST_TESTS, verify
from gradekit.course.load import load_course
from gradekit.course.models import Course
from gradekit.course.places import templates_folder
from gradekit.engine.public import check_public_file
from gradekit.engine.setting import GradingSetting
from gradekit.errors import UsageError, WouldOverwrite
from gradekit.sandbox.host import WarmProcess

COURSE = """\
format_version = 1
name = "mine"
title = {{ en = "Mine", ko = "나의 강의" }}

[[units]]
id = 1
title = {{ en = "One", ko = "하나" }}
exercises = [{}]
"""
SECTIONS = {
    "README.md": ["The idea", "The formula", "A worked example", "What to write", "How it is graded", "Hints"],
    "README.ko.md": ["핵심 아이디어", "수식", "풀이 예제", "작성할 내용", "채점 방식", "힌트"],
}


def course(root: Path, *exercises: str) -> Course:
    root.mkdir(exist_ok=True)
    (root / "course.toml").write_text(COURSE.format(", ".join(f'"{name}"' for name in exercises)), "utf-8")
    return load_course(root)


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "course"


@pytest.fixture
def proved(root: Path, request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Creates an exercise in a course, adds it to course.toml and proves it in the jail."""

    def prove(name: str, runtime: str) -> None:
        create(course(root), name, runtime)
        warm: WarmProcess = request.getfixturevalue(f"warm_{runtime}")
        setting = GradingSetting(str(root), b"a secret of the tests", "en", "cpu", ((runtime, warm.address),))
        proof = verify(course(root, name), name, setting)
        assert proof.problems == ()
        assert proof.tests >= LEAST_TESTS
        assert proof.misconceptions >= LEAST_MISCONCEPTIONS
        assert proof.points == 100

    return prove


@pytest.mark.parametrize("runtime", ["numpy", "torch"])
def test_a_new_exercise_is_sound(proved: Callable[[str, str], None], runtime: str) -> None:
    """The skeleton needs no change to be proved, with either runtime."""
    proved("relu", runtime)


def test_what_is_written(root: Path) -> None:
    """Every file of an exercise is there, under the exercise's name, and nothing of the skeleton's own words is left."""
    folder = create(course(root), "relu", "numpy")
    assert folder == root / "exercises" / "relu"
    written = contents(root)
    expected = {f"exercises/relu/{name}" for name in ("exercise.toml", "README.md", "README.ko.md", "relu.py", "test_public.py")}
    expected |= {f"solutions/relu/{name}" for name in ("solution.py", "reference.py", "test_hidden.py")}
    misconceptions = {name for name in written if name.startswith("solutions/relu/misconceptions/")}
    assert set(written) == expected | misconceptions | {"course.toml"}
    assert all(name.endswith(".py") for name in misconceptions)
    for name, content in written.items():
        text = content.decode("utf-8")
        assert "EXERCISE" not in text and "RUNTIME" not in text, name
        if name.endswith(".py"):
            compile(text, name, "exec")


@pytest.mark.parametrize("readme", SECTIONS)
def test_handouts_have_the_sections(root: Path, readme: str) -> None:
    """The handouts show an author the sections that every exercise has."""
    text = (create(course(root), "relu", "numpy") / readme).read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS[readme]
    assert len(re.findall(r"^### ", text, re.MULTILINE)) == 3


def test_the_public_tests_tell_right_from_unwritten(root: Path) -> None:
    """The public tests pass the solution and fail the stub, as 'gradekit check' runs them and as plain pytest does."""
    folder = create(course(root), "relu", "numpy")
    exercise = course(root, "relu").exercise("relu")
    assert all(test.outcome == "passed" for test in check_public_file(exercise, exercise.solution).tests)
    assert all(test.outcome == "failed" or test.outcome == "error" for test in check_public_file(exercise, exercise.stub).tests)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", str(folder), str(folder)]
    assert subprocess.run(command, capture_output=True, cwd=folder, check=False).returncode == 1
    exercise.stub.write_bytes(exercise.solution.read_bytes())
    assert subprocess.run(command, capture_output=True, cwd=folder, check=False).returncode == 0


@pytest.mark.parametrize("part", ["exercises", "solutions"])
def test_nothing_is_overwritten(root: Path, part: str) -> None:
    """Where either folder is there already, nothing at all is written."""
    opened = course(root)
    work = root / part / "relu" / "mine.txt"
    work.parent.mkdir(parents=True)
    work.write_text("hours of work", "utf-8")
    before = contents(root)
    with pytest.raises(WouldOverwrite, match="nothing was written"):
        create(opened, "relu", "numpy")
    assert contents(root) == before


@pytest.mark.parametrize(
    "name",
    ["", "Relu", "re-lu", "1relu", "class", "test_relu", "numpy", "random", "solution", "../relu", "a/b", "렐루", "relu\n", "r" * 65],
)
def test_bad_names_are_refused(root: Path, name: str) -> None:
    """A name that cannot be a module's, or is another module's, is refused in one line, and nothing is written."""
    opened = course(root)
    before = contents(root)
    with pytest.raises(UsageError) as caught:
        create(opened, name, "numpy")
    assert len(str(caught.value).splitlines()) == 1
    assert contents(root) == before
    assert not (root / "exercises").exists()


def test_a_half_written_exercise_is_taken_back(root: Path) -> None:
    """Where the course cannot be written, a line says so and no part of the exercise stays."""
    opened = course(root)
    (root / "solutions").write_text("a file where a folder should be", "utf-8")
    with pytest.raises(UsageError, match="cannot be written"):
        create(opened, "relu", "numpy")
    assert not (root / "exercises" / "relu").exists()


def test_python_files_of_the_skeleton_are_hidden_from_tools() -> None:
    """A .py in the skeleton would be linted and collected as if it were code; .py.txt is not."""
    skeleton = templates_folder() / "exercise"
    assert not list(skeleton.rglob("*.py"))
    assert {path.name for path in skeleton.iterdir()} == {"handout", "judging"}
