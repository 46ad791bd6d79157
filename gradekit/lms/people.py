"""Whom of the roster a platform means. Nothing is guessed: where two students fit, nobody does.

Students choose some of what platforms know of them. So a name on one platform is held against the roster's column for that platform
alone: whoever calls themselves "20240001" on GitHub does not become the student of that number.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gradekit.intake.files import IMPORT_FILE
from gradekit.lms.models import Enrolled, Person
from gradekit.printable import printable

__all__ = ["Match", "People", "folder_of"]

_FOLDER_BYTES: Final = 100
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
_RESERVED: Final = frozenset({IMPORT_FILE})
_UNSAFE: Final = re.compile(r'[/\\:*?"<>|]')
# What a platform tells → the roster's columns that it is held against, the surest first.
_PLAIN: Final = (
    ("sid", "id"), ("canvas", "canvas"), ("participant", "participant"), ("github", "github"), ("login", "login"), ("email", "email"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """student: whose work it is, "" where that cannot be told. by: how the roster knew, "" where it did not. candidates: who it may be.
    differs: whether the only one has that number, but another name.
    """

    student: str
    by: str = ""
    candidates: tuple[str, ...] = ()
    differs: bool = False


class People:
    """A roster, looked up. Without students, everybody is who the platform says."""

    def __init__(self, students: Iterable[Enrolled] = ()) -> None:
        self._by: dict[str, dict[str, set[str]]] = {column: {} for column in (*(column for _, column in _PLAIN), "name")}
        self._named: dict[str, str] = {}
        self.ids: list[str] = []
        for each in students:
            self.ids.append(each.id)
            for _, column in _PLAIN:
                self._add(column, _folded(getattr(each, column)), each.id)
            if each.name and each.name != each.id:
                self._named[each.id] = each.name
                for name in _names(each.name):
                    self._add("name", name, each.id)

    def match(self, person: Person) -> Match:
        """Who of the roster it is, else the person as the platform has them; nobody where more than one could be meant."""
        if not self.ids:
            return Match(person.key)
        named = self._called(person, person.behind_team)
        for told, column in _PLAIN:
            if found := self._by[column].get(_folded(getattr(person, told)), set()):
                # Moodle numbers teams as well, so its number may by chance be another student's: the names have to agree.
                if column == "participant" and not any(self._agree(person, each) for each in found):
                    return _differing(found, named)
                return _one(found, column)
        # A number of the platform's own may by chance be another student's in the roster: the names have to agree.
        if found := self._by["id"].get(_folded(person.account), set()):
            if found <= named or not found & self._named.keys():
                return _one(found, "id")
            return _differing(found, named)
        if named:
            return _one(named, "name")
        if person.participant and (perhaps := self._called(person, True)):  # Anne-Marie Smith, or Marie Smith of the team Anne
            return Match("", "", tuple(sorted(perhaps)))
        # Nobody of the roster, and not to be taken for one by what they call themselves.
        return Match("", "", tuple(same)) if (same := self._by["id"].get(_folded(person.key), set())) else Match(person.key)

    def _called(self, person: Person, behind_team: bool) -> set[str]:
        """Who is called so; where that is nobody, and a team's name stands before it, who is called what follows."""
        parts = person.name.split("-")
        for at in range(len(parts) if behind_team else 1):
            if found := self._by["name"].get(_squashed("-".join(parts[at:])), set()):
                return found
        return set()

    def _agree(self, person: Person, student: str) -> bool:
        """Whether the person can be this student: by the user name, or where one name contains the other, or is not known."""
        told, known = person.name, self._named.get(student, "")
        if not _squashed(told) or not _squashed(known) or student in self._by["login"].get(_folded(person.login), set()):
            return True
        words, others = _words(told), _words(known)
        return words <= others or words >= others or any(_squashed(told) in each or each in _squashed(told) for each in _names(known))

    def _add(self, column: str, key: str, student: str) -> None:
        if key:
            self._by[column].setdefault(key, set()).add(student)


def folder_of(student: str) -> str:
    """The name of a student's folder: the student's own wherever that is a safe name on every system, else as near to it as can be,
    with a piece of the real one's SHA-256, so that no two share a folder.
    """
    name = unicodedata.normalize("NFC", student)
    safe = "".join("_" if _UNSAFE.match(each) or printable(each) != each else each for each in name).rstrip(". ").lstrip(" ")
    if safe.startswith(".") or _DEVICE.match(safe) or safe in _RESERVED:
        safe = f"_{safe}"
    if len(safe.encode()) > _FOLDER_BYTES:
        safe = safe.encode()[:_FOLDER_BYTES].decode("utf-8", "ignore")
    if safe == name and safe:
        return safe
    return f"{safe}-{hashlib.sha256(student.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _one(found: set[str], by: str) -> Match:
    return Match(next(iter(found)), by) if len(found) == 1 else Match("", by, tuple(sorted(found)))


def _differing(found: set[str], named: set[str]) -> Match:
    """Nobody: found have the number, named the name."""
    return Match("", "", tuple(sorted(found | named)), differs=len(found | named) == 1)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _squashed(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFC", text).casefold() if each.isalnum())


def _words(name: str) -> set[str]:
    return set(_folded(name.replace(",", " ").replace("-", " ")).split())


def _names(name: str) -> set[str]:
    """A name as platforms write it, first or last name before the other, without anything between: what Canvas puts into file names."""
    words = name.replace(",", " ").split()
    return {_squashed("".join(words[at:] + words[:at])) for at in range(max(len(words), 1))}
