"""Options and small steps that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gradekit.errors import CannotJail, Refusal, UsageError
from gradekit.text import LANGUAGES, Lang, Text, default_lang

if TYPE_CHECKING:
    from rich.console import Console

    from gradekit.course.models import Course
    from gradekit.engine.cluster import Cluster
    from gradekit.sandbox.jail import Jailing

__all__ = [
    "ExerciseName",
    "choose_device",
    "cluster_jailing",
    "cluster_option",
    "console",
    "course_option",
    "device_option",
    "jail_option",
    "jailing",
    "joined_cluster",
    "json_option",
    "lang_option",
    "open_course",
    "progress",
    "say",
]

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


def cluster_option(command: _Command) -> _Command:
    return click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Grade on the Dask cluster whose scheduler is at tcp://HOST:PORT or tls://HOST:PORT.",
    )(command)


def jail_option(command: _Command) -> _Command:
    """Gives the command `jail` and `trust`, for jailing() to make one answer of."""
    command = click.option("--trust", is_flag=True, help="Run it without a jail. Only for work that you wrote yourself.")(command)
    return click.option(
        "--jail",
        type=click.Choice(["namespaces", "landlock", "none"]),
        show_default="the strongest that works",
        help="What holds the work that is run; none needs --trust.",
    )(command)


def jailing(jail: Jailing, trust: bool, lang: Lang) -> Jailing:
    """What --jail and --trust ask for together; says so where the strongest jail is not to be had. Raises UsageError and CannotJail."""
    from gradekit.sandbox.jail import JAIL_NAMES, choose, why_no_jail, why_not

    if jail == "none" and not trust:
        raise UsageError(
            Text(
                en="--jail none runs programs with your rights, able to read your files: add --trust if you wrote them all yourself",
                ko="--jail none은 사용자의 권한으로 프로그램을 실행하므로 사용자의 파일을 읽을 수 있습니다. "
                "모두 직접 작성한 프로그램이면 --trust를 더하십시오",
            )
        )
    if jail == "none" or (jail is None and trust):
        return "none"
    try:
        found = choose(jail)
    except CannotJail as fault:
        reason = why_no_jail() if jail is None else why_not(jail)
        korean = f"이 컴퓨터에서는 제출물을 격리하여 실행할 수 없습니다: {reason}. 직접 작성한 것만 --trust로 격리 없이 실행할 수 있습니다"
        raise CannotJail(Text(fault.text.en, korean)) from fault
    if jail is not None:
        return jail
    if found.lacks is not None:
        reason = why_not(JAIL_NAMES[0])
        say(
            lang,
            f"using the jail '{found.name}', because {reason}; {found.lacks.en}",
            f"'{found.name}' 격리 환경을 사용합니다: {reason}; {found.lacks.ko}",
            err=True,
        )
    return found.name


def cluster_jailing(jail: Jailing, trust: bool, jobs: int | None) -> Jailing:
    """What of --jail, --trust and --jobs may stand beside --cluster. Raises UsageError."""
    if trust or jail == "none":
        raise UsageError(
            Text(
                en="--cluster: the workers' machines run nothing without a jail; leave out --trust and --jail none",
                ko="--cluster: 작업자 컴퓨터에서는 격리 없이 아무것도 실행하지 않습니다. --trust와 --jail none을 빼십시오",
            )
        )
    if jobs:
        raise UsageError(
            Text(
                en="--cluster: as many submissions are judged at a time as its workers have threads; leave out --jobs",
                ko="--cluster: 작업자의 스레드 수만큼 제출물을 동시에 채점합니다. --jobs를 빼십시오",
            )
        )
    return jail


@contextmanager
def joined_cluster(address: str, course: Course, names: Sequence[str], lang: Lang, device: str, jail: Jailing) -> Iterator[Cluster]:
    """The cluster, for as long as the block lasts; what it lacks is said. Raises what engine.cluster.joined() does."""
    from gradekit.engine.cluster import joined

    def tell(line: Text) -> None:
        say(lang, line.en, line.ko, err=True)

    with joined(address, course, names, lang=lang, device=device, jail=jail, tell=tell) as machines:
        if device == "auto" and machines.setting.device == "cpu":
            say(lang, "no worker declares a GPU, so this runs on CPUs", "GPU를 선언한 작업자가 없어 CPU에서 실행합니다", err=True)
        yield machines


def choose_device(asked: str, lang: Lang) -> str:
    """The device for "auto", "cpu" or "cuda"; says so where that is not what was hoped for. Raises Refusal for cuda where there is none."""
    from gradekit.engine import local

    try:
        chosen, note = local.choose_device(asked)
    except Refusal as fault:
        korean = "--device cuda: PyTorch가 GPU를 찾지 못했습니다. --device auto나 cpu를 쓰거나 GPU가 있는 컴퓨터에서 실행하십시오"
        raise Refusal(Text(fault.text.en, korean)) from fault
    if note:
        say(lang, note, "GPU를 찾지 못하여 CPU에서 실행합니다", err=True)
    return chosen


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
