"""A Jupyter notebook → one Python program, made of its code cells. It is read as JSON and nothing else; nothing in it is run or shown.

The reader is our own, because it must take what students really hand in and survive what they might: nbformat, which validates, refuses
notebooks whose code is perfectly readable (a cell without "outputs", say) and raises whatever comes up on JSON that only looks like one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["NOTEBOOK_BYTES", "NOTEBOOK_SUFFIX", "Cell", "NotebookUnreadable", "Program", "program"]

NOTEBOOK_SUFFIX: Final = ".ipynb"
NOTEBOOK_BYTES: Final = 10_000_000  # ten times a program's: a notebook carries the pictures that its cells drew
_NOTES: Final = 40
_SHOWN: Final = 60

# What stands in a cell after one of these is no Python.
_OTHER_LANGUAGES: Final = frozenset(
    {"bash", "sh", "script", "cmd", "system", "sx", "html", "svg", "javascript", "js", "latex", "markdown", "perl", "ruby", "r", "julia"}
    | {"octave", "sql", "cython", "python2", "pypy"}
)
_CELL_MAGIC: Final = re.compile(r"\s*%%(!|\w+)")
# IPython's own lines: %magic, !command, ?name, name?, and what they give assigned to a name. "!=" goes on with an expression.
_LINE_MAGIC: Final = re.compile(r"\s*(%{1,2}[A-Za-z_]|!(?!=)|\?)|\s*[\w.]{1,80}\?{1,2}\s*$|\s*[\w., ]{1,80}=\s*(%[A-Za-z_]|!(?!=))")
_SKIP: Final = re.compile(r"\s*#\s*gradekit:\s*skip\b", re.IGNORECASE)
_LINE_END: Final = re.compile(r"\r\n|\r|\n")  # Python's; str.splitlines knows more of them, and would number lines differently
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PIECE: Final = re.compile(
    r"""(?P<comment>\#.*) | (?P<triple>\"{3}|'{3}) | (?P<string>"(?:[^"\\]|\\.)*+"? | '(?:[^'\\]|\\.)*+'?)
    | (?P<open>[(\[{]) | (?P<close>[)\]}]) | (?P<on>\\$)""",
    re.VERBOSE,
)
_CLOSING: Final = {quote: re.compile(rf"(?:[^\\]|\\.|\\$)*?{quote}") for quote in ('"""', "'''")}


class NotebookUnreadable(Exception):
    """It is no notebook, or has no Python; `reason` says why, for its owner, to be read after the file's name."""

    def __init__(self, en: str, ko: str) -> None:
        super().__init__(en)
        self.reason = Text(en=en, ko=ko)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell is in the program: on its lines first to last, from 1. number: its place among all cells, of text too, from 1."""

    number: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Program:
    """The code cells as one program. notes: what of them was left out, and why."""

    text: str
    cells: tuple[Cell, ...]
    notes: tuple[Text, ...]

    def place(self, line: int) -> tuple[int, int] | None:
        """The cell that a line of the program came from, and which line of that cell it is, from 1."""
        return next(((cell.number, line - cell.first + 1) for cell in self.cells if cell.first <= line <= cell.last), None)


def program(text: str) -> Program:
    """The code cells of a notebook, versions 1 to 4, each after a comment "# --- cell N".

    Lines that only IPython understands become comments, so that the others keep their numbers within the cell. Left out are cells in
    other languages, cells that begin with "# gradekit: skip", and nbgrader's own tests. Lone halves of characters are replaced.
    Raises NotebookUnreadable for whatever is no notebook.
    """
    lines: list[str] = []
    cells: list[Cell] = []
    notes: list[Text] = []
    seen = False
    for number, source, metadata in _code_cells(_parsed(text)):
        seen = True
        code = _python(number, source, metadata, notes)
        if code is None:
            continue
        lines += ["", f"# --- cell {number}"] if lines else [f"# --- cell {number}"]
        cells.append(Cell(number, len(lines) + 1, len(lines) + len(code)))
        lines += code
    if not seen:
        raise NotebookUnreadable("holds no code cell", "코드 셀이 없습니다")
    if len(notes) > _NOTES:
        more = len(notes) - _NOTES
        notes[_NOTES:] = [Text(en=f"and {more} more such notes", ko=f"그 밖에 {more}건이 더 있습니다.")]
    return Program("\n".join(lines) + "\n", tuple(cells), tuple(notes))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError, MemoryError) as fault:  # ValueError: no JSON, or a number of thousands of digits
        deep = isinstance(fault, RecursionError)
        raise NotebookUnreadable(
            "is nested too deep to be a notebook" if deep else "is no JSON, as a notebook must be",
            "너무 깊이 중첩되어 노트북으로 읽을 수 없습니다" if deep else "JSON 형식이 아니어서 노트북으로 읽을 수 없습니다",
        ) from None


def _code_cells(book: Any) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each code cell's place, source and metadata. Versions 2 and 3 keep the cells in worksheets; 1 calls the source "code"."""
    if not isinstance(book, dict):
        return
    sheets = book.get("worksheets")
    number = 0
    for holder in (book, *(sheets if isinstance(sheets, list) else ())):
        held = holder.get("cells") if isinstance(holder, dict) else None
        for cell in held if isinstance(held, list) else ():
            number += 1
            if isinstance(cell, dict) and cell.get("cell_type") == "code":
                source = cell.get("source", cell.get("input", cell.get("code")))
                parts = source if isinstance(source, list) else [source]
                metadata = cell.get("metadata")
                yield number, "".join(part for part in parts if isinstance(part, str)), metadata if isinstance(metadata, dict) else {}


def _python(number: int, source: str, metadata: dict[str, Any], notes: list[Text]) -> list[str] | None:
    """The lines of a cell that are Python; None where it is left out. Adds to notes."""
    nbgrader = metadata.get("nbgrader")
    if isinstance(nbgrader, dict) and nbgrader.get("grade") is True and nbgrader.get("solution") is False:
        notes.append(Text(en=f"cell {number}: nbgrader's own tests, left out", ko=f"셀 {number}: nbgrader의 테스트라서 제외했습니다."))
        return None
    halves = len(_SURROGATE.findall(source))
    if halves:
        source = _SURROGATE.sub("\ufffd", source)
        notes.append(
            Text(en=f"cell {number}: {halves} broken characters replaced", ko=f"셀 {number}: 깨진 문자 {halves}개를 바꾸었습니다.")
        )
    lines = _LINE_END.split(source.removesuffix("\n"))
    first = next((line for line in lines if line.strip()), "")
    if _SKIP.match(first):
        notes.append(Text(en=f"cell {number}: marked to be skipped", ko=f"셀 {number}: 제외하라는 표시가 있어 제외했습니다."))
        return None
    magic = _CELL_MAGIC.match(first)
    if magic and (magic[1] == "!" or magic[1].lower() in _OTHER_LANGUAGES):
        name = printable(magic[1][:_SHOWN])
        notes.append(
            Text(en=f"cell {number}: %%{name} is no Python, left out", ko=f"셀 {number}: %%{name} 셀은 파이썬이 아니어서 제외했습니다.")
        )
        return None
    return _without_magics(number, lines, notes)


def _without_magics(number: int, lines: list[str], notes: list[Text]) -> list[str]:
    """The same lines, those of IPython made comments. Inside a string, brackets or a statement that goes on nothing is IPython's."""
    state = _Statement()
    dropped: list[str] = []
    made: list[str] = []
    goes_on, indent = False, ""
    for line in lines:
        if goes_on or (not state.inside and _LINE_MAGIC.match(line)):
            if not goes_on:
                dropped.append(line.strip())
                indent = line[: len(line) - len(line.lstrip())]
            made.append(f"{indent}pass  # {line.strip()}" if indent else f"# {line}")
            goes_on = line.endswith("\\")
            continue
        state.take(line)
        made.append(line)
    if dropped:
        shown = printable(dropped[0][:_SHOWN])
        notes.append(
            Text(
                en=f"cell {number}: {len(dropped)} lines for IPython left out, the first: {shown}",
                ko=f"셀 {number}: IPython 명령 {len(dropped)}줄을 제외했습니다. 첫 줄: {shown}",
            )
        )
    return made


class _Statement:
    """Whether the next line goes on with a statement: within a string of three quotes or brackets, or after a backslash."""

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._on = False

    @property
    def inside(self) -> bool:
        return bool(self._quote or self._depth or self._on)

    def take(self, line: str) -> None:
        self._on = False
        at = 0
        while at < len(line):
            found = (_CLOSING[self._quote].match if self._quote else _PIECE.search)(line, at)
            if found is None:
                return
            at = found.end()
            if self._quote:
                self._quote = ""
                continue
            match found.lastgroup:
                case "triple":
                    self._quote = found[0]
                case "open":
                    self._depth += 1
                case "close":
                    self._depth = max(0, self._depth - 1)
                case "on":
                    self._on = True
                case _:
                    pass
