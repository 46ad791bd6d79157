"""Many submissions at once: every one has exactly one row, in order, whatever finishes first, dies, breaks or is interrupted."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradekit.course import Course, load_course
from gradekit.engine import collect
from gradekit.engine import grade as grade_module
from gradekit.engine.classroom import JOURNAL, grade_class
from gradekit.engine.grade import Grading, grade, journal_terms
from gradekit.engine.journal import Journal
from gradekit.engine.local import InlineExecutor, choose_device
from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import judge_chunk, suite_tests
from gradekit.errors import GradekitError, Refusal, ResultsError, UsageError
from gradekit.intake import Kind, Submission, scan
from gradekit.judge.fingerprint import source_hash
from gradekit.results import Result, ResultSet, Status, TestOutcome, Verdict, read_results, write_results

GRADEKIT = [sys.executable, "-m", "gradekit"]
TESTS = (("test_one", 40.0), ("test_two", 60.0))


# --- Over executors of our own, where no suite runs -----------------------------------------------------------------------------


def judged(submission: Submission) -> Result:
    """What the stand-in for a judge finds: a score drawn from the student's name."""
    fraction = (sum(submission.student.encode()) % 5) / 4
    outcomes = tuple(TestOutcome(name, fraction * points, points, Verdict.PASSED) for name, points in TESTS)
    return Result(submission.student, submission.exercise, Status.GRADED, outcomes, fingerprint={"submission": "x"})


class Stand(Executor):
    """Runs no suite: answers as judges would, after a while and in an order of its own; `killer` ends its processes."""

    def __init__(self, seed: int = 0, killer: str = "", jobs: int = 3) -> None:
        self.random = random.Random(seed)
        self.killer = killer
        self.dead = False
        self.chunks: list[int] = []
        self.under_way = self.most_under_way = 0
        self._threads = ThreadPoolExecutor(jobs)

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if self.dead:
            raise BrokenProcessPool("a process died")
        if function is judge_chunk:
            self.under_way += 1
            self.most_under_way = max(self.most_under_way, self.under_way)
            self.chunks.append(len(args[2]))
            return self._threads.submit(self._judge, args[2], self.random.random() / 100)
        future: Future[Any] = Future()
        future.set_result(TESTS if function is suite_tests else None)
        return future

    def _judge(self, submissions: Sequence[Submission], seconds: float) -> list[Result]:
        time.sleep(seconds)
        self.under_way -= 1
        if any(self.killer and self.killer in each.student for each in submissions):
            self.dead = True
        if self.dead:
            raise BrokenProcessPool("a process died")
        return [judged(each) for each in submissions]

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)


@pytest.fixture
def course(minicourse: Path) -> Course:
    return load_course(minicourse)


@pytest.fixture
def paper_class(tmp_path: Path) -> tuple[Submission, ...]:
    """A class that only stand-ins look at."""
    names = [f"student-{number:02}" for number in range(40)]
    return tuple(Submission(name, exercise, tmp_path / name) for name in names for exercise in ("tiny_array", "tiny_model"))


def bare_setting(course: Course) -> GradingSetting:
    return GradingSetting(str(course.root), b"seed", "en", "cpu", (), trusted=True)


def graded_by(
    make: Callable[[], Executor], course: Course, submissions: Sequence[Submission], path: Path, **more: Any
) -> tuple[list[dict[str, Any]], Grading]:
    """The rows of results.json after grading over an executor of the test's."""
    grading = Grading(course, bare_setting(course), make, jobs=3, diagnose=False, **more)
    terms = journal_terms(course, grading.setting, ["tiny_array", "tiny_model"])
    with Journal(path / "journal", terms, resume=True) as journal:
        try:
            grade(grading, submissions, journal)
        finally:
            collect.write_collected(path / "results.json", course, submissions, journal, "en")
    rows: list[dict[str, Any]] = json.loads((path / "results.json").read_text("utf-8"))["results"]
    return rows, grading


def keys(rows: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["student"], row["exercise"]) for row in rows]


