"""The judge's pytest plugin: one session in which a suite is run again for every submission.

pytest collects the suite once; then, in place of its own loop, this plugin takes one submission after another and runs every test
against it. So a class costs one collection, and a test is still an ordinary pytest test with ordinary fixtures.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Final, Literal

import numpy as np
import pytest

from gradekit.course.parameters import Value, Variant
from gradekit.datasets import Dataset
from gradekit.errors import CourseError, SandboxError
from gradekit.judge.compare import Mismatch
from gradekit.judge.earlier import EarlierWork, UseEarlier
from gradekit.judge.remote import RemoteModule, SubmissionRun
from gradekit.printable import printable
from gradekit.results import MESSAGE_BYTES, TestOutcome, Verdict, clip
from gradekit.sandbox.answers import (
    BadAnswer,
    CallEnded,
    CallTimeout,
    NameMissing,
    OutOfMemory,
    OutputLimit,
    SubmissionError,
    WorkerCrashed,
)
from gradekit.testing import TestNotes, notes_of
from gradekit.text import Lang, Text

__all__ = ["JudgePlugin", "Setting", "SuiteTest", "Trial", "one_line", "verdict_of"]

_EVIDENCE_BYTES: Final = 256 * 1024
_VERDICTS: Final[dict[type[CallEnded], Verdict]] = {
    SubmissionError: Verdict.ERROR,
    OutputLimit: Verdict.ERROR,
    CallTimeout: Verdict.TIMEOUT,
    OutOfMemory: Verdict.MEMORY,
    WorkerCrashed: Verdict.CRASHED,
    NameMissing: Verdict.FAILED,
    BadAnswer: Verdict.FAILED,
}


def verdict_of(ending: CallEnded) -> Verdict:
    return _VERDICTS.get(type(ending), Verdict.ERROR)


@dataclass(frozen=True, slots=True)
class SuiteTest:
    """One test of the suite as collected."""

    name: str
    function: str
    points: float
    notes: TestNotes


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for every submission of one session. seed_key: from it every test's random numbers are drawn."""

    exercise: str
    functions: frozenset[str]
    reference: Callable[[], ModuleType]
    dataset: Callable[[], Dataset]
    seed_key: bytes
    lang: Lang
    feedback: str
    device: str
    needs_points: bool = True


@dataclass(slots=True)
class Trial:
    """One submission going through the suite."""

    run: SubmissionRun
    outcomes: list[TestOutcome]
    evidence: list[dict[str, Any]]
    fault: SandboxError | None = None
    quick: bool = False
    earlier: EarlierWork = field(default_factory=EarlierWork)
    variant: Variant = ()


