"""Tables as people keep them: CSV from a registrar's office, a learning platform or a spreadsheet, in any of its usual spellings."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError

__all__ = ["delimiter_of", "table_text"]

_BYTES: Final = 10_000_000
_DELIMITERS: Final = (",", ";", "\t")


def table_text(path: Path, shown: str) -> str:
    """The text of the table at path: UTF-8 with or without a byte order mark, UTF-16, or the Korean code page that Excel writes.

    shown: how messages call it. Raises UsageError, in one line.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise UsageError(f"{shown}: is larger than {_BYTES:,} bytes, which no table of a class is")
        raw = path.read_bytes()
    except OSError as fault:
        raise UsageError(f"{shown}: cannot be read ({fault.strerror or fault}); give a CSV file") from fault
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp949"):
        try:
            return unicodedata.normalize("NFC", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UsageError(f"{shown}: is neither UTF-8 nor the Korean code page 949; save it as 'CSV UTF-8'")


def delimiter_of(text: str) -> str:
    """The one that the line of names holds most of; a name of a column holds none of them."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)
