"""What a platform's download tells: who handed in which file when, and what else lies there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from gradekit.intake.download import Download, Entry
from gradekit.text import Text

__all__ = ["Aside", "Enrolled", "HandIn", "Outcome", "Person", "Reader", "moment", "utc"]

_MOMENT: Final = re.compile(r"\s*(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.\d+)?\s*(\S{0,60})")
_OFFSET: Final = re.compile(r"[+-]\d\d:?\d\d")


class Outcome(StrEnum):
    """What became of an entry of a download."""

    WRITTEN = "written"  # it is now the student's work
    UNCHANGED = "unchanged"  # it was already
    SUPERSEDED = "superseded"  # a newer one of the same student counts
    KEPT = "kept"  # something that no import wrote stands in its place, and was left alone
    AMBIGUOUS = "ambiguous"  # whose it is cannot be told
    MISNAMED = "misnamed"  # which exercise it is for cannot be told
    UNMATCHED = "unmatched"  # its name is none that the platform gives
    REFUSED = "refused"  # it cannot be read, or is unsafe to
    IGNORED = "ignored"  # it is no work: the platform's own files, say


class Enrolled(Protocol):
    """A student as a roster knows them; "" is what it does not tell."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def login(self) -> str: ...
    @property
    def canvas(self) -> str: ...
    @property
    def github(self) -> str: ...
    @property
    def participant(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever handed in, as the platform knows them. key: tells them apart on it, and names their folder where no roster knows them.

    sid: the institution's own id. canvas, github, login, participant: names on platforms, each of which matches only the roster's column
    for the same: students choose some of them, and must not become somebody else by it. account: a number of the platform's own,
    which a lecturer may have for the roster's id. behind_team: whether the name stands behind a team's and a hyphen.
    """

    key: str
    sid: str = ""
    account: str = ""
    canvas: str = ""
    github: str = ""
    login: str = ""
    participant: str = ""
    email: str = ""
    name: str = ""
    behind_team: bool = False

    @property
    def itself(self) -> Person:
        """The person without what two entries of one person may tell differently."""
        return replace(self, name="", email="", login="")

    def to_json(self) -> dict[str, str]:
        told = {name: getattr(self, name) for name in ("key", "sid", "canvas", "github", "login", "participant", "email", "name")}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class HandIn:
    """One file that was handed in, by one student or by several together.

    file: its path as the student had it. order: the platform's own numbering, the newest the greatest; () where it has none, 0 for what it
    does not tell. submitted: UTC in ISO 8601, "" where it is not told. late: None where it is not told. assignment: which one the platform
    files it under. rivals: whom its name could mean as well. by_roster: whether people is so unsure that the roster has to know them.
    """

    entry: Entry
    file: str
    people: tuple[Person, ...]
    order: tuple[int, ...] = ()
    submitted: str = ""
    late: bool | None = None
    assignment: str = ""
    group: str = ""
    rivals: tuple[Person, ...] = ()
    by_roster: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """An entry that is nobody's work."""

    entry: Entry
    outcome: Outcome
    why: Text


Reader = Callable[[Download], Iterator[HandIn | Aside]]


def moment(text: str) -> datetime | None:
    """The moment in UTC that a platform writes: 2024-03-01 12:00:00.5, or with Z, UTC, +0900 or a zone's name. None for others."""
    found = _MOMENT.match(text)
    if found is None:
        return None
    day, time, zone = found.groups()
    try:
        if _OFFSET.fullmatch(zone):
            return datetime.fromisoformat(f"{day}T{time}{zone}").astimezone(UTC)
        told = UTC if zone in ("", "Z", "UTC") else ZoneInfo(zone)
        return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=told).astimezone(UTC)
    except (ValueError, KeyError, OSError, OverflowError):  # no such day, or no such zone
        return None


def utc(moment: datetime | None) -> str:
    """A moment in UTC as ISO 8601, to the second; "" for None."""
    return "" if moment is None else moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")
