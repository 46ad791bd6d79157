"""The benches measure what they say: their classes and translations are right, their tables are whole, and what is wrong ends them."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest

from gradekit.course.load import load_course
from gradekit.course.models import Exercise

ROOT = Path(__file__).resolve().parents[1]
NAMES = (
    "measuring",
    "translation",
    "graders",
    "synthetic_class",
    "postgres",
    "dask_cluster",
    "scale_stages",
    "bench_scale",
    "bench_others",
)
EXPORTS = ("softmax", "temperature_softmax")


@pytest.fixture(scope="module")
def scripts() -> Iterator[Any]:
    """The scripts' modules, which find each other as they do when one of them is run."""
    patch = pytest.MonkeyPatch()
    patch.syspath_prepend(str(ROOT / "scripts"))
    for name in NAMES:
        patch.delitem(sys.modules, name, raising=False)
    yield SimpleNamespace(**{name: importlib.import_module(name) for name in NAMES})
    for name in NAMES:
        sys.modules.pop(name, None)
    patch.undo()


@pytest.fixture(scope="module")
def softmax() -> Exercise:
    return load_course(ROOT).exercise("softmax")


@pytest.fixture(scope="module")
def suite(scripts: Any, softmax: Exercise) -> Any:
    assert softmax.suite is not None and softmax.solution is not None
    return scripts.translation.translated(softmax.suite, softmax.solution, EXPORTS)


# --- Measuring ---------------------------------------------------------------------------------------------------------------


def test_the_memory_of_a_command_is_that_of_all_its_processes(scripts: Any) -> None:
    """A child's pages count, and those of a process beside it; what it prints is kept."""
    hold = "import sys; held = bytearray(60_000_000); print(len(held), flush=True); sys.stdin.read()"
    parent = (
        "import subprocess, sys, threading; held = bytearray(60_000_000)\n"
        f"child = subprocess.Popen([sys.executable, '-c', {hold!r}], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)\n"
        "print(child.stdout.readline().strip()); threading.Event().wait(0.5); child.stdin.close(); child.wait()"
    )
    with subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as beside:
        assert beside.stdout is not None
        beside.stdout.readline()
        alone = scripts.measuring.measured([sys.executable, "-c", parent])
        both = scripts.measuring.measured([sys.executable, "-c", parent], beside=[beside.pid])
        beside.communicate()
    assert alone.stdout.strip() == "60000000"
    assert 120_000_000 < alone.peak_bytes < 180_000_000
    assert 180_000_000 < both.peak_bytes < 240_000_000


def test_a_command_that_fails_ends_the_bench(scripts: Any) -> None:
    """With what it said."""
    with pytest.raises(SystemExit, match=r"(?s)ended with 3:\nno such thing"):
        scripts.measuring.measured([sys.executable, "-c", "import sys; print('no such thing', file=sys.stderr); sys.exit(3)"])


