"""What a call into a submission can end in, besides a value.

    CallEnded                     a call into the submission that gave no value
    ├── SubmissionError           the submission raised; what it says of the exception is the submission's own word
    ├── CallTimeout               it took longer than its limit
    ├── OutOfMemory               it asked for more memory than its limit
    ├── WorkerCrashed             its process ended: a signal, os._exit, …
    ├── OutputLimit               it printed more than the hard limit
    ├── BadAnswer                 what it returned cannot cross as plain data (an object array, too large, too deep)
    └── NameMissing               the submission has no such name

These are the submission's endings, so they are not in gradekit.errors, which holds the errors of gradekit's users.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gradekit.text import Text

__all__ = [
    "BadAnswer",
    "CallEnded",
    "CallTimeout",
    "NameMissing",
    "Observation",
    "OutOfMemory",
    "OutputLimit",
    "SubmissionError",
    "WorkerCrashed",
]


class CallEnded(Exception):
    """A call into the submission gave no value; text says why, for the student."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class SubmissionError(CallEnded):
    """The submission raised.

    type_name: the class's name; bases: the names of the built-in exceptions it is an instance of, itself first;
    line: the line of the submission's own file where it arose, where known.
    """

    def __init__(self, type_name: str, bases: tuple[str, ...], message: str, line: int | None) -> None:
        shown = f"{type_name}: {message}" if message else type_name
        super().__init__(
            Text(
                f"raised {shown}" + (f" (line {line} of your file)" if line else ""),
                f"{shown} 예외가 발생했습니다" + (f" (제출 파일 {line}번째 줄)" if line else ""),
            )
        )
        self.type_name = type_name
        self.bases = bases
        self.message = message
        self.line = line


class CallTimeout(CallEnded):
    """A limit on wall-clock time was met. line: where the submission was then, by its own word; None where not known."""

    def __init__(self, text: Text, line: int | None = None) -> None:
        super().__init__(text)
        self.line = line


class OutOfMemory(CallEnded):
    """The limit on memory was met."""


class WorkerCrashed(CallEnded):
    """The submission's process ended in the middle of a call."""


class OutputLimit(CallEnded):
    """The submission printed more than any program needs to."""


class BadAnswer(CallEnded):
    """The value cannot cross to the judge."""


class NameMissing(CallEnded):
    """The submission does not define the name."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One call, looked at closely.

    args, kwargs: the arguments as they are after the call; warnings: (category, message) of each warning raised.
    Both are the submission's own word: a determined one can falsify them, so few points should hang on them.
    """

    value: Any
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    warnings: tuple[tuple[str, str], ...]
