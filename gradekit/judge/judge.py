"""The judge: submissions of one exercise in, results out.

One pytest session serves them all. What each needs of the machine, a worker, comes from outside as a function, so the same judge serves a
jailed class and a student's own check.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Final, cast

from gradekit.course.models import Exercise, Misconception
from gradekit.course.parameters import Variant, rendered
from gradekit.datasets import Dataset
from gradekit.errors import CourseError
from gradekit.intake import Missing, Refused, Source, Submission, read
from gradekit.judge.diagnosis import Bank, diagnose
from gradekit.judge.earlier import EarlierWork, earlier_work
from gradekit.judge.fingerprint import fingerprint, work_hashes
from gradekit.judge.plugin import JudgePlugin, Setting, SuiteTest, Trial, one_line, verdict_of
from gradekit.judge.policy import SyntaxFault, Violation, check
from gradekit.judge.remote import RemoteModule, SubmissionRun
from gradekit.judge.transcript import Transcript, transcript_of
from gradekit.results import OUTPUT_BYTES, Diagnosis, Result, Status, TestOutcome, Verdict, clip
from gradekit.sandbox.answers import CallEnded
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import Output, Worker
from gradekit.text import Lang, Text

__all__ = ["Judge", "StartWorker"]

StartWorker = Callable[[Limits, Output], Worker]
_TRIES: Final = 2
# Plugins of pytest that a suite does not need, and that would slow every test or write somewhere.
_UNUSED_PLUGINS: Final = (
    "cacheprovider", "terminal", "debugging", "doctest", "faulthandler", "junitxml", "legacypath", "logging", "pastebin", "setuponly",
    "setupplan", "stepwise", "subtests", "threadexception", "unittest", "unraisableexception", "warnings", "recwarn", "tmpdir",
    "monkeypatch",
)  # fmt: skip
_PYTEST_OPTIONS: Final = (
    *("-s", "--assert=plain", "--import-mode=importlib", "--noconftest", "-o", "addopts=", "--strict-markers"),
    *(f"-pno:{name}" for name in _UNUSED_PLUGINS),
)


class Judge:
    """Judges submissions of one exercise.

    start: makes a worker; seed_key: the course's secret; public: judge by the public tests, under the student's own module name;
    builds_on: the exercises of which a student's own work may be used.
    """

    def __init__(
        self,
        exercise: Exercise,
        start: StartWorker,
        *,
        seed_key: bytes,
        lang: Lang = "en",
        device: str = "cpu",
        public: Path | None = None,
        builds_on: Sequence[Exercise] = (),
    ) -> None:
        self.exercise = exercise
        self._start = start
        self._seed_key = seed_key
        self._lang: Lang = lang
        self._device = device
        self._public = public
        self._builds_on = {each.name: each for each in builds_on}
        self._banks: dict[Variant, Bank] = {}
        self._reference: ModuleType | None = None
        self._dataset: Dataset | None = None
        self._terms: dict[str, str] | None = None
        self._misconceptions: dict[str, Misconception] = {}

    def judge(self, submissions: Iterable[Submission], done: Callable[[Result], None]) -> None:
        """Judge each submission in turn and hand its result to done.

        Never raises for anything in a submission. Raises CourseError where the suite itself is broken.
        """
        self._session(lambda tests: self._trials(tests, submissions, done), self._discard)

    def check(self, submission: Submission) -> Result:
        """Run the public tests against one submission; they import it by its own name. Raises CourseError."""
        source = read(submission)
        refusal = self._refusal(source)
        if refusal is not None:
            return self._single(submission, *refusal)
        assert isinstance(source, Source)
        trial = self._trial(source.text)
        trial.run.start_early()  # its imports and pytest's run side by side
        name = self.exercise.name
        before = sys.modules.get(name)
        sys.modules[name] = cast("ModuleType", RemoteModule(trial.run, self._setting().functions))
        began = time.monotonic()
        try:
            trial.run.import_now()
            tests = self._session(lambda found: (trial,), self._discard)
        except CallEnded as fault:
            return self._single(submission, Status.GRADED, verdict_of(fault), fault.text, self._output(trial))
        except CourseError as fault:
            # With a right submission it can be collected ('verify' proves it), so what it imports is what is missing.
            return self._single(submission, Status.GRADED, Verdict.ERROR, Text.same(str(fault)), self._output(trial))
        finally:
            trial.run.close()
            del sys.modules[name]
            if before is not None:
                sys.modules[name] = before
        return self._result(submission, trial, tests, time.monotonic() - began)

    def _single(self, submission: Submission, status: Status, verdict: Verdict, text: Text, output: str = "") -> Result:
        """The result of a check that came to no test: one outcome, which says why."""
        outcome = TestOutcome(self.exercise.file_name, 0.0, 0.0, verdict, one_line(text.to(self._lang)), "")
        return Result(submission.student, self.exercise.name, status, (outcome,), output=output)

    def tests(self) -> tuple[SuiteTest, ...]:
        """The suite's tests, without judging anything. Raises CourseError where it cannot be collected."""
        return self._session(lambda tests: (), self._discard)

    def transcript(self, source: str, *, quick: bool = False, variant: Variant = ()) -> tuple[tuple[TestOutcome, ...], Transcript]:
        """The outcomes and transcript of a program of the author's own, with those parameters; quick leaves out the costly tests.

        Raises SandboxError where no worker can be had.
        """
        return self.transcripts([source], quick=quick, variant=variant)[0]

    def transcripts(
        self, sources: Sequence[str], *, quick: bool = False, variant: Variant = ()
    ) -> list[tuple[tuple[TestOutcome, ...], Transcript]]:
        """transcript() of each source, with the suite collected once for all. Raises SandboxError."""
        return [(tuple(trial.outcomes), transcript_of(trial.run.transcript)) for trial in self._own_trials(sources, {}, quick, variant)]

    def outcomes_with(self, source: str, earlier: Mapping[str, str]) -> tuple[tuple[TestOutcome, ...], frozenset[str]]:
        """The outcomes of a program of the author's own with earlier work (exercise → text), and which of that was fit for use.

        Raises SandboxError where no worker can be had.
        """
        [trial] = self._own_trials([source], earlier, False, ())
        return tuple(trial.outcomes), frozenset(trial.earlier.used)

    def _own_trials(self, sources: Sequence[str], earlier: Mapping[str, str], quick: bool, variant: Variant) -> list[Trial]:
        kept: list[Trial] = []

        def trials(tests: Sequence[SuiteTest]) -> Iterator[Trial]:
            for source in sources:
                trial = self._trial(rendered(source, variant or self.exercise.default_variant), earlier, variant)
                trial.quick = quick
                yield trial

        self._session(trials, kept.append)
        for trial in kept:
            if trial.fault is not None:
                raise trial.fault
        return kept

    def bank(self, variant: Variant = ()) -> Bank:
        """The transcripts of the solution and of every misconception, made at the first call."""
        if not self.has_bank(variant):
            programs = self.exercise.programs()
            sources = [path.read_text("utf-8") for path in programs.values()]
            made = self.transcripts(sources, quick=True, variant=variant)
            done = {name: transcript for name, (_, transcript) in zip(programs, made, strict=True)}
            self.adopt(Bank(done.pop(""), done), variant)
        return self._banks[variant]

    def has_bank(self, variant: Variant = ()) -> bool:
        return variant in self._banks

    def forget_bank(self, variant: Variant) -> None:
        self._banks.pop(variant, None)

    def adopt(self, bank: Bank, variant: Variant = ()) -> None:
        """Use a bank made elsewhere by the same suite with those parameters."""
        self._misconceptions = {each.id: each for each in self.exercise.misconceptions()}
        self._banks[variant] = bank

    def blank(
        self,
        submission: Submission,
        status: Status,
        verdict: Verdict,
        text: Text,
        tests: Sequence[SuiteTest],
        hashes: Mapping[str, str],
    ) -> Result:
        """The row of a submission that no test was run against: every test, with the same verdict and words."""
        message = one_line(text.to(self._lang))
        outcomes = tuple(TestOutcome(test.name, 0.0, test.points, verdict, message, "") for test in tests)
        return Result(submission.student, self.exercise.name, status, outcomes, fingerprint=self._fingerprint(hashes))

    def _trials(self, tests: Sequence[SuiteTest], submissions: Iterable[Submission], done: Callable[[Result], None]) -> Iterator[Trial]:
        """Judge what can be judged; the rows of all else are made without a trial."""
        for submission in submissions:
            began = time.monotonic()
            source = read(submission)
            earlier = earlier_work(submission)
            refusal = self._refusal(source)
            if refusal is not None:
                done(
                    self.blank(
                        submission,
                        *refusal,
                        tests,
                        work_hashes(source.text, earlier, submission.variant) if isinstance(source, Source) else {},
                    )
                )
                continue
            assert isinstance(source, Source)
            for attempt in range(_TRIES):
                trial = self._trial(source.text, earlier, submission.variant)
                yield trial
                if trial.fault is None or attempt + 1 == _TRIES:
                    break
            done(self._result(submission, trial, tests, time.monotonic() - began))

    def _refusal(self, source: Source | Refused | Missing) -> tuple[Status, Verdict, Text] | None:
        if isinstance(source, Missing):
            return Status.MISSING, Verdict.FAILED, source.message
        if isinstance(source, Refused):
            return Status.REFUSED, Verdict.REFUSED, source.message
        found = check(source.text, self.exercise)
        if isinstance(found, Violation):
            return Status.REFUSED, Verdict.REFUSED, found.message
        if isinstance(found, SyntaxFault):
            return Status.GRADED, Verdict.ERROR, found.message
        return None

    def _trial(self, source: str, earlier: Mapping[str, str] = {}, variant: Variant = ()) -> Trial:
        runs = {
            name: (self._run(self._builds_on[name], text), _functions(self._builds_on[name]))
            for name, text in earlier.items()
            if name in self._builds_on
        }
        run = self._run(self.exercise, source)
        return Trial(run, [], [], earlier=EarlierWork(runs), variant=variant or self.exercise.default_variant)

    def _run(self, exercise: Exercise, source: str) -> SubmissionRun:
        limits = exercise.limits
        allowed = Limits(
            call_seconds=limits.call_seconds,
            total_seconds=limits.total_seconds,
            calls=limits.calls,
            memory_bytes=None if self._device == "cuda" else limits.memory_bytes,
        )
        output = Output(allowed.output_bytes)
        return SubmissionRun(exercise.name, source, allowed, self._device, self._start, output, exercise.policy.refused)

    def _result(self, submission: Submission, trial: Trial, tests: Sequence[SuiteTest], seconds: float) -> Result:
        if trial.fault is not None:
            text = Text(
                f"the sandbox failed twice ({trial.fault}); grade this submission again",
                f"샌드박스가 두 번 실패했습니다 ({trial.fault}). 이 제출물을 다시 채점하십시오.",
            )
            return self.blank(submission, Status.GRADER_ERROR, Verdict.GRADER_ERROR, text, tests, _hashes(trial, submission))
        faulty = any(test.outcome is Verdict.GRADER_ERROR for test in trial.outcomes)
        return Result(
            student=submission.student,
            exercise=self.exercise.name,
            status=Status.GRADER_ERROR if faulty else Status.GRADED,
            tests=tuple(trial.outcomes),
            seconds=seconds,
            diagnosis=self._diagnosis(trial, submission.variant),
            output=self._output(trial),
            fingerprint=self._fingerprint(_hashes(trial, submission)),
            evidence=tuple(trial.evidence),
        )

    def _diagnosis(self, trial: Trial, variant: Variant) -> tuple[Diagnosis, ...]:
        bank = self._banks.get(variant)
        if bank is None or all(test.outcome is Verdict.PASSED for test in trial.outcomes):
            return ()
        names = diagnose(transcript_of(trial.run.transcript), bank)
        return tuple(Diagnosis(name, self._misconceptions[name].message.to(self._lang)) for name in names)

    def _output(self, trial: Trial) -> str:
        raw, seen = trial.run.output.take()
        text = raw.decode("utf-8", "replace")
        if seen > len(raw):
            note = Text(f"\n… ({seen} bytes in all)", f"\n… (모두 {seen}바이트)").to(self._lang)
            return clip(text, OUTPUT_BYTES - len(note.encode()), "") + note
        return clip(text, OUTPUT_BYTES)

    def _fingerprint(self, hashes: Mapping[str, str]) -> dict[str, str]:
        if self._public is not None:
            return {}
        if self._terms is None:
            self._terms = fingerprint(self.exercise, self._device, self._seed_key)
        return {**self._terms, **hashes}

    def _setting(self) -> Setting:
        return Setting(
            exercise=self.exercise.name,
            functions=_functions(self.exercise),
            reference=self._load_reference,
            dataset=self._load_dataset,
            seed_key=self._seed_key,
            lang=self._lang,
            feedback="full" if self._public else self.exercise.feedback,
            device=self._device,
            needs_points=self._public is None,
        )

    def _load_reference(self) -> ModuleType:
        if self._reference is None:
            self._reference = _module(f"gradekit_reference_{self.exercise.name}", self.exercise.reference)
            torch = sys.modules.get("torch")
            if torch is not None:
                torch.set_num_threads(1)  # sums in one order, so one score; and many judges on one machine
        return self._reference

    def _load_dataset(self) -> Dataset:
        from gradekit import datasets

        if self._dataset is None:
            self._dataset = datasets.best(*self.exercise.data)
        return self._dataset

    def _session(self, trials: Callable[[Sequence[SuiteTest]], Iterable[Trial]], done: Callable[[Trial], None]) -> tuple[SuiteTest, ...]:
        import pytest

        suite = self._public or self.exercise.suite
        if not suite.is_file():
            raise CourseError(f"{suite}: the suite of {self.exercise.name!r} is absent")
        plugin = JudgePlugin(self._setting(), trials, done)
        with _quiet_pytest(suite) as settings:
            code = pytest.main([*_PYTEST_OPTIONS, *settings, str(suite)], plugins=[plugin])
        if plugin.fault is not None:
            raise plugin.fault
        if plugin.crash is not None:
            raise plugin.crash
        if code in (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.INTERNAL_ERROR):
            raise CourseError(f"{suite}: pytest could not run it (exit code {int(code)})")
        return plugin.tests

    @staticmethod
    def _discard(trial: Trial) -> None:
        """A class's results are handed on as they are made; see _trials."""


