"""What every judging of one grading has in common, small and picklable, so that it can travel to any executor's processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gradekit.course.load import load_course
from gradekit.course.models import Exercise
from gradekit.judge.judge import Judge
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import JailedWorker, Output, Worker
from gradekit.text import Lang

__all__ = ["GradingSetting", "device_for", "plain_worker"]


@dataclass(frozen=True, slots=True)
class GradingSetting:
    """addresses: runtime → its warm process; a runtime that has none is run without a jail (--trust)."""

    root: str
    seed_key: bytes
    lang: Lang
    device: str
    addresses: tuple[tuple[str, str], ...]

    def judge(self, name: str) -> Judge:
        """A new judge of the exercise of that name. Raises UnknownExercise and CourseError."""
        exercise = load_course(Path(self.root)).exercise(name)
        return Judge(
            exercise,
            _Start(dict(self.addresses).get(exercise.runtime)),
            seed_key=self.seed_key,
            lang=self.lang,
            device=device_for(exercise, self.device),
        )


def device_for(exercise: Exercise, device: str) -> str:
    """Only a PyTorch exercise has any use for a GPU."""
    return device if exercise.runtime == "torch" else "cpu"


@dataclass(frozen=True, slots=True)
class _Start:
    """Makes workers: in the jail at address, or without one."""

    address: str | None

    def __call__(self, limits: Limits, output: Output) -> Worker:
        return plain_worker(limits, output) if self.address is None else JailedWorker(self.address, limits, output)


def plain_worker(limits: Limits, output: Output) -> Worker:
    """A worker without a jail, for one's own work."""
    from gradekit.sandbox.local import LocalWorker

    return LocalWorker(limits, output)
