"""A Jupyter notebook → the Python in its code cells. It is read as JSON and nothing else; nothing in it is run or shown as a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from gradekit.text import Text

__all__ = ["NotebookUnreadable", "cells"]

# What stands in a cell after one of these is no Python.
_OTHER_LANGUAGES: Final = frozenset(
    {"bash", "sh", "script", "cmd", "html", "HTML", "javascript", "js", "latex", "markdown", "svg", "SVG", "perl", "ruby", "R", "sql"}
)
_CELL_MAGIC: Final = re.compile(r"\s*%%(\w+)")
# IPython's own lines: %magic, !command, ?name, name?, and what they give assigned to a name. "% name" and "!=" go on with an expression.
_LINE_MAGIC: Final = re.compile(r"\s*(%{1,2}[A-Za-z_]|!(?!=)|\?)|[\w.]{1,80}\?{1,2}$|\s*[\w., ]{1,80}=\s*(%[A-Za-z_]|!(?!=))")


class NotebookUnreadable(Exception):
    """It is no notebook; `reason` says why, for its owner."""

    def __init__(self, en: str, ko: str) -> None:
        super().__init__(en)
        self.reason = Text(en=en, ko=ko)


def cells(text: str) -> list[str]:
    """The Python of each code cell in order, without magics, shell lines and cells in other languages.

    Versions 4 and 3 of the format are read, and no more of them than is needed. Raises NotebookUnreadable for whatever is no notebook.
    """
    try:
        book = json.loads(text)
    except (ValueError, RecursionError, MemoryError) as fault:  # ValueError: no JSON, or a number of thousands of digits
        deep = isinstance(fault, RecursionError)
        raise NotebookUnreadable(
            "is nested too deep to be a notebook" if deep else "is no JSON, as a notebook must be",
            "너무 깊이 중첩되어 노트북으로 읽을 수 없습니다" if deep else "JSON 형식이 아니어서 노트북으로 읽을 수 없습니다",
        ) from None
    found = [_python(source) for source in _sources(book)]
    if not found:
        raise NotebookUnreadable("holds no code cell", "코드 셀이 없습니다")
    return found


def _sources(book: Any) -> Iterator[str]:
    if not isinstance(book, dict):
        return
    sheets = book.get("worksheets")
    for holder in (book, *(sheets if isinstance(sheets, list) else ())):
        held = holder.get("cells") if isinstance(holder, dict) else None
        for cell in held if isinstance(held, list) else ():
            if isinstance(cell, dict) and cell.get("cell_type") == "code":
                source = cell.get("source", cell.get("input"))
                parts = source if isinstance(source, list) else [source]
                yield "".join(part for part in parts if isinstance(part, str))


def _python(source: str) -> str:
    lines = source.splitlines()
    for at, line in enumerate(lines):
        if line.strip():
            magic = _CELL_MAGIC.match(line)
            if magic:
                lines = [] if magic[1] in _OTHER_LANGUAGES else lines[at + 1 :]
            break
    return "\n".join(line for line in lines if not _LINE_MAGIC.match(line))
