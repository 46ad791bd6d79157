"""The proof of an exercise: its stub fails, its solution passes, every misconception is caught and named as itself.

All problems are listed, not the first: an author mends them in one go.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.course.handout import rendered_content
from gradekit.course.models import Course, Exercise, Misconception
from gradekit.course.parameters import Variant, named_in, spread_variants, variant_text
from gradekit.course.stub import declared, stub_faults
from gradekit.engine.grade import Progress
from gradekit.engine.public import check_by, check_public_file
from gradekit.engine.setting import GradingSetting
from gradekit.errors import CourseError
from gradekit.intake import Submission
from gradekit.judge.diagnosis import Bank, diagnose
from gradekit.judge.judge import Judge
from gradekit.judge.plugin import SuiteTest
from gradekit.judge.policy import check
from gradekit.judge.transcript import Transcript, agree
from gradekit.results import Result, TestOutcome, Verdict
from gradekit.text import LANGUAGES

__all__ = ["LEAST_MISCONCEPTIONS", "LEAST_TESTS", "Proof", "readme_faults", "verify"]

LEAST_TESTS: Final = 10
LEAST_MISCONCEPTIONS: Final = 6
_HEADING: Final = re.compile(r"^(#{1,6}) +\S", re.MULTILINE)
_FENCE: Final = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found out about one exercise; sound if problems is empty. seconds: what judging one right submission took."""

    exercise: str
    tests: int
    points: float
    misconceptions: int
    seconds: float
    problems: tuple[str, ...]


def verify(course: Course, name: str, setting: GradingSetting, progress: Progress = lambda what, done, total: None) -> Proof:
    """Prove the exercise of that name. Raises UnknownExercise, UsageError where the solutions are elsewhere, and SandboxError."""
    try:
        exercise = course.exercise(name)
    except CourseError as fault:
        return Proof(name, 0, 0, 0, 0, (str(fault),))
    if exercise.is_quiz:
        from gradekit.authoring.verify_quiz import verify_quiz

        return verify_quiz(exercise, setting)
    problems = [*_handout(exercise)]
    misconceptions: tuple[Misconception, ...] = ()
    try:
        misconceptions = exercise.misconceptions()
        if len(misconceptions) < LEAST_MISCONCEPTIONS:
            problems.append(f"misconceptions/: {len(misconceptions)}; at least {LEAST_MISCONCEPTIONS} are needed")
    except CourseError as fault:
        problems.append(str(fault))
    problems += _programs(exercise, misconceptions)
    try:
        judge = setting.judge(name)
        assert isinstance(judge, Judge)
        tests = judge.tests()
    except CourseError as fault:
        return Proof(name, 0, 0, len(misconceptions), 0, (*problems, str(fault)))
    problems += _suite(exercise, tests)
    points = sum(test.points for test in tests)
    stub, program = _source(exercise.stub), _source(exercise.solution)
    if program is None:  # _programs has said so, and all that follows is measured by it
        return Proof(name, len(tests), points, len(misconceptions), 0, tuple(problems))
    began = time.monotonic()
    outcomes, solution = judge.transcript(program)
    seconds = time.monotonic() - began
    problems += [
        f"solution.py: {each.name}: {each.outcome.value}: {each.message}" for each in outcomes if each.outcome is not Verdict.PASSED
    ]
    problems += _deterministic(judge, program, outcomes, solution)
    if stub is not None:
        problems += _stub_scores_nothing(judge, exercise, stub, ())
    for other in course.built_on_by(exercise):
        problems += _built_on(judge, program, other)
    problems += _public(exercise, ())
    problems += _misconceptions(judge, misconceptions, solution, (), lambda done: progress(name, done, len(misconceptions)))
    problems += _parameters(exercise, misconceptions)
    for variant in list(spread_variants(exercise.file.parameters))[1:]:
        others, answers = judge.transcript(program, variant=variant)
        found = [f"solution.py: {each.name}: {each.outcome.value}: {each.message}" for each in others if each.outcome is not Verdict.PASSED]
        found += _stub_scores_nothing(judge, exercise, stub, variant) if stub is not None else []
        found += _public(exercise, variant)
        found += _misconceptions(judge, misconceptions, answers, variant, lambda done: None)
        problems += [f"with {variant_text(variant)}: {each}" for each in found]
    return Proof(name, len(tests), points, len(misconceptions), seconds, tuple(problems))