@pytest.mark.parametrize("seed", range(4))
def test_rows_are_in_the_order_of_submissions(seed: int, course: Course, paper_class: tuple[Submission, ...], tmp_path: Path) -> None:
    """Whatever finishes first; and only a few chunks are under way at a time, however large the class."""
    stand = Stand(seed)
    told: list[tuple[str, int, int]] = []
    rows, _ = graded_by(lambda: stand, course, paper_class, tmp_path, progress=lambda *news: told.append(news))
    assert keys(rows) == [(each.student, each.exercise) for each in paper_class]
    assert rows == [judged(each).to_json() for each in paper_class]
    assert stand.most_under_way <= 4
    assert sum(stand.chunks) == len(paper_class)
    counts = [done for _, done, _ in told]
    assert counts == sorted(counts) and told[-1] == ("grade", len(paper_class), len(paper_class))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("killer", ["student-00", "student-17", "student-3"])
def test_a_process_that_dies_costs_only_who_killed_it(
    killer: str, seed: int, course: Course, paper_class: tuple[Submission, ...], tmp_path: Path
) -> None:
    """Each submission has one row; those that were beside the killer are judged again, alone, and are not blamed."""
    rows, _ = graded_by(lambda: Stand(seed, killer), course, paper_class, tmp_path)
    assert keys(rows) == [(each.student, each.exercise) for each in paper_class]
    for row, each in zip(rows, paper_class, strict=True):
        if killer in each.student:
            assert row["status"] == "grader_error" and row["score"] == 0 and row["max_score"] == 100
            assert {test["outcome"] for test in row["tests"]} == {"grader_error"}
            assert "died twice" in row["tests"][0]["message"]
        else:
            assert row == judged(each).to_json()


class Dying(Stand):
    """Its processes die even of doing nothing."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if function not in (judge_chunk, suite_tests):
            raise BrokenProcessPool("a process died")
        return super().submit(function, *args, **kwargs)


def test_processes_that_always_die_end_the_grading(course: Course, paper_class: tuple[Submission, ...], tmp_path: Path) -> None:
    """A machine that cannot keep a process alive is named, not every submission; --resume grades them all."""
    with pytest.raises(GradekitError, match=r"keep dying.*--resume"):
        graded_by(lambda: Dying(0, "student"), course, paper_class, tmp_path)
    rows, _ = graded_by(lambda: Stand(0), course, paper_class, tmp_path)
    assert rows == [judged(each).to_json() for each in paper_class]


class Faulty(Stand):
    """A judge that fails on one student in a way nobody foresaw."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self.fault = fault

    def _judge(self, submissions: Sequence[Submission], seconds: float) -> list[Result]:
        if any(each.student == "student-05" for each in submissions):
            raise self.fault
        return super()._judge(submissions, seconds)


@pytest.mark.parametrize("fault", [GradekitError("the reason"), KeyError("the reason"), RecursionError("the reason")], ids=repr)
def test_a_fault_of_the_judge_is_a_row(fault: Exception, course: Course, paper_class: tuple[Submission, ...], tmp_path: Path) -> None:
    rows, _ = graded_by(lambda: Faulty(fault), course, paper_class, tmp_path)
    assert keys(rows) == [(each.student, each.exercise) for each in paper_class]
    bad = [row for row in rows if row["status"] == "grader_error"]
    assert "student-05" in {row["student"] for row in bad}
    assert all("the reason" in row["tests"][0]["message"] for row in bad)
    assert len(bad) < len(rows) / 2, "the others are graded"


def test_a_full_disk_under_a_judge_ends_the_grading(course: Course, paper_class: tuple[Submission, ...], tmp_path: Path) -> None:
    """What is graded so far is kept, and the rest is graded when there is room."""
    with pytest.raises(OSError, match="No space"):
        graded_by(lambda: Faulty(OSError(28, "No space left on device")), course, paper_class, tmp_path)
    stand = Stand()
    rows, _ = graded_by(lambda: stand, course, paper_class, tmp_path)
    assert rows == [judged(each).to_json() for each in paper_class]


def test_resume_grades_only_the_rest(course: Course, paper_class: tuple[Submission, ...], tmp_path: Path) -> None:
    """A row whose file is the same is kept; anything that could not be read is looked at again."""
    for each in paper_class:
        each.path.mkdir(exist_ok=True)
    files = [replace(each, path=each.path / f"{each.exercise}.py") for each in paper_class]
    for each in files:
        each.path.write_text(each.student, "utf-8")

    class Hashing(Stand):
        def _judge(self, submissions: Sequence[Submission], seconds: float) -> list[Result]:
            texts = [each.path.read_text("utf-8") if each.path.exists() else "" for each in submissions]
            return [
                replace(judged(each), fingerprint={"submission": source_hash(text)}) for each, text in zip(submissions, texts, strict=True)
            ]

    first = Hashing()
    half = files[:30]
    graded_by(lambda: first, course, half, tmp_path)
    files[3].path.write_text("handed in again", "utf-8")
    files[4].path.unlink()
    files[4] = replace(files[4], kind=Kind.MISSING)
    second = Hashing()
    rows, _ = graded_by(lambda: second, course, files, tmp_path)
    assert sum(first.chunks) == 30
    assert sum(second.chunks) == len(files) - 30 + 2
    assert keys(rows) == [(each.student, each.exercise) for each in files]


