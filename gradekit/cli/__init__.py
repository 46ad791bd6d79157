"""The gradekit command. Each subcommand is a module of its own, imported when it is called, so that help and completion are instant."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import MutableMapping, Sequence
from typing import Any, Final

import click

from gradekit import __version__
from gradekit.cli.lazy import LazyGroup
from gradekit.errors import GradekitError

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


class _Gradekit(LazyGroup):
    """Turns errors into one line and an exit code."""

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
        try:
            code: Any = super().main(
                args, prog_name or "gradekit", complete_var, standalone_mode=False, windows_expand_args=windows_expand_args, **extra
            )
        except click.exceptions.NoArgsIsHelpError as fault:
            click.echo(fault.format_message())
            code = 2
        except click.ClickException as fault:
            _complain(fault.format_message(), fault.ctx.command_path if isinstance(fault, click.UsageError) and fault.ctx else None)
            code = fault.exit_code
        except GradekitError as fault:
            _complain(str(fault))
            code = fault.exit_code
        except (KeyboardInterrupt, click.Abort):
            _complain("interrupted")
            code = _INTERRUPTED
        except BrokenPipeError:
            # Whoever read our output has gone ('gradekit list | head'): nothing more to say, here or at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except OSError as fault:
            full = fault.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            advice = "make room" if full else "see to it, or choose another folder"
            more = " ".join(getattr(fault, "__notes__", ()))
            place = fault.filename2 or fault.filename or "the disk"
            _complain(f"{place}: {fault.strerror or fault}; {advice}, then run this again {more}".rstrip())
            code = 1
        sys.exit(code if isinstance(code, int) else 0)


def _complain(message: str, command: str | None = None) -> None:
    """One line on standard error. What it quotes may come from anywhere, so it is made printable."""
    from gradekit.printable import printable

    advice = f" ('{command} --help' explains)" if command else ""
    click.echo(f"gradekit: {printable(' '.join(message.split()))}{advice}", err=True)


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
