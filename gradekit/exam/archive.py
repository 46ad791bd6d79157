"""Small zip archives: written the same for the same content, and read without trusting what is in them."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

from gradekit.errors import UsageError
from gradekit.printable import printable

__all__ = ["ARCHIVE_BYTES", "as_json", "is_plain", "packed", "unpacked"]

ARCHIVE_BYTES: Final = 64 * 1024 * 1024  # of what an archive holds, unpacked
_ENTRIES: Final = 2_000
_LISTED: Final = b"PK\x01\x02"  # what each entry's line in the archive's list begins with
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first moment that zip can tell: an archive must not depend on the clock
# Parts of a path that are names on every system, no device and nothing hidden.
_PART: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,99}")
_DEVICE: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of files (path with "/" → content), byte for byte the same for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3  # what wrote it must not show either
            archive.writestr(info, files[name])
    return buffer.getvalue()


def unpacked(content: bytes, what: str, most: int = ARCHIVE_BYTES) -> dict[str, bytes]:
    """The files of an archive. what: how messages call it.

    Raises UsageError where it is no archive or is damaged, where a name leads elsewhere or is there twice, where it is compressed in a way
    that gradekit does not write, and where it would unpack to more than most bytes, whatever sizes it claims.
    """
    files: dict[str, bytes] = {}
    left = most
    # Before anything reads the list: a hostile one of some megabytes takes a gigabyte as objects.
    if content.count(_LISTED) > 2 * _ENTRIES:
        raise UsageError(f"{what}: holds more than {_ENTRIES} files, which gradekit never writes")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > _ENTRIES:
                raise UsageError(f"{what}: holds more than {_ENTRIES} files, which gradekit never writes")
            for entry in entries:
                name = entry.filename
                if name in files or not is_plain(name):
                    raise UsageError(f"{what}: holds {printable(name)[:100]!r}, which gradekit never writes")
                # Others may ask for gigabytes before they give a byte, and are not everywhere.
                if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise UsageError(f"{what}: is compressed in a way that gradekit never writes")
                with archive.open(entry) as file:
                    files[name] = file.read(left + 1)
                left -= len(files[name])
                if left < 0:
                    raise UsageError(f"{what}: unpacks to more than {most:,} bytes")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError, IndexError) as fault:
        raise UsageError(f"{what}: is damaged, or none of gradekit's files ({printable(str(fault))[:100]})") from fault
    return files


def is_plain(name: str) -> bool:
    """Whether name is a path that stays below the folder it is unpacked into, on any system."""
    parts = name.split("/")
    return len(parts) <= 8 and all(_PART.fullmatch(part) and not _DEVICE.match(part) and not part.endswith(".") for part in parts)


def as_json(content: bytes, what: str) -> dict[str, Any]:
    """A JSON object. Raises UsageError where it is none."""
    try:
        data = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as fault:
        raise UsageError(f"{what}: no JSON ({printable(str(fault))[:100]})") from fault
    if not isinstance(data, dict):
        raise UsageError(f"{what}: no JSON object")
    return data
