"""The autograder for Gradescope: built, unpacked into a folder that stands for the container's, and run there."""

import json
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from gradekit.course.load import load_course
from gradekit.course.places import SECRET_VARIABLE
from gradekit.errors import CannotJail, UsageError, WouldOverwrite
from gradekit.export import autograder_run
from gradekit.export.autograder import Autograder, pack
from gradekit.export.gradescope import Visibility
from gradekit.sandbox import jail

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ("setup.sh", "run_autograder")
TOP = {
    "score",
    "execution_time",
    "output",
    "output_format",
    "test_output_format",
    "test_name_format",
    "stdout_visibility",
    "extra_data",
    "tests",
}
TEST = {"name", "name_format", "score", "max_score", "status", "output", "output_format", "visibility"}
HOSTILE = """
import ctypes, json, os, sys
for path in ("/autograder/results/results.json", {results!r}):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").write(json.dumps({{"score": 100}}))
    except OSError:
        pass
print("\\x1b[2J<script>alert(1)</script>\\u202e", flush=True)
try:
    seen = open({solution!r}).read()
except OSError:
    seen = "walled in"
print(seen)
def softmax(x):
    raise ValueError("<img src=x onerror=alert(1)>\\x00\\u202e" + seen)
def temperature_softmax(x, t):
    os._exit(0)
"""

Run = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip for softmax, in both languages, with two kinds of visibility."""
    out = tmp_path_factory.mktemp("zip") / "softmax.zip"
    asked = Autograder(
        ("softmax",), "visible", (("softmax::test_a_batch*", "after_published"), ("*temperature*", "hidden")), True, ("en", "ko")
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SECRET_VARIABLE, "a secret of this test")
        remarks = pack(load_course(ROOT), asked, out)
    assert "give it to nobody" in remarks[0].en and "풀이" in remarks[0].ko
    return out


@pytest.fixture(scope="module")
def container(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stands for /autograder, after its setup."""
    root = tmp_path_factory.mktemp("autograder")
    root.chmod(0o755)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(root / "source")
    done = call(root, "setup.sh")
    assert done.returncode == 0, done.stderr
    assert "the solution has 100 of 100 points" in done.stdout or jail.why_no_jail()
    return root


def call(root: Path, script: str, path: str | None = None, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    """Run one of the scripts with this interpreter, as the container's own bash would."""
    environment = {"PATH": path or os.environ["PATH"], "LANG": "C.UTF-8", "OMP_NUM_THREADS": "1", "HOME": str(root)}
    environment |= {"AUTOGRADER_ROOT": str(root), "GRADEKIT_PYTHON": python}
    line = [shutil.which("bash") or "bash", str(root / "source" / script)]
    return subprocess.run(line, env=environment, cwd="/", capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture
def run(container: Path) -> Run:
    """Hands something in, runs the autograder, and reads its results.json."""
    if jail.why_no_jail() is not None:
        pytest.skip("this machine cannot jail")

    def handed_in(files: dict[str, str], metadata: str = "", **more: Any) -> dict[str, Any]:
        shutil.rmtree(container / "submission", ignore_errors=True)
        for name, text in files.items():
            path = container / "submission" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        (container / "submission").mkdir(exist_ok=True)
        (container / "submission_metadata.json").write_text(metadata or '{"users": [{"id": 1, "name": "Mina", "email": "m@x"}]}', "utf-8")
        done = call(container, "run_autograder", **more)
        assert done.returncode == 0, done.stderr
        read: dict[str, Any] = json.loads((container / "results" / "results.json").read_text("utf-8"))
        return read | {"printed": done.stdout + done.stderr}

    return handed_in


def solution(name: str = "softmax") -> str:
    return (ROOT / "solutions" / name / "solution.py").read_text("utf-8")


# --- The zip -----------------------------------------------------------------------------------------------------------------


def test_what_the_zip_holds(package: Path) -> None:
    """Scripts that can be run, gradekit, the exercise with its solution, and nothing of any other; no link, no secret in the open."""
    with zipfile.ZipFile(package) as archive:
        entries = {each.filename: each for each in archive.infolist()}
        config = json.loads(archive.read("autograder.json"))
        constraints = archive.read("constraints.txt").decode().split()
    for script in SCRIPTS:
        assert entries[script].external_attr >> 16 == stat.S_IFREG | 0o755
    assert {"course/course.toml", "course/exercises/softmax/exercise.toml", "course/solutions/softmax/test_hidden.py"} <= set(entries)
    assert not [name for name in entries if name.startswith("course/") and "/softmax/" not in name and name != "course/course.toml"]
    assert len([name for name in entries if name.startswith("wheels/gradekit-") and name.endswith(".whl")]) == 1
    assert not [name for name in entries if "__pycache__" in name or ".gradekit-secret" in name]
    assert config["schema"] == "gradekit.autograder/1" and config["langs"] == ["en", "ko"] and len(config["seed_key"]) == 64
    assert all("==" in each and "+" not in each for each in constraints) and any(each.startswith("torch==") for each in constraints)


def test_the_same_zip_again(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECRET_VARIABLE, "a secret of this test")
    with zipfile.ZipFile(package) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".whl"))
        (tmp_path / Path(name).name).write_bytes(archive.read(name))
    asked = Autograder(
        ("softmax",), "visible", (("softmax::test_a_batch*", "after_published"), ("*temperature*", "hidden")), True, ("en", "ko")
    )
    pack(load_course(ROOT), asked, tmp_path / "again.zip", wheel=tmp_path / Path(name).name)
    assert (tmp_path / "again.zip").read_bytes() == package.read_bytes()


