"""A sample class: right work in several styles, half-finished work, every known misconception, and what a grader must survive.

It is put together from the course's own solutions and misconceptions, so it needs a course with solutions and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.course.handout import hand_out, rendered_content
from gradekit.course.models import Course, Exercise
from gradekit.course.places import secret
from gradekit.errors import UsageError
from gradekit.quiz.handout import hand_out_quiz
from gradekit.quiz.paper import Quiz
from gradekit.quiz.sheet import blank_sheet, model_sheet
from gradekit.text import Lang

__all__ = ["MARK", "SampleClass", "build_class"]

MARK: Final = ".gradekit-demo"  # in a folder that a demo made, and may make again

# Appended to a right solution: what it then does instead of its first or last function. Each is named after what it is.
_TROUBLE: Final[dict[str, str]] = {
    "endless_loop": """

def {last}(*args, **kwargs):
    step = 0
    while step >= 0:
        step += 1
""",
    "crash": """

def {first}(*args, **kwargs):
    import ctypes

    return ctypes.string_at(0)
""",
    "memory_hog": """

def {first}(*args, **kwargs):
    hoard = []
    while True:
        hoard.append(bytearray(64 << 20))
""",
    "prints_without_end": """

def {first}(*args, **kwargs):
    while True:
        print("are we there yet?" * 1000)
""",
    # Tries what gets full marks where student code runs in the grader's own process.
    "cheat": """

import builtins
import gc
import json
import os
import sys

for name in ("results.json", "../results.json", "/tmp/results.json"):
    try:
        with open(name, "w") as file:
            json.dump({{"score": 100, "tests": [{{"outcome": "passed"}}]}}, file)
    except OSError as fault:
        print("no luck with", name, fault)
for module in list(sys.modules.values()):
    for helper in ("assert_close", "assert_same", "_outcome"):
        if hasattr(module, helper):
            setattr(module, helper, lambda *args, **kwargs: None)
for found in gc.get_objects():
    if type(found).__name__ in ("TestOutcome", "TestReport"):
        print("found", found)
sys.settrace(None)
builtins.isinstance = lambda value, kind: True


def {first}(*args, **kwargs):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\\x0c\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x92\\xa5value\\xc3")
        except OSError:
            pass
    os._exit(0)
""",
}

# What a demo shows: kinds of work, not the whole course, which would take minutes. Another course shows its first ones.
_SHOWN: Final = ("perceptron_gates", "xor_forward", "softmax", "cross_entropy", "quiz_mlp", "mnist_mlp")
_PAPERS: Final = 28
_STYLES: Final = {"numpy": 4, "torch": 2}  # a network takes seconds to train, and a demo should not
# One of a kind is enough of what costs a whole limit; cheats come everywhere.
_WHERE: Final = {
    "endless_loop": ("perceptron_gates",),
    "crash": ("perceptron_gates",),
    "memory_hog": ("softmax",),
    "prints_without_end": ("xor_forward",),
}


@dataclass(frozen=True, slots=True)
class SampleClass:
    """Where the sample class's work is. counts: exercise → submissions."""

    folder: Path
    students: int
    counts: dict[str, int]


def _claim(out: Path) -> None:
    """Make out a folder that is the demo's own. Raises UsageError where it holds something else, or cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise UsageError(f"{out}: is not empty; choose another folder with --out, or remove it")
        (out / MARK).touch()
    except OSError as fault:
        raise UsageError(f"{out}: cannot be made ({fault.strerror or fault}); choose another folder with --out") from fault


def build_class(course: Course, out: Path, *, lang: Lang) -> SampleClass:
    """Hand out some exercises into out/handouts, and write a class's submissions into out/submissions.

    Raises UsageError, and leaves everything as it was, where the course's solutions are not on this machine or out holds something else.
    """
    if not course.has_solutions:
        raise UsageError(f"{course.root}: has no solutions/, from which the sample class is made; run this in a checkout of the course")
    _claim(out)
    folder = out / "submissions"
    counts = {}
    students: set[int] = set()
    for exercise in [each for each in course.exercises if each.name in _SHOWN] or course.exercises[: len(_SHOWN)]:
        if exercise.is_quiz:
            counts[exercise.name] = _answer_quiz(course, exercise, out, lang)
            students.update(range(1, counts[exercise.name] + 1))
            continue
        hand_out(exercise, out / "handouts", lang=lang)
        programs = list(_programs(exercise, course.root))
        for number, source in enumerate(programs, 1):
            students.add(number)
            path = folder / f"student-{number:02}" / exercise.file_name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        counts[exercise.name] = len(programs)
    return SampleClass(folder, len(students), counts)


def _answer_quiz(course: Course, exercise: Exercise, out: Path, lang: Lang) -> int:
    """A quiz is drawn for each student. The first answers rightly, the second nothing, each after that with another wrong idea."""
    quiz = Quiz(exercise, course.name, secret(course))
    names = [f"student-{number:02}" for number in range(1, _PAPERS + 1)]
    hand_out_quiz(quiz, names[0], out / "handouts", lang=lang)
    for number, name in enumerate(names):
        paper = quiz.paper(name)
        wrong = {
            each.id: each.causes[number % len(each.causes)].answer.written() for each in paper.questions[number % 3 :: 3] if each.causes
        }
        path = out / "submissions" / name / exercise.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(blank_sheet(paper, lang) if number == 1 else model_sheet(paper, wrong if number else {}), encoding="utf-8")
    return len(names)


def _programs(exercise: Exercise, root: Path) -> Iterator[str]:
    """The class's work on one exercise."""
    solution = _filled(exercise, exercise.solution)
    functions = [each.name for each in exercise.exports if each.is_function]
    yield solution
    for path in sorted((root / "tests" / "styles" / exercise.name).glob("*.py"))[: _STYLES[exercise.runtime or "numpy"]]:
        yield path.read_text("utf-8")
    yield _filled(exercise, exercise.stub)
    yield solution + "".join(
        f"\n\ndef {name}(*args, **kwargs):\n    raise NotImplementedError\n" for name in functions[len(functions) // 2 :]
    )
    for name, trouble in _TROUBLE.items():
        if exercise.name in _WHERE.get(name, (exercise.name,)):
            yield solution + trouble.format(first=functions[0], last=functions[-1])
    for misconception in exercise.misconceptions():
        yield _filled(exercise, misconception.path)


def _filled(exercise: Exercise, path: Path) -> str:
    return rendered_content(exercise, path).decode()
