"""gradekit export: a command for each form in the table of forms, and one that makes an autograder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from gradekit.cli.lazy import LazyGroup
from gradekit.cli.options import ExerciseName, course_option, json_option, say
from gradekit.errors import UsageError
from gradekit.export.formats import FORMATS, Format
from gradekit.text import LANGUAGES, Lang, default_lang

if TYPE_CHECKING:
    from gradekit.export.grades import Grades

__all__ = ["command"]

_VISIBILITIES: Final = ("visible", "after_due_date", "after_published", "hidden")
_FILE: Final = click.Path(path_type=Path, dir_okay=False)
_OPTIONS: Final[dict[str, Callable[[Any], Any]]] = {
    "template": click.option("--template", metavar="FILE", type=_FILE, help="The file that the platform exported, to be filled in."),
    "column": click.option("--column", metavar="NAME", default="", help="The assignment, as its column is called in the template."),
    "header": click.option(
        "--header", "headers", metavar="OURS=THEIRS", multiple=True, help="What a column is called there, such as Grade=Bewertung."
    ),
    "scale": click.option("--scale", is_flag=True, help="Convert points where the platform's maximum is another than ours."),
    "student": click.option("--student", metavar="ID", default="", help="Whose result, where there are several."),
    "visibility": click.option(
        "--visibility", type=click.Choice(_VISIBILITIES), default="visible", show_default=True, help="When students see the tests."
    ),
    "roster": click.option("--roster", metavar="FILE", type=_FILE, help="The students: a CSV with an id column (or 학번)."),
    "exercise": click.option("--exercise", metavar="NAME", default="", help="Only this exercise; else the total of all."),
}
_SQLITE: Final = b"SQLite format 3\0"
_AUTOGRADER: Final = "gradescope-autograder"


class _Formats(LazyGroup):
    """The commands of the table, made when they are called."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return _made(name, FORMATS[name]) if name in FORMATS else super().get_command(context, name)


def _made(name: str, form: Format) -> click.Command:
    text = "\n\n".join((*form.help, f"\b\nExample:\n  {form.example}"))

    def body(**given: Any) -> None:
        _export(name, **given)

    made: Any = body
    for option in (
        json_option,
        click.option("--lang", type=click.Choice(LANGUAGES), help="The language of titles and messages (default: that of the results)."),
        click.option("--force", is_flag=True, help="Replace the file if it is there."),
        *(_OPTIONS[each] for each in reversed(form.options)),
        click.option("--out", metavar="FILE", required=True, type=_FILE, help="The file to write."),
        course_option,
        click.argument("results"),
    ):
        made = option(made)
    return click.command(name, help=text, short_help=form.line)(made)


def _export(
    name: str,
    *,
    results: str,
    out: Path,
    force: bool,
    lang: Lang | None,
    course: Path | None,
    as_json: bool,
    roster: Path | None = None,
    exercise: str = "",
    headers: tuple[str, ...] = (),
    **more: Any,
) -> None:
    from gradekit.export.formats import export
    from gradekit.export.order import Order

    for source in (None if "://" in results else Path(results), roster, more.get("template")):
        if source is not None and out.exists() and source.exists() and out.samefile(source):
            raise UsageError(f"--out {out}: is what this is made from; choose another file")
    with _grades(results, exercise, roster, lang, course) as grades:
        spoken = lang or grades.lang
        order = Order(grades, out, spoken, headers=dict(map(_pair, headers)), **more)
        made = export(name, order, force=force)
    left_out = [each for each in made.remarks if each.left_out]
    if as_json:
        import json

        rows = [{"student": each.student, "left_out": each.left_out, "reason": each.text.to(spoken)} for each in made.remarks]
        click.echo(json.dumps({"file": str(out) if made.written else None, "written": made.written, "remarks": rows}, ensure_ascii=False))
    elif made.written:
        say(spoken, f"{made.written} students: {out}", f"학생 {made.written}명: {out}")
    for text in grades.remarks:
        say(spoken, text.en, text.ko, err=True)
    for each in made.remarks:
        say(spoken, f"{each.student}: {each.text.en}", f"{each.student}: {each.text.ko}", err=True)
    if not made.written:
        say(spoken, "nothing was written: there is no grade to write", "쓸 성적이 없어 파일을 만들지 않았습니다", err=True)
    if left_out or not made.written:
        raise SystemExit(1)  # a student without a grade must not pass unnoticed


