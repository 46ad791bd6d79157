"""Grades one submission inside Gradescope's container; run_autograder starts it as 'python -I -m gradekit.export.autograder_run'.

Never without a jail: where none works in the container nothing of the submission is run, and results.json says so.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gradekit.course.load import load_course
from gradekit.course.models import Course, Exercise
from gradekit.engine.own import judge_submissions
from gradekit.errors import CannotJail, GradekitError, ResultsError, UsageError
from gradekit.export.autograder import CONFIG
from gradekit.export.gradescope import Visibility, encoded, failed_run, submission_results
from gradekit.intake import Kind, Submission, single
from gradekit.intake.notebook import NOTEBOOK_SUFFIX
from gradekit.printable import printable
from gradekit.report.gradebook import gradebook
from gradekit.results import Result, ResultSet, Status, clip, write_atomically
from gradekit.sandbox.jail import JailName, choose
from gradekit.text import LANGUAGES, Lang, Text

__all__ = ["main"]

_METADATA_BYTES: Final = 32 << 20  # it holds the results of every earlier submission
_NAME_BYTES: Final = 200
_SHOWN_FILES: Final = 5
_SHOWN_BYTES: Final = 80
_LEVELS: Final = 3
_NO_JAIL: Final = Text(
    "No jail works in this container, and submissions are never run without one.",
    "이 컨테이너에서는 격리 환경을 쓸 수 없으며, 제출물은 격리 없이 실행하지 않습니다.",
)
_FAULT: Final = Text("The grader itself failed.", "채점기 자체에 문제가 생겼습니다.")

_When = Literal["visible", "after_due_date", "after_published", "hidden"]


class _Config(BaseModel):
    """autograder.json, as export.autograder writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal["gradekit.autograder/1"] = Field(alias="schema")
    exercises: Annotated[tuple[str, ...], Field(min_length=1)]
    seed_key: str
    langs: Annotated[tuple[Lang, ...], Field(min_length=1)]
    hints: bool
    visibility: _When
    visibility_of: tuple[tuple[str, _When], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where results.json was written, whatever it says; with --prepare, where the model solutions have full marks."""
    parser = argparse.ArgumentParser(prog="autograder_run")
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--submission", type=Path)
    parser.add_argument("--metadata", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--prepare", action="store_true")
    given = parser.parse_args(arguments)
    if given.prepare:
        return _prepare(given.source)
    write_atomically(given.results, encoded(_graded(given.source, given.submission, given.metadata)))
    return 0


def _graded(source: Path, folder: Path, metadata: Path) -> dict[str, Any]:
    """What results.json is to say. Whoever built the autograder finds the reason of a failure in what this prints."""
    langs: Sequence[Lang] = LANGUAGES
    try:
        config = _config(source)
        langs = config.langs
        course = load_course(source / "course")
        jail = choose().name
        print(f"gradekit: jail {jail}")
        student = _student(metadata)
        submissions = [_submission(course.exercise(name), folder, course, student) for name in config.exercises]
        absent = [each.exercise for each in submissions if each.kind is Kind.MISSING]
        found = _found(folder, absent) if absent else None
        judged = {lang: _judged(course, submissions, config, lang, jail) for lang in langs}
        first = judged[langs[0]]
        graded = [_views(each, judged) for each in first.results]
        made = submission_results(graded, _points(first), Visibility(config.visibility, config.visibility_of), hints=config.hints)
        if found is not None:
            made["output"] = "\n\n".join([made["output"], *(found.to(lang) for lang in langs)])
        return made
    except CannotJail as fault:
        print(f"gradekit: {fault}", file=sys.stderr)
        return failed_run(_NO_JAIL, langs)
    except GradekitError as fault:
        print(f"gradekit: {fault}", file=sys.stderr)
        return failed_run(_FAULT, langs)
    except Exception:
        traceback.print_exc()  # for the lecturer: standard output and error are hidden from students
        return failed_run(_FAULT, langs)


def _config(source: Path) -> _Config:
    try:
        return _Config.model_validate_json((source / CONFIG).read_bytes())
    except (OSError, ValidationError) as fault:
        raise ResultsError(f"{source / CONFIG}: cannot be read ({fault}); export the autograder again") from fault


def _judged(course: Course, submissions: Sequence[Submission], config: _Config, lang: Lang, jail: JailName) -> ResultSet:
    return judge_submissions(submissions, course, lang=lang, device="cpu", jail=jail, seed_key=bytes.fromhex(config.seed_key))


def _views(result: Result, judged: Mapping[Lang, ResultSet]) -> dict[Lang, Result]:
    return {lang: next(each for each in of.results if each.exercise == result.exercise) for lang, of in judged.items()}


def _points(results: ResultSet) -> float:
    """The total, by what the course says each exercise is worth."""
    return gradebook(results).students[0].score


def _submission(exercise: Exercise, folder: Path, course: Course, student: str) -> Submission:
    """NAME.py in the folder that was handed in, or NAME/NAME.py, else the notebook NAME.ipynb in one of them.

    A link on the way to it is refused like one in its place.
    """
    for file in (exercise.file_name, f"{exercise.name}{NOTEBOOK_SUFFIX}"):
        for path in (folder / file, folder / exercise.name / file):
            if path.parent != folder and path.parent.is_symlink():
                return Submission(student, exercise.name, path, Kind.LINK)
            if path.is_dir():
                return Submission(student, exercise.name, path, Kind.LINK if path.is_symlink() else Kind.FOLDER)
            try:
                [found] = single(path, course, student)
            except UsageError:
                continue  # not there: a link that leads nowhere is not either
            return found
    return Submission(student, exercise.name, folder / exercise.file_name, Kind.MISSING)


def _found(folder: Path, absent: Sequence[str]) -> Text:
    """What the files that are looked for are to be called, and what was found in their place."""
    names = list(itertools.islice(_files_in(folder), _SHOWN_FILES + 1))
    shown = ", ".join(printable(clip(name, _SHOWN_BYTES)) for name in names[:_SHOWN_FILES])
    more = len(names) > _SHOWN_FILES
    wanted = ", ".join(f"{each}.py" for each in absent)
    return Text(
        f"Hand the work in as {wanted} (a notebook as {absent[0]}{NOTEBOOK_SUFFIX}). "
        + (f"Found: {shown}{' and more' if more else ''}." if names else "No file was found."),
        f"파일 이름을 {wanted}(노트북은 {absent[0]}{NOTEBOOK_SUFFIX})로 하여 제출하십시오. "
        + (f"제출물에 있는 파일: {shown}{' 등' if more else ''}." if names else "제출물에 파일이 없습니다."),
    )


def _files_in(folder: Path) -> Iterator[str]:
    """The names of what was handed in, links not followed, outermost first; what begins with a dot, and what lies deep, is left out."""
    level = [""]
    for _ in range(_LEVELS):
        inner: list[str] = []
        for place in level:
            try:
                with os.scandir(folder / place) as entries:
                    found = sorted((each.name, each.is_dir(follow_symlinks=False)) for each in entries if not each.name.startswith("."))
            except OSError:
                continue
            for name, is_folder in found:
                if is_folder:
                    inner.append(f"{place}{name}/")
                else:
                    yield f"{place}{name}"
        level = inner


def _student(metadata: Path) -> str:
    """What to call the student: only a label, so a file that cannot be read stops nothing."""
    try:
        with metadata.open("rb") as file:
            users = json.loads(file.read(_METADATA_BYTES))["users"]
        name = printable(clip(str(users[0]["name"]), _NAME_BYTES)).strip()
    except (OSError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return "student"
    return name or "student"


def _prepare(source: Path) -> int:
    """Judge each solution: that fills the cache, and shows that the autograder works."""
    config = _config(source)
    course = load_course(source / "course")
    exercises = [course.exercise(name) for name in config.exercises]
    try:
        jail = choose().name
    except CannotJail as fault:
        # An image may be built where less is allowed than where it runs; if it is no better there, nothing will be graded.
        print(f"gradekit: warning: {fault}", file=sys.stderr)
        return 0
    submissions = [Submission("solution", each.name, each.solution) for each in exercises]
    results = _judged(course, submissions, config, config.langs[0], jail).results
    wanting = [each for each in results if each.status is not Status.GRADED or each.score < each.max_score]
    for each in results:
        print(f"gradekit: {each.exercise}: the solution has {each.score:g} of {each.max_score:g} points (jail {jail})")
    return 1 if wanting else 0


if __name__ == "__main__":
    sys.exit(main())
