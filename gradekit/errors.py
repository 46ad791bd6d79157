"""The errors gradekit raises, told apart by whose fault they are.

GradekitError                 anything gradekit reports itself; its text says what, where and what to do next
├── UsageError                the person at the keyboard: a wrong argument or path (exit code 2)
│   └── UnknownExercise       no exercise by that name
├── Refusal                   gradekit will not do it, for safety (exit code 1)
│   ├── CannotJail            this machine cannot jail other people's code
│   └── WouldOverwrite        a fetch would overwrite changed work
├── CourseError               the author: a broken course.toml, exercise.toml, suite or misconception
├── ResultsError              a results.json, or journal, that cannot be read
├── ClusterError              the cluster: nobody answers, no worker is there, or its scheduler has gone
├── StoreError                the gradebook's database: not to be had, locked, read-only or damaged
│   └── Damaged               one thing in it is not what was kept, and all else may be
├── DataError                 a data set that is absent, truncated or corrupt
└── SandboxError              the machine: a warm process that does not start or a worker that cannot be had
    └── ProtocolError         bytes from a worker that are not the protocol
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "CannotJail",
    "ClusterError",
    "CourseError",
    "Damaged",
    "DataError",
    "GradekitError",
    "ProtocolError",
    "Refusal",
    "ResultsError",
    "SandboxError",
    "StoreError",
    "UnknownExercise",
    "UsageError",
    "WouldOverwrite",
]


class GradekitError(Exception):
    """Base of all errors that gradekit reports as one line, without a traceback."""

    exit_code = 1


class UsageError(GradekitError):
    """The command or its arguments are wrong."""

    exit_code = 2


class UnknownExercise(UsageError):
    """No exercise has that name; the text names the nearest one."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        from difflib import get_close_matches

        names = sorted(known)
        near = get_close_matches(name, names, n=1, cutoff=0.4)
        advice = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(names) or 'none'}"
        super().__init__(f"no exercise is called {name!r}: {advice} ('gradekit list' shows them all)")
        self.name = name


class Refusal(GradekitError):
    """What was asked is possible, but gradekit will not do it."""


class CannotJail(Refusal):
    """Untrusted code cannot be jailed here."""


class WouldOverwrite(Refusal):
    """A student's changed file stands where a handout would go."""


class CourseError(GradekitError):
    """A file that an author wrote is wrong."""

    exit_code = 2


class ResultsError(GradekitError):
    """A results file or journal cannot be read."""

    exit_code = 2


class ClusterError(GradekitError):
    """The cluster that was to grade is not to be had, or no longer; nothing is said of what it was at."""


class StoreError(GradekitError):
    """The gradebook's database does not do what it should."""


class Damaged(StoreError):
    """A submission or a result in the gradebook is not what was kept."""


class DataError(GradekitError):
    """A data set is absent, truncated or corrupt."""


class SandboxError(GradekitError):
    """The machinery that runs untrusted code failed; never the submission's fault."""


class ProtocolError(SandboxError):
    """What arrived over a worker's pipe is not the protocol, or goes beyond its bounds."""