@contextmanager
def _grades(results: str, exercise: str, roster: Path | None, lang: Lang | None, course: Path | None) -> Iterator[Grades]:
    """What is exported, for as long as the block lasts."""
    from gradekit.export.grades import open_grades, with_names

    if not _is_gradebook(results):
        with open_grades(Path(results), exercise=exercise, roster=roster, lang=lang) as grades:
            yield grades
        return
    from gradekit.cli.gradebook_options import open_gradebook, require_library
    from gradekit.cli.options import open_course

    require_library()
    from gradekit.export.from_gradebook import gradebook_grades

    opened = open_course(course)
    with open_gradebook(opened, results, to_write=False) as database:
        yield with_names(gradebook_grades(database, opened, exercise=exercise, lang=lang or default_lang()), roster)


def _is_gradebook(results: str) -> bool:
    if "://" in results:
        return True
    try:
        with open(results, "rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not (ours and equals and theirs):
        raise UsageError(f"--header {text}: write it as OURS=THEIRS, such as Grade=Bewertung")
    return ours.strip(), theirs.strip()


@click.command(
    "export",
    cls=_Formats,
    table={name: ("", "", form.line) for name, form in FORMATS.items()}
    | {
        _AUTOGRADER: ("gradekit.cli.export", "autograder", "An autograder for Gradescope."),
    },
)
def command() -> None:
    """Export results to learning platforms, CI services and tables. RESULTS is a results.json, an exam.json, the folder of one, or a
    gradebook's file or URL, whose adjustments then count.

    \b
    For Canvas:     gradekit export canvas graded --template canvas.csv --out upload.csv
    For Moodle:     gradekit export moodle graded --template worksheet.csv --out upload.csv
    For Gradescope: gradekit export gradescope-autograder softmax --out softmax.zip
    """


@click.command(_AUTOGRADER, short_help="An autograder for Gradescope.")
@click.argument("exercises", metavar="EXERCISE...", nargs=-1, required=True, type=ExerciseName())
@click.option("--out", metavar="FILE", required=True, type=_FILE, help="The file to write.")
@click.option("--visibility", type=click.Choice(_VISIBILITIES), default="visible", show_default=True, help="When students see the tests.")
@click.option(
    "--visibility-of", "patterns", metavar="TEST=WHEN", multiple=True, help="The same for some tests, such as 'softmax::test_big*=hidden'."
)
@click.option("--no-hints", is_flag=True, help="Leave hints out of what students read.")
@click.option("--lang", type=click.Choice([*LANGUAGES, "both"]), default=default_lang, show_default="GRADEKIT_LANG or your locale",
              help="The language of messages; both judges twice.")  # fmt: skip
@click.option("--wheel", metavar="FILE", type=_FILE, help="gradekit's wheel (default: it is built from this checkout).")
@click.option("--course", type=click.Path(path_type=Path, file_okay=False),
              help="The course's folder (default: GRADEKIT_COURSE, or the course that came with gradekit).")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
def autograder(
    exercises: tuple[str, ...],
    out: Path,
    visibility: str,
    patterns: tuple[str, ...],
    no_hints: bool,
    lang: str,
    wheel: Path | None,
    course: Path | None,
    force: bool,
) -> None:
    """Make the zip that Gradescope builds an autograder from: setup.sh, run_autograder, gradekit, the exercises and their solutions.

    There it grades in the strongest jail that works in the container. Where none does it refuses to grade, and says so.

    The zip holds solutions and the seed of the hidden tests: give it to nobody.

    \b
    Example:
      gradekit export gradescope-autograder softmax --lang both --out softmax.zip
    """
    from gradekit.cli.options import open_course
    from gradekit.export.autograder import Autograder, pack

    spoken: Lang = "ko" if lang == "ko" or (lang == "both" and default_lang() == "ko") else "en"
    langs: tuple[Lang, ...] = LANGUAGES if lang == "both" else (spoken,)
    asked = Autograder(exercises, visibility, tuple(map(_when, patterns)), not no_hints, langs)
    for text in pack(open_course(course), asked, out, wheel=wheel, force=force):
        say(spoken, text.en, text.ko, err=True)
    say(spoken, f"autograder: {out}", f"자동 채점기: {out}")


def _when(text: str) -> tuple[str, str]:
    pattern, _, when = text.rpartition("=")
    if not pattern or when not in _VISIBILITIES:
        raise UsageError(f"--visibility-of {text}: write it as TEST=WHEN, where WHEN is one of {', '.join(_VISIBILITIES)}")
    return pattern, when
