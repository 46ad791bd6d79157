"""A Jupyter notebook → one Python program, made of its code cells. It is read as JSON and nothing else; nothing in it is run or shown.

The reader is our own, because it must take what students really hand in and survive what they might: nbformat, which validates, refuses
notebooks whose code is perfectly readable (a cell without "outputs", say) and raises whatever comes up on JSON that only looks like one.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
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

_CELL_MAGIC: Final = re.compile(r"\s*%%(!|\w+)(.*)")
# A cell after one of these is Python that runs in the notebook's own process. Anybody can add magics, so all others may be anything:
# IPython documents the first five, the others are profilers that run the cell.
_PYTHON_CELLS: Final = frozenset({"capture", "debug", "prun", "time", "timeit", "memit", "pyinstrument", "scalene", "snakeviz"})
_FILE_CELLS: Final = frozenset({"file", "writefile"})  # work all the same, where the file is Python
# IPython's own lines: %magic, !command, ?name, name?. "!=" goes on with an expression.
_LINE_MAGIC: Final = re.compile(r"\s*(?:%|!(?!=)|\?)|\s*[\w.]{1,80}\?{1,2}\s*$")
# What they give, assigned: names = !command, d['x'] = %magic. Quotes stand in brackets only, so that what follows "=" is in no string.
_ASSIGNED: Final = re.compile(
    r"""(?:[\w.,\s]|\[(?:[^\[\]"'=#]|"[^"\\]*+"|'[^'\\]*+')*+\])++=\s*(?:%[A-Za-z_]|!(?!=))""",
)
# if found: !command, up to what is no Python.
_SUITE: Final = re.compile(
    r"""\s*(?:if|elif|else|for|while|with|try|except|finally)\b
    (?:[^"'#:] | :(?!\s*[!%]) | "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+')*+ :\s*(?=!(?!=)|%[A-Za-z_])""",
    re.VERBOSE,
)
# IPython runs these without a % before them, as long as they are no Python.
_SHELL: Final = re.compile(
    r"\s*(?:pip3?|conda|micromamba|mamba|uv|cd|pwd|pushd|popd|ls|ll|ldir|mkdir|rmdir|cat|cp|mv|rm|ren|copy|echo|less|more|man|env"
    r"|matplotlib|pylab|load_ext|reload_ext|autoreload)(?=\s|$)"
)
_SHELL_CHARACTERS: Final = 1000
_SHELL_ROWS: Final = 20
_SHELL_COMMANDS: Final = 1000
_PROMPTS: Final = (
    (re.compile(r">>>(?: |$)"), re.compile(r"(?:>>>|\.\.\.)(?: |$)")),
    (re.compile(r"In \[\d+\]: "), re.compile(r"In \[\d+\]: |\s*\.{3,}: ?")),
)
_FUTURE: Final = re.compile(r"from\s++__future__\s++import\b\s*+(?:([\w\s,]++)|\(([\w\s,]++)\)\s*+);?\s*+(?:#.*)?")
_DOCSTRING: Final = re.compile(r"[rRuU]?[\"']")
# All of Python's but the joke, which gives "!=" up: an import of anything else stays where it is, for its error to name the place.
_FEATURES: Final = frozenset(
    {"annotations", "absolute_import", "division", "generator_stop", "generators", "nested_scopes", "print_function", "unicode_literals"}
    | {"with_statement"}
)
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

    Lines that only IPython or a shell understands become comments, so that the others keep their numbers within the cell. Left out are
    cells under a magic that is not known to run Python, cells that begin with "# gradekit: skip", and nbgrader's own tests. What is
    imported from __future__ after other code stands before the first cell. Lone halves of characters are replaced.
    Raises NotebookUnreadable for whatever is no notebook.
    """
    kept: list[tuple[int, list[str]]] = []
    notes: list[Text] = []
    shell = _Shell()
    seen = False
    for number, source, metadata in _code_cells(_parsed(text)):
        seen = True
        code = _python(number, source, metadata, shell, notes)
        if code is not None:
            kept.append((number, code))
    if not seen:
        raise NotebookUnreadable("holds no code cell", "코드 셀이 없습니다")
    features = _late_features([code for _, code in kept])
    lines = [f"from __future__ import {', '.join(features)}"] if features else []
    cells: list[Cell] = []
    for number, code in kept:
        lines += ["", f"# --- cell {number}"] if lines else [f"# --- cell {number}"]
        cells.append(Cell(number, len(lines) + 1, len(lines) + len(code)))
        lines += code
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


def _python(number: int, source: str, metadata: dict[str, Any], shell: _Shell, notes: list[Text]) -> list[str] | None:
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
    lines = _as_typed(_LINE_END.split(source.removesuffix("\n")))
    if _SKIP.match(_first_of(lines)):
        notes.append(Text(en=f"cell {number}: marked to be skipped", ko=f"셀 {number}: 제외하라는 표시가 있어 제외했습니다."))
        return None
    magic = _foreign_magic(lines)
    if magic:
        name = printable(magic[:_SHOWN])
        notes.append(
            Text(
                en=f"cell {number}: %%{name} is not known to run Python of the notebook, left out",
                ko=f"셀 {number}: %%{name}이(가) 노트북의 파이썬을 실행하는 명령인지 알 수 없어 제외했습니다.",
            )
        )
        return None
    return _without_magics(number, lines, shell, notes)


def _first_of(lines: list[str]) -> str:
    return next((line for line in lines if line.strip()), "")


def _as_typed(lines: list[str]) -> list[str]:
    """Without the prompts, or the indentation of the whole cell, that came with what was pasted: IPython takes both."""
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    indent = _indentation(first)
    if indent:
        lines = [line.removeprefix(indent) for line in lines]
    first = _first_of(lines)
    for begins, prompt in _PROMPTS:
        if begins.match(first):
            return [line[found.end() :] if (found := prompt.match(line)) else line for line in lines]
    return lines


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _foreign_magic(lines: list[str]) -> str:
    """The magic that the cell stands under, "" for none or one that runs Python. One may stand under another: %%capture, then %%bash."""
    for line in lines:
        magic = _CELL_MAGIC.match(line)
        if magic is None:
            if line.strip():
                return ""
            continue
        name = magic[1].lower()
        written = name in _FILE_CELLS and magic[2].rstrip(" \t\"'").endswith(".py")
        if not written and name not in _PYTHON_CELLS:
            return magic[1]
    return ""


def _without_magics(number: int, lines: list[str], shell: _Shell, notes: list[Text]) -> list[str]:
    """The same lines, those of IPython made comments. Inside a string, brackets or a statement that goes on nothing is IPython's."""
    state = _Statement()
    dropped: list[str] = []
    made: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        count, head = (0, "") if state.inside else _for_ipython(lines, at, shell)
        if count:
            rest = line[len(head) :].strip()
            dropped.append(rest)
            line = f"{head}pass  # {rest}" if head else f"# {line}"
        state.take(line)
        made.append(line)
        made += [f"# {each}" for each in lines[at + 1 : at + count]]
        at += count or 1
    if dropped:
        shown = printable(dropped[0][:_SHOWN])
        notes.append(
            Text(
                en=f"cell {number}: {len(dropped)} lines for IPython left out, the first: {shown}",
                ko=f"셀 {number}: IPython 명령 {len(dropped)}줄을 제외했습니다. 첫 줄: {shown}",
            )
        )
    return made


def _for_ipython(lines: list[str], at: int, shell: _Shell) -> tuple[int, str]:
    """How many lines from at on are one command for IPython, 0 for none; and what of the first stands before it and stays."""
    line = lines[at]
    suite = _SUITE.match(line)
    if suite or _LINE_MAGIC.match(line) or _ASSIGNED.match(line):
        last = at
        while last < len(lines) - 1 and lines[last].endswith("\\"):
            last += 1
        return last - at + 1, suite[0] if suite else _indentation(line)
    return shell.lines(lines, at), _indentation(line)


def _late_features(cells: list[list[str]]) -> tuple[str, ...]:
    """What the cells import from __future__, where Python would not take it because code stands before it; the imports become comments."""
    if not any("__future__" in line for code in cells for line in code):
        return ()
    found: list[tuple[list[str], int, int]] = []
    names: set[str] = set()
    begun = late = False
    for code in cells:
        for first, after in _statements(code):
            text = "\n".join(code[first:after])
            imported = _FUTURE.fullmatch(text)
            features = {each.strip() for each in (imported[1] or imported[2]).strip(", \n").split(",")} if imported else set()
            if features and features <= _FEATURES:
                found.append((code, first, after))
                names |= features
                late = late or begun
            elif text.strip() and not text.lstrip().startswith("#") and not _DOCSTRING.match(text):
                begun = True
    if not late:
        return ()
    for code, first, after in found:
        code[first:after] = [f"# {line}" for line in code[first:after]]
    return tuple(sorted(names))


def _statements(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The statements, as far as lines tell them apart: each one's first line and the line after it, from 0."""
    state = _Statement()
    first = 0
    for at, line in enumerate(lines):
        state.take(line)
        if not state.inside or at == len(lines) - 1:
            yield first, at + 1
            first = at + 1


class _Shell:
    """Tells lines that are a shell's. Whether one is Python only parsing it can tell, so they have to be short and not too many."""

    def __init__(self) -> None:
        self._left = _SHELL_COMMANDS

    def lines(self, lines: list[str], at: int) -> int:
        """How many lines from at on are one command, 0 for none."""
        if not self._left or not _SHELL.match(lines[at]):
            return 0
        self._left -= 1
        state = _Statement()
        taken: list[str] = []
        while at + len(taken) < len(lines) and (state.broken or not taken):
            taken.append(lines[at + len(taken)])
            if sum(map(len, taken)) > _SHELL_CHARACTERS or len(taken) > _SHELL_ROWS:
                return 0
            state.take(taken[-1])
        return 0 if state.inside or _is_python("\n".join(taken).strip()) else len(taken)


def _is_python(text: str) -> bool:
    """Whether a short text parses; where that cannot be told, it may."""
    try:
        # As for "\d", which -W error would make an error.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError:
        return False
    except (ValueError, RecursionError, MemoryError):
        pass
    return True


class _Statement:
    """Whether the next line goes on with a statement: within a string of three quotes or brackets, or after a backslash."""

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._on = False

    @property
    def inside(self) -> bool:
        return bool(self._quote or self._depth or self._on)

    @property
    def broken(self) -> bool:
        """Whether a backslash is all that makes it go on."""
        return self._on and not (self._quote or self._depth)

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