def _functions(exercise: Exercise) -> frozenset[str]:
    return frozenset(each.name for each in exercise.exports if each.is_function or each.is_class)


def _hashes(trial: Trial, submission: Submission) -> dict[str, str]:
    return work_hashes(trial.run.source, trial.earlier.texts(), submission.variant)


def _module(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise CourseError(f"{path}: is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@contextlib.contextmanager
def _quiet_pytest(suite: Path) -> Iterator[list[str]]:
    """pytest as if nobody had configured it: no options or plugins from the environment, no ini file from a student's folder."""
    kept = {name: os.environ.pop(name) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS") if name in os.environ}
    before = os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    modules = set(sys.modules)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # nothing is written beside an author's or a student's files
    try:
        with tempfile.TemporaryDirectory(prefix="gradekit-") as folder:
            ini = Path(folder) / "pytest.ini"
            ini.write_text("[pytest]\n", encoding="ascii")
            yield ["-c", str(ini), f"--rootdir={suite.parent}"]
    finally:
        sys.dont_write_bytecode = bytecode
        # Two suites bear the same name; the next one must not find this one's module.
        for name in set(sys.modules) - modules:
            if name.endswith(("test_hidden", "test_public")):
                del sys.modules[name]
        os.environ |= kept
        if before is None:
            del os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"]
        else:
            os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = before
