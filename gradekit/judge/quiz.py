"""The judge of quizzes: answers files of one quiz in, results out. Answers are data, so nothing is run and no worker is needed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, Final

from gradekit.course.models import Exercise
from gradekit.intake import Missing, Refused, Submission, read
from gradekit.judge.fingerprint import fingerprint, source_hash
from gradekit.judge.plugin import SuiteTest, one_line
from gradekit.printable import printable
from gradekit.quiz.answers import worth
from gradekit.quiz.forms import BLANK, Malformed, read_given
from gradekit.quiz.paper import Asked, Cause, Paper, Quiz
from gradekit.quiz.sheet import Unreadable, form_faults, is_for, read_sheet
from gradekit.results import Diagnosis, Result, Status, TestOutcome, Verdict
from gradekit.testing import TestNotes
from gradekit.text import Lang, Text

__all__ = ["QuizJudge", "check_form"]

_POINT_DIGITS: Final = 4
_SHOWN: Final = 120


class QuizJudge:
    """Judges submissions of one quiz. seed_key: the course's secret, from which every student's paper is drawn again."""

    def __init__(self, exercise: Exercise, course: str, *, seed_key: bytes, lang: Lang = "en") -> None:
        self.exercise = exercise
        self._course = course
        self._seed_key = seed_key
        self._lang: Lang = lang
        self._quiz: Quiz | None = None
        self._terms: dict[str, str] | None = None

    @property
    def quiz(self) -> Quiz:
        """Read at the first call. Raises CourseError, and UsageError where the solutions are elsewhere."""
        if self._quiz is None:
            self._quiz = Quiz(self.exercise, self._course, self._seed_key)
        return self._quiz

    def tests(self) -> tuple[SuiteTest, ...]:
        """The questions, as the tests of a suite. Raises CourseError."""
        return tuple(SuiteTest(each.id, each.id, float(each.points), TestNotes(float(each.points))) for each in self.quiz.questions)

    def judge(self, submissions: Iterable[Submission], done: Callable[[Result], None]) -> None:
        """Judge each submission in turn and hand its result to done.

        Never raises for anything in a submission. Raises CourseError where the quiz itself is broken.
        """
        for submission in submissions:
            done(self._judged(submission))

    def _judged(self, submission: Submission) -> Result:
        began = time.monotonic()
        source = read(submission)
        if isinstance(source, Missing):
            return self._blank(submission, Status.MISSING, Verdict.FAILED, source.message, None)
        if isinstance(source, Refused):
            return self._blank(submission, Status.REFUSED, Verdict.REFUSED, source.message, None)
        sheet = read_sheet(source.text)
        if isinstance(sheet, Unreadable):
            return self._blank(submission, Status.GRADED, Verdict.ERROR, sheet.message, source.text)
        foreign = is_for(sheet, self.exercise.name, submission.owner)
        if foreign is not None:
            return self._blank(submission, Status.REFUSED, Verdict.REFUSED, foreign, source.text)
        paper = self.quiz.paper(submission.owner)
        outcomes, diagnosis = self.outcomes(paper, sheet.answers)
        return Result(
            student=submission.student,
            exercise=self.exercise.name,
            status=Status.GRADED,
            tests=outcomes,
            seconds=time.monotonic() - began,
            diagnosis=diagnosis,
            fingerprint=self._fingerprint(source.text),
        )

    def outcomes(self, paper: Paper, answers: Any, lang: Lang | None = None) -> tuple[tuple[TestOutcome, ...], tuple[Diagnosis, ...]]:
        """What each answer (question → TOML value) earns, and the causes of wrong ones."""
        speaks = lang or self._lang
        found: list[TestOutcome] = []
        causes: list[Diagnosis] = []
        for asked in paper.questions:
            raw = answers.get(asked.id)
            outcome, cause = self._outcome(asked, raw, speaks)
            found.append(outcome)
            if cause is not None and self.exercise.feedback != "verdict":
                causes.append(Diagnosis(f"{asked.id}.{cause.id}", cause.message.to(speaks)))
        return tuple(found), tuple(causes)

    def _outcome(self, asked: Asked, raw: Any, lang: Lang) -> tuple[TestOutcome, Cause | None]:
        level = self.exercise.feedback
        given = read_given(asked.question.kind, raw, tuple(asked.options))
        share, cause, verdict = Fraction(0), None, Verdict.FAILED
        if given is BLANK:
            text = Text("not answered", "답하지 않았습니다")
        elif isinstance(given, Malformed):
            verdict = Verdict.ERROR
            text = _after(_got(raw), given.message) if level == "full" else given.message
        else:
            share, where = worth(asked.answer, given)
            if share == 1:
                verdict, text = Verdict.PASSED, Text("", "")
            else:
                cause = next((each for each in asked.causes if worth(each.answer, given)[0] == 1), None)
                text = self._wrong(asked, raw, where, cause)
        if level == "verdict" and verdict is not Verdict.ERROR:
            text = Text("", "")
        points = float(asked.question.points)
        hint = asked.explanation.to(lang) if level == "full" else ""
        earned = points if share == 1 else round(points * float(share), _POINT_DIGITS)
        return TestOutcome(asked.id, earned, points, verdict, one_line(text.to(lang)), one_line(hint)), cause

    def _wrong(self, asked: Asked, raw: Any, where: Text | None, cause: Cause | None) -> Text:
        """What is said of a wrong answer: itself and the right one, where the level allows, and its cause, or what is wrong with it."""
        said = cause.message if cause is not None else where or Text("not right", "정답이 아닙니다")
        if self.exercise.feedback != "full":
            return said
        right = Text(f"the right answer is {asked.answer.shown('en')}", f"정답은 {asked.answer.shown('ko')}입니다")
        return _after(_after(_got(raw), right), said)

    def _blank(self, submission: Submission, status: Status, verdict: Verdict, text: Text, source: str | None) -> Result:
        """The row of a submission of which no answer was looked at: every question, with the same verdict and words."""
        message = one_line(text.to(self._lang))
        outcomes = tuple(TestOutcome(each.id, 0.0, float(each.points), verdict, message, "") for each in self.quiz.questions)
        return Result(submission.student, self.exercise.name, status, outcomes, fingerprint=self._fingerprint(source))

    def _fingerprint(self, source: str | None) -> dict[str, str]:
        if self._terms is None:
            self._terms = fingerprint(self.exercise, "cpu", self._seed_key)
        return self._terms | ({} if source is None else {"submission": source_hash(source)})


def _got(raw: Any) -> Text:
    """A student's answer, as it was written, in a few characters."""
    if isinstance(raw, int) and raw.bit_length() > 400:
        shown = "…"  # whose digits nobody wants, and Python will not write
    else:
        try:
            shown = printable(raw.strip() if isinstance(raw, str) else repr(raw))
        except (ValueError, RecursionError):  # such a number, or a nesting, within a list
            shown = "…"
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    return Text(f"your answer is {shown}", f"제출한 답은 {shown}입니다")


