"""Options and small steps that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gradekit.text import LANGUAGES, Lang, default_lang

if TYPE_CHECKING:
    from rich.console import Console

    from gradekit.course.models import Course

__all__ = ["ExerciseName", "console", "course_option", "device_option", "json_option", "lang_option", "open_course", "progress", "say"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


class ExerciseName(click.ParamType[str]):
    """The name of an exercise; the shell completes it."""

    name = "NAME"

    def shell_complete(self, context: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        from gradekit.errors import GradekitError

        try:
            course = open_course(context.params.get("course"))
        except GradekitError:
            return []
        return [CompletionItem(each.name, help=each.title.en) for each in course.exercises if each.name.startswith(incomplete)]


def course_option(command: _Command) -> _Command:
    return click.option(
        "--course",
        type=click.Path(path_type=Path, file_okay=False),
        help="The course's folder (default: GRADEKIT_COURSE, or the course that came with gradekit).",
    )(command)


def lang_option(command: _Command) -> _Command:
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=default_lang,
        show_default="GRADEKIT_LANG or your locale",
        help="The language of handouts, messages and reports.",
    )(command)


def device_option(command: _Command) -> _Command:
    return click.option(
        "--device",
        type=click.Choice(["auto", "cpu", "cuda"]),
        default="cpu",
        show_default=True,
        help="Where PyTorch exercises run; auto takes a GPU where there is one.",
    )(command)


def json_option(command: _Command) -> _Command:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")(command)


def open_course(folder: Path | None) -> Course:
    """The course to work on. Raises UsageError and CourseError."""
    from gradekit.course.load import load_course
    from gradekit.course.places import find_course

    return load_course(find_course(folder))


def console(*, stderr: bool = False) -> Console:
    """A console that prints no control codes into a pipe, and keeps to a readable width there."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made = Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=max(100, made.width), no_color=True)
    return made


def say(lang: Lang, en: str, ko: str, *, err: bool = False) -> None:
    """One line in the user's language."""
    from gradekit.printable import printable

    click.echo(printable(ko if lang == "ko" else en), err=err)


class progress:  # noqa: N801  (a context manager, used like a function)
    """A progress bar on standard error, if that is a terminal; call it with (what, done, total)."""

    def __init__(self, words: dict[str, str] | None = None) -> None:
        self._words = words or {}
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> progress:
        screen = console(stderr=True)
        if screen.is_terminal:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=screen, transient=True)
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._bar is None:
            return
        if what not in self._tasks:
            self._tasks[what] = self._bar.add_task(self._words.get(what, what), total=total)
        self._bar.update(self._tasks[what], completed=done, total=total)
        if done >= total and what != "grade":
            self._bar.update(self._tasks[what], visible=False)
