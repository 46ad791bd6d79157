"""What click says of a command that was typed wrong, in both languages."""

from __future__ import annotations

import re
from typing import Final

import click

from gradekit.text import Text

__all__ = ["words_of"]

# click's sentences, and our groups' in lazy.py, with what we say for them. One that is not here, a newer click's say, stays English.
_SENTENCES: Final = tuple(
    (re.compile(pattern, re.DOTALL), korean)
    for pattern, korean in (
        (r"\w+ (.+) does not exist\.", "{0}: 그런 파일이나 폴더가 없습니다"),
        (r"\w+ (.+) is a file\.", "{0}: 폴더가 아니라 파일입니다"),
        (r"\w+ (.+) is a directory\.", "{0}: 파일이 아니라 폴더입니다"),
        (r"\w+ (.+) is not readable\.", "{0}: 읽을 권한이 없습니다"),
        (r"\w+ (.+) is not writable\.", "{0}: 쓸 권한이 없습니다"),
        (r"(.+) is not one of (.+)\.", "{0} 대신 다음 중 하나를 쓰십시오: {1}"),
        (r"(.+) is not a valid integer( range)?\.", "{0} 대신 정수를 쓰십시오"),
        (r"(.+) is not a valid float( range)?\.", "{0} 대신 숫자를 쓰십시오"),
        (r"(.+) is not in the range (.+)\.", "{0} 값이 범위({1})를 벗어났습니다"),
        (r"Option (.+) requires an argument\.", "{0} 옵션에는 값이 필요합니다"),
        (r"Option (.+) does not take a value\.", "{0} 옵션에는 값을 쓸 수 없습니다"),
        (r"Got unexpected extra arguments? \((.*)\)", "인자가 너무 많습니다: {0}"),
        (r"Missing command\.", "명령이 빠졌습니다"),
        (r"No such command (.+)\.", "{0} 명령은 없습니다"),
        (r"no command is called (.+): did you mean ('[^']*')\?", "{0} 명령은 없습니다. {1} 명령을 찾으셨습니까?"),
        (r"no command is called (.+): known are: (.*)", "{0} 명령은 없습니다. 있는 명령: {1}"),
    )
)


def words_of(fault: click.ClickException) -> Text:
    """What click says of it, and the same in Korean."""
    return Text(fault.format_message(), _korean(fault))


def _korean(fault: click.ClickException) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = " ".join(repr(each) for each in sorted(fault.possibilities or ()))
        return f"{fault.option_name!r} 옵션은 없습니다" + (f". 비슷한 옵션: {near}" if near else "")
    if isinstance(fault, click.MissingParameter):
        kind = {"argument": "인자가", "option": "옵션이"}.get(getattr(fault.param, "param_type_name", ""), "값이")
        return f"필요한 {kind} 빠졌습니다: {_hint(fault)}"
    if isinstance(fault, click.BadParameter):
        return f"{_hint(fault)}: {_sentence(fault.message)}".removeprefix(": ")
    return _sentence(fault.message)


def _hint(fault: click.BadParameter) -> str:
    """Which argument or option it is, as it is typed."""
    hint = fault.param_hint
    if hint is None and fault.param is not None and fault.ctx is not None:
        hint = fault.param.get_error_hint(fault.ctx)
    return hint if isinstance(hint, str) else " / ".join(repr(each) for each in hint or ())


def _sentence(message: str) -> str:
    for pattern, korean in _SENTENCES:
        found = pattern.fullmatch(message)
        if found:
            return korean.format(*found.groups())
    return message
