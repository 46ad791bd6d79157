"""Grading a class: many submissions over any executor, in order, with a journal.

The executor is anything shaped like concurrent.futures.Executor. Work travels in chunks, so that one pytest session serves
many submissions; only a few chunks are under way at a time, and results go to disk as they come, so memory does not grow with the class.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from gradekit.course.models import Course, Exercise
from gradekit.course.parameters import Variant
from gradekit.course.places import cache_folder
from gradekit.engine.banks import bank_key, read_bank, write_bank
from gradekit.engine.journal import Journal
from gradekit.engine.setting import GradingSetting, device_for
from gradekit.engine.tasks import MADE_WHERE_NEEDED, failed_result, judge_chunk, nothing, suite_tests, transcribe
from gradekit.errors import ClusterError, CourseError, Damaged, GradekitError
from gradekit.intake import Source, Submission, read
from gradekit.judge.diagnosis import Bank
from gradekit.judge.earlier import earlier_work
from gradekit.judge.fingerprint import made_with, work_hashes
from gradekit.judge.transcript import Transcript
from gradekit.results import Result
from gradekit.text import Text

__all__ = ["Grading", "Progress", "forget_changed", "grade", "journal_terms", "terms_of"]

_LARGEST_CHUNK: Final = 16
_CHUNKS_EACH: Final = 4  # per job, so that a slow chunk at the end leaves few cores idle
_PROGRAMS_EACH: Final = 4  # of the author's, under one collection of the suite
_TRIES: Final = 3
_OF_WORK: Final = ("submission", "earlier", "parameters")  # what of a fingerprint is the student's
# What a pool says whose processes died; the last two where the server that they are forked from did, just as one was asked of it.
_DEAD: Final = (BrokenExecutor, EOFError, ConnectionError)

Progress = Callable[[str, int, int], None]
_Kind = tuple[str, Variant]  # of submissions: exercise and parameters


@dataclass(slots=True)
class Grading:
    """What a grading needs. make_executor is called again where an executor's processes died; progress is told (what, done, total).

    carry: makes of a submission what travels to an executor, just before it does; the same by default, which reads the file there.
    keep: is handed results once they are in the journal. threads: how many jobs there are now, where they come and go.
    """

    course: Course
    setting: GradingSetting
    make_executor: Callable[[], Executor]
    jobs: int
    progress: Progress = lambda what, done, total: None
    diagnose: bool = True
    carry: Callable[[Submission], Submission] = lambda submission: submission
    keep: Callable[[list[Result]], None] = lambda results: None
    threads: Callable[[], int] | None = None
    faults: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Submissions to one exercise with the same parameters."""

    exercise: str
    submissions: tuple[Submission, ...]
    bank: str | None
    tries: int = 0


def journal_terms(course: Course, setting: GradingSetting, exercises: Iterable[str]) -> dict[str, Any]:
    """What must be the same for a grading to be continued."""
    return {
        "course": course.name,
        "lang": setting.lang,
        "device": setting.device,
        "seed": hashlib.sha256(b"gradekit.journal\0" + setting.seed_key).hexdigest()[:16],
        "exercises": {name: terms_of(course, setting, name) for name in sorted(exercises)},
    }


def terms_of(course: Course, setting: GradingSetting, name: str) -> dict[str, str]:
    """What a result of the exercise depends on besides the work, in this setting."""
    exercise = course.exercise(name)
    return made_with(exercise, device_for(exercise, setting.device), setting.seed_key, setting.lang, course.built_on_by(exercise))


