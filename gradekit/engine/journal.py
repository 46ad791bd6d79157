"""The journal: one line a result, on disk before it is counted, so that a killed grading loses nothing and repeats nothing.

The first line says what the grading was; a journal of another grading is not continued. A line that a crash cut short is dropped.
Results are read back from it one at a time, so a class of any size takes no more memory than a small one.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Mapping
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from gradekit.errors import ResultsError
from gradekit.locks import locked
from gradekit.results import Result

__all__ = ["JOURNAL_SCHEMA", "Journal"]

JOURNAL_SCHEMA: Final = "gradekit.journal/1"
Key = tuple[str, str]


class Journal:
    """The results so far of one grading, by (student, exercise)."""

    def __init__(self, path: Path, terms: Mapping[str, Any], *, resume: bool) -> None:
        """Begin a journal, or continue the one at path where resume is true and there is one.

        Raises ResultsError where that one is of a grading on other terms or one that is still under way, and OSError.
        """
        self.path = path
        self._places: dict[Key, tuple[int, int]] = {}
        self._terms = {"schema": JOURNAL_SCHEMA, **terms}
        # Without a buffer, which would hold on to what a full disk refused and write it at the worst time, when the file is closed.
        self._file = _opened(path)
        try:
            end = self._index() if resume else 0
            self._file.truncate(end)
            if not end:
                self._append(_line(self._terms))
        except BaseException:
            self._file.close()
            raise

    def __contains__(self, key: Key) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def add(self, results: list[Result]) -> None:
        """Write results, down to the disk. Raises OSError (a full disk); the lines before are then still whole."""
        start = place = self._file.seek(0, os.SEEK_END)
        places: dict[Key, tuple[int, int]] = {}
        try:
            for result in results:
                line = _line(result.to_json())
                self._append(line)
                places[result.student, result.exercise] = (place, len(line))
                place += len(line)
            os.fsync(self._file.fileno())
        except BaseException:  # Ctrl-C too: half a line in the middle would hide all that follows it
            self._file.truncate(start)
            raise
        self._places |= places

    def row(self, key: Key) -> dict[str, Any]:
        """The result of key as results.json holds it."""
        place, size = self._places[key]
        self._file.seek(place)
        line = bytearray()
        while len(line) < size and (part := self._file.read(size - len(line))):
            line += part
        row: dict[str, Any] = json.loads(line)
        return row

    def forget(self, key: Key) -> None:
        """Leave the result of key out: its submission has changed since."""
        self._places.pop(key, None)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _append(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[self._file.write(rest) or 0 :]

    def _index(self) -> int:
        """Find every whole line; returns where the last one ends, 0 where a crash cut the very first one short."""
        end = 0
        for start, line in self._lines():
            if not line.endswith(b"\n"):
                return end
            try:
                row = json.loads(line)
                if start == 0:
                    self._agree(row)
                else:
                    Result.from_json(row)
                    self._places[row["student"], row["exercise"]] = (start, len(line))
            except (ValueError, KeyError, TypeError):
                break
            except ResultsError:
                if start == 0:
                    raise
                break
            end = start + len(line)
        if not end and self.path.stat().st_size:
            raise ResultsError(f"{self.path}: holds no journal of a grading; grade again without --resume")
        return end

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        start = 0
        with self.path.open("rb") as file:
            for line in file:
                yield start, line
                start += len(line)

    def _agree(self, terms: Any) -> None:
        if terms != self._terms:
            theirs = terms if isinstance(terms, dict) else {}
            changed = ", ".join(_changed(theirs, self._terms)) or "unknown"
            raise ResultsError(f"{self.path}: was begun on other terms ({changed} differ); grade again without --resume")


def _changed(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """The names of what differs; of what is made of parts, with the parts' names before them."""
    for name in sorted(after):
        theirs, ours = before.get(name), after[name]
        if isinstance(theirs, dict) and isinstance(ours, dict) and theirs.keys() >= ours.keys():
            yield from (f"{name} {each}" for each in _changed(theirs, ours))
        elif theirs != ours:
            yield name


def _opened(path: Path) -> FileIO:
    """The file, which is then nobody else's. Raises ResultsError where it is, OSError."""
    while True:
        file = FileIO(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666), "r+b")
        try:
            if not locked(file.fileno()):
                raise ResultsError(f"{path}: another grading is writing it; wait for that one to end, or choose another folder")
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), os.stat(path)):
                    return file
        except BaseException:
            file.close()
            raise
        file.close()  # a grading that has just ended removed it between our opening and our locking it


def _line(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"
