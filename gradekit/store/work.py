"""Submissions in the gradebook: every attempt, once, by the hash of what was handed in; and back out of it, by value."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, insert, select

from gradekit.errors import Damaged
from gradekit.intake import Kind, Missing, Refused, Source, Submission, read
from gradekit.intake.notebook import Cell
from gradekit.store.log import add_entry, who
from gradekit.store.opening import Database, now
from gradekit.store.people import make_known
from gradekit.store.tables import blobs, submissions
from gradekit.text import Text

__all__ = ["HandedIn", "Moment", "Taken", "batches", "stored", "stored_text", "take_in"]

_AT_ONCE: Final = 200
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was handed in, in the tables' form. told: by the platform; a file's own time may be when somebody copied it."""

    at: str
    told: bool


HandedIn = Callable[[Submission], Moment | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A submission that the gradebook has. student: as the submission calls them; new: since just now."""

    id: int
    student: str
    exercise: str
    attempt: int
    new: bool


@dataclass(frozen=True, slots=True)
class _Work:
    submission: Submission
    source: Source | Refused
    more: str
    texts: dict[str, str]  # SHA-256 → text

    @property
    def content(self) -> str | None:
        return _digest(self.source.text) if isinstance(self.source, Source) else None

    @property
    def refused(self) -> str | None:
        return _json({"en": self.source.message.en, "ko": self.source.message.ko}) if isinstance(self.source, Refused) else None

    @property
    def hash(self) -> str:
        return _digest(_json([self.content, self.refused, self.more]))


def take_in(database: Database, wanted: Iterable[Submission], handed_in: HandedIn = lambda submission: None) -> Iterator[list[Taken]]:
    """Keep submissions, some at a time; of one that is missing there is nothing to keep, and it is left out.

    Handed in again unchanged, it is the attempt that it was; so it is where an older download is taken in once more after a newer one.
    handed_in: when, where that is known. Raises StoreError, OSError (a full disk); what came before is then kept.
    """
    wanted = list(wanted)
    folders = {each.student for each in wanted}
    for some in batches(wanted, _AT_ONCE):
        works = [work for each in some if (work := _work(each)) is not None]
        if works:
            with database.writing() as connection:
                taken = _take(connection, works, handed_in, folders)
            yield taken


def _take(connection: Connection, works: Sequence[_Work], handed_in: HandedIn, folders: Collection[str]) -> list[Taken]:
    ids = make_known(connection, {work.submission.student for work in works}, folders)
    columns = submissions.c
    query = select(columns.id, columns.student, columns.exercise, columns.attempt, columns.work, columns.handed_in).order_by(
        columns.attempt
    )
    query = query.where(columns.student.in_(ids.values()), columns.exercise.in_({work.submission.exercise for work in works}))
    attempts: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query):
        attempts.setdefault((row.student, row.exercise), []).append(row)
    texts = {digest: text for work in works for digest, text in work.texts.items()}
    known = set(connection.execute(select(blobs.c.sha256).where(blobs.c.sha256.in_(texts))).scalars())
    new_blobs = [_blob(digest, text) for digest, text in texts.items() if digest not in known]
    if new_blobs:
        connection.execute(insert(blobs), new_blobs)
    taken: list[Taken] = []
    at, by = now(), who()
    for work in works:
        each = work.submission
        earlier = attempts.get((ids[each.student], each.exercise), [])
        when = handed_in(each)
        same = _same(earlier, work.hash, when)
        if same is not None:
            taken.append(Taken(same.id, each.student, each.exercise, same.attempt, new=False))
            continue
        attempt = earlier[-1].attempt + 1 if earlier else 1
        entry = {
            "student": ids[each.student],
            "exercise": each.exercise,
            "attempt": attempt,
            "work": work.hash,
            "content": work.content,
            "refused": work.refused,
            "more": work.more,
            "handed_in": when.at if when is not None else None,
            "at": at,
            "by": by,
        }
        key = connection.execute(insert(submissions), entry).inserted_primary_key
        assert key is not None
        taken.append(Taken(key[0], each.student, each.exercise, attempt, new=True))
    new = [each.id for each in taken if each.new]
    if new:
        add_entry(connection, "take in", submissions=len(new), first=new[0], last=new[-1])
    return taken


def _same(attempts: Sequence[Any], work: str, when: Moment | None) -> Any:
    """The attempt that this work is: the newest, or an older one where the platform says that it was handed in before the newest; else
    None, for whoever goes back to what they had before makes another attempt.
    """
    if not attempts:
        return None
    newest = attempts[-1]
    if newest.work == work:
        return newest
    if when is None or not when.told or newest.handed_in is None or when.at > newest.handed_in:
        return None
    return next((each for each in reversed(attempts) if each.work == work), None)


def stored(connection: Connection, identity: int) -> Submission:
    """The submission of that id, by value. Raises Damaged where what it was is no longer what its hash says, StoreError."""
    row = connection.execute(select(submissions).where(submissions.c.id == identity)).mappings().one()
    if _digest(_json([row["content"], row["refused"], row["more"]])) != row["work"]:
        raise Damaged(
            f"attempt {row['attempt']} of {row['student']!r} at {row['exercise']} is damaged in the gradebook; restore a backup of it"
        )
    more = json.loads(row["more"])
    content: Source | Refused
    if row["content"] is not None:
        content = Source(more["name"], stored_text(connection, row["content"]), tuple(Cell(*cell) for cell in more["cells"]))
    else:
        content = Refused(Text(**json.loads(row["refused"])))
    earlier = tuple(
        Submission(
            row["student"],
            name,
            Path(file),
            file=file,
            content=Source(file, stored_text(connection, digest)),
        )
        for name, file, digest in more["earlier"]
    )
    variant = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in more["variant"])
    return Submission(
        row["student"], row["exercise"], Path(more["file"]), Kind.FILE, more["file"], earlier, more["drawn_for"], variant, content
    )


def stored_text(connection: Connection, digest: str) -> str:
    """The text with that SHA-256. Raises Damaged where it is another."""
    raw = connection.execute(select(blobs.c.content).where(blobs.c.sha256 == digest)).scalar()
    try:
        text = zlib.decompress(raw or b"").decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        text = None
    if text is None or _digest(text) != digest:
        raise Damaged(f"the gradebook's copy of a submission is damaged (SHA-256 {digest[:16]}…); restore a backup of the gradebook")
    return text


def _work(submission: Submission) -> _Work | None:
    """What is kept of it; None where there is nothing."""
    source = read(submission)
    if isinstance(source, Missing):
        return None
    earlier = [(each.exercise, each.shown, found.text) for each in submission.earlier if isinstance(found := read(each), Source)]
    more = {
        "name": source.name if isinstance(source, Source) else "",
        "file": submission.shown,
        "cells": [[cell.number, cell.first, cell.last] for cell in source.cells] if isinstance(source, Source) else [],
        "earlier": [[name, file, _digest(text)] for name, file, text in earlier],
        "drawn_for": submission.drawn_for,
        "variant": submission.variant,
    }
    texts = {_digest(text): text for _, _, text in earlier}
    if isinstance(source, Source):
        texts[_digest(source.text)] = source.text
    return _Work(submission, source, _json(more), texts)


def batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    """items, in lists of size and a last one of what is left."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


def _blob(digest: str, text: str) -> dict[str, Any]:
    raw = text.encode("utf-8")
    return {"sha256": digest, "size": len(raw), "content": zlib.compress(raw)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True)
