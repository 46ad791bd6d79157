"""Hostile text made safe to show on a terminal or in a one-line message.

Student names, file names and a submission's own words may hold escape sequences that move the cursor, marks that turn
the reading direction round, and halves of characters that cannot be encoded. The data keeps them; whoever prints shows them as
visible escapes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["printable"]

_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# C0 with DEL and C1; the Arabic letter mark and the bidirectional marks, embeddings, overrides and isolates (Unicode TR 9);
# line and paragraph separators; deprecated format characters; the byte order mark and annotation anchors; lone surrogates; what
# shows as nothing, so that two students could look alike (the soft hyphen, fillers of Hangul and Khmer, spaces and operators
# without a width, tags); private characters, which mean something else on every machine. Joiners stay: emoji and several scripts need them.
_UNSAFE: Final = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xF8FF),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xE0000, 0xE0FFF),
    (0xF0000, 0x10FFFF),
)


def printable(text: str, keep: str = "") -> str:
    """text with every character that could steer a terminal or hide itself shown as an escape such as ``\\x1b`` or ``\\u202e``.

    Ordinary Unicode, Korean and emoji stay as they are, and so do the characters in keep (``"\\n"`` for text of several lines).
    The answer can always be encoded in UTF-8, unless keep holds a surrogate.
    """
    return _UNSAFE_CHARACTER.sub(lambda found: found[0] if found[0] in keep else _escape(found[0]), text)


_UNSAFE_CHARACTER: Final = re.compile("[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in _UNSAFE) + "]")


@lru_cache(maxsize=1024)
def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
