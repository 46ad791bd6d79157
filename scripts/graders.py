"""Other graders, as a bench uses them: what is installed, how submissions are laid out for each, its commands, and where its scores are."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from translation import Translation

__all__ = ["GRADERS", "CannotMeasureError", "Environment", "Grader"]

_LAST: Final = 300  # characters of what a command that failed said last


class CannotMeasureError(Exception):
    """A grader could not be installed or run; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A grader's own virtual environment."""

    folder: Path

    @classmethod
    def of(cls, grader: Grader) -> Environment:
        """The environment of a grader, made in the user's cache folder where it is not there yet. Raises CannotMeasureError."""
        import platformdirs

        name = hashlib.sha256("\n".join((sys.version, *grader.requirements)).encode()).hexdigest()[:12]
        folder = platformdirs.user_cache_path("gradekit", appauthor=False) / f"bench-{name}"
        ready = folder / "ready"
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)  # what an interrupted run left
            _run([sys.executable, "-m", "venv", str(folder)])
            pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            _run([*pip, *grader.requirements])
            ready.touch()
        return cls(folder)

    def program(self, name: str) -> str:
        """The path of one of its programs."""
        return str(self.folder / "bin" / name)

    def version(self, distribution: str) -> str:
        """The version of what is installed."""
        return _run([self.program("python"), "-c", f"import importlib.metadata as m; print(m.version({distribution!r}))"]).strip()

    def variables(self, home: Path) -> dict[str, str]:
        """The environment variables of its commands: nothing of the user's Jupyter, one thread, its own programs first."""
        return os.environ | {
            "HOME": str(home),
            "IPYTHONDIR": str(home / "ipython"),
            "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
            "JUPYTER_DATA_DIR": str(home / "jupyter"),
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONWARNINGS": "ignore",
        }

    def run(self, line: Sequence[str], folder: Path) -> None:
        """Run one command in folder. Raises CannotMeasureError where it fails."""
        home = folder / "home"
        home.mkdir(exist_ok=True)
        _run([self.program(line[0]), *line[1:]], folder, self.variables(home))


