"""JSON files of any length, read piece by piece: what is in memory is one piece and no more than as much again.

The pieces are parsed by the module json, so what they may hold is what it takes. Whoever reads says which parts come whole and which in
pieces; the order of an object's keys is the file's.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

__all__ = ["JsonReader", "no_constant"]

_CHUNK: Final = 1 << 18
_BLANKS: Final = re.compile(r"[ \t\n\r]*")
_AFTER_VALUE: Final = frozenset(" \t\n\r,:]}")


def no_constant(name: str) -> float:
    """Refuse NaN and Infinity, which the module json reads though JSON has no such numbers. Always raises ValueError."""
    raise ValueError(f"{name} is not JSON")


class JsonReader:
    """Walks through the JSON text in file, which must be UTF-8.

    offset: how many bytes stand before what comes next. Every method raises ValueError where the text is no JSON or is something else
    than it was asked for, RecursionError where it is nested too deep, and OSError.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.offset = 0
        self._file = file
        self._utf8 = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._parse = json.JSONDecoder(parse_constant=no_constant).raw_decode

    def sign(self) -> str:
        """The first character of what comes next; "" at the end of the file."""
        while True:
            self._go(_BLANKS.match(self._text, self._at).end())  # type: ignore[union-attr]  # it matches nothing, too
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def value(self) -> Any:
        """The whole value that comes next."""
        self.sign()
        while True:
            try:
                value, end = self._parse(self._text, self._at)
            except ValueError:
                # It may only be cut off here. A fault in the middle is known when nothing more comes.
                if not self._more():
                    raise
                continue
            length = end - self._at
            # The start of a number is a number: 1 of 1.5e3. Asking for more moves what is held to the front, even where nothing comes.
            if (end < len(self._text) and self._text[end] in _AFTER_VALUE) or not self._more():
                self._go(self._at + length)
                return value

    def members(self) -> Iterator[str]:
        """The keys of the object that comes next. The caller reads the value of each before it asks for the next one."""
        self._take("{")
        if self.sign() == "}":
            self._take("}")
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise ValueError(f"a key is no string but {key!r}")
            self._take(":")
            yield key
            if self._take(",", "}") == "}":
                return

    def items(self) -> Iterator[int]:
        """The numbers, from 0, of the items of the array that comes next. The caller reads each item before it asks for the next one."""
        self._take("[")
        if self.sign() == "]":
            self._take("]")
            return
        number = 0
        while True:
            yield number
            if self._take(",", "]") == "]":
                return
            number += 1

    def end(self) -> None:
        """Nothing comes any more."""
        if self.sign():
            raise ValueError(f"something stands behind the end, at byte {self.offset}")

    def _take(self, *signs: str) -> str:
        sign = self.sign()
        if sign not in signs:
            raise ValueError(f"{' or '.join(signs)} should stand at byte {self.offset}, not {sign!r}")
        self._go(self._at + 1)
        return sign

    def _go(self, to: int) -> None:
        self.offset += len(self._text[self._at : to].encode())
        self._at = to

    def _more(self) -> bool:
        """Read as much again as is held, so that even a long piece is parsed a few times only; False at the end of the file."""
        raw = self._file.read(max(_CHUNK, len(self._text) - self._at))
        self._text = self._text[self._at :] + self._utf8.decode(raw, final=not raw)
        self._at = 0
        return bool(raw)
