"""What an executor's processes run. Each function is importable and takes and returns plain, picklable values.

A process keeps the judge of each exercise it has met, so that a suite's reference is imported once a process and not once a chunk.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from typing import Final

from gradekit.engine.banks import read_bank
from gradekit.engine.setting import GradingSetting
from gradekit.intake import Submission
from gradekit.judge.judge import Judge
from gradekit.judge.quiz import QuizJudge
from gradekit.judge.transcript import Transcript
from gradekit.results import Result, Status, TestOutcome, Verdict
from gradekit.text import Text

__all__ = ["MADE_WHERE_NEEDED", "begin_process", "judge_chunk", "nothing", "suite_tests", "transcribe"]

MADE_WHERE_NEEDED: Final = ""

_judges: dict[tuple[GradingSetting, str], Judge | QuizJudge] = {}


def begin_process() -> None:
    """Leave Ctrl-C to the process that began the grading, which decides what is kept; and end with it, even if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Its siblings hold the other end of the queue a judge waits on, so no end of file would tell it.
    threading.Thread(target=_end_with_parent, name="gradekit-parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def nothing() -> None:
    """Done where a process is alive."""


def suite_tests(setting: GradingSetting, exercise: str) -> tuple[tuple[str, float], ...]:
    """The names and points of an exercise's tests. Raises CourseError."""
    return tuple((test.name, test.points) for test in _judge(setting, exercise).tests())


def transcribe(
    setting: GradingSetting, exercise: str, sources: Sequence[str], quick: bool = True
) -> list[tuple[tuple[TestOutcome, ...], Transcript]]:
    """What programs of the author's own do under an exercise's suite; quick leaves out the costly tests."""
    judge = _judge(setting, exercise)
    assert isinstance(judge, Judge), "a quiz has no programs"
    return judge.transcripts(sources, quick=quick)


def judge_chunk(setting: GradingSetting, exercise: str, submissions: Sequence[Submission], bank: str | None) -> list[Result]:
    """Judge submissions with the same parameters, one result each, in order. Raises CourseError.

    bank: the file with the misconceptions' transcripts; None for no diagnoses, MADE_WHERE_NEEDED for a bank that is made here.
    """
    judge = _judge(setting, exercise)
    if bank and isinstance(judge, Judge) and not judge.has_bank():
        with contextlib.suppress(OSError, ValueError):  # a cache that somebody emptied costs diagnoses, not scores
            judge.adopt(read_bank(bank))
    results: list[Result] = []
    judge.judge(submissions, results.append)
    if bank == MADE_WHERE_NEEDED and isinstance(judge, Judge):
        for place, submission in enumerate(submissions):
            if results[place].status is Status.GRADED and results[place].score < results[place].max_score:
                judge.bank(submission.variant)
                again: list[Result] = []
                judge.judge([submission], again.append)
                results[place] = again[0]
                judge.forget_bank(submission.variant)  # the next one's parameters are others
    return results


def failed_result(setting: GradingSetting, submission: Submission, tests: Sequence[tuple[str, float]], text: Text) -> Result:
    """The row of a submission that could not be judged, through no fault of its own."""
    outcomes = tuple(TestOutcome(name, 0.0, points, Verdict.GRADER_ERROR, text.to(setting.lang), "") for name, points in tests)
    return Result(submission.student, submission.exercise, Status.GRADER_ERROR, outcomes)


def _judge(setting: GradingSetting, exercise: str) -> Judge | QuizJudge:
    key = (setting, exercise)
    if key not in _judges:
        _judges[key] = setting.judge(exercise)
    return _judges[key]
