"""Proving many exercises side by side."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, Future, as_completed

from gradekit.authoring.verify import Proof, verify
from gradekit.course.models import Course
from gradekit.engine.grade import Progress
from gradekit.engine.local import local_executor, prepared
from gradekit.engine.setting import GradingSetting
from gradekit.errors import GradekitError
from gradekit.sandbox.jail import Jailing

__all__ = ["prove_all"]


def prove_all(
    course: Course,
    names: Sequence[str],
    *,
    jobs: int,
    jail: Jailing = None,
    progress: Progress = lambda what, done, total: None,
) -> list[Proof]:
    """A proof of each exercise, in the order of names. Raises UnknownExercise and CannotJail."""
    sound = [name for name in names if name not in course.broken]
    course.require_solutions(sound)
    proofs = {name: Proof(name, 0, 0, 0, 0, (str(course.broken[name]),)) for name in names if name in course.broken}
    with prepared(course, sound, lang="en", device="cpu", jail=jail) as setting, local_executor(jobs) as executor:
        futures = {executor.submit(_prove, name, setting): name for name in sound}
        for number, future in enumerate(as_completed(futures)):
            name = futures[future]
            with contextlib.suppress(BrokenExecutor):
                proofs[name] = _proof(name, future)
            progress("verify", number + 1, len(futures))
        for name in (each for each in sound if each not in proofs):
            # Some suite ended its process, and with it what the others were at. Again, each alone, to find out which.
            with local_executor(1) as alone:
                try:
                    proofs[name] = _proof(name, alone.submit(_prove, name, setting))
                except BrokenExecutor:
                    proofs[name] = Proof(name, 0, 0, 0, 0, ("the suite or the reference ends the judge's own process; it must not exit",))
    return [proofs[name] for name in names]


def _proof(name: str, future: Future[Proof]) -> Proof:
    try:
        return future.result()
    except GradekitError as fault:
        return Proof(name, 0, 0, 0, 0, (str(fault),))


def _prove(name: str, setting: GradingSetting) -> Proof:
    return verify(setting.course(), name, setting)
