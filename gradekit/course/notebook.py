"""An exercise's stub as a Jupyter notebook: the handout, a cell for each function, and how to check the work."""

from __future__ import annotations

import ast
import hashlib
import itertools
import json
from typing import Any, Final

from gradekit.errors import CourseError
from gradekit.text import Lang, Text

__all__ = ["notebook_of"]

_SAVE: Final = Text(
    en="Save the notebook, then run this cell: the public tests see what is saved.",
    ko="노트북을 저장한 다음 이 셀을 실행하십시오. 공개 테스트는 저장된 내용을 확인합니다.",
)


def notebook_of(name: str, readme: str, stub: str, lang: Lang) -> bytes:
    """The notebook NAME.ipynb, in version 4.5 of the format. Its code cells, one after another, are the stub.

    Byte for byte the same for the same exercise, so that a changed one can be told. Raises CourseError where the stub is no Python.
    """
    check = f"# gradekit: skip\n# {_SAVE.to(lang)}\n!gradekit check {name}.ipynb --lang {lang}"
    cells = [_cell(0, "markdown", readme), *(_cell(number, "code", each) for number, each in enumerate(_pieces(name, stub), start=1))]
    book = {
        "cells": [*cells, _cell(len(cells), "code", check)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(book, ensure_ascii=False, indent=1).encode() + b"\n"


def _pieces(name: str, stub: str) -> list[str]:
    """The stub in pieces: what stands before the first function or class, then each of them with what follows it."""
    try:
        body = ast.parse(stub).body
    except (SyntaxError, ValueError) as fault:
        raise CourseError(
            Text(
                en=f"{name}.py: the stub is no Python ({fault}), so no notebook can be made of it",
                ko=f"{name}.py: 뼈대 코드가 파이썬 코드가 아니어서({fault}) 노트북을 만들 수 없습니다",
            )
        ) from fault
    lines = stub.splitlines()
    begins = [_first_line(node, lines) for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)]
    cuts = [0, *begins, len(lines)]
    pieces = ["\n".join(lines[first:last]).strip("\n") for first, last in itertools.pairwise(cuts)]
    return [piece for piece in pieces if piece.strip()]


def _first_line(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, lines: list[str]) -> int:
    """The line, from 0, where a function begins: with its decorators and the comment that stands right above it."""
    at = min([node.lineno, *(each.lineno for each in node.decorator_list)]) - 1
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _cell(number: int, kind: str, source: str) -> dict[str, Any]:
    """A cell; its id is drawn from what it holds, as the format wants one and nothing may depend on the clock."""
    identity = hashlib.sha256(f"{number} {kind} {source}".encode()).hexdigest()[:8]
    cell: dict[str, Any] = {"cell_type": kind, "id": identity, "metadata": {}, "source": source.rstrip("\n").splitlines(keepends=True)}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})
