"""A grading's results, kept in the gradebook as they come: engine.keeping.Keeper for a Database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gradekit.course.models import Course
from gradekit.engine.setting import GradingSetting, device_for
from gradekit.intake import Kind, Submission
from gradekit.judge.fingerprint import made_with
from gradekit.results import Result
from gradekit.store.judged import Judged, keep, key_of, known
from gradekit.store.opening import Database
from gradekit.store.work import HandedIn, stored, take_in

__all__ = ["Fall", "StoreKeeper", "terms_of"]


@dataclass(frozen=True, slots=True)
class Fall:
    """A score that became lower for the same work."""

    student: str
    exercise: str
    before: float
    after: float


def terms_of(course: Course, setting: GradingSetting, name: str) -> dict[str, str]:
    """What a result of the exercise depends on, in this setting."""
    exercise = course.exercise(name)
    return made_with(exercise, device_for(exercise, setting.device), setting.seed_key, setting.lang, course.built_on_by(exercise))


@dataclass(slots=True)
class StoreKeeper:
    """falls: the scores that fell for the same work. new: attempts that were not there before; known: those not judged again."""

    database: Database
    course: Course
    handed_in: HandedIn = lambda submission: None
    new: int = 0
    known: int = 0
    falls: list[Fall] = field(default_factory=list)
    _ids: dict[tuple[str, str], int] = field(default_factory=dict)
    _terms: dict[str, dict[str, str]] = field(default_factory=dict)

    def begin(self, setting: GradingSetting, submissions: Sequence[Submission]) -> Iterator[list[Result]]:
        """See Keeper. Raises StoreError, OSError."""
        self._terms = {name: terms_of(self.course, setting, name) for name in {each.exercise for each in submissions}}
        keys = {name: key_of(terms) for name, terms in self._terms.items()}
        for taken in take_in(self.database, (each for each in submissions if each.kind is not Kind.MISSING), self.handed_in):
            self._ids |= {(each.student, each.exercise): each.id for each in taken}
            self.new += sum(each.new for each in taken)
            old: dict[str, list[int]] = {}
            for each in taken:
                if not each.new:
                    old.setdefault(each.exercise, []).append(each.id)
            with self.database.reading() as connection:
                found = [row for name, ids in old.items() for row in known(connection, ids, keys[name]).values()]
            self.known += len(found)
            yield [Result.from_json(row) for row in found]

    def carry(self, submission: Submission) -> Submission:
        """See Keeper."""
        identity = self._ids.get((submission.student, submission.exercise))
        if identity is None:
            return submission
        with self.database.reading() as connection:
            kept = stored(connection, identity)
        return replace(submission, content=kept.content, earlier=kept.earlier)

    def keep(self, results: list[Result]) -> None:
        """See Keeper. Raises StoreError, OSError."""
        ids = {identity: each for each in results if (identity := self._ids.get((each.student, each.exercise))) is not None}
        before = keep(self.database, [Judged(identity, each, self._terms[each.exercise]) for identity, each in ids.items()])
        for identity, last in before.items():
            each = ids[identity]
            if each.score < last.score:
                self.falls.append(Fall(each.student, each.exercise, last.score, each.score))
