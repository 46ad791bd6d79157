"""A bulk download, as a zip or unpacked: its entries by their paths, each read by itself within bounds.

One bad entry is a fault of that entry and stops nothing: a name that leads elsewhere, a link, a password, a bomb, damage. Nothing is
unpacked to disk, so no name in a download ever becomes a path. `.git` is never looked into.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from gradekit.errors import UsageError
from gradekit.intake.reading import open_unlinked
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["Download", "Entry", "Stream"]

_ENTRIES: Final = 100_000
_TOTAL_BYTES: Final = 4_000_000_000  # of all that is read of one download
_PIECE_BYTES: Final = 1 << 18
_DEPTH: Final = 30
_CHARACTERS: Final = 1_000  # of a path
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_ZIP_FAULTS: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(NotImplementedError, ValueError, IndexError, OverflowError, MemoryError),
)

_OUTSIDE: Final = Text(en="its name leads outside the download", ko="이름이 내려받은 폴더 밖을 가리킵니다.")
_TWICE: Final = Text(en="another entry has the same name", ko="이름이 같은 항목이 또 있습니다.")
_LINK: Final = Text(en="is a link", ko="링크입니다.")
_SPECIAL: Final = Text(en="is a pipe, a socket or a device", ko="파이프, 소켓 또는 장치입니다.")
_PASSWORD: Final = Text(en="is encrypted; ask for it without a password", ko="암호가 걸려 있습니다. 암호 없이 다시 받으십시오.")
_METHOD: Final = Text(en="is compressed in a way that no platform uses", ko="어느 플랫폼도 쓰지 않는 방식으로 압축되어 있습니다.")
_LONG: Final = Text(en="its name is too long", ko="이름이 너무 깁니다.")
_ODD: Final = Text(en="its name is in no encoding that is known", ko="이름의 문자 인코딩을 알 수 없습니다.")
_TOO_MUCH: Final = Text(
    en=f"the download unpacks to more than {_TOTAL_BYTES:,} bytes", ko=f"내려받은 파일을 풀면 {_TOTAL_BYTES:,}바이트가 넘습니다."
)
_DEEP: Final = Text(en="lies too deep in folders", ko="폴더가 너무 깊이 중첩되어 있습니다.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a download. path: its parts joined by "/", as text that is hostile wherever it is shown. fault: why it is not read.

    modified: when the file was last changed as the archive or the folder tells it (YYYYMMDDhhmmss, local time), 0 where it does not.
    """

    path: str
    modified: int = 0
    fault: Text | None = None
    _place: zipfile.ZipInfo | Path | None = field(default=None, repr=False, compare=False)

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.path.split("/"))


class Download:
    """The entries of the zip or folder at path, sorted by path. noise: those that a Mac laid beside the rest, which hold nobody's work.

    Raises UsageError where it is neither, where it cannot be read, or where it holds more entries than any course has.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left = _TOTAL_BYTES
        self._zip: zipfile.ZipFile | None = None
        shown = printable(str(path))
        try:
            if path.is_dir():
                found = list(self._limited(_in_folder(Path(os.path.realpath(path)))))
            else:
                self._zip = zipfile.ZipFile(path)
                found = list(self._limited(_in_zip(self._zip)))
        except FileNotFoundError as fault:
            raise UsageError(f"{shown}: no such file or folder; give the zip that the platform gave you, or its unpacked folder") from fault
        except _ZIP_FAULTS as fault:
            self.close()
            reason = printable(str(fault))[:100]
            raise UsageError(f"{shown}: is no zip archive or folder that can be read ({reason}); download it again") from fault
        except UsageError:
            self.close()
            raise
        listed = sorted(_once(found), key=lambda each: each.path)
        self.entries: Final = tuple(each for each in listed if not _is_noise(each))
        self.noise: Final = tuple(each for each in listed if _is_noise(each))

    def read(self, entry: Entry, limit: int) -> bytes | Text:
        """The content of an entry, or why there is none: a fault, damage, or more than limit bytes."""
        with self.stream(entry, limit) as stream:
            content = b"".join(iter(lambda: stream.read(_PIECE_BYTES), b""))
            return content if stream.fault is None else stream.fault

    @contextlib.contextmanager
    def stream(self, entry: Entry, limit: int) -> Iterator[Stream]:
        """An entry to be read piece by piece, at most limit bytes of it. What is wrong with it is told by the stream's fault."""
        if entry.fault is not None or self._left <= 0:
            yield Stream(entry.fault or _TOO_MUCH, limit)
            return
        place = entry._place
        with contextlib.ExitStack() as opened:
            try:
                if isinstance(place, Path):
                    stream = self._of_file(place, entry, limit, opened)
                else:
                    assert place is not None and self._zip is not None
                    large = place.file_size > limit
                    stream = Stream(_too_large(limit) if large else opened.enter_context(self._zip.open(place)), limit)
            except _ZIP_FAULTS as fault:
                stream = Stream(_damaged(fault), limit)
            try:
                yield stream
            finally:
                self._left -= stream.taken

    def close(self) -> None:
        if self._zip is not None:
            self._zip.close()

    def __enter__(self) -> Download:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _limited(self, found: Iterator[Entry]) -> Iterator[Entry]:
        for number, entry in enumerate(found):
            if number >= _ENTRIES:
                raise UsageError(f"{printable(str(self.path))}: holds more than {_ENTRIES:,} files; give the download of one assignment")
            yield entry

    @staticmethod
    def _of_file(path: Path, entry: Entry, limit: int, opened: contextlib.ExitStack) -> Stream:
        handle = open_unlinked(path, len(entry.parts))
        opened.callback(os.close, handle)
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return Stream(_SPECIAL, limit)
        return Stream(_too_large(limit) if status.st_size > limit else open(handle, "rb", closefd=False), limit)


