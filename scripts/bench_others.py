"""gradekit beside other graders, on the same submissions of the same exercise, in one run on one machine.

Every grader gets the hidden suite of softmax as its own kind of tests (translation.py) and the submissions in its own form: notebooks for
nbgrader and otter-grader, files for gradescope-utils and gradekit. None makes feedback pages but gradekit, whose time includes them.
A whole grading is timed, from its first command to the end of its last, and a grading of one submission, whose time is what comes once.

Before anything is timed, every grader has to give a correct submission full marks, and known wrong ones exactly gradekit's scores.

Each grader lives in a virtual environment in the user's cache folder, made by the first run. One that cannot be installed is named in the
table with the reason.

    python scripts/bench_others.py [--quick]
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graders import GRADERS, CannotMeasureError, Environment, Grader
from measuring import ENVIRONMENT, GRADEKIT, end_well, print_rows
from translation import Translation, translated

from gradekit import __version__
from gradekit.course.load import load_course
from gradekit.course.places import default_course

__all__ = ["HOSTILE", "WRONG", "main", "rows"]

EXERCISE: Final = "softmax"
EXPORTS: Final = ("softmax", "temperature_softmax")
RIGHT: Final = "right"
FORGER: Final = "forger"
SUBMISSIONS: Final = 20
ROUNDS: Final = 3
# Misconceptions whose score does not hang on the seed of the tests' numbers.
WRONG: Final = ("no_maximum_subtracted", "sums_over_batch", "temperature_not_checked", "winner_takes_all")
# Knows nothing of softmax; replaces what tests that run beside it compare with.
HOSTILE: Final = """
import numpy as np

np.testing.assert_allclose = lambda *args, **kwargs: None


def softmax(x):
    return np.ones(np.shape(x))


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError
    return softmax(x)
"""


Scores = Mapping[str, float]


@dataclass(slots=True)
class Entrant:
    """A grader that is measured: how it grades (submissions, in an empty folder → seconds and scores), and what was found."""

    name: str
    grade: Callable[[Path, Mapping[str, str]], tuple[float, Scores]]
    hostile: float = 0.0
    seconds: list[float] = field(default_factory=list)  # of whole gradings, a submission
    further: list[float] = field(default_factory=list)  # of one more submission, what comes once taken off


def main(given: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="4 submissions and one round, to see that it runs")
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="gradekit-bench-others-") as name:
        print_rows(rows(Path(name), 4 if options.quick else SUBMISSIONS, 1 if options.quick else ROUNDS))


def rows(folder: Path, count: int = SUBMISSIONS, rounds: int = ROUNDS) -> list[tuple[str, str, str]]:
    """The table: seconds a submission with each grader, as ratios to gradekit's; then what each gives the hostile file.

    Raises SystemExit where a grader does not give a correct submission full marks: then nothing is measured.
    """
    exercise = load_course(default_course()).exercise(EXERCISE)
    source = exercise.solution.read_text("utf-8")
    suite = translated(exercise.suite, exercise.solution, EXPORTS)
    misconceptions = exercise.solution.parent / "misconceptions"
    known = {name.replace("_", ""): (misconceptions / f"{name}.py").read_text("utf-8") for name in WRONG}
    known |= {RIGHT: source, FORGER: HOSTILE}
    right = {f"student{number:02}": f"{source}\n# student {number}\n" for number in range(count)}

    entrants = [Entrant(f"gradekit {__version__}, 'grade --jobs 1'", _gradekit)]
    not_measured: list[tuple[str, str, str]] = []
    ours = _proved(entrants[0], folder, known, suite.points, None)
    for grader in GRADERS:
        say(f"{grader.name}: installing and proving")
        try:
            entrant = _entrant(grader, suite)
            _proved(entrant, folder, known, suite.points, ours)
            entrants.append(entrant)
        except CannotMeasureError as why:
            not_measured.append((grader.name, f"not measured: {why}", ""))
    for number in range(rounds):  # side by side, so that a busy moment of the machine meets them all
        for entrant in entrants:
            say(f"{entrant.name}: round {number + 1} of {rounds}")
            seconds, scores = _alone(entrant, folder, right)
            _full(entrant.name, scores, right, suite.points)
            alone, scores = _alone(entrant, folder, {name: right[name] for name in [*right][:1]})
            _full(entrant.name, scores, [*right][:1], suite.points)
            entrant.seconds.append(seconds / count)
            entrant.further.append((seconds - alone) / (count - 1))
    table = [_speed(each, entrants[0], count) for each in entrants]
    return [*table, *not_measured, *(_forged(each, suite.points) for each in entrants)]


def _proved(entrant: Entrant, folder: Path, known: Mapping[str, str], points: float, ours: Scores | None) -> Scores:
    """Its scores of the known submissions, held against gradekit's; what it gives the hostile file is kept."""
    _, scores = _alone(entrant, folder, known)
    _full(entrant.name, scores, [RIGHT], points)
    entrant.hostile = scores[FORGER]
    for name in known.keys() - {RIGHT, FORGER}:
        if ours is not None and scores[name] != ours[name]:
            raise SystemExit(f"{entrant.name}: {name} gets {scores[name]:g}, with gradekit {ours[name]:g}; the bench compares two suites")
    return scores