def _run(line: Sequence[str], cwd: Path | None = None, variables: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(line, cwd=cwd, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-_LAST:].replace("\n", " | ")
        raise CannotMeasureError(f"{Path(line[0]).name} {' '.join(line[1:3])} ended with {done.returncode}: {said}")
    return done.stdout


@dataclass(frozen=True, slots=True)
class Grader:
    """One way to grade a class with one grader.

    lay writes tests and submissions (a student's name → source) into an empty folder, once for each grading and untimed; setup are the
    lecturer's commands, untimed as well; commands grade the class; scores reads what they found.
    """

    name: str
    distribution: str
    requirements: tuple[str, ...]
    lay: Callable[[Path, Translation, Mapping[str, str]], None]
    commands: Callable[[Sequence[str]], list[list[str]]]
    scores: Callable[[Path, Sequence[str]], dict[str, float]]
    setup: tuple[tuple[str, ...], ...] = ()


# --- nbgrader ----------------------------------------------------------------------------------------------------------------

_SUBMISSION: Final = "submission = types.SimpleNamespace(**{name: globals()[name] for name in NAMES if name in globals()})\n"


def _cell(kind: str, source: str, **nbgrader: Any) -> dict[str, Any]:
    cell: dict[str, Any] = {"cell_type": kind, "id": f"c{nbgrader.get('grade_id', 'x')}"[:60], "metadata": {}, "source": source}
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    if nbgrader:
        cell["metadata"]["nbgrader"] = {"schema_version": 3, "task": False, "cell_type": kind} | nbgrader
    return cell


def _notebook(cells: Sequence[dict[str, Any]]) -> str:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": list(cells), "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(notebook, ensure_ascii=False)


def _nbgrader_notebook(suite: Translation, solution: str, *, hidden: bool) -> str:
    cells = [_cell("code", solution, grade_id="solution", grade=False, solution=True, locked=False)]
    for number, check in enumerate(suite.checks):
        source = (suite.preamble + _SUBMISSION if number == 0 else "") + check.call
        source = f"### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS" if hidden else "# hidden tests"
        cells.append(_cell("code", source, grade_id=check.name, grade=True, solution=False, locked=True, points=check.points))
    return _notebook(cells)


def _lay_nbgrader(folder: Path, suite: Translation, submissions: Mapping[str, str]) -> None:
    (folder / "nbgrader_config.py").write_text('c = get_config()\nc.CourseDirectory.course_id = "bench"\n')
    source = folder / "source" / "softmax" / "softmax.ipynb"
    source.parent.mkdir(parents=True)
    stub = "### BEGIN SOLUTION\n### END SOLUTION"
    source.write_text(_nbgrader_notebook(suite, stub, hidden=True), "utf-8")
    for student, text in submissions.items():
        handed = folder / "submitted" / student / "softmax" / "softmax.ipynb"
        handed.parent.mkdir(parents=True)
        handed.write_text(_nbgrader_notebook(suite, text, hidden=False), "utf-8")


def _nbgrader_scores(folder: Path, students: Sequence[str]) -> dict[str, float]:
    question = """
        select submitted_assignment.student_id, sum(grade.auto_score) from grade
        join submitted_notebook on grade.notebook_id = submitted_notebook.id
        join submitted_assignment on submitted_notebook.assignment_id = submitted_assignment.id
        group by submitted_assignment.student_id"""
    with sqlite3.connect(folder / "gradebook.db") as database:
        return {student: float(score or 0) for student, score in database.execute(question)}


# --- otter-grader ------------------------------------------------------------------------------------------------------------

# Grades a class in one process, for whom a process each is not what they would use.
_OTTER_API: Final = """
import json, pathlib
from otter.api import grade_submission

for student in sorted(pathlib.Path("submissions").iterdir()):
    results = grade_submission(str(student / "softmax.ipynb"), "autograder.zip", quiet=True)
    tests = [{"score": each.score} for each in results.results.values()]
    pathlib.Path("out", student.name, "results.json").write_text(json.dumps({"tests": tests}))
"""


def _lay_otter(folder: Path, suite: Translation, submissions: Mapping[str, str]) -> None:
    lines = ["from otter.test_files import test_case", "", "OK_FORMAT = False", 'name = "softmax"', f"points = {suite.points}", ""]
    lines += [suite.preamble]
    for check in suite.checks:
        lines += [
            f"@test_case(points={check.points}, hidden=True)",
            f"def {check.name}(env):",
            "    submission = types.SimpleNamespace(**{name: env[name] for name in NAMES if name in env})",
            f"    {check.call}",
            "",
        ]
    with zipfile.ZipFile(folder / "autograder.zip", "w") as packed:
        packed.writestr("tests/softmax.py", "\n".join(lines))
        packed.writestr("otter_config.json", json.dumps({"show_hidden": True, "print_summary": False}))
    (folder / "grade_all.py").write_text(_OTTER_API)
    for student, text in submissions.items():
        (folder / "out" / student).mkdir(parents=True)  # 'otter run' wants it to be there
        handed = folder / "submissions" / student / "softmax.ipynb"
        handed.parent.mkdir(parents=True)
        handed.write_text(_notebook([_cell("code", text)]), "utf-8")


def _otter_commands(students: Sequence[str]) -> list[list[str]]:
    run = ["otter", "run", "--no-logo", "-a", "autograder.zip"]
    return [[*run, "-o", f"out/{student}", f"submissions/{student}/softmax.ipynb"] for student in students]


def _scores_of_tests(folder: Path, students: Sequence[str]) -> dict[str, float]:
    return {
        student: sum(test.get("score") or 0 for test in json.loads((folder / "out" / student / "results.json").read_text())["tests"])
        for student in students
    }


# --- gradescope-utils --------------------------------------------------------------------------------------------------------

_GRADESCOPE_RUN: Final = """
import pathlib, sys, unittest
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner

student = sys.argv[1]
sys.path.insert(0, f"submissions/{student}")
out = pathlib.Path("out", student)
out.mkdir(parents=True)
with (out / "results.json").open("w") as results:
    JSONTestRunner(visibility="hidden", stream=results).run(unittest.defaultTestLoader.discover("tests"))
"""


def _lay_gradescope(folder: Path, suite: Translation, submissions: Mapping[str, str]) -> None:
    lines = [
        "import unittest",
        "from gradescope_utils.autograder_utils.decorators import weight",
        suite.preamble,
        "import softmax as submission",
    ]
    lines += ["", "class TestSoftmax(unittest.TestCase):"]
    for check in suite.checks:
        lines += [f"    @weight({check.points})", f"    def {check.name}(self):", f"        {check.call}", ""]
    (folder / "tests").mkdir()
    (folder / "tests" / "test_softmax.py").write_text("\n".join(lines), "utf-8")
    (folder / "run_tests.py").write_text(_GRADESCOPE_RUN)
    for student, text in submissions.items():
        handed = folder / "submissions" / student / "softmax.py"
        handed.parent.mkdir(parents=True)
        handed.write_text(text, "utf-8")


_OTTER: Final = ("otter-grader==7.0.0", "ipykernel>=6", "numpy>=2")

GRADERS: Final = (
    Grader(
        "nbgrader, 'autograde', a command for all",
        "nbgrader",
        ("nbgrader==0.9.6", "ipykernel>=6", "numpy>=2"),
        _lay_nbgrader,
        lambda students: [["nbgrader", "autograde", "softmax"]],
        _nbgrader_scores,
        (("nbgrader", "generate_assignment", "softmax"),),
    ),
    Grader("otter-grader, 'otter run', a command each", "otter-grader", _OTTER, _lay_otter, _otter_commands, _scores_of_tests),
    Grader(
        "otter-grader, its API, a process for all",
        "otter-grader",
        _OTTER,
        _lay_otter,
        lambda students: [["python", "grade_all.py"]],
        _scores_of_tests,
    ),
    Grader(
        "gradescope-utils, without a container",
        "gradescope-utils",
        ("gradescope-utils==0.5.0", "numpy>=2"),
        _lay_gradescope,
        lambda students: [["python", "run_tests.py", student] for student in students],
        _scores_of_tests,
    ),
)