def test_the_scripts_are_sound() -> None:
    for script in SCRIPTS:
        path = ROOT / "templates" / "gradescope" / script
        subprocess.run(["bash", "-n", str(path)], check=True)
        found = subprocess.run([str(Path(sys.executable).parent / "shellcheck"), str(path)], capture_output=True, text=True, check=False)
        assert found.returncode == 0, found.stdout


def test_what_cannot_be_packed_is_refused(package: Path, tmp_path: Path) -> None:
    course = load_course(ROOT)
    with pytest.raises(WouldOverwrite, match="add --force"):
        pack(course, Autograder(("softmax",)), package)
    quiz = next(each.name for each in course.exercises if each.is_quiz)
    with pytest.raises(UsageError, match="is a quiz"):
        pack(course, Autograder((quiz,)), tmp_path / "x.zip")
    (tmp_path / "gradekit-1.whl").write_text("no zip")
    with pytest.raises(UsageError, match="is no wheel of gradekit"):
        pack(course, Autograder(("softmax",)), tmp_path / "x.zip", wheel=tmp_path / "gradekit-1.whl")
    assert not (tmp_path / "x.zip").exists()


def test_what_an_exercise_builds_on_comes_with_it(package: Path, tmp_path: Path) -> None:
    course = load_course(ROOT)
    one = next(each for each in course.exercises if each.builds_on)
    with zipfile.ZipFile(package) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".whl"))
        (tmp_path / Path(name).name).write_bytes(archive.read(name))
    remarks = pack(course, Autograder((one.name,)), tmp_path / "x.zip", wheel=tmp_path / Path(name).name)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {f"course/exercises/{each}/exercise.toml" for each in (one.name, *one.builds_on)} <= set(archive.namelist())
    assert any(f"{one.builds_on[0]}.py too" in each.en for each in remarks)


# --- In the container --------------------------------------------------------------------------------------------------------


def test_a_right_submission(run: Run) -> None:
    """Full marks, exactly the keys that Gradescope documents, and the visibility that was asked for."""
    read = run({"softmax.py": solution(), "notes.txt": "x"})
    assert set(read) - {"printed"} == TOP and all(set(each) == TEST for each in read["tests"])
    assert read["score"] == 100.0 == sum(each["max_score"] for each in read["tests"])
    assert {each["status"] for each in read["tests"]} == {"passed"}
    seen = {each["name"]: each["visibility"] for each in read["tests"]}
    assert seen["test_the_worked_example"] == "visible" and seen["test_a_batch[1-4]"] == "after_published"
    assert {when for name, when in seen.items() if "temperature" in name and "batch[" not in name} == {"hidden"}
    assert read["extra_data"]["gradekit"]["graded"] is True and read["stdout_visibility"] == "hidden"


def test_a_misconception_in_both_languages(run: Run) -> None:
    wrong = (ROOT / "solutions/softmax/misconceptions/sums_over_batch.py").read_text("utf-8")
    read = run({"softmax/softmax.py": wrong})
    assert read["score"] == 48.0
    assert "normalises each row on its own" in read["output"] and "각 행을 따로 정규화합니다" in read["output"]
    failed = next(each for each in read["tests"] if each["name"] == "test_a_batch[5-3]")
    assert (
        "Hint: " in failed["output"] and "힌트: " in failed["output"] and "expected" in failed["output"] and "기대한 값" in failed["output"]
    )


