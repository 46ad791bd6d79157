"""import.json: what became of every entry, and which files in SUBMISSIONS imports wrote. Nothing else there may be replaced.

A file is noted in a journal before it is written, so an import that was killed knows its own files when it is run again. What is known
of a file is kept as JSON text, a tenth of what the objects take, and import.json is read and written piece by piece.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final

from gradekit.errors import UsageError
from gradekit.intake.files import IMPORT_FILE
from gradekit.json_reader import JsonReader
from gradekit.locks import locked
from gradekit.printable import printable
from gradekit.results import atomic_file, clear_half_written

__all__ = ["IMPORT_FILE", "IMPORT_SCHEMA", "Facts", "Record", "digest_of"]

IMPORT_SCHEMA: Final = "gradekit.import/1"
_JOURNAL: Final = ".import.journal"
_BYTES: Final = 500_000_000


class Facts:
    """What import.json says of something, kept small: an object as JSON text."""

    __slots__ = ("_text",)

    def __init__(self, held: Mapping[str, Any]) -> None:
        self._text = json.dumps(held, separators=(",", ":")) if held else ""

    def __call__(self) -> dict[str, Any]:
        held: dict[str, Any] = json.loads(self._text) if self._text else {}
        return held


class Record:
    """What imports wrote into a folder of submissions. files: STUDENT/NAME.py → what import.json holds of it, in parts.

    Opened as a context, it keeps other imports out. Raises UsageError where import.json is none of gradekit's, where the folder cannot
    be written, or where another import is under way.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / IMPORT_FILE
        shown = printable(str(folder))
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._journal = (folder / _JOURNAL).open("a+", encoding="utf-8")
        except OSError as fault:
            raise UsageError(f"{shown}: cannot be written ({fault.strerror or fault}); choose another --out") from fault
        try:
            if not locked(self._journal.fileno()):
                raise UsageError(f"{shown}: another import into it is under way; wait for it to end")
            self.files: dict[str, tuple[Facts, ...]] = self._read()
            self._noted: dict[str, set[str]] = {}
            self._replay()
            clear_half_written(folder)
        except BaseException:
            self._end()
            raise

    def wrote(self, name: str, digest: str) -> bool:
        """Whether an import wrote the file with that SHA-256 there."""
        return digest == self.about(name).get("sha256") or digest in self._noted.get(name, ())

    def about(self, name: str) -> dict[str, Any]:
        """What import.json holds of a file; nothing of one that no import wrote."""
        return {key: value for part in self.files.get(name, ()) for key, value in part().items()}

    def note(self, name: str, digest: str) -> None:
        """Say that an import is about to write the file, before it does. Raises OSError."""
        self._journal.write(json.dumps([name, digest]) + "\n")
        self._journal.flush()

    def save(self, head: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]) -> None:
        """Write import.json, head first, then a line for each entry and for each of `files`, and end the journal. Raises OSError."""
        with atomic_file(self.path) as file:
            file.write(_encoded({"schema": IMPORT_SCHEMA, **head}, indent=1).removesuffix(b"\n}") + b',\n "entries": [')
            _write_lines(file, (_encoded(each) for each in entries))
            file.write(b'\n ],\n "files": {')
            _write_lines(file, (_encoded(name) + b": " + _encoded(self.about(name)) for name in sorted(self.files)))
            file.write(b"\n }\n}\n")
        self._journal.truncate(0)

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        """Leave the journal where it still says something, and let go of it."""
        with contextlib.suppress(OSError):
            if os.fstat(self._journal.fileno()).st_size == 0:
                (self.folder / _JOURNAL).unlink()
        self._journal.close()

    def _read(self) -> dict[str, tuple[Facts, ...]]:
        try:
            if self.path.is_symlink() or self.path.stat().st_size > _BYTES:
                raise ValueError("it is a link, or too large")
            with self.path.open("rb") as file:
                return _files(JsonReader(file))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as fault:
            reason = printable(str(fault))[:100]
            raise UsageError(
                f"{printable(str(self.path))}: is not what an import of this version writes ({reason}); move it away, or change --out"
            ) from fault

    def _replay(self) -> None:
        """What an import that never came to its end was about to write. A line that was cut short was not written to."""
        self._journal.seek(0)
        for line in self._journal:
            try:
                name, digest = json.loads(line)
            except (ValueError, TypeError):
                continue
            if isinstance(name, str) and isinstance(digest, str):
                self._noted.setdefault(name, set()).add(digest)
                if not (self.folder / name).parent.is_symlink():
                    clear_half_written((self.folder / name).parent)
        self._journal.seek(0, os.SEEK_END)


def _files(reader: JsonReader) -> dict[str, tuple[Facts, ...]]:
    """The files that an import.json lists. Raises ValueError where it is none."""
    schema: Any = None
    files: dict[str, tuple[Facts, ...]] | None = None
    for key in reader.members():
        sign = reader.sign()
        if key == "files" and sign == "{":
            files = {}
            for name in reader.members():
                held = reader.value()
                if not isinstance(held, dict):
                    raise ValueError("it lists no files")
                files[name] = (Facts(held),)
        elif key == "entries" and sign == "[":
            for _ in reader.items():
                reader.value()
        else:
            value = reader.value()
            schema = value if key == "schema" else schema
            files = None if key == "files" else files
    reader.end()
    if schema != IMPORT_SCHEMA:
        raise ValueError(f"its schema is not {IMPORT_SCHEMA}")
    if files is None:
        raise ValueError("it lists no files")
    return files


def _encoded(value: Any, indent: int | None = None) -> bytes:
    """As JSON; a lone half of a character, which UTF-8 has not, as its escape."""
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "backslashreplace")


def _write_lines(file: BinaryIO, lines: Iterable[bytes]) -> None:
    for number, line in enumerate(lines):
        file.write((b",\n  " if number else b"\n  ") + line)


def digest_of(path: Path) -> str | None:
    """The SHA-256 of the regular file at path; None for anything else that stands there."""
    if path.is_symlink() or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()
