"""What gradekit's own tests share: a clean environment, warm processes started once, and the miniature course."""

import ctypes
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gradekit.course.load import load_exercise
from gradekit.course.models import Exercise
from gradekit.engine.setting import GradingSetting
from gradekit.intake import Submission
from gradekit.judge.judge import Judge
from gradekit.judge.remote import RemoteModule, SubmissionRun
from gradekit.results import Result
from gradekit.sandbox import jail
from gradekit.sandbox.host import WarmProcess
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.local import LocalWorker
from gradekit.sandbox.workers import JailedWorker, Output, Worker

collect_ignore = ["attacks", "minicourse", "hostile", "styles", "wrong"]

TESTS = Path(__file__).parent
SEED_KEY = b"a secret of the tests"
_CLEARED = (
    *(f"GRADEKIT_{name}" for name in ("LANG", "COURSE", "SECRET", "GRADEBOOK", "WHO")),
    *("LC_ALL", "LC_MESSAGES", "LANGUAGE", "PYTEST_ADDOPTS", "PYTEST_PLUGINS"),
)

StartWorker = Callable[[Limits, Output], Worker]


@pytest.fixture(scope="session", autouse=True)
def clean_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's language, course or secret: what a test needs of them it sets itself. One thread, or busy machines crawl."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _CLEARED:
            patch.delenv(name, raising=False)
        patch.setenv("LANG", "C.UTF-8")
        patch.setenv("OMP_NUM_THREADS", "1")
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))  # nobody's cache folder is read or written
        # Every test is imported by now, its assertions rewritten; a suite that the judge collects inside a test must not be.
        patch.setattr(sys, "meta_path", [each for each in sys.meta_path if type(each).__name__ != "AssertionRewritingHook"])
        yield


def _can_jail() -> bool:
    """Asked of the machine itself, so that a fault in gradekit's own probe cannot skip the tests of its jail."""
    if shutil.which("bwrap") is None:
        return False
    trial = ["bwrap", "--unshare-all", "--ro-bind", "/", "/", "true"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def _can_landlock() -> bool:
    """Asked of the kernel as its documentation has it: the number of the system call, no ruleset, the flag that asks for the version."""
    return ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) >= 3


def _warm(runtime: str, name: jail.JailName = "namespaces") -> Iterator[WarmProcess]:
    reason = jail.why_not(name)
    if reason is not None:
        can = _can_jail() if name == "namespaces" else _can_landlock()
        assert not can, f"this machine can jail, but gradekit says: {reason}"
        pytest.skip(f"this machine cannot jail: {reason}")
    with WarmProcess(runtime, jail=name) as process:
        process.wait_ready()
        yield process


@pytest.fixture(scope="session")
def warm_numpy() -> Iterator[WarmProcess]:
    yield from _warm("numpy")


@pytest.fixture(scope="session")
def warm_torch() -> Iterator[WarmProcess]:
    yield from _warm("torch")