class Stream:
    """An entry that is read piece by piece. fault: why there is nothing, or nothing more, to read. taken: how many bytes were read."""

    def __init__(self, source: IO[bytes] | Text, limit: int) -> None:
        self.fault = source if isinstance(source, Text) else None
        self.taken = 0
        self._file = None if isinstance(source, Text) else source
        self._limit = limit

    def read(self, size: int) -> bytes:
        """At most size bytes; none at the end, and after a fault."""
        if self._file is None or self.fault is not None:
            return b""
        try:
            piece = self._file.read(min(size, self._limit + 1 - self.taken))
        except _ZIP_FAULTS as fault:
            self.fault = _damaged(fault)
            return b""
        self.taken += len(piece)
        if self.taken > self._limit:  # the sizes in an archive's list are claims
            self.fault = _too_large(self._limit)
            return b""
        return piece


def _damaged(fault: BaseException) -> Text:
    reason = printable(str(fault))[:100]
    return Text(en=f"is damaged or cannot be read ({reason})", ko=f"손상되었거나 읽을 수 없습니다({reason}).")


def _too_large(limit: int) -> Text:
    return Text(en=f"is larger than {limit:,} bytes", ko=f"{limit:,}바이트보다 큽니다.")


def _once(found: list[Entry]) -> Iterator[Entry]:
    """The entries, those whose name another one had before them with a fault: which one is meant nobody can tell."""
    seen: set[str] = set()
    for entry in found:
        yield entry if entry.path not in seen or entry.fault else Entry(entry.path, entry.modified, _TWICE)
        seen.add(entry.path)


def _is_noise(entry: Entry) -> bool:
    name = entry.parts[-1]
    return entry.fault is None and (name.startswith("._") or name == ".DS_Store" or "__MACOSX" in entry.parts)


def _in_zip(archive: zipfile.ZipFile) -> Iterator[Entry]:
    for info in archive.infolist():
        name = _zip_name(info)
        if name.endswith("/") or ".git" in name.split("/"):
            continue
        path, fault = _plain(name)
        mode = info.external_attr >> 16
        if fault is None and info.create_system == 3 and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            fault = _LINK if stat.S_ISLNK(mode) else _SPECIAL
        if fault is None and info.flag_bits & 0x1:
            fault = _PASSWORD
        if fault is None and info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            fault = _METHOD  # LZMA would take as much memory as the archive says
        year, month, day, hour, minute, second = info.date_time
        modified = int(f"{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}") if year > 1980 else 0
        yield Entry(path, modified, fault, info)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """The name with "/" between its parts. Where no flag says that it is UTF-8 it may be that, or the Korean code page of Windows."""
    name = info.filename
    if not info.flag_bits & 0x800 and not name.isascii():
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for encoding in ("utf-8", "cp949") if raw else ():
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _plain(name: str) -> tuple[str, Text | None]:
    """The path without what says nothing, and its fault."""
    parts = [part for part in name.split("/") if part not in ("", ".")]
    path = unicodedata.normalize("NFC", "/".join(parts)) or name
    if name.startswith("/") or ".." in parts or _DRIVE.match(name) or "\0" in name:
        return name, _OUTSIDE
    if any("\ud800" <= each <= "\udfff" for each in path):
        return path, _ODD
    return path, _LONG if len(path) > _CHARACTERS else _DEEP if len(parts) > _DEPTH else None


def _in_folder(root: Path) -> Iterator[Entry]:
    """Every file below root, links and what is no file with a fault; deeper than any platform goes, the folder is the entry."""
    waiting: list[tuple[Path, str]] = [(root, "")]
    while waiting:
        folder, before = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda each: each.name)
        except OSError as fault:
            if not before:
                raise
            reason = fault.strerror or str(fault)
            yield Entry(before.removesuffix("/"), 0, Text(en=f"cannot be listed ({reason})", ko=f"폴더의 내용을 볼 수 없습니다({reason})."))
            continue
        for each in found:
            try:
                status = each.stat(follow_symlinks=False)
            except OSError:
                continue  # gone since
            name = _decoded(each.name)
            path, wrong = _plain(before + name)
            if stat.S_ISDIR(status.st_mode):
                if each.name == ".git":
                    continue
                if wrong is None:
                    waiting.append((folder / each.name, f"{before}{name}/"))
                    continue
            elif not stat.S_ISREG(status.st_mode):
                wrong = wrong or (_LINK if stat.S_ISLNK(status.st_mode) else _SPECIAL)
            elif each.name == ".git":
                continue
            yield Entry(path, _moment(status.st_mtime), wrong, folder / each.name)


def _decoded(name: str) -> str:
    """A name that is not UTF-8 may be in the Korean code page; else it keeps its surrogates."""
    if not any("\ud800" <= each <= "\udfff" for each in name):
        return name
    try:
        return os.fsencode(name).decode("cp949")
    except UnicodeDecodeError:
        return name


def _moment(seconds: float) -> int:
    try:
        return int(datetime.fromtimestamp(seconds).strftime("%Y%m%d%H%M%S"))
    except (OverflowError, ValueError, OSError):
        return 0
