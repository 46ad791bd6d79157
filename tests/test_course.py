"""Courses and exercises are read from their files; a fault is one line that says where and what is allowed."""

import os
import pickle
import re
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gradekit.course import Course, Export, find_course, load_course, places, secret, templates_folder
from gradekit.course.stub import declared, parse_export, same_source, stub_faults
from gradekit.errors import CourseError, UnknownExercise, UsageError
from gradekit.text import Text

HANGUL = re.compile("[가-힣]")

COURSE = """
format_version = 1
name = "mini"
title = { en = "Mini", ko = "미니" }
[[units]]
id = 1
title = { en = "One", ko = "하나" }
exercises = ["double", "half"]
"""

EXERCISE = """
format_version = 1
name = "NAME"
kind = "code"
runtime = "numpy"
points = 10
exports = ["NAME(x, times=1)", "FACTOR", "class Doubler"]
title = { en = "Title", ko = "제목" }
summary = { en = "Summary", ko = "요약" }
[policy]
by_hand = true
refused = ["numpy.tanh"]
[limits]
call_seconds = 2
total_seconds = 10.0
memory_mb = 256
[feedback]
level = "brief"
"""

MISCONCEPTION = """\
# /// misconception
# en = "You add."
# ko = "더하고 있습니다."
# ///
raise SystemExit("a misconception is never run here")
"""