def grade(grading: Grading, submissions: Sequence[Submission], journal: Journal) -> None:
    """Grade every submission that the journal does not hold yet. Afterwards it holds them all.

    A suite that is broken gives each of its submissions a row that says so, and is named in grading.faults. Raises OSError where
    the journal cannot be written, and passes KeyboardInterrupt on; what was graded is then in the journal.
    """
    forget_changed(submissions, journal)
    waiting = [each for each in submissions if (each.student, each.exercise) not in journal]
    total = len(submissions)
    grading.progress("grade", total - len(waiting), total)
    if not waiting:
        return
    with tempfile.TemporaryDirectory(prefix="gradekit-") as folder, _Pool(grading) as pool:
        banks: dict[_Kind, str | None] = {}
        tests: dict[str, tuple[tuple[str, float], ...]] = {}
        exercises = [grading.course.exercise(name) for name in dict.fromkeys(each.exercise for each in waiting)]
        # What takes longest first, or it would be what everything else waits for in the end.
        for exercise in sorted(exercises, key=lambda each: each.runtime != "torch"):
            name = exercise.name
            try:
                tests[name] = pool.one(suite_tests, grading.setting, name)
                for variant in dict.fromkeys(each.variant for each in waiting if each.exercise == name):
                    if not grading.diagnose or exercise.is_quiz:
                        banks[name, variant] = None
                    elif variant:
                        # Nearly everybody has other parameters, and whoever has full marks needs no diagnosis.
                        banks[name, variant] = MADE_WHERE_NEEDED
                    else:
                        banks[name, variant] = str(_bank(grading, pool, exercise, Path(folder)))
            except ClusterError:
                raise
            except (GradekitError, OSError, ValueError) as fault:  # the last two: an author's file that is absent or no UTF-8
                grading.faults[name] = str(fault)
                tests.setdefault(name, ())
        sound = [each for each in waiting if each.exercise not in grading.faults]
        for each in waiting:
            if each.exercise in grading.faults:
                _take(grading, journal, [_unjudged(grading, each, tests[each.exercise], grading.faults[each.exercise])])
        chunks = deque(_chunks(sound, banks, grading.jobs))
        _run(grading, pool, chunks, tests, journal, total)


def _run(
    grading: Grading,
    pool: _Pool,
    chunks: deque[_Chunk],
    tests: dict[str, tuple[tuple[str, float], ...]],
    journal: Journal,
    total: int,
) -> None:
    running: dict[Future[Any], _Chunk] = {}
    while chunks or running:
        while (
            chunks
            and len(running) < (grading.threads() if grading.threads else grading.jobs) + 1
            and _may_join(chunks[0], running.values())
        ):
            chunk = chunks.popleft()
            carried = list(_carried(grading, journal, chunk, tests[chunk.exercise]))
            if not carried:
                continue
            chunk = replace(chunk, submissions=tuple(before for before, _ in carried))
            travelling = tuple(each for _, each in carried)
            running[pool.submit(judge_chunk, grading.setting, chunk.exercise, travelling, chunk.bank)] = chunk
        # First those that are done already: wait() does not count what the end of a broken executor cancelled.
        finished = [each for each in running if each.done()] or (running and wait(running, return_when=FIRST_COMPLETED).done)
        for future in finished:
            chunk = running.pop(future)
            known = tests[chunk.exercise]
            try:
                results = future.result()
            except (BrokenExecutor, CancelledError):
                # Some process died, and took what the others were at with it. Again, each alone, to find out what did it.
                pool.broken()
                if not chunk.tries:
                    chunks.extendleft(_Chunk(chunk.exercise, (each,), chunk.bank, 1) for each in reversed(chunk.submissions))
                    continue
                results = [_unjudged(grading, each, known, "the judge's own process died twice") for each in chunk.submissions]
            except (OSError, ClusterError):
                raise  # a full disk under a judge, or no judge at all: nothing it says of a submission would be true
            except Exception as fault:
                reason = str(fault) if isinstance(fault, GradekitError) else f"{type(fault).__name__}: {fault}"
                results = [_unjudged(grading, each, known, reason) for each in chunk.submissions]
            _take(grading, journal, results)
            grading.progress("grade", len(journal), total)


def _carried(
    grading: Grading, journal: Journal, chunk: _Chunk, tests: Sequence[tuple[str, float]]
) -> Iterator[tuple[Submission, Submission]]:
    """The submissions of the chunk, before and as they travel; one whose kept copy is damaged costs nobody else anything."""
    for each in chunk.submissions:
        try:
            yield each, grading.carry(each)
        except Damaged as fault:
            _take(grading, journal, [_unjudged(grading, each, tests, str(fault))])


def _take(grading: Grading, journal: Journal, results: list[Result]) -> None:
    journal.add(results)
    grading.keep(results)


def _may_join(chunk: _Chunk, running: Iterable[_Chunk]) -> bool:
    """Whether chunk may run beside these: what may kill its process must not take another's work with it, nor be blamed for it."""
    others = list(running)
    return not others or not (chunk.tries or any(each.tries for each in others))


def _unjudged(grading: Grading, submission: Submission, tests: Sequence[tuple[str, float]], reason: str) -> Result:
    text = Text(f"could not be graded: {reason}", f"채점하지 못했습니다: {reason}")
    return failed_result(grading.setting, submission, tests, text)


