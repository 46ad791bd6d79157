"""Mutants: each is another program, none only another wording, and suites are measured by those they catch."""

import ast
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from gradekit.authoring.mutate import mutants
from gradekit.authoring.mutation import EQUIVALENT_FILE, LEAST_SHARE, score_mutants
from gradekit.cli import cli
from gradekit.course import load_course
from gradekit.errors import CourseError

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("def f(x):\n    return x < 1", ["return x < 1 → return x <= 1", "return x < 1 → return x >= 1", "return x < 1 → return x < 0"]),
        ("def f(x):\n    return -x", ["return -x → return x", "return -x → return None"]),
        ("def f(x, k=2.0):\n    return x * k", ["def f(x, k=2.0): → def f(x, k=4.0):", "return x * k → return x / k"]),
        ("def f(x):\n    return x.sum(axis=1)", ["return x.sum(axis=1) → return x.sum()", "return x.sum(axis=1) → return x.mean(axis=1)"]),
        ("def f(x):\n    if not x:\n        raise ValueError('no')\n    return 1", ["raise ValueError('no') → pass", "if not x: → if x:"]),
        ("def f(x):\n    x += 1\n    return x", ["x += 1 → x -= 1", "x += 1 → pass"]),
        ("def f(x, y):\n    return x and y", ["return x and y → return x or y"]),
        ("def f(x):\n    return 1 if x else 2", ["return 1 if x else 2 → return 1", "return 1 if x else 2 → return 2"]),
        ("def f(x):\n    return x == 'a'", ["return x == 'a' → return x == 'a_'"]),
    ],
)
def test_changes_that_are_made(source: str, changes: list[str]) -> None:
    made = {each.change for each in mutants(source)}
    assert set(changes) <= made


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring, 1 < 2."""\n',
        "def f(x: int = ...) -> 'str':\n    'one 1'\n",
        "__all__ = ['f', 'g']\n",
        "import os\nfrom math import pi\n",
        "def f():\n    pass\n",
    ],
)
def test_words_are_left_alone(source: str) -> None:
    assert [each.change for each in mutants(source) if "__all__" not in each.change or "pass" not in each.change] == []


def test_what_an_error_says_is_left_alone() -> None:
    made = [each.change for each in mutants("def f(t):\n    raise ValueError(f'above {0}, got {t + 1}')")]
    assert made == ["raise ValueError(f'above {0}, got {t + 1}') → pass"]


def test_equal_changes_are_told_apart() -> None:
    made = [each.change for each in mutants("def f(x):\n    x = x + 1\n    x = x + 1\n    return x")]
    assert "x = x + 1 → x = x - 1" in made and "x = x + 1 → x = x - 1 (2)" in made


@pytest.mark.parametrize("path", sorted((ROOT / "solutions").glob("*/solution.py")), ids=lambda path: path.parent.name)
def test_every_mutant_of_the_course_is_a_program_of_its_own(path: Path) -> None:
    source = path.read_text("utf-8")
    made = mutants(source)
    assert len(made) >= 10
    assert len({each.change for each in made}) == len({each.source for each in made}) == len(made)
    for each in made:
        ast.parse(each.source)
        assert each.source != ast.unparse(ast.parse(source))
        assert 1 <= each.line <= source.count("\n") + 1
    assert made == mutants(source)


@pytest.fixture
def root(minicourse: Path, tmp_path: Path) -> Path:
    path = tmp_path / "course"
    shutil.copytree(minicourse, path)
    return path


def test_survivors_are_listed_and_equivalent_ones_taken_out(root: Path) -> None:
    """By the words they are listed with; and what is listed wrongly is named."""
    course = load_course(root)
    [first] = score_mutants(course, ["tiny_array"], jobs=1, jail="none")
    assert 0 < first.caught <= first.made and first.made == first.caught + len(first.survivors)
    change = first.survivors[0].partition(": ")[2]
    lines = ["format_version = 1"]
    for each in (change, "x → y"):
        lines += ["[[mutant]]", f"change = {each!r}", "reason = 'as good'"]
    (root / "solutions/tiny_array" / EQUIVALENT_FILE).write_text("\n".join(lines), "utf-8")
    [second] = score_mutants(course, ["tiny_array"], jobs=1, jail="none")
    assert (second.equivalent, second.made, second.caught) == (1, first.made - 1, first.caught)
    assert second.survivors == first.survivors[1:] and second.stale == ("x → y",) and not second.enough
    (root / "solutions/tiny_array" / EQUIVALENT_FILE).write_text("format_version = 1\n[[mutant]]\nchange = 'a'\n", "utf-8")
    with pytest.raises(CourseError, match="reason"):
        score_mutants(course, ["tiny_array"], jobs=1, jail="none")


def test_a_real_suite_catches_its_mutants(warm_numpy: object) -> None:
    [score] = score_mutants(load_course(ROOT), ["softmax"], jobs=2)
    assert score.share >= LEAST_SHARE and score.enough, score.survivors


def test_the_command_fails_where_too_many_survive(root: Path) -> None:
    """And says which, so that a test can be written for each."""
    suite = root / "solutions/tiny_array/test_hidden.py"
    done = CliRunner().invoke(cli, ["verify", "tiny_array", "--mutants", "--trust", "--jobs", "1", "--course", str(root)])
    assert done.exit_code == 1  # the miniature course is no sound one, so its mutants are not even made
    assert "mutants" not in done.output.partition("proof")[2].partition("\n\n")[0] and suite.exists()
