"""What is drawn for one student: parts out of pools, parameters of exercises, a key of one's own.

Everything is an HMAC of the course's secret, the exam and the student, so that a paper can be made again at any time, by whoever has the
secret, and nobody can work out another student's from their own.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradekit.course.models import Exercise
from gradekit.course.parameters import Variant
from gradekit.exam.models import Exam, Part

if TYPE_CHECKING:
    import numpy as np

__all__ = ["DrawnPart", "drawn_parts", "exam_key", "pseudonym", "student_key"]


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """An exercise on one student's paper."""

    exercise: Exercise
    points: int
    variant: Variant

    @property
    def name(self) -> str:
        return self.exercise.name


def exam_key(secret: bytes, course: str, exam: str) -> bytes:
    """The exam's own secret, from which nothing of the course's or of another exam's follows."""
    return _hmac(secret, "exam", course, exam)


def student_key(key: bytes, student: str) -> bytes:
    """What signs one student's work: it is on that student's paper, and nobody else's can be worked out from it."""
    return _hmac(key, "student", student)


def pseudonym(key: bytes, student: str) -> str:
    """A name to grade by without knowing whose work it is, such as "K7QX-2M"; the same for the same student."""
    letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    number = int.from_bytes(_hmac(key, "pseudonym", student)[:8], "big")
    digits = []
    for _ in range(6):
        number, place = divmod(number, len(letters))
        digits.append(letters[place])
    return f"{''.join(digits[:4])}-{''.join(digits[4:])}"


def drawn_parts(exam: Exam, key: bytes, student: str) -> tuple[DrawnPart, ...]:
    """The parts of the student's paper, in the exam's order. key: the exam's. Raises as Exam.exercise."""
    drawn = []
    for number, part in enumerate(exam.file.parts):
        for name in _chosen(part, _generator(key, student, f"pool {number}")):
            exercise = exam.exercise(name)
            drawn.append(DrawnPart(exercise, part.points, _variant(exercise, key, student)))
    return tuple(drawn)


def _chosen(part: Part, rng: np.random.Generator) -> list[str]:
    if part.choose is None:
        return list(part.names)
    places = sorted(int(place) for place in rng.choice(len(part.pool), size=part.choose, replace=False))
    return [part.pool[place] for place in places]


def _variant(exercise: Exercise, key: bytes, student: str) -> Variant:
    return tuple(
        (name, each.drawn(_generator(key, student, f"parameter {exercise.name} {name}")))
        for name, each in sorted(exercise.file.parameters.items())
    )


def _generator(key: bytes, student: str, what: str) -> np.random.Generator:
    import numpy as np

    return np.random.default_rng(int.from_bytes(_hmac(key, "draw", student, what), "big"))


def _hmac(key: bytes, *parts: str) -> bytes:
    # Each part with its length, so that no two lists of parts are one message.
    message = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (unicodedata.normalize("NFC", each).encode() for each in parts))
    return hmac.new(key, b"gradekit.exam/1" + message, hashlib.sha256).digest()