def write_course(root: Path, solutions: bool = True) -> Path:
    root.mkdir(parents=True, exist_ok=True)
    (root / "course.toml").write_text(COURSE, "utf-8")
    for name in ("double", "half"):
        folder = root / "exercises" / name
        folder.mkdir(parents=True)
        (folder / "exercise.toml").write_text(EXERCISE.replace("NAME", name), "utf-8")
        if solutions:
            (root / "solutions" / name / "misconceptions").mkdir(parents=True)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "mini")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (places.COURSE_VARIABLE, places.SECRET_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def change(root: Path, old: str, new: str, file: str = "exercises/double/exercise.toml") -> Path:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


def test_loads_what_the_files_say(root: Path) -> None:
    course = load_course(root)
    assert (course.name, course.title.to("ko"), course.names, course.broken) == ("mini", "미니", ("double", "half"), {})
    assert course.has_solutions
    exercise = course.exercise("double")
    assert exercise.title == Text(en="Title", ko="제목")
    assert exercise.summary.to("en") == "Summary"
    assert (exercise.kind, exercise.runtime, exercise.points, exercise.feedback) == ("code", "numpy", 10, "brief")
    assert exercise.policy.by_hand
    assert exercise.policy.refused == ("numpy.tanh",)
    assert (exercise.limits.call_seconds, exercise.limits.total_seconds, exercise.limits.memory_bytes) == (2.0, 10.0, 256 << 20)
    assert exercise.exports == (
        Export("double", ("x", "times"), False, "double(x, times=1)"),
        Export("FACTOR", None, False, "FACTOR"),
        Export("Doubler", None, True, "class Doubler"),
    )


def test_files_of_an_exercise(root: Path) -> None:
    exercise = load_course(root).exercise("half")
    assert exercise.folder == root / "exercises" / "half"
    assert exercise.stub == exercise.folder / "half.py"
    assert exercise.public_tests == exercise.folder / "test_public.py"
    assert (exercise.readme("en").name, exercise.readme("ko").name) == ("README.md", "README.ko.md")
    assert exercise.suite == root / "solutions" / "half" / "test_hidden.py"
    assert exercise.reference.name == "reference.py"
    assert exercise.solution.name == "solution.py"


def test_students_have_no_solutions(tmp_path: Path) -> None:
    course = load_course(write_course(tmp_path, solutions=False))
    exercise = course.exercise("double")
    assert not course.has_solutions
    assert not exercise.has_solution
    for ask in (lambda: exercise.suite, lambda: exercise.reference, lambda: exercise.solution, exercise.misconceptions):
        with pytest.raises(UsageError, match="--course DIR"):
            ask()


def test_a_course_can_be_pickled(root: Path) -> None:
    change(root, "points = 10", "points = 'ten'", "exercises/half/exercise.toml")
    course = load_course(root)
    again: Course = pickle.loads(pickle.dumps(course))
    assert again.exercises == course.exercises
    assert str(again.broken["half"]) == str(course.broken["half"])
    assert again.broken["half"].text == course.broken["half"].text != Text.same(str(course.broken["half"]))


def test_a_broken_exercise_does_not_stop_the_others(root: Path) -> None:
    path = change(root, "points = 10", "points = -1")
    course = load_course(root)
    assert [each.name for each in course.exercises] == ["half"]
    assert str(course.broken["double"]) == f"{path}: points: got -1, must be at least 1"
    with pytest.raises(CourseError, match="points"):
        course.exercise("double")
    assert course.exercise("half").name == "half"


def test_unknown_exercise_names_the_nearest(root: Path) -> None:
    with pytest.raises(UnknownExercise, match="did you mean 'double'"):
        load_course(root).exercise("dubble")


def test_a_folder_that_the_course_does_not_list(root: Path) -> None:
    folder = root / "exercises" / "extra"
    folder.mkdir()
    (folder / "exercise.toml").write_text(EXERCISE.replace("NAME", "extra"), "utf-8")
    assert load_course(root).unlisted == ("extra",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("points = 10", "", "points: is missing"),
        ("points = 10", "points = true", "points: got True, must be a whole number"),
        ("points = 10", "points = 1.5", "points: got 1.5, must be a whole number"),
        ('kind = "code"', 'kind = "essay"', "kind: got 'essay', must be 'code' or 'quiz'"),
        ('runtime = "numpy"', 'runtime = "numpi"', "runtime: got 'numpi', must be 'numpy' or 'torch'"),
        ("format_version = 1", "format_version = 2", "format_version: got 2, must be 1 (a newer format: install a newer gradekit)"),
        ("memory_mb = 256", "memory_mbs = 256", "limits.memory_mbs: unknown key; did you mean 'memory_mb'? allowed are call_seconds, "),
        ("call_seconds = 2", "call_seconds = inf", "limits.call_seconds: got inf, must be a finite number"),
        ("call_seconds = 2", "call_seconds = 0", "limits.call_seconds: got 0, must be above 0"),
        ("call_seconds = 2", "call_seconds = 20", "limits: total_seconds (10.0) must be at least the longest call's seconds (20.0)"),
        ("by_hand = true", "by_hand = 1", "policy.by_hand: got 1, must be true or false"),
        ("by_hand = true", "", "policy.by_hand: is missing"),
        ('["numpy.tanh"]', '["tanh"]', "policy.refused[0]: got 'tanh', must be a dotted name such as 'numpy.tanh'"),
        ('["numpy.tanh"]', '"numpy.tanh"', "policy.refused: got 'numpy.tanh', must be a list"),
        ('level = "brief"', 'level = "loud"', "feedback.level: got 'loud', must be 'full', 'brief' or 'verdict'"),
        ('ko = "제목"', "", "no TOML"),
        (', ko = "제목"', "", "title.ko: is missing"),
        ('ko = "제목"', 'ko = " "', "title.ko: got ' ', must not be empty"),
        ('kind = "code"', 'kind = "quiz"', "runtime: got one, must not be there where kind = 'quiz'"),
        ('runtime = "numpy"', "", "runtime: is missing"),
        ('"FACTOR"', '"f("', "is no export"),
        ('"FACTOR"', '"FACTOR", "FACTOR"', "exports names 'FACTOR' twice"),
        ('runtime = "numpy"', 'runtime = "torch"', "policy.by_hand = true needs runtime = 'numpy'"),
        ('name = "double"', 'name = "triple"', "name: got 'triple', must be the folder's name, 'double'"),
        ('name = "double"', 'name = "Double"', "name: got 'Double', must be a Python module's name"),
    ],
)
def test_a_fault_is_one_line(root: Path, old: str, new: str, message: str) -> None:
    """Each names the file, the key, what it got and what is allowed."""
    path = change(root, old, new)
    fault = load_course(root).broken["double"]
    text = str(fault)
    assert text.startswith(f"{path}: ")
    assert message in text
    assert "\n" not in text
    assert fault.text.en == text
    assert fault.text.ko.startswith(f"{path}: ") and HANGUL.search(fault.text.ko.replace("제목", "")) and "\n" not in fault.text.ko