def _full(name: str, scores: Scores, students: Sequence[str] | Mapping[str, str], points: float) -> None:
    if any(scores.get(each) != points for each in students):
        raise SystemExit(f"{name}: a correct submission did not get full marks; the bench measures nothing")


def _alone(entrant: Entrant, folder: Path, submissions: Mapping[str, str]) -> tuple[float, Scores]:
    """One grading in a folder of its own, which is removed."""
    work = folder / "work"
    work.mkdir(parents=True)
    try:
        return entrant.grade(work, submissions)
    finally:
        shutil.rmtree(work)


def _entrant(grader: Grader, suite: Translation) -> Entrant:
    environment = Environment.of(grader)
    name, _, way = grader.name.partition(",")

    def grade(work: Path, submissions: Mapping[str, str]) -> tuple[float, Scores]:
        grader.lay(work, suite, submissions)
        for line in grader.setup:
            environment.run(line, work)
        commands = grader.commands(list(submissions))
        began = time.perf_counter()
        for line in commands:
            environment.run(line, work)
        return time.perf_counter() - began, grader.scores(work, list(submissions))

    return Entrant(f"{name} {environment.version(grader.distribution)},{way}", grade)


def _gradekit(work: Path, submissions: Mapping[str, str]) -> tuple[float, Scores]:
    for student, text in submissions.items():
        handed = work / "submissions" / student / f"{EXERCISE}.py"
        handed.parent.mkdir(parents=True)
        handed.write_text(text, "utf-8")
    line = [GRADEKIT, "grade", str(work / "submissions"), "--out", str(work / "out"), "--jobs", "1"]
    began = time.perf_counter()
    done = subprocess.run(line, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"gradekit grade ended with {done.returncode}:\n{done.stderr[-2000:]}")
    results = json.loads((work / "out" / "results.json").read_text("utf-8"))["results"]
    return seconds, {row["student"]: row["score"] for row in results}


def _speed(entrant: Entrant, ours: Entrant, count: int) -> tuple[str, str, str]:
    whole, further = statistics.median(entrant.seconds), statistics.median(entrant.further)
    low, high = min(entrant.seconds) * 1000, max(entrant.seconds) * 1000
    times = f"median of {len(entrant.seconds)}, {low:.0f} to {high:.0f}"
    figure = f"{whole * 1000:.0f} ms a submission of {count} ({times}); each further one {further * 1000:.0f} ms"
    if entrant is ours:
        return entrant.name, figure, "baseline"
    least = statistics.median(ours.further)
    more = f"{further / least:.1f} times" if least > 0 else "not told from what comes once"
    return entrant.name, figure, f"{whole / statistics.median(ours.seconds):.1f} times gradekit's; each further one {more}"


def _forged(entrant: Entrant, points: float) -> tuple[str, str, str]:
    verdict = "full marks" if entrant.hostile == points else "not fooled"
    return f"a file that patches the tests' comparison: {entrant.name}", f"{entrant.hostile:g} of {points:g}", verdict


def say(line: str) -> None:
    """Progress, where it does not mix with the table."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    end_well()
    main()