def _after(first: Text, second: Text) -> Text:
    return Text(f"{first.en}; {second.en}", f"{first.ko}. {second.ko}")


def check_form(exercise: Exercise, submission: Submission, lang: Lang) -> Result:
    """A student's own check: whether the answers file is TOML for this quiz, and every answer there and of its form. Nothing is graded."""
    source = read(submission)
    if isinstance(source, Missing | Refused):
        status = Status.MISSING if isinstance(source, Missing) else Status.REFUSED
        return _unchecked(exercise, submission, status, source.message, lang)
    sheet = read_sheet(source.text)
    if isinstance(sheet, Unreadable):
        return _unchecked(exercise, submission, Status.GRADED, sheet.message, lang)
    foreign = is_for(sheet, exercise.name, sheet.student if isinstance(sheet.student, str) else "")
    faults = form_faults(sheet)
    if foreign is None and not any(name in sheet.forms for name in faults):
        foreign = Text(
            "its [forms] table is gone, so the answers' forms cannot be checked; grading does not need it",
            "[forms] 표가 없어 답의 형식을 확인할 수 없습니다. 채점에는 필요하지 않습니다",
        )
    if foreign is not None:
        return _unchecked(exercise, submission, Status.GRADED, foreign, lang)
    outcomes = tuple(
        TestOutcome(
            one_line(name), 0.0, 0.0, Verdict.PASSED if fault is None else Verdict.FAILED, one_line(fault.to(lang)) if fault else ""
        )
        for name, fault in faults.items()
    )
    return Result(submission.student, exercise.name, Status.GRADED, outcomes)


def _unchecked(exercise: Exercise, submission: Submission, status: Status, text: Text, lang: Lang) -> Result:
    outcome = TestOutcome(submission.shown, 0.0, 0.0, Verdict.ERROR, one_line(text.to(lang)))
    return Result(submission.student, exercise.name, status, (outcome,))
