"""Hostile text made safe to show on a terminal or in a one-line message.

Student names, file names and a submission's own words may hold escape sequences that move the cursor, marks that turn
the reading direction round, and halves of characters that cannot be encoded. The data keeps them; whoever prints shows them as
visible escapes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

__all__ = ["printable"]

_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# C0 with DEL and C1; the Arabic letter mark and the bidirectional marks, embeddings, overrides and isolates (Unicode TR 9);
# line and paragraph separators; deprecated format characters; the byte order mark and annotation anchors; lone surrogates.
# Joiners stay: emoji and several scripts are written with them.
_UNSAFE: Final = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x206F),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
)


def printable(text: str, keep: str = "") -> str:
    """text with every character that could steer a terminal or hide itself shown as an escape such as ``\\x1b`` or ``\\u202e``.

    Ordinary Unicode, Korean and emoji stay as they are, and so do the characters in keep (``"\\n"`` for text of several lines).
    The answer can always be encoded in UTF-8, unless keep holds a surrogate.
    """
    return text.translate(_table(keep))


@lru_cache(maxsize=8)
def _table(keep: str) -> dict[int, str]:
    return {code: _escape(code) for first, last in _UNSAFE for code in range(first, last + 1) if chr(code) not in keep}


def _escape(code: int) -> str:
    return _SHORT.get(chr(code)) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