def test_a_fault_shows_no_control_characters(root: Path) -> None:
    change(root, 'kind = "code"', 'kind = "\\u001b[2J\\u202e"\n"a\\u001bb" = 1')
    text = str(load_course(root).broken["double"])
    assert text.isprintable()


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "no such file"), (b"\xff\xfe", "not UTF-8"), (b"x = [", "no TOML"), (b"x = " + b"[" * 100_000, "no TOML")],
    ids=["absent", "no UTF-8", "cut off", "nested"],
)
def test_a_file_that_cannot_be_read(root: Path, content: bytes | None, message: str) -> None:
    path = root / "exercises/double/exercise.toml"
    path.unlink() if content is None else path.write_bytes(content)
    assert message in str(load_course(root).broken["double"])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('["double", "half"]', '["double", "double"]', "exercise 'double' is listed twice"),
        ('["double", "half"]', '["random"]', "units[0].exercises[0]: got 'random', is the name of another Python module"),
        ('["double", "half"]', '["test_it"]', "units[0].exercises[0]: got 'test_it', must be"),
        ('name = "mini"', 'name = "Mini course"', "name: got 'Mini course', must be lower-case"),
        ('ko = "하나"', 'kr = "하나"', "units[0].title.kr: unknown key"),
        ("id = 1", 'id = "1"', "units[0].id: got '1', must be a whole number"),
    ],
)
def test_a_broken_course_file(root: Path, old: str, new: str, message: str) -> None:
    change(root, old, new, "course.toml")
    with pytest.raises(CourseError) as caught:
        load_course(root)
    assert message in str(caught.value)


def test_misconceptions_are_read_and_never_run(root: Path) -> None:
    folder = root / "solutions/double/misconceptions"
    (folder / "z_last.py").write_text(MISCONCEPTION, "utf-8")
    (folder / "adds.py").write_text(MISCONCEPTION, "utf-8")
    found = load_course(root).exercise("double").misconceptions()
    assert [each.id for each in found] == ["adds", "z_last"]
    assert found[0].message == Text(en="You add.", ko="더하고 있습니다.")
    assert found[0].path == folder / "adds.py"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\n", "must begin with a comment block"),
        (MISCONCEPTION.replace("# ///\n", ""), "must begin with a comment block"),
        (MISCONCEPTION.replace('# ko = "더하고 있습니다."\n', ""), "ko"),
        (MISCONCEPTION.replace("# ko", "# kr"), "kr"),
        (MISCONCEPTION.replace("# ko", "ko"), "must begin with a comment block"),
        (MISCONCEPTION.replace('You add."', "You add."), "no TOML"),
    ],
)
def test_a_broken_misconception(root: Path, text: str, message: str) -> None:
    path = root / "solutions/double/misconceptions/adds.py"
    path.write_text(text, "utf-8")
    with pytest.raises(CourseError) as caught:
        load_course(root).exercise("double").misconceptions()
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)
    assert caught.value.text.ko.startswith(str(path)) and HANGUL.search(caught.value.text.ko)


@pytest.mark.parametrize(
    ("text", "params", "signature"),
    [
        ("f()", (), "f()"),
        ("fit(X, y, lr=0.1, epochs = 100)", ("X", "y", "lr", "epochs"), "fit(X, y, lr=0.1, epochs=100)"),
        ("f(*args, key, **more)", ("*args", "key", "**more"), "f(*args, key, **more)"),
        ("A_gate(x1, x2)", ("x1", "x2"), "A_gate(x1, x2)"),
    ],
)
def test_exports_of_functions(text: str, params: tuple[str, ...], signature: str) -> None:
    assert parse_export(text) == Export(signature.split("(")[0], params, False, signature)


@pytest.mark.parametrize("text", ["", "f(", "f(x): pass\ndef g(y)", "class", "class class", "for", "a.b", "f(x) + 1", "1x", "class A(B)"])
def test_what_is_no_export(text: str) -> None:
    with pytest.raises(ValueError, match="is no export"):
        parse_export(text)


