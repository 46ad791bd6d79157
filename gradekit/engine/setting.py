"""What every judging of one grading has in common, small and picklable, so that it can travel to any executor's processes."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass
from pathlib import Path

from gradekit.course.load import load_course
from gradekit.course.models import Course, Exercise
from gradekit.course.places import cache_folder
from gradekit.errors import SandboxError
from gradekit.judge.judge import Judge, StartWorker
from gradekit.judge.quiz import QuizJudge
from gradekit.sandbox.workers import JailedWorker
from gradekit.text import Lang

__all__ = ["GradingSetting", "device_for", "plain_start"]


@dataclass(frozen=True, slots=True)
class GradingSetting:
    """addresses: runtime → its warm process. trusted: run without any jail (--trust), and only then. also: as Course has it."""

    root: str
    seed_key: bytes
    lang: Lang
    device: str
    addresses: tuple[tuple[str, str], ...]
    trusted: bool = False
    also: str = ""

    def course(self) -> Course:
        """Raises CourseError."""
        return load_course(Path(self.root), Path(self.also) if self.also else None)

    def judge(self, name: str) -> Judge | QuizJudge:
        """A new judge of the exercise of that name. Raises UnknownExercise, CourseError, and SandboxError without a jail."""
        # PyTorch's optimizers make a folder for compiled code as they are imported, in the machine's own temporary folder unless told.
        os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(cache_folder() / "torchinductor"))
        course = self.course()
        exercise = course.exercise(name)
        if exercise.is_quiz:  # answers are data: nothing is run, so no jail is needed
            return QuizJudge(exercise, course.name, seed_key=self.seed_key, lang=self.lang)
        return Judge(
            exercise,
            self._start(exercise),
            seed_key=self.seed_key,
            lang=self.lang,
            device=device_for(exercise, self.device),
            builds_on=course.built_on_by(exercise),
        )

    def _start(self, exercise: Exercise) -> StartWorker:
        if self.trusted:
            return plain_start(exercise)
        address = dict(self.addresses).get(exercise.runtime or "")
        if address is None:
            raise SandboxError(f"there is no warm {exercise.runtime} process for {exercise.name!r}, and nothing is run without its jail")
        return functools.partial(JailedWorker, address)


def device_for(exercise: Exercise, device: str) -> str:
    """Only a PyTorch exercise has any use for a GPU."""
    return device if exercise.runtime == "torch" else "cpu"


def plain_start(exercise: Exercise) -> StartWorker:
    """Makes workers without a jail, for one's own work."""
    from gradekit.sandbox.local import LocalWorker

    assert exercise.runtime is not None, "nothing is run for a quiz"
    return functools.partial(LocalWorker, runtime=exercise.runtime)
