"""The static check of a submission: is it Python, and does it use only what its exercise allows?

Only the syntax tree is read; nothing runs. The check explains an honest mistake in one line. It is no wall: packages that must not be
used are absent from the worker, and a determined program can hide a name from any reading of its text.
"""

from __future__ import annotations

import ast
import re
import sys
import warnings
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from gradekit.course.models import Exercise
from gradekit.judge.names import How, Use, uses
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["SyntaxFault", "Violation", "check"]


@dataclass(frozen=True, slots=True)
class Violation:
    """The submission uses what its exercise does not allow: name, at line (from 1)."""

    line: int
    name: str
    message: Text


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """The submission cannot be read as Python. line and column count from 1; 0 where the fault has no place."""

    line: int
    column: int
    message: Text


# Reading costs the judge time and memory before any limit of a worker applies. Measured on 1 MB files with Python 3.11: one-letter
# statements need 4 s and 900 MB; an f-string is searched from its start for each of its fields, which makes 200,000 fields take
# minutes. Within these bounds it is below a second and 200 MB; a model answer has about 1,000 tokens.
_TOKENS: Final = 100_000
_FIELD_BYTES: Final = 1_000_000_000
# CPython reads "import a.a.a…" in the square of the dots, in time and in memory: 490,000 of them would take some 25 GB.
_DOTS: Final = 1_000
_TOKEN: Final = re.compile(
    r'''\#[^\n]*
    | (?P<string>[A-Za-z]{0,2}(?: """(?:[^"\\]++|\\.|"(?!""))*+(?:""")?+ | \'\'\'(?:[^'\\]++|\\.|'(?!''))*+(?:\'\'\')?+
        | "(?:[^"\\\n]++|\\.)*+"?+ | '(?:[^'\\\n]++|\\.)*+'?+ ))
    | \d\w*(?:\.\d\w*)? | \w+ | [^\s\w]''',
    re.DOTALL | re.VERBOSE,
)
_PIECE: Final = re.compile(r"\w+|[^\s\w]")

# Packages whose functions are the answers; the wording of a message depends on it, and nothing else.
_READY_MADE: Final = frozenset({"jax", "keras", "scipy", "sklearn", "tensorflow", "torch", "torchvision"})
_SHOWN_CHARACTERS: Final = 100


class _Rank(IntEnum):
    """What a student should read first."""

    REFUSED = 0  # a name that this exercise refuses
    ANSWER = 1  # a call of what the exercise asks for
    CALL = 2
    IMPORT = 3


def check(source: str, exercise: Exercise) -> Violation | SyntaxFault | None:
    """What keeps this source from being judged under the exercise's policy, or None.

    Never raises and never runs anything, whatever source holds. Where there is more than one violation, a ready-made answer that is
    called comes before an import, and an earlier line before a later one.
    """
    tree = _parse(source, exercise.file_name)
    if isinstance(tree, SyntaxFault):
        return tree
    try:
        seen = uses(tree, starred=exercise.policy.refused, defines=(each.name for each in exercise.exports))
    except RecursionError:
        return _too_deep(exercise.file_name)
    found = [(rank, use) for use in seen if (rank := _rank(use, exercise)) is not None]
    if not found:
        return None
    rank, use = min(found, key=lambda each: (each[0], each[1].line))
    return Violation(use.line, use.dotted, _words(rank, use, exercise))


def _libraries(exercise: Exercise) -> tuple[str, ...]:
    return ("numpy", "torch") if exercise.runtime == "torch" and not exercise.policy.by_hand else ("numpy",)


def _rank(use: Use, exercise: Exercise) -> _Rank | None:
    """How grave this use is; None where it is allowed."""
    root, *members = use.dotted.split(".")
    for refused in exercise.policy.refused:
        # numpy.core.umath.tanh is numpy.tanh by another way, and numpy.tanh.reduce is a use of it.
        if use.how is not How.IMPORT and refused.partition(".")[0] == root and refused.rpartition(".")[2] in members:
            return _Rank.REFUSED
    if use.how is not How.RELATIVE and (root in _libraries(exercise) or root in sys.stdlib_module_names):
        return None
    if use.how in (How.IMPORT, How.RELATIVE):
        return _Rank.IMPORT
    if use.how is How.LOAD or not exercise.policy.by_hand:
        return None  # its import says it all
    asked = tuple(_squeeze(each.name) for each in exercise.exports)
    return _Rank.ANSWER if _squeeze(use.dotted.rpartition(".")[2]).startswith(asked) else _Rank.CALL


def _squeeze(name: str) -> str:
    """CrossEntropyLoss and cross_entropy begin alike."""
    return name.replace("_", "").lower()


