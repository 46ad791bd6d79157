"""Opening and decoding one file that nobody vouches for: no link is followed, no pipe waited for, no more read than asked for."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from gradekit.intake.submission import Refused, Source
from gradekit.text import Text

__all__ = ["decoded", "open_unlinked", "read_up_to"]

# Absent on Windows, where a link is told by the second look alone.
_FILE_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would hold the grader for ever
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER_FLAGS: Final = (
    getattr(os, "O_PATH", os.O_RDONLY)  # no right to list the folder is needed to open a file in it
    | getattr(os, "O_DIRECTORY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def open_unlinked(path: Path, levels: int) -> int:
    """A descriptor of path, neither it nor any of the levels of folders it is in being a link."""
    if os.open not in os.supports_dir_fd:  # Windows
        if any(each.is_symlink() for each in (path, *list(path.parents)[:levels])):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return os.open(path, _FILE_FLAGS)
    # By way of the folders' descriptors: O_NOFOLLOW looks at the last part of a path only.
    folder = os.open(path.parents[levels - 1], _FOLDER_FLAGS)
    try:
        for part in path.parts[-levels:-1]:
            inner = os.open(part, _FOLDER_FLAGS, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(path.name, _FILE_FLAGS, dir_fd=folder)
    finally:
        os.close(folder)


def read_up_to(handle: int, limit: int) -> bytes:
    """At most limit bytes."""
    parts: list[bytes] = []
    left = limit
    while left and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def decoded(name: str, raw: bytes) -> Source | Refused:
    """The text of raw, which must be UTF-8 without NUL; a byte order mark is dropped."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        at, line = fault.start, _line_of(raw, fault.start)
        return Refused(
            Text(
                en=f"{name} is not UTF-8 text: byte 0x{raw[at]:02x} at offset {at}, line {line}; save the file as UTF-8",
                ko=f"{name}: UTF-8 텍스트가 아닙니다. {line}행, 오프셋 {at}에 바이트 0x{raw[at]:02x} 값이 있습니다. "
                "파일을 UTF-8로 저장하십시오.",
            )
        )
    if (at := raw.find(b"\0")) >= 0:
        line = _line_of(raw, at)
        return Refused(
            Text(
                en=f"{name} holds a NUL byte at offset {at}, line {line}: it is not a text file; save it as plain UTF-8 text",
                ko=f"{name}: {line}행, 오프셋 {at}에 NUL 바이트가 있어 텍스트 파일이 아닙니다. 일반 UTF-8 텍스트로 저장하십시오.",
            )
        )
    return Source(name, text.removeprefix("\ufeff"))


def _line_of(raw: bytes, offset: int) -> int:
    before = raw[:offset].replace(b"\r\n", b"\n")
    return before.count(b"\n") + before.count(b"\r") + 1
