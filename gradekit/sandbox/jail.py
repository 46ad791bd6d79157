"""Which jails there are, which of them this machine has, and which one is used."""

from __future__ import annotations

import functools
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, Protocol, get_args

from gradekit.errors import CannotJail
from gradekit.sandbox import contained, namespaces
from gradekit.sandbox.start import Start
from gradekit.text import Text

__all__ = ["JAIL_NAMES", "Jail", "JailName", "Jailing", "choose", "jail_named", "why_no_jail", "why_not"]

JailName = Literal["namespaces", "landlock"]
Jailing = JailName | Literal["none"] | None  # none: for work of one's own; None: the strongest that this machine has
JAIL_NAMES: Final[tuple[JailName, ...]] = get_args(JailName)


class _Starter(Protocol):
    def __call__(self, runtime: str, folder: Path, listener: int, settings: int, *, gpu: bool) -> AbstractContextManager[Start]: ...


class _Reason(Protocol):
    def __call__(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Jail:
    """One kind of jail. made_of: its walls beside seccomp and Landlock; lacks: what it is weaker in than the strongest."""

    name: JailName
    start: _Starter
    why_not: _Reason
    made_of: Text
    lacks: Text | None = None


# The strongest first.
_JAILS: Final = (
    Jail("namespaces", namespaces.start, namespaces.why_not, Text("bubblewrap, namespaces", "bubblewrap, 네임스페이스")),
    Jail(
        "landlock",
        contained.start,
        contained.why_not,
        Text("no namespaces", "네임스페이스 없음"),
        Text(
            "weaker: names of files and numbers of processes can be seen; scratch space is watched, not bounded",
            "더 약함: 파일 이름과 프로세스 번호가 보이고, 임시 공간은 제한하지 않고 감시만 합니다",
        ),
    ),
)


def jail_named(name: JailName) -> Jail:
    return next(each for each in _JAILS if each.name == name)


def why_not(name: JailName) -> str | None:
    """Why this machine does not have the jail of that name, with what to do; None where it has."""
    return _everywhere() or jail_named(name).why_not()


def why_no_jail() -> str | None:
    """Why this machine has no jail at all, with what to do about the strongest; None where it has one."""
    reasons = [why_not(name) for name in JAIL_NAMES]
    return None if None in reasons else reasons[0]


def choose(asked: JailName | None = None) -> Jail:
    """The jail of that name, or the strongest that this machine has. Raises CannotJail where it has none such."""
    for each in _JAILS:
        if asked in (None, each.name) and why_not(each.name) is None:
            return each
    reason = why_not(asked) if asked else why_no_jail()
    raise CannotJail(f"submissions cannot be jailed here: {reason}; for your own work only, --trust runs it without a jail")


@functools.cache
def _everywhere() -> str | None:
    """What every jail needs."""
    if sys.platform != "linux":
        return f"jailing needs Linux, and this is {sys.platform}: grade on a Linux machine"
    from gradekit.sandbox.seccomp import compile_filter

    try:
        compile_filter()
    except CannotJail as fault:
        return str(fault)
    return None