@pytest.mark.parametrize("name", jail.JAIL_NAMES)
def test_a_hostile_submission(run: Run, container: Path, tmp_path: Path, name: str) -> None:
    """In either jail: it writes no result of its own, reads no solution, and its words are shown as text without controls.

    Without bubblewrap on the path, as in a container, the jail without namespaces is taken.
    """
    if jail.why_not(name) is not None:  # type: ignore[arg-type]
        pytest.skip(f"this machine has no jail {name}")
    path = os.environ["PATH"]
    if name == "landlock":
        for each in ("mkdir", "rm", "bash"):
            (tmp_path / each).symlink_to(shutil.which(each) or each)
        path = str(tmp_path)
    hidden = container / "source" / "course" / "solutions" / "softmax" / "solution.py"
    text = HOSTILE.format(results=str(container / "results" / "results.json"), solution=str(hidden))
    read = run({"softmax.py": text, "gradekit.py": "raise SystemExit(1)", "numpy.py": "1/0", "sitecustomize.py": "1/0"}, path=path)
    assert f"gradekit: jail {name}" in read["printed"]
    assert read["score"] == 0.0 and {each["status"] for each in read["tests"]} == {"failed"}
    shown = read["output"] + "".join(each["output"] for each in read["tests"])
    assert "\x1b" not in shown and "\u202e" not in shown and "\x00" not in shown
    assert "<img src=x onerror=alert(1)>\\x00\\u202ewalled in" in shown and "def softmax" not in shown
    assert "walled in" not in read["output"], "what it prints is not shown where some tests are hidden"
    assert read["output_format"] == "text" and {each["output_format"] for each in read["tests"]} == {"text"}


def test_nothing_handed_in(run: Run) -> None:
    read = run({"other.py": "x = 1"}, metadata="no JSON")
    assert read["score"] == 0.0 and "Nothing was handed in" in read["output"] and "제출되지 않았습니다" in read["output"]
    assert read["tests"] and "softmax.py was not handed in" in read["tests"][0]["output"]


def notebook(*cells: str) -> str:
    code = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": each} for each in cells]
    return json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.mark.parametrize("name", ["softmax.ipynb", "softmax/softmax.ipynb"])
def test_a_notebook_is_graded_where_there_is_no_program(run: Run, name: str) -> None:
    """As it was handed out by 'gradekit fetch --notebook'; its cells are read as everywhere else."""
    book = notebook("%%shell\npip install -q numpy", solution(), "# gradekit: skip\n!gradekit check softmax.ipynb")
    assert run({name: book})["score"] == 100.0
    assert run({name: book, "softmax.py": "def softmax(x): return 0"})["score"] < 100.0


def test_a_notebook_that_cannot_be_read_is_refused(run: Run) -> None:
    read = run({"softmax.ipynb": "no notebook"})
    assert read["score"] == 0.0 and "softmax.ipynb is no JSON" in read["tests"][0]["output"]


def test_what_was_found_in_the_files_place_is_named(run: Run) -> None:
    """At most five names, outermost first, without controls and not at length; and what the file has to be called."""
    files = {
        "Softmax-1.py": "",
        "b\x1b[2J\u202e.txt": "",
        "c" * 200: "",
        "d/e.py": "",
        ".git/x": "",
        "d/f/g.py": "",
        "z/y/x/w.py": "",
        "z/y.py": "",
    }
    shown = run(files)["output"]
    assert "Hand the work in as softmax.py (a notebook as softmax.ipynb). Found: Softmax-1.py, b\\x1b[2J\\u202e.txt, ccc" in shown
    assert "…, d/e.py, z/y.py and more." in shown and "d/f/g.py" not in shown and "w.py" not in shown and ".git" not in shown
    assert "c" * 100 not in shown and "\x1b" not in shown and "제출물에 있는 파일: Softmax-1.py" in shown and "y.py 등." in shown
    read = run({})
    assert "No file was found." in read["output"] and "제출물에 파일이 없습니다." in read["output"]