def test_a_bench_that_is_ended_leaves_nothing_running(scripts: Any, tmp_path: Path) -> None:
    """The command it was measuring has ended before it does."""
    os.mkfifo(tmp_path / "told")
    command = f"import os, threading; open({str(tmp_path / 'told')!r}, 'w').write(str(os.getpid())); threading.Event().wait()"
    bench = f"import measuring, sys; measuring.end_well(); measuring.measured([sys.executable, '-c', {command!r}])"
    with subprocess.Popen([sys.executable, "-c", bench], cwd=ROOT / "scripts") as process:
        pid = int((tmp_path / "told").read_text())
        process.terminate()
        assert process.wait() == 128 + signal.SIGTERM
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_memory_of_a_process_that_has_gone(scripts: Any) -> None:
    """It holds nothing and has nothing below it, whenever it went."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    assert scripts.measuring.private_bytes(process.pid) == 0
    assert scripts.measuring.descendants(process.pid) == []


def test_columns_are_as_wide_as_their_widest_cell(scripts: Any, capsys: pytest.CaptureFixture[str]) -> None:
    scripts.measuring.print_rows([("a", "long one", "x"), ("bcd", "e", "")])
    assert capsys.readouterr().out == "a    long one  x\nbcd  e\n"


# --- The class that is made up -----------------------------------------------------------------------------------------------


@pytest.fixture
def made(scripts: Any) -> Any:
    return scripts.synthetic_class.SyntheticClass("softmax", 40, "right = 1\n", {"a": "wrong = 1\n", "b": "wrong = 2\n"})


def test_the_kinds_of_work_are_as_often_as_said(scripts: Any, made: Any) -> None:
    """And misconceptions take turns; the class is the same whenever it is made."""
    kinds = Counter(kind for _, kind, _ in made.students())
    assert kinds == {kind: often * 2 for kind, often in scripts.synthetic_class.OFTEN.items()}
    assert Counter(name for _, _, name in made.students() if name) == {"a": 4, "b": 4}
    assert made.handed_in == 38
    assert [*made.students()] == [*made.students()]


def test_no_two_submissions_are_the_same_file(made: Any, tmp_path: Path) -> None:
    """Each has another hash, those that are no Python do not compile, and the roster names everybody."""
    made.write(tmp_path / "work")
    files = {path.parent.name: path.read_text("utf-8") for path in (tmp_path / "work").glob("*/softmax.py")}
    assert len(set(files.values())) == len(files) == 38
    for student, kind, _ in made.students():
        if kind == "no Python":
            with pytest.raises(SyntaxError):
                compile(files[student], student, "exec")
        elif kind != "missing":
            compile(files[student], student, "exec")
    roster = (tmp_path / "work.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[0] for line in roster[1:]] == [student for student, _, _ in made.students()]


def test_every_wrong_row_is_noticed(scripts: Any, made: Any, tmp_path: Path) -> None:
    """A score that differs, a row too few, one too many, one twice: each ends the bench."""
    known, right = {"a": 10.0, "b": 20.0}, made.scores({"a": 10.0, "b": 20.0}, 100.0)
    place = scripts.scale_stages.Place(tmp_path, made, known, 100.0, None)
    assert Counter(right.values()) == {100.0: 28, 10.0: 4, 20.0: 4, 0.0: 2}

    def hold(rows: list[tuple[str, float]]) -> None:
        content = {"results": [{"student": student, "score": score} for student, score in rows]}
        (tmp_path / "results.json").write_text(json.dumps(content), "utf-8")
        place.hold(tmp_path / "results.json")

    hold([*right.items()])
    first, *others = right.items()
    for rows in ([*others], [*right.items(), first], [(first[0], first[1] + 1), *others], [("stranger", 100.0), *others]):
        with pytest.raises(SystemExit, match="the bench measures nothing"):
            hold(rows)


# --- The scale bench ---------------------------------------------------------------------------------------------------------


def test_the_scale_table_is_whole(
    scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each stage has a row, with a cell for each size; those that need a server say why they have none."""

    def none_here() -> None:
        raise RuntimeError("no PostgreSQL server is installed: install it\nand more")

    bench = scripts.bench_scale
    monkeypatch.setattr(bench, "PostgresServer", none_here)
    two = [*bench._misconceptions().items()][:2]
    monkeypatch.setattr(bench, "_misconceptions", lambda: dict(two))
    monkeypatch.setattr(bench, "BASE", 3)
    monkeypatch.setattr(bench, "_ENOUGH_SECONDS", 0)
    head, *rows = bench.scale_rows(tmp_path, (8,))
    stages = scripts.scale_stages.STAGES
    assert [row[0] for row in rows] == [each.name for each in stages]
    assert head == ("a submission, peak memory", "8 students", "largest / smallest", "all of 8")
    for row, stage in zip(rows, stages, strict=True):
        assert len(row) == len(head)
        if stage.needs_server:
            assert row[1:] == ("not measured: no PostgreSQL server is installed: install it", "", "")
        else:
            assert row[1].endswith("MiB") and " ms, " in row[1] and "memory 1.00" in row[2] and row[3].endswith(" s")
    assert sum(each.needs_server for each in stages) == 3
    assert capsys.readouterr().err.count("students  grade --record, SQLite: ") == 2
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("sizes", ["100", "20,100", "5,6"])
def test_sizes_that_compare_nothing_are_refused(scripts: Any, sizes: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One class alone, or one no larger than what is taken off."""
    with pytest.raises(SystemExit) as ended:
        scripts.bench_scale.main(["--sizes", sizes])
    assert ended.value.code == 2
    assert "at least two sizes, each above 20" in capsys.readouterr().err


# --- The comparison with other graders ---------------------------------------------------------------------------------------

# Runs a translation's checks on each file it is given, and prints the points.
RUN_CHECKS = """
import importlib.util, json, sys, warnings
warnings.simplefilter("ignore")
preamble, checks, files = json.load(sys.stdin)
points = {}
for file in files:
    spec = importlib.util.spec_from_file_location("submission", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    place = {"submission": module}
    exec(preamble, place)
    points[file] = 0
    for worth, call in checks:
        try:
            exec(call, place)
            points[file] += worth
        except Exception:
            pass
print(json.dumps(points))
"""


def points_by(suite: Any, files: list[Path]) -> dict[str, float]:
    order = [suite.preamble, [(each.points, each.call) for each in suite.checks], [str(each) for each in files]]
    done = subprocess.run([sys.executable, "-c", RUN_CHECKS], input=json.dumps(order), capture_output=True, text=True, check=True)
    return {Path(file).stem: points for file, points in json.loads(done.stdout).items()}


def test_a_translation_judges_as_the_suite_does(scripts: Any, softmax: Exercise, suite: Any, tmp_path: Path) -> None:
    """The same cases and points, full marks for the model answer, and gradekit's own scores for known wrong work."""
    assert softmax.solution is not None
    wrong = [softmax.solution.parent / "misconceptions" / f"{name}.py" for name in scripts.bench_others.WRONG]
    for file in (softmax.solution, *wrong):
        (tmp_path / "work" / file.stem).mkdir(parents=True)
        (tmp_path / "work" / file.stem / "softmax.py").write_bytes(file.read_bytes())
    scripts.measuring.measured([sys.executable, "-m", "gradekit", "grade", str(tmp_path / "work"), "--out", str(tmp_path / "out")])
    rows = json.loads((tmp_path / "out" / "results.json").read_text("utf-8"))["results"]
    assert Counter(each.points for each in suite.checks) == Counter(test["max_points"] for test in rows[0]["tests"])
    assert suite.points == 100
    assert points_by(suite, [softmax.solution, *wrong]) == {row["student"]: row["score"] for row in rows}
    assert {row["score"] for row in rows if row["student"] != "solution"}.isdisjoint({100.0})


@pytest.mark.parametrize(
    "text",
    [
        "from gradekit.testing import assert_binary\n",
        "import torch\n",
        "@depends('test_one')\ndef test_two(submission):\n    pass\n",
        "@pytest.mark.slow\ndef test_two(submission):\n    pass\n",
    ],
)
def test_what_has_no_translation_is_named(scripts: Any, softmax: Exercise, tmp_path: Path, text: str) -> None:
    """A suite is never translated in part."""
    (tmp_path / "test_hidden.py").write_text(text, "utf-8")
    with pytest.raises(ValueError, match="has no translation"):
        scripts.translation.translated(tmp_path / "test_hidden.py", softmax.solution, EXPORTS)


def test_every_grader_gets_the_whole_suite(scripts: Any, suite: Any, tmp_path: Path) -> None:
    """Every check is in what each one is given, its notebooks are valid, and no student's notebook holds a hidden test."""
    for number, grader in enumerate(scripts.graders.GRADERS):
        folder = tmp_path / str(number)
        folder.mkdir()
        grader.lay(folder, suite, {"mina": "def softmax(x): ...\n"})
        notebooks = [*folder.rglob("*.ipynb")]
        for path in notebooks:
            nbformat.validate(nbformat.read(path, as_version=4))
        [handed] = [path for path in folder.rglob("softmax.*") if "mina" in path.parts]
        assert "def softmax(x): ..." in handed.read_text("utf-8")
        assert "case(test_" not in handed.read_text("utf-8")
        assert grader.commands(["mina"])


def stand_in(scripts: Any, scores: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    """One grader, which gives known work these scores; it needs no installing and runs nothing."""
    grader = scripts.graders.Grader(
        "other, a command", "other", (), lambda *_: None, lambda _: [], lambda _, names: {name: scores.get(name, 100.0) for name in names}
    )
    environment = SimpleNamespace(version=lambda _: "1.0")
    monkeypatch.setattr(scripts.bench_others, "GRADERS", (grader,))
    monkeypatch.setattr(scripts.bench_others, "Environment", SimpleNamespace(of=lambda _: environment))


@pytest.fixture
def ours(scripts: Any, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """gradekit's part is played too: these are its scores of the known work."""
    scores = {"right": 100.0, "forger": 10.0} | {name.replace("_", ""): 48.0 for name in scripts.bench_others.WRONG}
    monkeypatch.setattr(
        scripts.bench_others, "_gradekit", lambda _, work: (0.5 + len(work), {name: scores.get(name, 100.0) for name in work})
    )
    return scores


def test_the_comparison_is_whole(
    scripts: Any, ours: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row of speed and one of the hostile file for each grader that was measured."""
    stand_in(scripts, ours | {"forger": 100.0}, monkeypatch)
    rows = scripts.bench_others.rows(tmp_path, count=2, rounds=1)
    assert [row[0].split(",")[0] for row in rows[:2]] == [f"gradekit {scripts.bench_others.__version__}", "other 1.0"]
    assert rows[0][2] == "baseline" and "times gradekit's" in rows[1][2]
    assert [row[1:] for row in rows[2:]] == [("10 of 100", "not fooled"), ("100 of 100", "full marks")]
    assert "other" in capsys.readouterr().err


def test_a_grader_that_cannot_be_had_is_named(
    scripts: Any, ours: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its row says why; it is never left out."""

    def of(_: Any) -> None:
        raise scripts.graders.CannotMeasureError("pip install ended with 1: no matching distribution")

    stand_in(scripts, {}, monkeypatch)
    monkeypatch.setattr(scripts.bench_others, "Environment", SimpleNamespace(of=of))
    rows = scripts.bench_others.rows(tmp_path, count=2, rounds=1)
    assert rows[1] == ("other, a command", "not measured: pip install ended with 1: no matching distribution", "")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"right": 99.0}, "the bench measures nothing"),
        ({"sumsoverbatch": 0.0}, "two suites"),
        ({"student01": 0.0}, "the bench measures nothing"),
    ],
)
def test_a_grader_that_judges_otherwise_ends_the_bench(
    scripts: Any, ours: dict[str, float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, float], words: str
) -> None:
    """Be it a correct submission that loses points, before the timing or in it, or a wrong one that gains some."""
    stand_in(scripts, ours | changed, monkeypatch)
    with pytest.raises(SystemExit, match=words):
        scripts.bench_others.rows(tmp_path, count=2, rounds=1)


def test_a_failed_installation_leaves_nothing_that_passes_for_one(scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is one line, and what was begun is not marked as ready, so that the next run begins anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    grader = scripts.graders.Grader("none", "none", ("gradekit-no-such-thing==1",), None, None, None)
    with pytest.raises(scripts.graders.CannotMeasureError) as why:
        scripts.graders.Environment.of(grader)
    assert "\n" not in str(why.value) and "gradekit-no-such-thing" in str(why.value)
    assert [*tmp_path.rglob("pyvenv.cfg")]
    assert not [*tmp_path.rglob("ready")]
