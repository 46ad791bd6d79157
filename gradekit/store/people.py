"""Students: those of the roster, and those whose work turned up without being in one."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from sqlalchemy import Connection, insert, select, update

from gradekit.store.log import add_entry
from gradekit.store.opening import Database, now
from gradekit.store.tables import students

__all__ = ["Enrolled", "RosterChange", "import_roster", "make_known"]

_FACTS: Final = ("name", "email", "section", "login", "canvas", "github", "participant")
_AT_ONCE: Final = 500


class Enrolled(Protocol):
    """A student of a roster."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RosterChange:
    """What a roster changed, by ids. left: known and not in it; their work and results stay."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    left: tuple[str, ...]
    total: int


def import_roster(database: Database, roster: Iterable[Enrolled]) -> RosterChange:
    """Make the roster the course's. Raises StoreError."""
    wanted = {each.id: {name: str(getattr(each, name, "")) for name in _FACTS} for each in roster}
    # A column that nobody has anything in is one that this roster lacks, and no reason to forget what another told.
    told_of = [name for name in _FACTS if any(told[name] for told in wanted.values())]
    new, changed, left = [], [], []
    with database.writing() as connection:
        known = {row["id"]: row for row in connection.execute(select(students)).mappings()}
        since = now()
        for identity, told in wanted.items():
            row = known.get(identity)
            if row is None:
                new.append({"id": identity, "since": since, "enrolled": True, **told})
            elif not row["enrolled"] or any(row[name] != told[name] for name in told_of):
                changed.append(identity)
                values = {name: told[name] for name in told_of}
                connection.execute(update(students).where(students.c.id == identity).values(enrolled=True, **values))
        left = [identity for identity, row in known.items() if identity not in wanted and row["enrolled"] is not False]
        for identity in left:
            connection.execute(update(students).where(students.c.id == identity).values(enrolled=False))
        for first in range(0, len(new), _AT_ONCE):
            connection.execute(insert(students), new[first : first + _AT_ONCE])
        if new or changed or left:
            add_entry(connection, "import-roster", new=len(new), changed=changed, left=left)
    return RosterChange(tuple(str(each["id"]) for each in new), tuple(changed), tuple(left), len(wanted))


def make_known(connection: Connection, names: Iterable[str], folders: Collection[str] = ()) -> dict[str, str]:
    """Name of a folder → the student's id, within a writing transaction. Those whom the gradebook does not know are added: work is never
    turned away for want of a roster. A folder from a Mac, which spells 민아 in letters of syllables, is that of 민아, known or not; but
    where folders, all that there are beside it, hold one in either spelling, nobody can say whose it is, and it stays by itself.
    """
    composed = {name: unicodedata.normalize("NFC", name) for name in names}
    wanted = {*composed, *composed.values()}
    known = set(connection.execute(select(students.c.id).where(students.c.id.in_(wanted))).scalars())
    ids = {name: name if name in known or (nfc != name and nfc in folders) else nfc for name, nfc in composed.items()}
    rows: list[dict[str, Any]] = [
        {"id": each, "enrolled": None, "since": now(), **dict.fromkeys(_FACTS, ""), "name": each}
        for each in sorted({*ids.values()} - known)
    ]
    if rows:
        connection.execute(insert(students), rows)
    return ids