def _chunks(waiting: Sequence[Submission], banks: dict[_Kind, str | None], jobs: int) -> Iterator[_Chunk]:
    """Chunks of one kind each, in the order of banks, and small enough that no job is left without one."""
    by_kind: dict[_Kind, list[Submission]] = {}
    for each in waiting:
        by_kind.setdefault((each.exercise, each.variant), []).append(each)
    for kind in (each for each in banks if each in by_kind):
        all_of_one = by_kind[kind]
        total = len(all_of_one)
        # As many for each job, and all but of one size: with one chunk more than the jobs share evenly, all but one would wait for it.
        each_job = max(_CHUNKS_EACH, math.ceil(total / (jobs * _LARGEST_CHUNK)))
        count = min(total, jobs * each_job)
        for number in range(count):
            part = all_of_one[number * total // count : (number + 1) * total // count]
            yield _Chunk(kind[0], tuple(part), banks[kind])


def forget_changed(submissions: Sequence[Submission], journal: Journal) -> None:
    """On --resume, what was handed in anew since is graded anew."""
    for each in submissions:
        key = (each.student, each.exercise)
        if key in journal:
            source = read(each)
            # What is no text has no hash to compare, and costs nothing to look at again.
            known = journal.row(key)["fingerprint"]
            if not isinstance(source, Source) or {name: known.get(name) for name in _OF_WORK} != dict.fromkeys(_OF_WORK) | work_hashes(
                source.text, earlier_work(each), each.variant
            ):
                journal.forget(key)


def _bank(grading: Grading, pool: _Pool, exercise: Exercise, folder: Path) -> Path:
    """The file with the exercise's bank: from the cache, or made now by all processes together."""
    setting = grading.setting
    key = bank_key(exercise, device_for(exercise, setting.device), setting.seed_key)
    cached = cache_folder() / "banks" / f"{exercise.name}-{key}.msgpack"
    try:
        read_bank(cached)
    except (OSError, ValueError):
        programs = {name: path.read_text("utf-8") for name, path in exercise.programs().items()}
        # A few at a time, so that the suite is not collected for each, and no process waits long for another.
        names = [list(programs)[first : first + _PROGRAMS_EACH] for first in range(0, len(programs), _PROGRAMS_EACH)]
        futures = [(part, pool.submit(transcribe, setting, exercise.name, [programs[name] for name in part])) for part in names]
        done: dict[str, Transcript] = {}
        for part, future in futures:
            grading.progress(f"prepare {exercise.name}", len(done), len(programs))
            try:
                done |= {name: transcript for name, (_, transcript) in zip(part, future.result(), strict=True)}
            except BrokenExecutor as fault:
                raise CourseError(f"the suite of {exercise.name!r} ends the judge's own process") from fault
        grading.progress(f"prepare {exercise.name}", len(programs), len(programs))
        bank = Bank(done.pop(""), done)
        with contextlib.suppress(OSError):  # a cache that cannot be written costs time, nothing else
            write_bank(cached, bank)
            return cached
        cached = folder / cached.name
        write_bank(cached, bank)
    return cached


class _Pool:
    """An executor that is replaced when its processes die."""

    def __init__(self, grading: Grading) -> None:
        self._make = grading.make_executor
        self._executor = grading.make_executor()

    def submit(self, function: Callable[..., Any], *args: Any) -> Future[Any]:
        try:
            return self._executor.submit(function, *args)
        except _DEAD:
            self.broken()
            return self._executor.submit(function, *args)

    def one(self, function: Callable[..., Any], *args: Any) -> Any:
        try:
            return self.submit(function, *args).result()
        except BrokenExecutor as fault:
            raise CourseError("the suite ends the judge's own process") from fault

    def broken(self) -> None:
        """Replace the executor, if it is not already a fresh one. Raises GradekitError where no process stays alive even when idle."""
        for attempt in range(_TRIES):
            try:
                self._executor.submit(nothing).result()
            except (*_DEAD, CancelledError, RuntimeError):
                self._executor.shutdown(wait=False, cancel_futures=True)
                time.sleep(0.1 * (attempt + 1))  # a server that was killed is for a moment still taken for one that lives
                self._executor = self._make()
            else:
                return
        raise GradekitError("the judges' processes keep dying: run 'gradekit doctor', then go on with --resume")

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, kind: object, fault: object, trace: object) -> None:
        self._executor.shutdown(wait=kind is None, cancel_futures=True)