def _words(rank: _Rank, use: Use, exercise: Exercise) -> Text:
    name = printable(use.dotted if len(use.dotted) <= _SHOWN_CHARACTERS else use.dotted[:_SHOWN_CHARACTERS] + "…")
    not_allowed = f"{name} is not allowed in this exercise"
    not_allowed_ko = f"이 문제에서는 {name} 사용이 허용되지 않습니다."
    if use.how is How.RELATIVE:
        en = f"a relative import finds nothing: a submission is one file, {exercise.file_name}"
        ko = f"상대 경로 import는 쓸 수 없습니다. 제출물은 {exercise.file_name} 파일 하나입니다."
    elif rank is _Rank.REFUSED:
        en, ko = f"{not_allowed}: write it out yourself", f"{not_allowed_ko} 직접 구현하십시오."
    elif not exercise.policy.by_hand:
        there = ", ".join(_libraries(exercise))
        en = f"{name} is not available: this exercise runs with {there} and the standard library only"
        ko = f"{name} 모듈은 쓸 수 없습니다. 이 문제에서는 {there} 및 표준 라이브러리만 쓸 수 있습니다."
    elif rank is _Rank.ANSWER:
        en = f"{name} is a ready-made answer: write it by hand with numpy and the standard library"
        ko = f"{name} 호출은 이미 완성된 답을 가져다 쓰는 것입니다. numpy와 표준 라이브러리만으로 직접 구현하십시오."
    elif name.partition(".")[0] in _READY_MADE:
        en = f"{not_allowed}: write it by hand with numpy and the standard library"
        ko = f"{not_allowed_ko} numpy와 표준 라이브러리만으로 직접 구현하십시오."
    else:
        en = f"{not_allowed}: only numpy and the standard library may be used"
        ko = f"{not_allowed_ko} numpy와 표준 라이브러리만 쓸 수 있습니다."
    return Text(en=f"line {use.line}: {en}", ko=f"{use.line}행: {ko}")


def _parse(source: str, file_name: str) -> ast.Module | SyntaxFault:
    if _costs_too_much(source):
        return SyntaxFault(
            0,
            0,
            Text(
                en=f"{file_name} is too large to be read: at most {_TOKENS:,} names, numbers and signs",
                ko=f"{file_name}: 코드가 너무 커서 읽을 수 없습니다. 이름, 숫자, 기호는 모두 합하여 {_TOKENS:,}개까지 쓸 수 있습니다.",
            ),
        )
    try:
        # Warnings, as for "\d", are the student's to see when the file runs; under -W error they would be errors here.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = compile(source, file_name, "exec", flags=ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as fault:
        return _syntax_fault(source, file_name, fault)
    except (ValueError, OverflowError) as fault:
        why = printable(str(fault))
        return SyntaxFault(0, 0, Text(en=f"{file_name} is not Python: {why}", ko=f"{file_name}: 파이썬 코드로 읽을 수 없습니다({why})."))
    except (RecursionError, MemoryError, SystemError):
        return _too_deep(file_name)
    assert isinstance(tree, ast.Module)
    return tree


def _too_deep(file_name: str) -> SyntaxFault:
    return SyntaxFault(
        0,
        0,
        Text(
            en=f"{file_name} nests expressions or functions too deeply to be read; break them into several statements",
            ko=f"{file_name}: 식이나 함수가 너무 깊게 중첩되어 읽을 수 없습니다. 여러 문장으로 나누어 작성하십시오.",
        ),
    )


def _costs_too_much(source: str) -> bool:
    tokens = field_bytes = dots = 0
    after_dot = False
    for token in _TOKEN.finditer(source.replace("\r\n", "\n").replace("\r", "\n")):
        tokens += 1
        text = token["string"]
        if text and "f" in text[:2].lower() and (fields := text.count("{")):
            field_bytes += fields * len(text)
            tokens += sum(1 for _ in _PIECE.finditer(text))
        dotted = text is None and token[0] == "."
        # A name that follows a name begins another dotted one; anything else ends it.
        dots = dots + 1 if dotted else dots if after_dot and not text else 0
        after_dot = dotted
        if tokens > _TOKENS or field_bytes > _FIELD_BYTES or dots > _DOTS:
            return True
    return False


def _syntax_fault(source: str, file_name: str, fault: SyntaxError) -> SyntaxFault:
    line, column = fault.lineno or 0, max(fault.offset or 0, 0)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    code = lines[line - 1] if 0 < line <= len(lines) else ""
    stripped = code.strip()
    # A long line is shown around the fault.
    place = max(0, column - 1 - (len(code) - len(code.lstrip())))
    start = max(0, place - _SHOWN_CHARACTERS // 2) if len(stripped) > _SHOWN_CHARACTERS else 0
    before, after = stripped[start:place], stripped[place : start + _SHOWN_CHARACTERS]
    shown = printable(before) + "^" * bool(column and stripped) + printable(after)  # in the line, for there is none below it
    reason = printable(fault.msg)
    quoted = f": {shown}" if shown else ""
    return SyntaxFault(
        line,
        column,
        Text(
            en=f"{file_name}, line {line}, column {column}: {reason}{quoted}",
            ko=f"{file_name} {line}행 {column}열에 문법 오류가 있습니다({reason}){quoted}",
        ),
    )
