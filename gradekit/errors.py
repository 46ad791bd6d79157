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

import errno
from collections.abc import Iterable
from typing import Final

from gradekit.text import Text

__all__ = [
    "UNREADABLE",
    "UNWRITABLE",
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
    "advice_of",
    "advise",
    "in_the_way",
    "reason_of",
]

UNREADABLE: Final = Text("cannot be read", "읽을 수 없습니다")
UNWRITABLE: Final = Text("cannot be written", "쓸 수 없습니다")
_ADVICE: Final = "gradekit_advice"
# What the system says the most often. It stands in brackets behind a sentence of ours, so it is no sentence itself.
_REASONS: Final = {
    errno.ENOENT: "그런 파일이나 폴더가 없음",
    errno.EACCES: "권한 없음",
    errno.EPERM: "허용되지 않음",
    errno.EEXIST: "같은 이름이 이미 있음",
    errno.ENOTDIR: "폴더가 아님",
    errno.EISDIR: "파일이 아니라 폴더임",
    errno.EROFS: "읽기 전용 파일 시스템",
    errno.ENOSPC: "디스크 공간 부족",
    errno.EDQUOT: "디스크 할당량 초과",
    errno.EFBIG: "파일이 너무 큼",
    errno.ENAMETOOLONG: "이름이 너무 김",
    errno.ELOOP: "링크가 끝없이 이어짐",
    errno.EIO: "입출력 오류",
}


class GradekitError(Exception):
    """Base of all errors that gradekit reports as one line, without a traceback.

    text: what it says, in both languages; a str is the same in both. str() of the error is the English, as logs and results keep it.
    """

    exit_code = 1

    def __init__(self, words: str | Text = "") -> None:
        self.text = Text.of(words)
        super().__init__(self.text.en)


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
        advice_ko = f"'{near[0]}' 과제를 찾으셨습니까?" if near else f"있는 과제: {', '.join(names) or '없음'}"
        super().__init__(
            Text(
                en=f"no exercise is called {name!r}: {advice} ('gradekit list' shows them all)",
                ko=f"{name!r} 과제는 없습니다. {advice_ko} ('gradekit list' 명령으로 모두 볼 수 있습니다)",
            )
        )
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


def reason_of(fault: OSError | ValueError) -> Text:
    """Why the system could not do it; what is too rare to have Korean words is as the system says it."""
    words = str(getattr(fault, "strerror", None) or fault)
    return Text(words, _REASONS.get(getattr(fault, "errno", None) or 0, words))


def in_the_way(place: object, failed: Text, fault: OSError | ValueError, advice: Text) -> Text:
    """One line for what the system did not do with place: failed (UNREADABLE, UNWRITABLE), why, and what to do next."""
    reason = reason_of(fault)
    return Text(f"{place}: {failed.en} ({reason.en}); {advice.en}", f"{place}: {failed.ko}({reason.ko}). {advice.ko}")


def advise(fault: BaseException, advice: Text) -> None:
    """Say what to do next about an exception that is not gradekit's own, KeyboardInterrupt say: the command line ends its line with it."""
    vars(fault)[_ADVICE] = advice


def advice_of(fault: BaseException) -> Text | None:
    """What advise() was told of it."""
    found = vars(fault).get(_ADVICE)
    return found if isinstance(found, Text) else None
