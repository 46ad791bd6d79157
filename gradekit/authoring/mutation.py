"""How many mutants of an exercise's solution its suite catches; those that behave as the solution does are named by their author."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from gradekit.authoring.mutate import Mutant, mutants
from gradekit.course.load import read_toml
from gradekit.course.models import Course, Exercise
from gradekit.engine.grade import Progress
from gradekit.engine.local import local_executor, prepared
from gradekit.engine.setting import GradingSetting
from gradekit.engine.tasks import transcribe
from gradekit.errors import CourseError
from gradekit.judge.fingerprint import EQUIVALENT_FILE
from gradekit.results import TestOutcome, Verdict
from gradekit.sandbox.jail import Jailing

__all__ = ["EQUIVALENT_FILE", "LEAST_SHARE", "MutationScore", "score_mutants"]

LEAST_SHARE: Final = 0.95
_EACH: Final = 8  # mutants under one collection of the suite


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


Said = Annotated[str, AfterValidator(_said)]


class _Equivalent(BaseModel):
    """A mutant that no suite could catch. change: as the survivors are listed; reason: why it answers as the solution does."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    change: Said
    reason: Said


class _EquivalentFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format_version: Literal[1]
    mutant: Annotated[tuple[_Equivalent, ...], Field(strict=False)] = ()


@dataclass(frozen=True, slots=True)
class MutationScore:
    """One exercise. made: mutants that behave otherwise than the solution, as far as their author says; survivors: those not caught.

    stale: what equivalent_mutants.toml lists although there is no such mutant, or the suite catches it.
    """

    exercise: str
    made: int
    caught: int
    equivalent: int
    survivors: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.caught / self.made if self.made else 0.0

    @property
    def enough(self) -> bool:
        return self.share >= LEAST_SHARE and not self.stale


def score_mutants(
    course: Course,
    names: Sequence[str],
    *,
    jobs: int,
    jail: Jailing = None,
    progress: Progress = lambda what, done, total: None,
) -> list[MutationScore]:
    """Each exercise's score, in the order of names. Raises UnknownExercise, CourseError, UsageError and CannotJail."""
    course.require_solutions(names)
    names = [name for name in names if not course.exercise(name).is_quiz]  # whose questions no program answers
    made = {name: mutants(_solution(course.exercise(name))) for name in names}
    listed = {name: _equivalent(course.exercise(name)) for name in names}
    alive: dict[str, list[Mutant]] = {name: [] for name in names}
    with prepared(course, names, lang="en", device="cpu", jail=jail) as setting, local_executor(jobs) as executor:
        chunks = [(name, made[name][first : first + _EACH]) for name in names for first in range(0, len(made[name]), _EACH)]
        futures = {executor.submit(are_caught, setting, name, [each.source for each in part]): (name, part) for name, part in chunks}
        done, total = 0, sum(map(len, made.values()))
        for future in as_completed(futures):
            name, part = futures[future]
            alive[name] += [mutant for mutant, caught in zip(part, future.result(), strict=True) if not caught]
            done += len(part)
            progress("mutants", done, total)
    return [_score(name, made[name], alive[name], listed[name]) for name in names]


def are_caught(setting: GradingSetting, exercise: str, sources: Sequence[str]) -> list[bool]:
    """Whether the suite takes points from each program; the costly tests are asked only where the others take none."""
    caught = [_loses(outcomes) for outcomes, _ in transcribe(setting, exercise, sources)]
    again = [place for place, lost in enumerate(caught) if not lost]
    if again:
        for place, (outcomes, _) in zip(again, transcribe(setting, exercise, [sources[place] for place in again], False), strict=True):
            caught[place] = _loses(outcomes)
    return caught


def _loses(outcomes: Sequence[TestOutcome]) -> bool:
    return any(each.outcome is not Verdict.PASSED for each in outcomes)


def _score(name: str, made: Sequence[Mutant], alive: Sequence[Mutant], listed: Sequence[str]) -> MutationScore:
    survivors = {each.change: f"line {each.line}: {each.change}" for each in sorted(alive, key=lambda each: (each.line, each.change))}
    equivalent = [change for change in listed if change in survivors]
    return MutationScore(
        name,
        len(made) - len(equivalent),
        len(made) - len(survivors),
        len(equivalent),
        tuple(words for change, words in survivors.items() if change not in equivalent),
        tuple(change for change in listed if change not in survivors),
    )


def _solution(exercise: Exercise) -> str:
    try:
        return exercise.solution.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise CourseError(f"{exercise.solution}: cannot be read ({fault})") from fault


def _equivalent(exercise: Exercise) -> list[str]:
    path = exercise.solution.with_name(EQUIVALENT_FILE)
    return [each.change for each in read_toml(path, _EquivalentFile).mutant] if path.exists() else []
