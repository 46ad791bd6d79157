"""What the exam commands ask the person at the terminal, and what they say where nobody can be asked."""

from __future__ import annotations

import click

from gradekit.errors import UsageError
from gradekit.text import Lang, Text

__all__ = ["accepted", "passphrase"]

_VARIABLE = "GRADEKIT_PASSPHRASE"


def passphrase(lang: Lang, *, confirm: bool) -> str:
    """The passphrase of sealed papers, from GRADEKIT_PASSPHRASE or typed unseen. Raises UsageError where it cannot be asked for."""
    import getpass
    import os
    import warnings

    given = os.environ.get(_VARIABLE)
    if given:
        return given
    words = ("암호", "암호 확인") if lang == "ko" else ("passphrase", "passphrase again")
    try:
        with warnings.catch_warnings():
            # Without a terminal getpass would warn with a line of its source, and then show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return str(click.prompt(words[0], hide_input=True, confirmation_prompt=words[1] if confirm else False, err=True))
    except (getpass.GetPassWarning, click.Abort) as fault:
        if not _nobody_there(fault):
            raise
        raise UsageError(
            Text(
                f"the passphrase could not be asked for: set {_VARIABLE} to it, or run this in a terminal",
                f"암호를 물어볼 수 없습니다. {_VARIABLE}에 암호를 정하거나 터미널에서 실행하십시오",
            )
        ) from fault


def accepted(lang: Lang) -> bool:
    """Whether the honour statement, which has been shown, is accepted. Raises UsageError where nobody can be asked."""
    try:
        return click.confirm("동의합니까?" if lang == "ko" else "Do you accept this?", err=True)
    except click.Abort as fault:
        if not _nobody_there(fault):
            raise
        click.echo(err=True)  # the question's line has no end yet
        raise UsageError(
            Text(
                "nobody could be asked whether to accept the honour statement: if you do, run this again with --accept",
                "서약에 동의하는지 물어볼 수 없습니다. 동의하면 --accept를 붙여 다시 실행하십시오",
            )
        ) from fault


def _nobody_there(fault: Exception) -> bool:
    """Whether a question ended because nobody can answer, and not because somebody pressed Ctrl-C: click has one error for both."""
    return not isinstance(fault, click.Abort) or isinstance(fault.__context__, EOFError)
