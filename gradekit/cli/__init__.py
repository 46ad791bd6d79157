"""The gradekit command. Each subcommand is a module of its own, imported when it is called, so that help and completion are instant."""

from __future__ import annotations

import contextlib
import errno
import io
import itertools
import os
import signal
import sys
import threading
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any, Final

import click

from gradekit import __version__
from gradekit.cli.lazy import LazyGroup
from gradekit.errors import GradekitError, advice_of, reason_of
from gradekit.text import LANGUAGES, Lang, Text, default_lang

__all__ = ["COMMANDS", "cli", "main"]

# Name → module, the command in it, and the line that 'gradekit --help' shows. A new command is a module and a line here.
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "list": ("gradekit.cli.list_command", "command", "List the exercises with their points."),
    "fetch": ("gradekit.cli.fetch", "command", "Fetch exercises to work on, or a data set."),
    "check": ("gradekit.cli.check", "command", "Run the public tests on your work."),
    "submit": ("gradekit.cli.submit", "command", "Judge your work by the hidden tests."),
    "grade": ("gradekit.cli.grade", "command", "Grade a class of submissions and write reports."),
    "import": ("gradekit.cli.import_command", "command", "Bring in work from a learning platform."),
    "report": ("gradekit.cli.report", "command", "Write the reports again from results.json."),
    "export": ("gradekit.cli.export", "command", "Export results to learning platforms and CI."),
    "gradebook": ("gradekit.cli.gradebook", "command", "Keep attempts, results and adjustments of a course."),
    "regrade": ("gradekit.cli.regrade", "command", "Judge again what a gradebook holds."),
    "similar": ("gradekit.cli.similar", "command", "Rank the pairs whose work is alike."),
    "exam": ("gradekit.cli.exam", "command", "Make, sit, grade and release exams."),
    "verify": ("gradekit.cli.verify", "command", "Prove that exercises are sound."),
    "new": ("gradekit.cli.new", "command", "Begin a new exercise from the skeleton."),
    "demo": ("gradekit.cli.demo", "command", "Grade and report a sample class, offline."),
    "doctor": ("gradekit.cli.doctor", "command", "Show what this machine can do."),
}
_INTERRUPTED: Final = 130
_TERMINATED: Final = 143


class _Gradekit(LazyGroup):
    """Turns errors into one line in the user's language, and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")  # a terminal of a small encoding still shows what it can
        lang = _spoken(sys.argv[1:] if args is None else args)
        terminated: list[int] = []
        try:
            with _as_interruption(signal.SIGTERM, terminated):
                code: Any = super().main(
                    args, prog_name or "gradekit", complete_var, standalone_mode=False, windows_expand_args=windows_expand_args, **extra
                )
        except click.exceptions.NoArgsIsHelpError as fault:
            click.echo(fault.format_message())
            code = 2
        except click.ClickException as fault:
            from gradekit.cli.usage_words import words_of

            command = fault.ctx.command_path if isinstance(fault, click.UsageError) and fault.ctx else None
            _complain(words_of(fault), lang, command)
            code = fault.exit_code
        except GradekitError as fault:
            _complain(fault.text, lang)
            code = fault.exit_code
        except (KeyboardInterrupt, click.Abort) as fault:
            # click raises Abort from the KeyboardInterrupt that was advised on.
            _complain(_joined(Text("interrupted", "중단되었습니다"), advice_of(fault.__cause__ or fault)), lang)
            code = _TERMINATED if terminated else _INTERRUPTED
        except BrokenPipeError:
            # Whoever read our output has gone ('gradekit list | head'): nothing more to say, here or at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except OSError as fault:
            _complain(_of_system(fault), lang)
            code = 1
        sys.exit(code if isinstance(code, int) else 0)


@contextlib.contextmanager
def _as_interruption(number: int, came: list[int]) -> Iterator[None]:
    """Take the signal of that number for Ctrl-C, so that what ends us lets us clear away too; came then holds it."""

    def interrupt(number: int, frame: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may ask for signals
        return
    before = signal.signal(number, interrupt)
    try:
        yield
    finally:
        signal.signal(number, before)


def _spoken(args: Sequence[str]) -> Lang:
    """The language of --lang, wherever it stands, for a command that fails may not have read it yet; else the user's."""
    spoken = default_lang()
    for option, after in itertools.pairwise([*(args[: args.index("--")] if "--" in args else args), ""]):
        name, _, value = option.partition("=")
        if name == "--lang":
            spoken = next((each for each in LANGUAGES if each == (value or after)), spoken)
    return spoken


def _of_system(fault: OSError) -> Text:
    """What the system did not do: the place, why, and what to do."""
    place, reason = fault.filename2 or fault.filename or "", reason_of(fault)
    full = fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    advice = "make room" if full else "see to it, or choose another folder"
    advice_ko = "공간을 확보한 다음" if full else "원인을 해결하거나 다른 폴더를 지정한 다음"
    said = Text(
        en=f"{place or 'the disk'}: {reason.en}; {advice}, then run this again",
        ko=f"{place or '디스크'}: {reason.ko}. {advice_ko} 다시 실행하십시오",
    )
    return _joined(said, advice_of(fault))


def _joined(said: Text, advice: Text | None) -> Text:
    return said if advice is None else Text(f"{said.en}; {advice.en}", f"{said.ko}. {advice.ko}")


def _complain(words: Text, lang: Lang, command: str | None = None) -> None:
    """One line on standard error. What it quotes may come from anywhere, so it is made printable."""
    from gradekit.printable import printable

    help_words = Text(f"'{command} --help' explains", f"사용법: '{command} --help'")
    advice = f" ({help_words.to(lang)})" if command else ""
    click.echo(f"gradekit: {printable(' '.join(words.to(lang).split()))}{advice}", err=True)


@click.command(cls=_Gradekit, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Exercises and exams for deep-learning courses, graded automatically.

    \b
    A student:      gradekit list
                    gradekit fetch exercise softmax --lang ko
                    gradekit check softmax
    An instructor:  gradekit grade submissions --out graded

    \b
    Shell completion: eval "$(_GRADEKIT_COMPLETE=bash_source gradekit)"
    (or zsh_source, fish_source) in your shell's start-up file.
    """


def main(arguments: MutableMapping[str, Any] | None = None) -> None:
    """The console script."""
    cli.main()
