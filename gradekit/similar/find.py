"""A class's works → the report: read into fingerprints, compared within each exercise, the first of each ranking laid side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Final

import numpy as np

from gradekit.course.models import Course, Exercise
from gradekit.similar.baseline import FLOOR, Comparison, compare
from gradekit.similar.fingerprints import all_grams, fingerprints, require_library
from gradekit.similar.marks import Reading, sides
from gradekit.similar.models import BINS, ExerciseReport, Pair, Report, State, Work
from gradekit.similar.reading import Collected, given_texts
from gradekit.similar.tokens import tokens
from gradekit.text import Lang

__all__ = ["LISTED", "PAIRS_FOLDER", "find"]

LISTED: Final = 0.25  # Pairs that share less are in no list: there is nothing to look at.
PAIRS_FOLDER: Final = "pairs"


def find(
    course: Course,
    collected: Collected,
    *,
    top: int = 20,
    lang: Lang = "en",
    progress: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> Report:
    """Compare all that was collected. top: how many pairs of an exercise are listed.

    progress: called with ("compare", done, total), in programs. Raises UsageError where copydetect is not installed.
    """
    require_library()
    done = 0
    reports: list[ExerciseReport] = []
    for exercise in collected.exercises:
        readings: list[Reading] = []
        for work in collected.works:
            if work.exercise == exercise.name:
                readings.append(_reading(work))
                done += 1
                progress("compare", done, len(collected.works))
        reports.append(_exercise(exercise, readings, top))
    return Report(course.name, course.title, lang, tuple(reports), collected.unread)


def _reading(work: Work) -> Reading:
    read = tokens(work.text)
    return Reading(work.student, work.files, read, fingerprints(read))


def _exercise(exercise: Exercise, readings: list[Reading], top: int) -> ExerciseReport:
    given = {value for text in given_texts(exercise) for value in all_grams(tokens(text))[0].tolist()}
    comparison = compare([reading.hashes for reading in readings], given)
    state = _state(comparison)
    compared = set(comparison.compared)
    striking = [pair.similarity for pair in comparison.pairs if pair.stands_out]
    return ExerciseReport(
        exercise=exercise.name,
        title=exercise.title,
        state=state,
        programs=len(readings),
        compared=len(compared),
        nothing_own=tuple(reading.student for number, reading in enumerate(readings) if number not in compared),
        counts=_counts(comparison.similarities.tolist()),
        stand_out=_counts(striking),
        line=comparison.line,
        usual=comparison.usual,
        needed=comparison.needed,
        pairs=() if state is State.UNIFORM else _pairs(exercise.name, readings, comparison, given, top),
    )


def _state(comparison: Comparison) -> State:
    if len(comparison.compared) < 2:
        return State.NOTHING
    if comparison.uniform:
        return State.UNIFORM
    return State.FEW if comparison.line is None else State.RANKED


def _pairs(exercise: str, readings: list[Reading], comparison: Comparison, given: set[int], top: int) -> tuple[Pair, ...]:
    least = LISTED if comparison.line is not None else FLOOR
    left_out = given | comparison.common
    found: list[Pair] = []
    listed = (each for each in comparison.pairs if each.stands_out or each.similarity >= least)
    for _, each in zip(range(top), listed, strict=False):
        shared = comparison.own[each.first] & comparison.own[each.second]
        first, second = sides(readings[each.first], readings[each.second], shared, left_out)
        page = f"{PAIRS_FOLDER}/{_page_name(exercise, first.student, second.student)}"
        found.append(Pair(first, second, each.shared, each.similarity, each.both, each.standing, each.stands_out, page))
    return tuple(found)


def _page_name(exercise: str, first: str, second: str) -> str:
    """A name that says nothing of the students: pages are passed round, and who is on them is inside. The same at every run."""
    digest = hashlib.sha256("\0".join((exercise, first, second)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{exercise}-{digest[:24]}.html"


def _counts(similarities: list[float]) -> tuple[int, ...]:
    places = np.minimum((np.array(similarities, dtype=np.float64) * BINS).astype(int), BINS - 1)
    return tuple(np.bincount(places, minlength=BINS).tolist())
