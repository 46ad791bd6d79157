"""A CSV file of which only some cells are changed: everything else stays as it was, to the byte.

The module csv tells what a cell holds, but not where it stands or how it was quoted, and what it writes is another file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gradekit.errors import UsageError
from gradekit.printable import printable

__all__ = ["Cell", "Sheet", "decimal_comma", "find", "number", "read_sheet", "unclear", "written"]

_BYTES: Final = 64 << 20
_DELIMITERS: Final = (",", ";", "\t")
_MARK: Final = "\ufeff"
_LONGEST: Final = 40  # characters of a number
# Possessive: a quote that is never closed is found out in one pass.
_QUOTED: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"')
_END: Final = re.compile(r"\r\n|\n|\r")
# 1,000 is a thousand in one country and one in another; 1,000.5 and 85,5 and 0,125 are the same everywhere.
_UNCLEAR: Final = re.compile(r"[-+]?[1-9]\d{0,2}(?:,\d{3})+")
_DECIMAL_POINT: Final = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+")
_DECIMAL_COMMA: Final = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: what it says, and from where to where it stands in the text, quotes included."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as it was read. rows: all but blank ones; text and encoding give its bytes again."""

    text: str
    encoding: str
    delimiter: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def header(self) -> list[str]:
        return [cell.value.strip() for cell in self.rows[0]]

    def value(self, row: int, column: int | None) -> str:
        """What a cell says, without blanks round it; "" where the row has no such cell."""
        cells = self.rows[row]
        return cells[column].value.strip() if column is not None and column < len(cells) else ""

    def changed(self, changes: Mapping[tuple[int, int], str]) -> bytes:
        """The file with other values in some cells, by row and column; each is quoted where it was, or where it must be."""
        pieces: list[str] = []
        done = 0
        for (row, column), value in sorted(changes.items()):
            cell = self.rows[row][column]
            quoted = self.text[cell.start : cell.start + 1] == '"' or any(each in value for each in (self.delimiter, '"', "\r", "\n"))
            pieces += [self.text[done : cell.start], '"' + value.replace('"', '""') + '"' if quoted else value]
            done = cell.end
        return ("".join(pieces) + self.text[done:]).encode(self.encoding)


def read_sheet(path: Path) -> Sheet:
    """The CSV at path, in UTF-8 or in the Korean code page that Excel writes. Raises UsageError."""
    shown = printable(str(path))
    try:
        with path.open("rb") as file:
            raw = file.read(_BYTES + 1)
    except OSError as fault:
        raise UsageError(f"{shown}: cannot be read ({fault.strerror or fault}); give the CSV that the platform exported") from fault
    if len(raw) > _BYTES:
        raise UsageError(f"{shown}: is larger than {_BYTES:,} bytes; give the CSV that the platform exported")
    text, encoding = _decoded(raw, shown)
    start = len(_MARK) if text.startswith(_MARK) else 0
    first = next((line for line in text[start:].splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=_outside_quotes(first).count)
    rows = tuple(row for row in _rows(text, start, delimiter, shown) if any(cell.value.strip() for cell in row))
    if not rows:
        raise UsageError(f"{shown}: is empty; give the CSV that the platform exported")
    return Sheet(text, encoding, delimiter, rows)


def decimal_comma(cells: Iterable[str]) -> bool | None:
    """Whether numbers are written with one: 85,5. False where a point shows, None where neither does.

    cells: of grades alone; elsewhere "3,4" is a list.
    """
    shown = [cell.strip() for cell in cells]
    if any(map(_DECIMAL_POINT.fullmatch, shown)):
        return False
    return True if any(_DECIMAL_COMMA.fullmatch(each) and not _UNCLEAR.fullmatch(each) for each in shown) else None


def written(points: str, *, comma: bool | None) -> str:
    """points as a sheet with or without decimal commas writes them."""
    return points.replace(".", ",") if comma else points


def number(text: str, comma: bool | None) -> float | None:
    """The number that a platform wrote; None where it is none, or cannot be told. comma: what decimal_comma says of the sheet."""
    plain = text.strip()
    if len(plain) >= _LONGEST:
        return None
    if _UNCLEAR.fullmatch(plain):
        if comma is None:
            return None
        plain = plain.replace(",", "." if comma else "")
    elif _DECIMAL_POINT.fullmatch(plain):
        plain = plain.replace(",", "")
    elif _DECIMAL_COMMA.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def unclear(text: str, comma: bool | None) -> bool:
    """Whether it is a number of which nobody can tell how large it is: 1,000 where no other number shows what a comma means."""
    return number(text, comma) is None and any(each.isdigit() for each in text)


def _decoded(raw: bytes, shown: str) -> tuple[str, str]:
    for encoding in ("utf-8", "cp949"):
        try:
            text = raw.decode(encoding)
            if "\0" not in text and text.encode(encoding) == raw:
                return text, encoding
        except UnicodeError:
            continue
    raise UsageError(f"{shown}: is neither UTF-8 nor the Korean code page 949; export it again, and do not save it from a spreadsheet")


def _outside_quotes(line: str) -> str:
    return _QUOTED.sub("", line)


def _rows(text: str, start: int, delimiter: str, shown: str) -> list[tuple[Cell, ...]]:
    plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*+")
    rows: list[tuple[Cell, ...]] = []
    row: list[Cell] = []
    place = start
    while place < len(text) or row:
        found = _QUOTED.match(text, place)
        if found is None and text.startswith('"', place):
            raise UsageError(f"{shown}: row {len(rows) + 1}: a quote is never closed; export the file again")
        rest = plain.match(text, found.end() if found else place)
        assert rest is not None
        value = (found[1].replace('""', '"') if found else "") + rest[0]
        row.append(Cell(value, place, rest.end()))
        place = rest.end()
        if text.startswith(delimiter, place):
            place += len(delimiter)
            if place < len(text):
                continue
            row.append(Cell("", place, place))  # a delimiter at the very end opens one more cell
        end = _END.match(text, place)
        place = end.end() if end else place
        rows.append(tuple(row))
        row = []
    return rows


def find(names: Sequence[str], wanted: str) -> int | None:
    """The place of a column, whatever its case and blanks; None where there is none."""
    plain = ["".join(name.casefold().split()) for name in names]
    sought = "".join(wanted.casefold().split())
    return plain.index(sought) if sought in plain else None