class JudgePlugin:
    """Runs the collected suite for each trial that trials gives, and hands it to done."""

    def __init__(self, setting: Setting, trials: Callable[[Sequence[SuiteTest]], Iterable[Trial]], done: Callable[[Trial], None]) -> None:
        self._setting = setting
        self._trials = trials
        self._done = done
        self._module: RemoteModule | None = None
        self._trial: Trial | None = None
        self._award: tuple[float, Text] | None = None
        self._ending: BaseException | None = None
        self._phase = ""
        self._rng: np.random.Generator | None = None
        self.tests: tuple[SuiteTest, ...] = ()
        self.fault: CourseError | None = None
        self.crash: BaseException | None = None

    # What pytest calls

    @pytest.hookimpl(tryfirst=True)
    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and self.fault is None:
            said = str(report.longrepr).strip().splitlines()
            reason = said[-1].removeprefix("E").strip() if said else "no reason given"
            self.fault = CourseError(f"the suite of {self._setting.exercise!r} cannot be collected ({reason[:500]})")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.fault is None:
            try:
                self.tests = tuple(self._described(item) for item in session.items)
                self._check_dependencies()
                if not self.tests:
                    raise CourseError(f"the suite of {self._setting.exercise!r} holds no test")
                for trial in self._trials(self.tests):
                    self._try(session.items, trial)
            except CourseError as fault:
                self.fault = fault
            except BaseException as fault:  # pytest would print it; the caller of the session is who must know
                self.crash = fault
        return True

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """A bare report: formatting tracebacks that nobody reads would take longer than most tests."""
        failed = call.excinfo is not None
        if failed and self._ending is None:
            assert call.excinfo is not None
            self._ending, self._phase = call.excinfo.value, call.when
        return pytest.TestReport(item.nodeid, item.location, {}, "failed" if failed else "passed", None, _phase(call.when))

    # What suites ask for

    @pytest.fixture
    def submission(self) -> RemoteModule:
        assert self._module is not None
        return self._module

    @pytest.fixture
    def reference(self) -> ModuleType:
        return self._setting.reference()

    @pytest.fixture
    def seed(self, request: pytest.FixtureRequest) -> int:
        # Another number than rng's own, or a suite that hands out a generator seeded with it would hand out rng's stream.
        return self._seed(_name(request.node) + "\0seed")

    @pytest.fixture
    def rng(self) -> np.random.Generator:
        assert self._rng is not None
        return self._rng

    @pytest.fixture
    def dataset(self) -> Dataset:
        return self._setting.dataset()

    @pytest.fixture
    def earlier(self, request: pytest.FixtureRequest) -> UseEarlier:
        def with_earlier(name: str, use: Callable[[RemoteModule], Any]) -> Any:
            assert self._trial is not None
            return self._trial.earlier.use(name, use, _name(request.node))

        return with_earlier

    @pytest.fixture
    def parameters(self) -> dict[str, Value]:
        assert self._trial is not None
        return dict(self._trial.variant)

    @pytest.fixture
    def device(self) -> str:
        return self._setting.device

    @pytest.fixture
    def award(self) -> Callable[..., None]:
        def give(fraction: float, text: Text | None = None) -> None:
            if not math.isfinite(fraction):
                raise ValueError(f"award({fraction!r}) is no fraction")
            share = min(1.0, max(0.0, float(fraction)))
            percent = math.floor(share * 100 + 1e-9)
            self._award = (share, text or Text(f"{percent} % of this test's points", f"이 테스트 점수의 {percent} %입니다"))

        return give

    @pytest.fixture
    def evidence(self, request: pytest.FixtureRequest) -> Callable[..., None]:
        def attach(kind: str, **data: Any) -> None:
            assert self._trial is not None
            try:
                item = {"kind": kind, "test": _name(request.node)} | {key: _plain(value) for key, value in data.items()}
                size = sum(len(json.dumps(each)) for each in (*self._trial.evidence, item))
            except (ValueError, RecursionError):
                return  # too large or too deep to be drawn, which is no reason to fail a test
            if size <= _EVIDENCE_BYTES:
                self._trial.evidence.append(item)

        return attach

    # How it does it

    def _described(self, item: pytest.Item) -> SuiteTest:
        function = getattr(item, "function", None)
        notes = notes_of(function)
        if self._setting.needs_points and not notes.points:
            raise CourseError(f"the suite of {self._setting.exercise!r}: {_name(item)} has no points: add @points(…)")
        return SuiteTest(_name(item), getattr(item, "originalname", None) or item.name, notes.points, notes)

    def _check_dependencies(self) -> None:
        """A test can only wait for what ran before it; a misspelt name would have it skipped for everybody."""
        before: set[str] = set()
        for test in self.tests:
            for name in test.notes.depends:
                if name not in before:
                    raise CourseError(
                        f"the suite of {self._setting.exercise!r}: {test.name} depends on {name!r}, which is no test above it:"
                        " name one, or move it up"
                    )
            before.add(test.function)

    def _try(self, items: Sequence[pytest.Item], trial: Trial) -> None:
        self._trial = trial
        self._module = RemoteModule(trial.run, self._setting.functions)
        passed: dict[str, bool] = {}
        try:
            for number, (item, test) in enumerate(zip(items, self.tests, strict=True)):
                if trial.quick and test.notes.costly:
                    continue
                unmet = [name for name in test.notes.depends if not passed.get(name, False)]
                if unmet:
                    outcome = self._skipped(test, unmet)
                else:
                    following = items[number + 1] if number + 1 < len(items) else None
                    _leave(item, item)
                    outcome = self._judged(item, test, trial, following)
                trial.outcomes.append(outcome)
                passed[test.function] = passed.get(test.function, True) and outcome.outcome is Verdict.PASSED
        except SandboxError as fault:
            trial.fault = fault
        finally:
            _leave(items[0], None)
            trial.run.close()
            trial.earlier.close()
            self._trial = self._module = None
        self._done(trial)

    def _judged(self, item: pytest.Item, test: SuiteTest, trial: Trial, following: pytest.Item | None) -> TestOutcome:
        self._award, self._ending, self._phase = None, None, ""
        seed = self._seed(test.name)
        self._rng = np.random.default_rng(seed)
        _seed_globals(seed)
        trial.run.begin(test.name, self._rng)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return self._outcome(test, trial.run.calls_in_test)

    def _outcome(self, test: SuiteTest, calls: int) -> TestOutcome:
        ending = self._ending
        if ending is None:
            fraction, text = self._award or (1.0, Text("", ""))
            verdict = Verdict.PASSED if fraction >= 1 else Verdict.FAILED
            return self._told(test, verdict, text if self._award else None, fraction)
        if isinstance(ending, SandboxError | KeyboardInterrupt):
            raise ending
        if isinstance(ending, CallEnded):
            return self._told(test, verdict_of(ending), ending.text)
        if self._phase == "call":
            if isinstance(ending, Mismatch):
                level = test.notes.feedback or self._setting.feedback
                return self._told(test, Verdict.FAILED, ending.full if level == "full" else ending.brief)
            if isinstance(ending, pytest.fail.Exception | AssertionError):
                said = str(ending).strip()
                return self._told(
                    test, Verdict.FAILED, Text.same(said) if said else Text("this check did not pass", "이 검사를 통과하지 못했습니다")
                )
            if calls and isinstance(ending, Exception):
                # 'verify' proves that the suite runs to its end with a right submission, so what it stumbled over is the answer.
                name = type(ending).__name__
                return self._told(
                    test,
                    Verdict.FAILED,
                    Text(
                        f"the answer has a form that cannot be used ({name})", f"반환값의 형태가 올바르지 않아 사용할 수 없습니다 ({name})"
                    ),
                )
        said = f"{type(ending).__name__}: {ending}"
        return self._told(
            test,
            Verdict.GRADER_ERROR,
            Text(
                f"the test itself failed ({said}); tell your instructor",
                f"테스트 자체에 오류가 있습니다 ({said}). 교수자에게 알려 주십시오.",
            ),
        )

    def _told(self, test: SuiteTest, verdict: Verdict, text: Text | None, fraction: float = 0.0) -> TestOutcome:
        lang = self._setting.lang
        level = test.notes.feedback or self._setting.feedback
        message = "" if text is None or (level == "verdict" and verdict is Verdict.FAILED) else text.to(lang)
        hint = test.notes.hint.to(lang) if test.notes.hint and verdict is not Verdict.PASSED else ""
        return TestOutcome(
            name=test.name,
            points=min(test.points, round(test.points * fraction, 4)) if verdict in (Verdict.PASSED, Verdict.FAILED) else 0.0,
            max_points=test.points,
            outcome=verdict,
            message=one_line(message),
            hint=hint,
        )

    def _skipped(self, test: SuiteTest, unmet: Sequence[str]) -> TestOutcome:
        names = ", ".join(unmet)
        text = Text(f"not run, because it builds on {names}", f"{names} 테스트를 통과해야 하므로 실행하지 않았습니다")
        return self._told(test, Verdict.SKIPPED, text)

    def _seed(self, test: str) -> int:
        digest = hmac.new(self._setting.seed_key, f"{self._setting.exercise}\0{test}".encode(), hashlib.sha256).digest()
        return int.from_bytes(digest[:8], "little") >> 1


