"""import.json: what became of every entry, and which files in SUBMISSIONS imports wrote. Nothing else there may be replaced.

A file is noted in a journal before it is written, so an import that was killed knows its own files when it is run again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from gradekit.errors import UsageError
from gradekit.intake.files import IMPORT_FILE
from gradekit.printable import printable
from gradekit.results import write_atomically

__all__ = ["IMPORT_FILE", "IMPORT_SCHEMA", "Record", "digest_of"]

IMPORT_SCHEMA: Final = "gradekit.import/1"
_JOURNAL: Final = ".import.journal"
_BYTES: Final = 500_000_000


class Record:
    """What imports wrote into a folder of submissions. files: STUDENT/NAME.py → what import.json holds of it.

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
            _lock(self._journal.fileno(), shown)
            self.files: dict[str, dict[str, Any]] = self._read()
            self._hashes: dict[str, set[str]] = {name: {each.get("sha256", "")} for name, each in self.files.items()}
            self._replay()
        except BaseException:
            self._end()
            raise

    def wrote(self, name: str, digest: str) -> bool:
        """Whether an import wrote the file with that SHA-256 there."""
        return digest in self._hashes.get(name, ())

    def note(self, name: str, digest: str) -> None:
        """Say that an import is about to write the file, before it does. Raises OSError."""
        self._journal.write(json.dumps([name, digest]) + "\n")
        self._journal.flush()

    def save(self, content: dict[str, Any]) -> None:
        """Write import.json, to which `files` is added, and end the journal. Raises OSError."""
        whole = {"schema": IMPORT_SCHEMA, **content, "files": {name: self.files[name] for name in sorted(self.files)}}
        write_atomically(self.path, json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n")
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

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            if self.path.is_symlink() or self.path.stat().st_size > _BYTES:
                raise ValueError("it is a link, or too large")
            held = json.loads(self.path.read_bytes())
            if not isinstance(held, dict) or held.get("schema") != IMPORT_SCHEMA:
                raise ValueError(f"its schema is not {IMPORT_SCHEMA}")
            files = held.get("files")
            if not isinstance(files, dict) or not all(isinstance(each, dict) for each in files.values()):
                raise ValueError("it lists no files")
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as fault:
            reason = printable(str(fault))[:100]
            raise UsageError(
                f"{printable(str(self.path))}: is not what an import of this version writes ({reason}); move it away, or change --out"
            ) from fault
        return files

    def _replay(self) -> None:
        """What an import that never came to its end was about to write. A line that was cut short was not written to."""
        self._journal.seek(0)
        for line in self._journal:
            try:
                name, digest = json.loads(line)
            except (ValueError, TypeError):
                continue
            if isinstance(name, str) and isinstance(digest, str):
                self._hashes.setdefault(name, set()).add(digest)
        self._journal.seek(0, os.SEEK_END)


def digest_of(path: Path) -> str | None:
    """The SHA-256 of the regular file at path; None for anything else that stands there."""
    if path.is_symlink() or not path.is_file():
        return None
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _lock(handle: int, shown: str) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        raise UsageError(f"{shown}: another import into it is under way; wait for it to end") from fault