@pytest.mark.parametrize("kind", ["link", "folder", "linked folder", "loop"])
def test_what_is_no_file_is_refused(run: Run, container: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link to the solution, in the file's place or its folder's, is not followed."""
    hidden = container / "source" / "course" / "solutions" / "softmax"
    (hidden / "softmax.py").write_text(solution(), "utf-8")
    place = container / "submission"

    def instead(*_: Any, **__: Any) -> None:
        shutil.rmtree(place)
        place.mkdir()
        match kind:
            case "link":
                (place / "softmax.py").symlink_to(hidden / "softmax.py")
            case "folder":
                (place / "softmax.py").mkdir()
                (place / "softmax.py" / "softmax.py").write_text(solution(), "utf-8")
            case "linked folder":
                (place / "softmax").symlink_to(hidden)
            case _:
                (place / "softmax.py").symlink_to(place / "softmax.py")

    original = call
    monkeypatch.setattr(sys.modules[__name__], "call", lambda *a, **k: (instead(), original(*a, **k))[1])
    try:
        read = run({})
    finally:
        (hidden / "softmax.py").unlink()
    assert read["score"] == 0.0 and {each["status"] for each in read["tests"]} == {"failed"}


def test_scores_are_those_of_a_grading_at_home(run: Run, package: Path, tmp_path: Path) -> None:
    """The seed goes with the zip: the fingerprint is that of the course's own secret."""
    read = run({"softmax.py": solution()})
    from gradekit.course.places import secret
    from gradekit.judge.fingerprint import fingerprint

    course = load_course(ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SECRET_VARIABLE, "a secret of this test")
        expected = fingerprint(course.exercise("softmax"), "cpu", secret(course))
    found = read["extra_data"]["gradekit"]["exercises"]["softmax"]["fingerprint"]
    assert {name: found[name] for name in ("suite", "seed", "numpy")} == {name: expected[name] for name in ("suite", "seed", "numpy")}


# --- Never without a jail ----------------------------------------------------------------------------------------------------


def no_jail(_: object = None) -> None:
    raise CannotJail("submissions cannot be jailed here: no reason; --trust")


def called(container: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    results = container / "alone.json"
    line: Sequence[str] = ("--source", str(container / "source"), "--submission", str(container / "submission"))
    code = autograder_run.main([*line, "--metadata", str(container / "x"), "--results", str(results), *arguments])
    return code, json.loads(results.read_text("utf-8")) if results.exists() else {}


def test_without_a_jail_nothing_is_run(container: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It refuses, and says so in both languages, without a word of --trust."""
    (container / "submission").mkdir(exist_ok=True)
    trap = tmp_path / "ran"
    (container / "submission" / "softmax.py").write_text(f"open({str(trap)!r}, 'w')", "utf-8")
    monkeypatch.setattr(autograder_run, "choose", no_jail)
    monkeypatch.setattr(autograder_run, "judge_submissions", lambda *_, **__: pytest.fail("nothing may be judged"))
    code, read = called(container)
    assert code == 0 and not trap.exists()
    assert read["extra_data"] == {"gradekit": {"graded": False}} and read["tests"] == [] and read["score"] == 0
    assert "never run without" in read["output"] and "격리 없이 실행하지 않습니다" in read["output"] and "--trust" not in read["output"]
    assert called(container, "--prepare")[0] == 0


def test_a_fault_of_the_grader_is_no_ones_score(
    container: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The reason is for the lecturer alone."""
    monkeypatch.setattr(autograder_run, "choose", lambda: 1 / 0)
    _, read = called(container)
    assert read["extra_data"]["gradekit"]["graded"] is False and "The grader itself failed" in read["output"]
    assert "ZeroDivisionError" not in json.dumps(read) and "ZeroDivisionError" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "{}", '{"schema": "gradekit.autograder/2"}', "[[["])
def test_a_broken_autograder_says_so(container: Path, content: str) -> None:
    config = container / "source" / "autograder.json"
    kept = config.read_bytes()
    try:
        config.write_text(content)
        _, read = called(container)
    finally:
        config.write_bytes(kept)
    assert read["extra_data"]["gradekit"]["graded"] is False


def test_where_the_grader_does_not_start(container: Path) -> None:
    """The script itself writes a results.json that can be read, and what lay there before does not stay."""
    (container / "results").mkdir(exist_ok=True)
    (container / "results" / "results.json").write_text('{"score": 100}')
    done = call(container, "run_autograder", python=shutil.which("false") or "false")
    read = json.loads((container / "results" / "results.json").read_text("utf-8"))
    assert done.returncode == 0 and read["score"] == 0 and "(exit code 1)" in read["output"] and "채점하지 못했습니다" in read["output"]
    assert read["extra_data"] == {"gradekit": {"graded": False}}


def test_visibility_is_the_first_that_fits() -> None:
    told = Visibility("visible", (("softmax::test_a*", "hidden"), ("*::test_ab", "after_due_date")))
    assert [told.of("softmax", each) for each in ("test_ab", "test_b")] == ["hidden", "visible"]
    assert told.of("relu", "test_ab") == "after_due_date"