def one_line(text: str) -> str:
    """text in one printable line of at most MESSAGE_BYTES."""
    return clip(printable(" ".join(text.split())), MESSAGE_BYTES)


def _leave(item: pytest.Item, following: pytest.Item | None) -> None:
    """Tear down fixtures that following does not share.

    pytest's runner does this after each test for the one it is told comes next, which here may be skipped, or be another submission's.
    """
    item.session._setupstate.teardown_exact(following)


def _name(item: Any) -> str:
    """A test's name within its suite: "test_step[zero]", or "TestStep::test_zero" in a class."""
    return str(item.nodeid).partition("::")[2]


def _phase(when: str) -> Literal["setup", "call", "teardown"]:
    assert when in ("setup", "call", "teardown")
    return when  # type: ignore[return-value]


def _seed_globals(seed: int) -> None:
    """The judge's own global generators, for references that draw from them."""
    import random
    import sys

    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        # Not torch.manual_seed: without a GPU it keeps every call, with its whole stack, for a GPU that may come later.
        torch.default_generator.manual_seed(seed)
        if torch.cuda.is_initialized():
            torch.cuda.manual_seed_all(seed)


def _plain(value: Any) -> Any:
    """value as JSON can hold it: NumPy's numbers as Python's, what is not finite as None."""
    if isinstance(value, np.ndarray):
        if value.size > _EVIDENCE_BYTES:
            raise ValueError("an array too large to be drawn")
        return _plain(value.tolist())
    if isinstance(value, np.generic):
        return _plain(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value)[:200]