def test_memory_does_not_grow_with_the_class(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By structure, not by a gauge: at any time few results are in memory, both while grading and while collecting."""
    live = most = 0

    class Counted(dict[str, Any]):
        """A row that knows how many of its kind there are."""

        def __init__(self, *args: Any) -> None:
            nonlocal live, most
            super().__init__(*args)
            live += 1
            most = max(most, live)

        def __del__(self) -> None:
            nonlocal live
            live -= 1

    submissions = tuple(Submission(f"s{number:04}", "tiny_array", tmp_path / "x") for number in range(600))
    row = Journal.row
    monkeypatch.setattr(Journal, "row", lambda journal, key: Counted(row(journal, key)))
    plain = Result.to_json
    monkeypatch.setattr(Result, "to_json", lambda result: Counted(plain(result)))
    stand = Stand(jobs=1)
    stand.random.random = lambda: 0.0  # type: ignore[method-assign]
    rows, _ = graded_by(lambda: stand, course, submissions, tmp_path)
    assert len(rows) == 600
    assert max(stand.chunks) <= 16 and stand.most_under_way <= 4
    assert most <= 4, "a row is written and let go before the next is read"


def test_results_are_written_whole_or_not_at_all(
    course: Course, paper_class: tuple[Submission, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row by row it writes what write_results writes at once; a full disk leaves the earlier file and no other."""
    graded_by(Stand, course, paper_class, tmp_path)
    found = read_results(tmp_path / "results.json")
    write_results(tmp_path / "at-once.json", found)
    assert json.loads((tmp_path / "at-once.json").read_text("utf-8")) == json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert list(found.titles) == ["tiny_array", "tiny_model"]
    before, names = (tmp_path / "results.json").read_bytes(), sorted(os.listdir(tmp_path))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    terms = journal_terms(course, bare_setting(course), ["tiny_array", "tiny_model"])
    with Journal(tmp_path / "journal", terms, resume=True) as journal, monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            collect.write_collected(tmp_path / "results.json", course, paper_class[:3], journal, "en")
    assert (tmp_path / "results.json").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == names


def test_inline_executor_runs_at_once_and_keeps_the_fault() -> None:
    executor = InlineExecutor()
    assert executor.submit(max, 1, 2).result() == 2
    assert isinstance(executor.submit(int, "x").exception(), ValueError)

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        executor.submit(interrupted)


def test_devices() -> None:
    """No GPU: auto falls back and says so, cuda is refused; with one, both take it."""
    import torch

    assert choose_device("cpu") == ("cpu", None)
    if torch.cuda.is_available():
        assert choose_device("auto") == choose_device("cuda") == ("cuda", None)
    else:
        device, note = choose_device("auto")
        assert device == "cpu" and note is not None and "no GPU" in note
        with pytest.raises(Refusal, match="no GPU here; use --device auto or cpu"):
            choose_device("cuda")


# --- With real judges, workers and the jail -------------------------------------------------------------------------------------


@pytest.fixture
def work(minicourse: Path, tmp_path: Path) -> Path:
    """A class's submissions to the miniature course: right, wrong, unfinished, broken."""
    folder = tmp_path / "submissions"
    solutions = minicourse / "solutions"
    programs = {
        "right": ((solutions / "tiny_array/solution.py").read_text("utf-8"), (solutions / "tiny_model/solution.py").read_text("utf-8")),
        "mistaken": (
            (solutions / "tiny_array/misconceptions/adds_instead.py").read_text("utf-8"),
            (solutions / "tiny_model/misconceptions/forgets_step.py").read_text("utf-8"),
        ),
        "unfinished": ((minicourse / "exercises/tiny_array/tiny_array.py").read_text("utf-8"), None),
        "broken": ("def scale(x:\n", "raise SystemExit\n"),
        "crash": ("import os\n\ndef scale(x, k=2.0):\n    os._exit(3)\n", None),
    }
    for student, (array, model) in programs.items():
        (folder / student).mkdir(parents=True)
        for name, program in (("tiny_array", array), ("tiny_model", model)):
            if program is not None:
                (folder / student / f"{name}.py").write_text(program, "utf-8")
    return folder


def timeless(results: ResultSet) -> list[dict[str, Any]]:
    return [each.to_json() | {"seconds": 0} for each in results.results]


def test_one_job_and_two_find_the_same(course: Course, work: Path, tmp_path: Path, warm_numpy: object) -> None:
    """All of a row but for its seconds; and a second time, from the bank that the first one left in the cache, too."""
    found = scan(work, course)
    by_jobs = []
    for jobs in (1, 2):
        out = tmp_path / f"out{jobs}"
        assert grade_class(course, found.submissions, out, jobs=jobs, lang="en") == {}
        assert sorted(os.listdir(out)) == ["results.json"], "the journal has served"
        by_jobs.append(timeless(read_results(out / "results.json")))
    one, two = by_jobs
    assert one == two
    assert keys(one) == [(each.student, each.exercise) for each in found.submissions]
    scores = {(row["student"], row["exercise"]): (row["status"], row["score"]) for row in one}
    assert scores["right", "tiny_array"] == scores["right", "tiny_model"] == ("graded", 100)
    assert scores["unfinished", "tiny_model"] == ("missing", 0)
    assert scores["unfinished", "tiny_array"] == scores["broken", "tiny_array"] == ("graded", 0)
    assert scores["broken", "tiny_model"] == ("graded", 0)
    assert all(len({(row["max_score"], len(row["tests"])) for row in one if row["exercise"] == name}) == 1 for name in course.names)
    diagnoses = {key: row["diagnosis"] for key, row in zip(keys(one), one, strict=True)}
    assert [each["misconception"] for each in diagnoses["mistaken", "tiny_array"]] == ["adds_instead"]
    assert [each["misconception"] for each in diagnoses["mistaken", "tiny_model"]] == ["forgets_step"]


BROKEN_SUITES = {
    "syntax": "def test_(:\n",
    "raises": "raise RuntimeError('at collection')\n",
    "leaves": "raise SystemExit(3)\n",
    "dies": "import os\nos._exit(1)\n",
    "no points": "def test_it(submission):\n    pass\n",
    "absent": None,
}


@pytest.mark.parametrize("kind", BROKEN_SUITES)
def test_a_broken_suite_costs_its_own_exercise_only(
    kind: str, minicourse: Path, work: Path, tmp_path: Path, warm_numpy: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows say grader_error and why; the other exercise is graded as ever."""
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    (root / "course.toml").write_text((root / "course.toml").read_text("utf-8").replace('"tiny_model"', '"tiny_other"'), "utf-8")
    for part in ("exercises", "solutions"):
        shutil.rmtree(root / part / "tiny_model")
        shutil.copytree(root / part / "tiny_array", root / part / "tiny_other")
    toml = root / "exercises/tiny_other/exercise.toml"
    toml.write_text(toml.read_text("utf-8").replace('"tiny_array"', '"tiny_other"'), "utf-8")
    suite = root / "solutions/tiny_other/test_hidden.py"
    text = BROKEN_SUITES[kind]
    suite.write_text(text, "utf-8") if text is not None else suite.unlink()
    for student in ("right", "mistaken"):
        shutil.copy(work / student / "tiny_array.py", work / student / "tiny_other.py")
    broken = load_course(root)
    faults = grade_class(broken, scan(work, broken).submissions, tmp_path / "out", jobs=2, lang="en")
    assert list(faults) == ["tiny_other"]
    assert "Traceback" not in faults["tiny_other"]
    results = read_results(tmp_path / "out" / "results.json").results
    assert len(results) == 10
    for each in results:
        if each.exercise == "tiny_other":
            assert (each.status, each.score) == (Status.GRADER_ERROR, 0)
        else:
            assert each.status is Status.GRADED
            assert each.max_score == 100


def test_a_missing_solution_is_named(minicourse: Path, work: Path, tmp_path: Path, warm_numpy: object) -> None:
    """An author's file that is absent makes no traceback and no score."""
    root = tmp_path / "course"
    shutil.copytree(minicourse, root)
    (root / "solutions/tiny_array/solution.py").unlink()
    course = load_course(root)
    submissions = [each for each in scan(work, course).submissions if each.exercise == "tiny_array"]
    faults = grade_class(course, submissions, tmp_path / "out", jobs=1, lang="en")
    assert "solution.py" in faults["tiny_array"]
    rows = read_results(tmp_path / "out" / "results.json").results
    assert {(row.status, row.max_score) for row in rows} == {(Status.GRADER_ERROR, 100)}


def test_grading_refuses_before_it_writes(course: Course, work: Path, tmp_path: Path, minicourse: Path) -> None:
    """No solutions, an OUT that cannot be made: an error, and nothing is there."""
    submissions = scan(work, course).submissions
    (tmp_path / "file").write_text("kept", "utf-8")
    with pytest.raises(UsageError, match="choose another folder with --out"):
        grade_class(course, submissions, tmp_path / "file" / "out", jobs=1, lang="en")
    shutil.copytree(minicourse / "exercises", tmp_path / "bare/exercises")
    shutil.copy(minicourse / "course.toml", tmp_path / "bare")
    with pytest.raises(UsageError, match="not on this machine"):
        grade_class(load_course(tmp_path / "bare"), submissions, tmp_path / "out", jobs=1, lang="en")
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "file").read_text("utf-8") == "kept"


class Interrupting(Stand):
    """Ctrl-C comes when ten chunks are done."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if len(self.chunks) >= 10:
            raise KeyboardInterrupt
        return super().submit(function, *args, **kwargs)


def test_other_terms_do_not_go_on(
    course: Course, paper_class: tuple[Submission, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A grading that was begun in English is not finished in Korean; its journal stays for whoever asks rightly."""
    monkeypatch.setattr(grade_module, "_bank", lambda *_: "")
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        grade_class(course, paper_class, out, jobs=3, lang="en", jail="none", make_executor=Interrupting)
    kept = (out / JOURNAL).read_bytes()
    assert read_results(out / "results.json").results, "what was graded can be read at once"
    with pytest.raises(ResultsError, match="lang differ"):
        grade_class(course, paper_class, out, jobs=3, lang="ko", jail="none", resume=True, make_executor=Stand)
    assert (out / JOURNAL).read_bytes() == kept


# --- Killed and interrupted, as a whole process ---------------------------------------------------------------------------------

SLOW = "import time\n\ntime.sleep(0.25)\n"


SLOW_CLASS = 36


@pytest.fixture
def slow_class(minicourse: Path, tmp_path: Path) -> Path:
    """Submissions of a quarter of a second and more, of different scores: enough that a busy machine is still at them when we look."""
    folder = tmp_path / "slow"
    programs = [minicourse / "solutions/tiny_array/solution.py", *sorted((minicourse / "solutions/tiny_array/misconceptions").glob("*.py"))]
    for number in range(SLOW_CLASS):
        student = folder / f"s{number:02}"
        student.mkdir(parents=True)
        (student / "tiny_array.py").write_text(programs[number % 4].read_text("utf-8") + SLOW, "utf-8")
    return folder


@pytest.fixture
def begin(minicourse: Path, slow_class: Path, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts 'gradekit grade' of that class, and leaves none running."""
    started: list[subprocess.Popen[str]] = []

    def start(*more: str) -> subprocess.Popen[str]:
        line = [*GRADEKIT, "grade", str(slow_class), "--out", str(tmp_path / "out"), "--course", str(minicourse), "--jobs", "2", *more]
        process = subprocess.Popen(
            line,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # A shell that runs tests in the background has them ignore Ctrl-C, and what they start would too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (it takes no lock)
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=60)


def wait_for_rows(journal: Path, process: subprocess.Popen[str], rows: int) -> None:
    deadline = time.monotonic() + 60
    while not (journal.exists() and journal.read_bytes().count(b"\n") > rows):
        assert process.poll() is None and time.monotonic() < deadline, process.communicate()
        time.sleep(0.02)


def in_group(group: int) -> list[str]:
    """The processes of a session that are still there, zombies aside."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, rest = re.fullmatch(r"\d+ \((.*)\) (.*)", entry.read_text(), re.DOTALL).groups()  # type: ignore[union-attr]
        except OSError:
            continue
        state, _, _, session = rest.split()[:4]
        if int(session) == group and state not in "ZX":
            found.append(name)
    return found


def scores(path: Path) -> dict[str, float]:
    rows = json.loads(path.read_text("utf-8"))["results"]
    assert len({row["student"] for row in rows}) == len(rows)
    return {row["student"]: row["score"] for row in rows}


def test_a_grading_that_is_told_to_end_leaves_nothing_behind(
    begin: Callable[..., subprocess.Popen[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGTERM, as a service manager or a batch system sends it: as after Ctrl-C, with the exit code of its own."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    grading = begin()
    wait_for_rows(tmp_path / "out" / JOURNAL, grading, 2)
    grading.terminate()
    said, complaint = grading.communicate(timeout=60)
    assert (grading.returncode, said) == (143, "")
    assert complaint.strip() == "gradekit: interrupted; what was graded is kept: --resume goes on with it"
    deadline = time.monotonic() + 10  # the server of processes ends by itself, once it sees that we have
    while in_group(grading.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert in_group(grading.pid) == [] and list(scratch.iterdir()) == []


def test_killed_and_interrupted_gradings_go_on(
    begin: Callable[..., subprocess.Popen[str]], course: Course, slow_class: Path, minicourse: Path, tmp_path: Path, warm_numpy: object
) -> None:
    """kill -9, --resume, Ctrl-C, --resume: every submission has exactly one row and the score of an undisturbed grading."""
    out = tmp_path / "out"
    journal = out / JOURNAL

    first = begin()
    wait_for_rows(journal, first, 3)
    first.kill()
    first.communicate(timeout=60)  # returns when whoever holds its output has ended, so its judges have too
    assert first.returncode == -signal.SIGKILL
    assert not (out / "results.json").exists()
    kept = journal.read_bytes().splitlines()[1:]

    second = begin("--resume")
    wait_for_rows(journal, second, len(kept) + 2)
    os.killpg(second.pid, signal.SIGINT)  # as a terminal does: to everyone in the foreground
    began = time.monotonic()
    said, complaint = second.communicate(timeout=60)
    assert second.returncode == 130
    assert (said, complaint.strip()) == ("", "gradekit: interrupted; what was graded is kept: --resume goes on with it")
    assert time.monotonic() - began < 20
    partial = scores(out / "results.json")
    lines = [json.loads(line) for line in journal.read_bytes().splitlines()[1:]]
    assert partial == {line["student"]: line["score"] for line in lines}, "what was graded can be read at once"
    assert len(kept) < len(partial) < SLOW_CLASS
    assert len({line["student"] for line in lines}) == len(lines), "nothing was graded twice"
    deadline = time.monotonic() + 10  # the server of processes ends by itself, once it sees that we have
    while in_group(second.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert in_group(second.pid) == []

    third = begin("--resume")
    said, complaint = third.communicate(timeout=100)
    assert third.returncode == 0, complaint
    assert not journal.exists()
    found = scores(out / "results.json")
    assert list(found) == sorted(path.name for path in slow_class.iterdir())
    undisturbed = tmp_path / "undisturbed"
    grade_class(course, scan(slow_class, course).submissions, undisturbed, jobs=2, lang="en")
    assert found == scores(undisturbed / "results.json")
    rows = {row["student"]: row for row in json.loads((out / "results.json").read_text("utf-8"))["results"]}
    for line in map(json.loads, kept):
        assert rows[line["student"]] == line, "a row that was there before the kill is that very row"


def test_a_full_disk_is_one_line_and_loses_nothing(minicourse: Path, slow_class: Path, tmp_path: Path) -> None:
    """OUT on a file system of 64 KiB: exit 1, one line, what fitted is whole; with room, --resume grades the rest."""
    out = tmp_path / "out"
    out.mkdir()
    jail = ["bwrap", "--dev-bind", "/", "/", "--size", "65536", "--tmpfs", str(out)]
    line = [*GRADEKIT, "grade", str(slow_class), "--out", str(out), "--course", str(minicourse), "--jobs", "2", "--trust"]
    noisy = "print('x' * 60_000)\n"
    for path in slow_class.glob("*/tiny_array.py"):
        path.write_text(path.read_text("utf-8").replace(SLOW, noisy), "utf-8")
    keep = tmp_path / "kept"
    keep.mkdir()
    script = f'"$@"; code=$?; cp -a "{out}/." "{keep}/"; exit $code'
    done = subprocess.run([*jail, "sh", "-c", script, "sh", *line], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("\n") == 1 and "No space left" in done.stderr and "make room" in done.stderr
    whole = [json.loads(line) for line in (keep / JOURNAL).read_bytes().splitlines()]
    assert whole[0]["schema"] == "gradekit.journal/1"
    shutil.copytree(keep, out, dirs_exist_ok=True)
    done = subprocess.run([*line, "--resume"], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert len(scores(out / "results.json")) == SLOW_CLASS