def test_what_a_stub_declares() -> None:
    source = textwrap.dedent("""
        import numpy as np
        A: dict[str, int] = {}
        B = C = 0
        only_a_promise: int
        def f(x: np.ndarray, *, t: float = 1.0) -> np.ndarray:
            def inner(): ...
        class Model:
            def step(self): ...
    """)
    assert {name: each.signature for name, each in declared(source).items()} == {
        "A": "A",
        "B": "B",
        "C": "C",
        "f": "f(x, *, t=1.0)",
        "Model": "class Model",
    }
    exports = [parse_export(text) for text in ("f(x, t=1.0)", "A", "missing(x)")]
    assert stub_faults(exports, source) == (
        "the stub declares f(x, *, t=1.0), exercise.toml exports f(x, t=1.0)",
        "missing(x) is missing from the stub",
    )
    assert stub_faults([parse_export("A")], source) == ()
    assert "no Python" in stub_faults([], "def")[0]


def test_same_source_overlooks_what_editors_change() -> None:
    assert same_source("a\nb\n", b"\xef\xbb\xbfa\r\nb")
    assert not same_source("a\nb\n", "a\n b\n")


def test_finds_the_course(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--course goes before GRADEKIT_COURSE, and that before the course gradekit came with."""
    other = write_course(tmp_path / "other")
    assert (find_course() / "course.toml").is_file()
    monkeypatch.setenv("GRADEKIT_COURSE", str(other))
    assert find_course() == other
    assert find_course(root) == root
    with pytest.raises(UsageError, match=r"--course: .* holds no course\.toml"):
        find_course(tmp_path)
    monkeypatch.setenv("GRADEKIT_COURSE", str(tmp_path))
    with pytest.raises(UsageError, match="GRADEKIT_COURSE: "):
        find_course()


def test_the_wheels_course_goes_first(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "gradekit"
    write_course(package.parent)
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert find_course() == package.parent
    write_course(package / "_course", solutions=False)
    assert find_course() == package / "_course"
    assert templates_folder() == package / "_course" / "templates"
    monkeypatch.setattr(places, "_PACKAGE", tmp_path / "nowhere" / "gradekit")
    with pytest.raises(UsageError, match="came without a course"):
        find_course()


def test_secrets(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment, then the file, then the course's name; each gives another seed, always the same one."""
    course = load_course(root)
    practice = secret(course)
    assert practice == secret(course)
    (root / places.SECRET_FILE).write_text("mini\n")
    from_file = secret(course)
    monkeypatch.setenv("GRADEKIT_SECRET", "other")
    from_environment = secret(course)
    assert len({practice, from_file, from_environment}) == 3
    assert {len(practice), len(from_file), len(from_environment)} == {32}
    monkeypatch.setenv("GRADEKIT_SECRET", "mini")
    assert secret(course) == from_file


def test_a_secret_that_cannot_be_had_is_no_other_secret(root: Path) -> None:
    (root / places.SECRET_FILE).write_text(" \n")
    with pytest.raises(CourseError, match="is empty"):
        secret(load_course(root))
    (root / places.SECRET_FILE).unlink()
    (root / places.SECRET_FILE).mkdir()
    with pytest.raises(CourseError, match="cannot be read"):
        secret(load_course(root))


def test_loading_is_quick_and_imports_nothing_heavy(root: Path) -> None:
    """`gradekit list` is one look; numpy, torch or pytest would make it wait."""
    code = (
        "import sys; from gradekit.course import load_course, find_course; load_course(find_course());"
        "print([name for name in ('numpy', 'torch', 'pytest', 'platformdirs', 'click') if name in sys.modules])"
    )
    environment = os.environ | {"GRADEKIT_COURSE": str(root)}
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
        seconds.append(time.perf_counter() - start)
        assert done.stdout.strip() == "[]"
    # 0.12 s on two quiet cores. A loaded machine can be slow, but an import of torch would never be below a second.
    assert min(seconds) < 1.0


def test_the_courses_own_files() -> None:
    """The course that gradekit comes with is sound: every exercise loads, and its stub declares what it exports."""
    course = load_course(places.default_course())
    assert [unit.id for unit in course.units] == [1, 2, 3, 4, 5, 6]
    assert {name: str(fault) for name, fault in course.broken.items()} == {}
    for exercise in course.exercises:
        assert {*exercise.requires} <= {each.name for each in course.exercises}, exercise.name
        if exercise.is_quiz:
            assert not exercise.has_solution or exercise.suite.is_file()
            continue
        assert stub_faults(exercise.exports, exercise.stub.read_text("utf-8")) == (), exercise.name
        if exercise.has_solution:
            assert exercise.misconceptions(), exercise.name
