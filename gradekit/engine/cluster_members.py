"""Which workers of a cluster may grade: each is asked what it is before it gets work, and left out where its rows would not be true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from gradekit.course.models import Course
from gradekit.engine.wire import pack, unpack
from gradekit.judge.fingerprint import data_set, installation
from gradekit.printable import printable
from gradekit.sandbox.jail import Jailing
from gradekit.text import Text

__all__ = ["LeftOut", "Member", "Terms", "judge_answer"]

# What Dask hands on where a worker cannot find the function that it is asked to run; as text, for it wraps the exception in another.
_LACKING: Final = re.compile(r"\b(ModuleNotFoundError|ImportError|AttributeError)\b")


@dataclass(frozen=True, slots=True)
class Member:
    """A Dask worker that may grade. gpus: how many it declares and has."""

    address: str
    threads: int
    gpus: float
    jail: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A Dask worker that may not, and why."""

    address: str
    reason: Text

    @property
    def line(self) -> Text:
        return Text(f"the worker {self.address} is left out: {self.reason.en}", f"작업자 {self.address} 제외: {self.reason.ko}")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a worker must agree with. data: exercise → the data set that it is judged on here."""

    versions: Mapping[str, str]
    data: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]
    jail: Jailing
    gpu: bool

    @classmethod
    def of(cls, course: Course, names: list[str], jail: Jailing, gpu: bool) -> Terms:
        """Raises CourseError."""
        needing = [exercise for name in names if (exercise := course.exercise(name)).data]
        return cls(
            installation(),
            {each.name: data_set(each) for each in needing},
            {each.name: each.data for each in needing},
            jail,
            gpu,
        )

    def question(self) -> bytes:
        sets = sorted({each for choice in self.choices.values() for each in choice})
        return pack({"what": "examine", "versions": dict(self.versions), "jail": self.jail, "data": sets, "gpu": self.gpu})


def judge_answer(terms: Terms, address: str, answer: object) -> Member | LeftOut:
    """What a worker's answer, or the exception it gave, makes of it."""
    if not isinstance(answer, bytes):
        said = printable(f"{type(answer).__name__}: {answer}")
        if _LACKING.search(said):
            wanted = f"pip install 'gradekit[cluster]=={terms.versions['gradekit']}'"
            reason = Text(
                f"it has no gradekit, or another one ({said}); install it there with: {wanted}",
                f"gradekit이 없거나 버전이 다릅니다({said}). 그곳에 설치하십시오: {wanted}",
            )
        else:
            reason = Text(f"it does not answer ({said})", f"응답하지 않습니다({said}).")
        return LeftOut(address, reason)
    found: dict[str, Any] = unpack(answer)
    differing = [name for name, version in terms.versions.items() if found["versions"].get(name) != version]
    if differing:
        there = ", ".join(f"{name} {found['versions'].get(name, '?')}" for name in differing)
        here = ", ".join(f"{name} {terms.versions[name]}" for name in differing)
        return LeftOut(
            address,
            Text(
                f"it has {there} where this machine has {here}; install the same there",
                f"작업자는 {there}, 이 컴퓨터는 {here}입니다. 같은 버전을 설치하십시오.",
            ),
        )
    if "fault" in found:
        return LeftOut(address, Text.same(found["text"] or found["fault"]))
    for exercise, here in terms.data.items():
        there = next((name for name in terms.choices[exercise] if found["data"].get(name)), "digits")
        if there != here:
            return LeftOut(
                address,
                Text(
                    f"it would judge {exercise} on {there} and this machine on {here}; make the data sets the same ('gradekit fetch data')",
                    f"{exercise} 과제를 작업자는 {there}, 이 컴퓨터는 {here} 데이터로 채점합니다. "
                    "데이터 세트를 같게 맞추십시오('gradekit fetch data').",
                ),
            )
    return Member(address, int(found["threads"]), float(found["gpus"]) if found["gpu"] else 0.0, found["jail"])
