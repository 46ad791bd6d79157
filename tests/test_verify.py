"""The proof of an exercise: it holds for the whole course, and on a broken exercise it lists every problem at once."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from gradekit.authoring.prove import prove_all
from gradekit.authoring.verify import LEAST_MISCONCEPTIONS, LEAST_TESTS, Proof
from gradekit.cli import cli
from gradekit.course import load_course
from gradekit.engine.local import default_jobs
from gradekit.errors import UnknownExercise, UsageError
from gradekit.sandbox.host import WarmProcess

ROOT = Path(__file__).parents[1]


def test_the_course_is_sound(warm_numpy: WarmProcess, warm_torch: WarmProcess) -> None:
    """Promise 5, for every exercise: the stub scores 0, the solution full marks, each misconception is caught and named as itself."""
    course = load_course(ROOT)
    assert not course.broken and not course.unlisted
    proofs = prove_all(course, course.names, jobs=default_jobs())
    assert [each.exercise for each in proofs] == list(course.names)
    assert [f"{each.exercise}: {problem}" for each in proofs for problem in each.problems] == []
    for each in proofs:
        assert each.tests >= LEAST_TESTS and each.misconceptions >= LEAST_MISCONCEPTIONS
        assert each.points == course.exercise(each.exercise).points
        assert each.seconds > 0


@pytest.fixture
def root(minicourse: Path, tmp_path: Path) -> Path:
    """A copy of the miniature course, to be broken."""
    path = tmp_path / "course"
    shutil.copytree(minicourse, path)
    return path


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def proof(root: Path, name: str = "tiny_array") -> Proof:
    [found] = prove_all(load_course(root), [name], jobs=1, jail="none")
    return found


# The miniature course is too small for a real one, and most of its tests have no hint: that much is always found.
SMALL = (
    "reference.py: does not define LIMIT",
    "test_hidden.py: 9 tests; at least 10 are needed",
    "misconceptions/: 3; at least 6 are needed",
    "test_hidden.py: test_scale_random has no hint in both languages",
    "test_hidden.py: test_scale_leaves_its_argument has no hint in both languages",
    "test_hidden.py: test_scale_is_stable has no hint in both languages",
    "test_hidden.py: test_row_sums has no hint in both languages",
    "test_hidden.py: test_a_flat_array_is_refused has no hint in both languages",
    "test_hidden.py: test_limit has no hint in both languages",
)


def test_a_small_exercise_is_told_so_and_is_else_sound(root: Path) -> None:
    found = proof(root)
    assert sorted(found.problems) == sorted(SMALL)
    assert (found.exercise, found.tests, found.points, found.misconceptions) == ("tiny_array", 9, 100, 3)


def everything_wrong(root: Path) -> None:
    """One slip of each kind."""
    exercise, solutions = root / "exercises/tiny_array", root / "solutions/tiny_array"
    change(exercise / "exercise.toml", ("points = 100", "points = 90"))
    change(exercise / "README.ko.md", ("### ", "#### "))
    change(exercise / "tiny_array.py", ("def row_sums(x):", "def row_sum(x):"), ("LIMIT: float = 0.0", "LIMIT: float = 8.0"))
    change(exercise / "test_public.py", ("[2.0, 4.0]", "[2.0, 5.0]"))
    change(
        solutions / "test_hidden.py",
        (
            "    x = rng.normal(size=shape)\n    assert_close(submission.row_sums",
            "    import time\n\n    x = np.zeros(shape) + time.monotonic_ns() % 1000\n    assert_close(submission.row_sums",
        ),
    )
    misconceptions = solutions / "misconceptions"
    right = (root / "solutions/tiny_array/misconceptions/ignores_factor.py").read_text("utf-8")
    (misconceptions / "same_as_ignores.py").write_text(right, "utf-8")
    (misconceptions / "is_right.py").write_text(right.replace("* 2.0", "* k"), "utf-8")
    (misconceptions / "is_refused.py").write_text(right + "\nimport torch\n", "utf-8")


EXPECTED = (
    r"exercise\.toml: points = 90, but the tests are worth 100",
    r"README\.md and README\.ko\.md have different sections",
    r"row_sums\(x\) is missing from the stub",
    r"reference\.py: does not define LIMIT",
    r"test_hidden\.py: test_row_sums\[one\] asks or is answered differently from one run to the next",
    r"tiny_array\.py: the stub gets 10 points in test_limit",
    r"test_public\.py: the solution does not pass \(test_scale: ",
    r"misconceptions/is_right\.py: gets full marks; add a test that catches it",
    r"misconceptions/ignores_factor\.py: is diagnosed as same_as_ignores: their answers are the same in this suite",
    r"is_refused\.py: .*torch",
    r"misconceptions/: |test_hidden\.py: 9 tests",
)


def test_every_problem_is_listed_at_once(root: Path) -> None:
    everything_wrong(root)
    found = proof(root)
    missing = [pattern for pattern in EXPECTED if not any(re.search(pattern, problem) for problem in found.problems)]
    assert missing == [], found.problems
    assert all("\n" not in problem and "Traceback" not in problem for problem in found.problems)


def test_a_wrong_solution_is_told_test_by_test(root: Path) -> None:
    change(
        root / "solutions/tiny_array/solution.py",
        ("return x.sum(axis=1)", "return x.sum(axis=1) + 1e-3"),
        ("def scale(x, k=2.0)", "def scale(x, factor=2.0)"),
        ("* k", "* factor"),
    )
    problems = "\n".join(proof(root).problems)
    assert "solution.py: scale(x, factor=2.0) is not scale(x, k=2.0)" in problems
    assert "solution.py: test_row_sums[one]: failed: " in problems
    assert "solution.py: test_scale_random: error: " in problems
    assert "test_public.py: the solution does not pass (test_row_sums: " in problems


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def write(path: str, content: bytes) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes(content)


@pytest.mark.parametrize(
    "breaks,problem",
    [
        (remove("exercises/tiny_array/README.ko.md"), r"README\.ko\.md: cannot be read"),
        (remove("exercises/tiny_array/tiny_array.py"), r"tiny_array\.py: cannot be read"),
        (remove("exercises/tiny_array/test_public.py"), r"test_public\.py"),
        (remove("exercises/tiny_array/exercise.toml"), r"exercise\.toml: no such file"),
        (remove("solutions/tiny_array/solution.py"), r"solution\.py: cannot be read"),
        (remove("solutions/tiny_array/reference.py"), r"reference\.py: cannot be read"),
        (remove("solutions/tiny_array/test_hidden.py"), r"test_hidden\.py: the suite of 'tiny_array' is absent"),
        (write("solutions/tiny_array/test_hidden.py", b"def test_("), r"cannot be collected \(SyntaxError"),
        (write("solutions/tiny_array/test_hidden.py", b"import nothing_of_the_kind"), r"nothing_of_the_kind"),
        (write("solutions/tiny_array/reference.py", b"def scale(x:\n"), r"reference\.py: cannot be read"),
        (write("solutions/tiny_array/solution.py", b"\xff"), r"solution\.py: cannot be read"),
        (write("solutions/tiny_array/misconceptions/no_block.py", b"x = 1\n"), r"no_block\.py: must begin with a comment block"),
        (write("exercises/tiny_array/tiny_array.py", b"def scale(x:\n"), r"the stub is no Python"),
        (write("exercises/tiny_array/exercise.toml", b"format_version = 2\n"), r"exercise\.toml: .*format_version"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_missing_or_unreadable_file_is_a_problem(breaks: Callable[[Path], None], problem: str, root: Path) -> None:
    """No traceback: an author is told which file, and whatever else there is to say."""
    breaks(root)
    found = proof(root)
    assert any(re.search(problem, each) for each in found.problems), found.problems
    assert all("Traceback" not in each and each.count("\n") == 0 for each in found.problems)


@pytest.mark.parametrize("name", ["test_nothing", "test_limit"])
def test_a_test_depends_on_others_above_it(name: str, root: Path) -> None:
    change(root / "solutions/tiny_array/test_hidden.py", ('@depends("test_row_sums")', f'@depends("{name}")'))
    assert any(f"test_a_flat_array_is_refused depends on '{name}', which is no test above it" in each for each in proof(root).problems)


def test_a_test_without_points_is_a_problem(root: Path) -> None:
    change(root / "solutions/tiny_array/test_hidden.py", ("@points(20)\n", ""))
    assert any("test_scale_random" in each and "points" in each for each in proof(root).problems)


def test_a_stub_that_passes_the_public_tests_is_a_problem(root: Path) -> None:
    (root / "exercises/tiny_array/test_public.py").write_text("def test_nothing():\n    pass\n", "utf-8")
    assert "test_public.py: the stub passes" in proof(root).problems


def test_a_suite_that_ends_its_process_is_a_problem_of_its_own(root: Path) -> None:
    """The exercise that was proved beside it is proved all the same."""
    (root / "solutions/tiny_model/test_hidden.py").write_text("import os\n\nos._exit(0)\n", "utf-8")
    array, model = prove_all(load_course(root), ["tiny_array", "tiny_model"], jobs=2, jail="none")
    assert sorted(array.problems) == sorted(SMALL)
    assert any("ends the judge's own process" in each for each in model.problems)


def test_names_are_checked_first(root: Path) -> None:
    with pytest.raises(UnknownExercise, match="did you mean 'tiny_array'"):
        prove_all(load_course(root), ["tiny_array", "tiny_aray"], jobs=1, jail="none")
    shutil.rmtree(root / "solutions")
    with pytest.raises(UsageError, match="not on this machine"):
        prove_all(load_course(root), ["tiny_array"], jobs=1, jail="none")


def test_the_command_lists_problems_and_says_so_by_its_exit_code(root: Path) -> None:
    """A broken exercise does not hide what is wrong with the next one."""
    (root / "exercises/tiny_model/exercise.toml").write_text("format_version = 1\n", "utf-8")
    done = CliRunner().invoke(cli, ["verify", "--trust", "--jobs", "1", "--course", str(root)])
    assert done.exit_code == 1
    for problem in SMALL:
        assert f"tiny_array: {problem}" in done.stdout
    assert re.search(r"^tiny_model: .*exercise\.toml: name: is missing", done.stdout, re.MULTILINE)
    assert "\x1b" not in done.stdout
