"""A grading's results, kept in the gradebook as they come: engine.keeping.Keeper for a Database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gradekit.course.models import Course
from gradekit.engine.grade import terms_of
from gradekit.engine.setting import GradingSetting
from gradekit.intake import Kind, Submission
from gradekit.results import Result
from gradekit.store.judged import Fell, Judged, fell_last, keep, key_of, known
from gradekit.store.opening import Database
from gradekit.store.work import HandedIn, stored, take_in

__all__ = ["Fall", "StoreKeeper"]


@dataclass(frozen=True, slots=True)
class Fall:
    """Somebody's score that became lower for the same work."""

    student: str
    exercise: str
    fell: Fell


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
                rows = {identity: row for name, ids in old.items() for identity, row in known(connection, ids, keys[name]).items()}
            # By the name of today's folder, which a Mac may have spelled otherwise then.
            found = [replace(Result.from_json(rows[each.id]), student=each.student) for each in taken if each.id in rows]
            self.known += len(found)
            yield found

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
        kept = keep(self.database, [Judged(identity, each, self._terms[each.exercise]) for identity, each in ids.items()])
        self._note(kept.fell, ids)

    def resumed(self, results: list[Result]) -> None:
        """See Keeper: their falls were not told of yet. Raises StoreError."""
        ids = {self._ids[each.student, each.exercise]: each for each in results}
        with self.database.reading() as connection:
            self._note(fell_last(connection, ids), ids)

    def _note(self, fell: Iterable[Fell], results: Mapping[int, Result]) -> None:
        self.falls += [Fall(results[each.submission].student, results[each.submission].exercise, each) for each in fell]