@pytest.fixture(scope="session")
def warm_contained() -> Iterator[WarmProcess]:
    """Of the jail without namespaces."""
    yield from _warm("numpy", "landlock")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A PostgreSQL server of these tests' own. Where none can be had they fail: half of what a gradebook promises would go untested."""
    spec = importlib.util.spec_from_file_location("postgres_server", TESTS.parent / "scripts" / "postgres.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with module.PostgresServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def gradebook_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a gradebook can be made, and is none yet: every test that asks for this runs once on each database."""
    if request.param == "sqlite":
        return str(tmp_path / "gradebook.sqlite")
    url: str = request.getfixturevalue("postgres").new_database()
    return url


WARM = {"namespaces": "warm_numpy", "landlock": "warm_contained"}


def _start_in(request: pytest.FixtureRequest, name: str) -> StartWorker:
    address = request.getfixturevalue(WARM[name]).address
    return lambda limits, output: JailedWorker(address, limits, output)


@pytest.fixture(params=list(WARM))
def jailed(request: pytest.FixtureRequest) -> StartWorker:
    """Makes jailed workers of the numpy runtime: every test that asks for this runs once in each jail."""
    return _start_in(request, request.param)


@pytest.fixture(params=[*WARM, "local"])
def start(request: pytest.FixtureRequest) -> StartWorker:
    """Makes workers: every test that asks for this runs once with each kind."""
    return LocalWorker if request.param == "local" else _start_in(request, request.param)


class Lab:
    """Submissions under the microscope: each source becomes a run and its module, and all of them are closed at the end."""

    def __init__(self, start: StartWorker) -> None:
        self._start = start
        self.runs: list[SubmissionRun] = []

    def load(self, source: str, *functions: str, device: str = "cpu", **limits: Any) -> RemoteModule:
        allowed = Limits(**limits)
        run = SubmissionRun("work", source, allowed, device, self._start, Output(allowed.output_bytes))
        self.runs.append(run)
        return RemoteModule(run, frozenset(functions))

    def printed(self) -> str:
        """What the last one printed, after it has ended."""
        self.runs[-1].close()
        return self.runs[-1].output.take()[0].decode()

    def close(self) -> None:
        for run in self.runs:
            run.close()


@pytest.fixture
def lab(start: StartWorker) -> Iterator[Lab]:
    """A Lab with jailed workers, and one with local workers."""
    made = Lab(start)
    yield made
    made.close()


@pytest.fixture
def lab_at() -> Iterator[Callable[[WarmProcess], Lab]]:
    """Makes a Lab with the workers of one warm process."""
    made: list[Lab] = []

    def make(warm: WarmProcess) -> Lab:
        made.append(Lab(lambda limits, output: JailedWorker(warm.address, limits, output)))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def jail_lab(jailed: StartWorker) -> Iterator[Lab]:
    made = Lab(jailed)
    yield made
    made.close()


@pytest.fixture(scope="session")
def minicourse() -> Path:
    """The root of the miniature course: tiny_array (numpy) and tiny_model (torch)."""
    return TESTS / "minicourse"


@pytest.fixture
def setting(request: pytest.FixtureRequest, minicourse: Path) -> Callable[..., GradingSetting]:
    """A setting of the miniature course with the runtimes that are named."""

    def make(*runtimes: str, lang: str = "en") -> GradingSetting:
        addresses = tuple((runtime, request.getfixturevalue(f"warm_{runtime}").address) for runtime in runtimes)
        return GradingSetting(str(minicourse), SEED_KEY, lang, "cpu", addresses)  # type: ignore[arg-type]

    return make


SUITE_HEAD = """\
import numpy as np
import pytest
from gradekit.testing import *
"""
EXERCISE_TOML = """\
format_version = 1
name = "work"
kind = "code"
runtime = "{runtime}"
points = 100
exports = {exports}
title = {{ en = "a", ko = "가" }}
summary = {{ en = "a", ko = "가" }}
policy = {{ by_hand = {by_hand} }}
feedback = {{ level = "{feedback}" }}
limits = {{ call_seconds = {call_seconds}, total_seconds = {total_seconds}, memory_mb = {memory_mb} }}
"""


class Bench:
    """An exercise made for one test: its suite as text, and submissions to it as text."""

    def __init__(self, folder: Path, start: StartWorker) -> None:
        self.folder = folder
        self._start = start
        self.judges = 0

    def exercise(
        self,
        suite: str,
        *,
        exports: str = '["f(x)"]',
        reference: str = "",
        solution: str = "",
        misconceptions: dict[str, str] | None = None,
        runtime: str = "numpy",
        by_hand: str = "true",
        feedback: str = "full",
        call_seconds: float = 2.0,
        total_seconds: float = 10.0,
        memory_mb: int = 192,
    ) -> Exercise:
        self.judges += 1
        root = self.folder / f"course{self.judges}"
        handout, solutions = root / "exercises" / "work", root / "solutions" / "work"
        handout.mkdir(parents=True)
        (solutions / "misconceptions").mkdir(parents=True)
        (handout / "exercise.toml").write_text(
            EXERCISE_TOML.format(
                runtime=runtime, exports=exports, by_hand=by_hand, feedback=feedback,
                call_seconds=call_seconds, total_seconds=total_seconds, memory_mb=memory_mb,
            ),
            "utf-8",
        )  # fmt: skip
        (solutions / "test_hidden.py").write_text(SUITE_HEAD + suite, "utf-8")
        (solutions / "reference.py").write_text(reference, "utf-8")
        (solutions / "solution.py").write_text(solution, "utf-8")
        for name, text in (misconceptions or {}).items():
            head = f'# /// misconception\n# en = "you did {name}"\n# ko = "{name}"\n# ///\n'
            (solutions / "misconceptions" / f"{name}.py").write_text(head + text, "utf-8")
        return load_exercise(root, "work")

    def judge(self, suite: str, **options: Any) -> Judge:
        lang = options.pop("lang", "en")
        seed_key = options.pop("seed_key", SEED_KEY)
        return Judge(self.exercise(suite, **options), self._start, seed_key=seed_key, lang=lang)

    def submission(self, source: str | bytes, student: str = "kim") -> Submission:
        path = self.folder / f"{student}-{abs(hash(source))}.py"
        path.write_bytes(source.encode() if isinstance(source, str) else source)
        return Submission(student, "work", path)

    def results(self, judge: Judge, *sources: str | bytes) -> list[Result]:
        found: list[Result] = []
        judge.judge([self.submission(source) for source in sources], found.append)
        return found

    def result(self, suite: str, source: str | bytes, **options: Any) -> Result:
        [found] = self.results(self.judge(suite, **options), source)
        return found


@pytest.fixture
def bench(tmp_path: Path, request: pytest.FixtureRequest) -> Bench:
    return Bench(tmp_path, _start_in(request, "namespaces"))