def _handout(exercise: Exercise) -> Iterable[str]:
    """Both handouts are there, with the same sections; the stub declares what exercise.toml exports."""
    yield from readme_faults(exercise)
    try:
        yield from stub_faults(exercise.exports, exercise.stub.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as fault:
        yield f"{exercise.stub.name}: cannot be read ({fault})"


def readme_faults(exercise: Exercise) -> Iterable[str]:
    """Both READMEs are there, with the same sections."""
    shapes = {}
    for lang in LANGUAGES:
        path = exercise.readme(lang)
        try:
            shapes[lang] = [len(marks) for marks in _HEADING.findall(_FENCE.sub("", path.read_text("utf-8")))]
        except (OSError, UnicodeDecodeError) as fault:
            yield f"{path.name}: cannot be read ({fault})"
    if len(shapes) == len(LANGUAGES) and shapes["en"] != shapes["ko"]:
        yield f"README.md and README.ko.md have different sections ({shapes['en']} and {shapes['ko']})"


def _programs(exercise: Exercise, misconceptions: Sequence[Misconception]) -> Iterable[str]:
    """Every program of the author's own keeps to the policy, and solution and reference define every name."""
    for path in (exercise.stub, exercise.solution, *(each.path for each in misconceptions)):
        try:
            found = check(path.read_text("utf-8"), exercise)
        except (OSError, UnicodeDecodeError) as fault:
            yield f"{path.name}: cannot be read ({fault})"
            continue
        if found is not None:
            yield f"{path.name}: {found.message.en}"
    for path in (exercise.solution, exercise.reference):
        try:
            names = declared(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, SyntaxError) as fault:
            yield f"{path.name}: cannot be read ({fault})"
            continue
        for export in exercise.exports:
            if export.name not in names:
                yield f"{path.name}: does not define {export.name}"
            elif path == exercise.solution and names[export.name].params != export.params:
                yield f"{path.name}: {names[export.name].signature} is not {export.signature}"


def _source(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _suite(exercise: Exercise, tests: Sequence[SuiteTest]) -> Iterable[str]:
    """The suite's points, hints and size; that each test depends on others above it, the judge sees to."""
    points = sum(test.points for test in tests)
    if abs(points - exercise.points) > 1e-9:
        yield f"exercise.toml: points = {exercise.points}, but the tests are worth {points:g}"
    if len(tests) < LEAST_TESTS:
        yield f"test_hidden.py: {len(tests)} tests; at least {LEAST_TESTS} are needed"
    seen: set[str] = set()
    for test in tests:
        hint = test.notes.hint
        if test.function not in seen and (hint is None or not hint.en.strip() or not hint.ko.strip()):
            yield f"test_hidden.py: {test.function} has no hint in both languages"
        seen.add(test.function)


def _deterministic(judge: Judge, program: str, outcomes: Sequence[TestOutcome], first: Transcript) -> Iterable[str]:
    again, second = judge.transcript(program)
    if tuple(outcomes) != again:
        yield "test_hidden.py: the solution's outcomes differ from one run to the next"
    for test, lines in first.items():
        others = second.get(test, ())
        if len(lines) != len(others) or not all(
            one.target == other.target and agree(one.arguments, other.arguments) and agree(one.answer, other.answer)
            for one, other in zip(lines, others, strict=True)
        ):
            yield f"test_hidden.py: {test} asks or is answered differently from one run to the next"


def _misconceptions(
    judge: Judge, misconceptions: Sequence[Misconception], solution: Transcript, variant: Variant, progress: Callable[[int], None]
) -> Iterable[str]:
    """Each misconception loses points, and is named as itself."""
    transcripts = {}
    programs = [each.path.read_text("utf-8") for each in misconceptions]
    # The costly tests only where the others do not catch it; diagnosis never sees them.
    quick = judge.transcripts(programs, quick=True, variant=variant)
    for number, (each, program, (theirs, transcript)) in enumerate(zip(misconceptions, programs, quick, strict=True)):
        progress(number)
        transcripts[each.id] = transcript
        if all(one.outcome is Verdict.PASSED for one in theirs):
            theirs, _ = judge.transcript(program, variant=variant)
        if all(one.outcome is Verdict.PASSED for one in theirs):
            yield f"misconceptions/{each.id}.py: gets full marks; add a test that catches it"
    progress(len(misconceptions))
    yield from _named_as_itself(Bank(solution, transcripts))


def _parameters(exercise: Exercise, misconceptions: Sequence[Misconception]) -> Iterable[str]:
    """Each parameter is told in both handouts, and nothing names one that there is not."""
    declared_ones = set(exercise.file.parameters)
    programs = (exercise.stub, exercise.public_tests, exercise.solution, *(each.path for each in misconceptions))
    for path in (*(exercise.readme(lang) for lang in LANGUAGES), *programs):
        named = named_in(_source(path) or "")
        yield from (f"{path.name}: PARAMETER_{each} is no parameter of exercise.toml" for each in sorted(named - declared_ones))
        if path.suffix == ".md":
            yield from (f"{path.name}: does not tell PARAMETER_{each}" for each in sorted(declared_ones - named))


def _stub_scores_nothing(judge: Judge, exercise: Exercise, stub: str, variant: Variant) -> Iterable[str]:
    outcomes, _ = judge.transcript(stub, variant=variant)
    for each in outcomes:
        if each.points > 0:
            yield f"{exercise.stub.name}: the stub gets {each.points:g} points in {each.name}"


def _built_on(judge: Judge, program: str, earlier: Exercise) -> Iterable[str]:
    """The solution gets full marks with the earlier exercise's solution, which is used, and with its stub, which is not."""
    for path, fit in ((earlier.solution, True), (earlier.stub, False)):
        source = _source(path)
        if source is None:
            yield f"builds_on: {earlier.name}: {path.name} cannot be read"
            continue
        outcomes, used = judge.outcomes_with(program, {earlier.name: source})
        shown = f"builds_on: with {earlier.name}'s {path.name}"
        yield from (f"{shown}: {each.name}: {each.outcome.value}: {each.message}" for each in outcomes if each.points < each.max_points)
        if (earlier.name in used) is not fit:
            yield f"{shown}: the suite {'does not use it' if fit else 'uses it'}"


def _public(exercise: Exercise, variant: Variant) -> Iterable[str]:
    """The public tests pass the solution and fail the stub."""
    with tempfile.TemporaryDirectory(prefix="gradekit-") as folder:
        right, stub = (_checked(exercise, path, Path(folder), variant) for path in (exercise.solution, exercise.stub))
    if not right.tests or any(each.outcome is not Verdict.PASSED for each in right.tests):
        worst = next((f"{each.name}: {each.message}" for each in right.tests if each.outcome is not Verdict.PASSED), "there are none")
        yield f"test_public.py: the solution does not pass ({worst})"
    if all(each.outcome is Verdict.PASSED for each in stub.tests):
        yield "test_public.py: the stub passes"


def _checked(exercise: Exercise, program: Path, folder: Path, variant: Variant) -> Result:
    """What the public tests say of a program, both with those parameters."""
    if not exercise.default_variant:
        return check_public_file(exercise, program)
    path = folder / program.name
    path.write_bytes(rendered_content(exercise, program, variant))
    return check_by(exercise, Submission("", exercise.name, path), rendered_content(exercise, exercise.public_tests, variant), "en")


def _named_as_itself(bank: Bank) -> Iterable[str]:
    for name, transcript in bank.misconceptions.items():
        found = diagnose(transcript, bank)
        if not found:
            yield f"misconceptions/{name}.py: is not diagnosed: its wrong answers do not show in the suite's calls"
        elif found[0] != name:
            yield f"misconceptions/{name}.py: is diagnosed as {found[0]}: their answers are the same in this suite"
