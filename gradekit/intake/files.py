"""Submissions as files: SUBMISSIONS/STUDENT/NAME.py for a class, NAME.toml or NAME/answers.toml for a quiz, or a student's own work.

Nothing here trusts what it finds. Links are never followed, neither a student's folder nor a file in it: a link named
softmax.py could hand in another student's work or any file the grader can read. What is found is looked at again when it
is opened, because a folder can change between the two.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from gradekit.course.models import ANSWERS_FILE, Course, Exercise
from gradekit.errors import UsageError, in_the_way, reason_of
from gradekit.intake.notebook import NOTEBOOK_BYTES, NOTEBOOK_SUFFIX, NotebookUnreadable, program
from gradekit.intake.reading import decoded, open_unlinked, read_up_to
from gradekit.intake.submission import Kind, Missing, Refused, Source, Submission, missing, no_answers, not_regular, too_large, unreadable
from gradekit.printable import printable
from gradekit.text import Text

__all__ = [
    "IMPORT_FILE",
    "SOURCE_BYTES",
    "Kind",
    "Missing",
    "Refused",
    "Scan",
    "Source",
    "Submission",
    "by_value",
    "read",
    "scan",
    "single",
]

# A hundred times the longest model answer. Written in full, a submission is text, not data.
SOURCE_BYTES: Final = 1_000_000
# What `gradekit import` keeps beside the students' folders.
IMPORT_FILE: Final = "import.json"

_GIVE: Final = Text(
    en="give the file you wrote, such as softmax.py, or its folder",
    ko="작성한 파일(예: softmax.py)이나 그 폴더를 지정하십시오",
)


@dataclass(frozen=True, slots=True)
class Scan:
    """A folder of submissions, looked through.

    submissions: sorted by student, then in the course's order. ignored: what was found and is not graded, printable.
    broken: exercises that somebody handed in and that cannot be graded because their own files are wrong.
    """

    submissions: tuple[Submission, ...]
    ignored: tuple[str, ...]
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that are work: of files → exercise, and of folders that hold a quiz's answers file → quiz."""

    files: dict[str, str]
    folders: frozenset[str]

    @classmethod
    def of(cls, course: Course) -> _Known:
        files = {each.file_name: each.name for each in course.exercises}
        files |= {f"{name}{suffix}": name for name in course.broken for suffix in (".py", ".toml")}  # who knows what it would be
        return cls(files, frozenset(each.name for each in course.exercises if each.is_quiz))


@dataclass(frozen=True, slots=True)
class _Folder:
    """One student's folder: its name as bytes and the work in it, exercise → (file, what it is); None where it could not be listed."""

    raw: bytes
    path: Path
    entries: dict[str, tuple[str, Kind]] | None
    others: tuple[str, ...] = ()

    def submission(self, student: str, exercise: Exercise, course: Course) -> Submission:
        absent = Kind.UNREADABLE if self.entries is None else Kind.MISSING
        file, kind = (self.entries or {}).get(exercise.name, (exercise.file_name, absent))
        earlier = tuple(self.submission(student, each, course) for each in course.built_on_by(exercise))
        return Submission(student, exercise.name, self.path / file, kind, file, earlier)


def scan(folder: Path, course: Course, exercises: Sequence[str] | None = None) -> Scan:
    """Find every submission in folder, one folder a student.

    exercises: only these; None means those of the course that anybody handed in. Each student has a submission for each of
    them, of kind missing where there is none. Left out are entries that begin with a dot, silently, and files for exercises that were
    not asked for. Listed in `ignored` are all other names, links to folders among them, and files for a broken exercise.
    Raises UsageError where folder is no folder or cannot be read, UnknownExercise, and the CourseError of a broken
    exercise that was asked for by name.
    """
    asked = None if exercises is None else {course.exercise(name).name for name in exercises}
    students, ignored = _students(folder, _Known.of(course))
    handed_in = {name for student in students for name in student.entries or ()}
    sound = [exercise.name for exercise in course.exercises]
    wanted = [name for name in sound if name in (handed_in if asked is None else asked)]
    submissions = [
        student.submission(name, course.exercise(exercise), course)
        for name, student in sorted(_named(students).items())
        for exercise in wanted
    ]
    for student in students:
        shown = _shown(student.raw)
        ignored += [f"{shown}/{other}" for other in student.others]
        if asked is None:
            ignored += [f"{shown}/{file}" for name, (file, _) in (student.entries or {}).items() if name in course.broken]
        if student.entries is None and not wanted:
            ignored.append(f"{shown}/")
    broken = tuple(name for name in course.names if asked is None and name in course.broken and name in handed_in)
    return Scan(tuple(submissions), tuple(sorted(ignored)), broken)


def single(path: Path, course: Course, student: str = "") -> tuple[Submission, ...]:
    """A student's own work: a file NAME.py or NAME.ipynb, a folder of such files, or a folder as `gradekit fetch` makes it (NAME/NAME.py).

    Of a quiz: NAME.toml, or NAME/answers.toml. Raises UsageError where path holds no exercise's file, UnknownExercise for a file
    that is none's, and a broken exercise's CourseError.
    """
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as fault:
        reason = Text(f"cannot be read ({fault})", f"읽을 수 없습니다({reason_of(fault).ko})")
        if isinstance(fault, FileNotFoundError):
            reason = Text("no such file or folder", "그런 파일이나 폴더가 없습니다")
        shown = printable(str(path))
        raise UsageError(Text(f"{shown}: {reason.en}; {_GIVE.en}", f"{shown}: {reason.ko}. {_GIVE.ko}")) from fault
    # Links on the way to it are the user's own affair; the file itself must be no link, as in a class.
    if is_folder:
        found = _work_in(Path(os.path.realpath(path)), course)
        if not found:
            raise UsageError(
                Text(
                    en=f"{printable(str(path))}: holds no exercise's file (NAME.py, or NAME/NAME.py); "
                    "'gradekit list' shows the exercises and 'gradekit fetch NAME' fetches one",
                    ko=f"{printable(str(path))}: 과제 파일(NAME.py 또는 NAME/NAME.py)이 없습니다. "
                    "'gradekit list'로 과제를 확인하고 'gradekit fetch NAME'으로 받으십시오",
                )
            )
    else:
        place = Path(os.path.realpath(path.parent)) / path.name
        found = [(_exercise_of(place, path), place)]
    return tuple(_own(student, course.exercise(name), place, course) for name, place in found)


def _exercise_of(place: Path, path: Path) -> str:
    """The exercise that a file's name says it is for."""
    if place.name == ANSWERS_FILE:
        return place.parent.name
    if place.suffix not in (".py", NOTEBOOK_SUFFIX, ".toml"):
        shown = printable(str(path))
        raise UsageError(Text(f"{shown}: is no Python file; {_GIVE.en}", f"{shown}: 파이썬 파일이 아닙니다. {_GIVE.ko}"))
    return place.stem


def _own(student: str, exercise: Exercise, place: Path, course: Course) -> Submission:
    file = f"{exercise.name}/{ANSWERS_FILE}" if exercise.is_quiz and place.name == ANSWERS_FILE else exercise.file_name
    if place.suffix == NOTEBOOK_SUFFIX and not exercise.is_quiz:
        file = f"{exercise.name}{NOTEBOOK_SUFFIX}"
    if place.suffix != Path(file).suffix:
        raise UsageError(
            Text(
                en=f"{printable(str(place))}: {exercise.name!r} is handed in as {file}; give that file, or its folder",
                ko=f"{printable(str(place))}: {exercise.name!r} 과제의 제출물은 {file} 파일입니다. 그 파일이나 폴더를 지정하십시오",
            )
        )
    earlier = tuple(_beside(student, each, place, course) for each in course.built_on_by(exercise))
    return Submission(student, exercise.name, place, _kind(os.lstat(place).st_mode), file, earlier)


def _beside(student: str, exercise: Exercise, place: Path, course: Course) -> Submission:
    """The work on an earlier exercise, in the same folder as place or, as `gradekit fetch` lays them out, in a folder beside its own."""
    names = [exercise.file_name] if exercise.is_quiz else [exercise.file_name, f"{exercise.name}{NOTEBOOK_SUFFIX}"]
    for each in (folder / name for folder in (place.parent, place.parent.parent / exercise.name) for name in names):
        if os.path.lexists(each):
            return _own(student, exercise, each, course)
    return Submission(student, exercise.name, place.parent / exercise.file_name, Kind.MISSING, exercise.file_name)


def read(submission: Submission) -> Source | Refused | Missing:
    """The submission's text, or why there is none. Never raises for anything a student can hand in.

    Only a regular file of at most SOURCE_BYTES bytes of UTF-8 without NUL is read; a byte order mark is dropped. It need not be Python.
    Of a notebook, which may be of NOTEBOOK_BYTES, it is the program that its code cells make.
    """
    if submission.content is not None:
        return submission.content
    name = submission.shown
    limit = NOTEBOOK_BYTES if submission.is_notebook else SOURCE_BYTES
    if submission.kind is Kind.MISSING:
        return missing(name)
    if submission.kind is Kind.UNREADABLE:
        return unreadable(name, "the folder cannot be listed", "폴더의 내용을 볼 수 없습니다")
    if submission.kind is Kind.PROGRAM:
        return no_answers(name, f"{submission.exercise}.toml")
    if submission.kind is not Kind.FILE:
        return not_regular(name, submission.kind)
    try:
        handle = open_unlinked(submission.path, submission.levels)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return not_regular(name, _kind(status.st_mode))
            if status.st_size > limit:
                return too_large(name, status.st_size, limit)
            raw = read_up_to(handle, limit + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        return missing(name)
    except OSError as fault:
        if fault.errno in (errno.ELOOP, errno.ENOTDIR, errno.EMLINK):  # EMLINK: how FreeBSD says that O_NOFOLLOW met a link
            return not_regular(name, Kind.LINK)
        if fault.errno in (errno.ENXIO, errno.EOPNOTSUPP):  # how a socket or a device without a driver answers
            return not_regular(name, Kind.SPECIAL)
        reason = fault.strerror or type(fault).__name__
        return unreadable(name, reason, reason)
    if len(raw) > limit:
        return too_large(name, len(raw), limit)
    source = decoded(name, raw)
    return _program_in(source) if submission.is_notebook and isinstance(source, Source) else source


def by_value(submission: Submission) -> Submission:
    """The submission with its content, and that of the earlier work it builds on, for where its files are not."""
    return replace(submission, content=read(submission), earlier=tuple(by_value(each) for each in submission.earlier))


def _program_in(notebook: Source) -> Source | Refused:
    try:
        made = program(notebook.text)
    except NotebookUnreadable as fault:
        name = notebook.name
        return Refused(Text(en=f"{name} {fault.reason.en}; hand in a Jupyter notebook", ko=f"{name}: {fault.reason.ko}."))
    raw = made.text.encode()
    if len(raw) > SOURCE_BYTES:
        return too_large(notebook.name, len(raw), SOURCE_BYTES)
    source = decoded(notebook.name, raw)  # a cell may hold NUL too
    return Source(source.name, source.text, made.cells) if isinstance(source, Source) else source


def _students(folder: Path, known: _Known) -> tuple[list[_Folder], list[str]]:
    """The students' folders in folder, and the printable names of everything else in it."""
    try:
        entries = sorted(_scandir(folder))
    except (OSError, ValueError) as fault:
        failed = Text("cannot be listed", "내용을 볼 수 없습니다")
        advice = Text("give a folder that holds one folder a student", "학생마다 폴더가 하나씩 있는 폴더를 지정하십시오")
        raise UsageError(in_the_way(printable(str(folder)), failed, fault, advice)) from fault
    students: list[_Folder] = []
    ignored: list[str] = []
    for raw, kind in entries:
        if kind is Kind.FOLDER:
            students.append(_student(folder / os.fsdecode(raw), raw, known))
        elif raw != IMPORT_FILE.encode():
            ignored.append(_shown(raw))
    return students, ignored


def _student(path: Path, raw: bytes, known: _Known) -> _Folder:
    entries: dict[str, tuple[str, Kind]] = {}
    others: list[str] = []
    folders: list[tuple[str, Kind]] = []
    programs: dict[str, tuple[str, Kind]] = {}
    try:
        for raw_name, kind in sorted(_scandir(path)):
            name = os.fsdecode(raw_name)
            if name in known.files:
                entries[known.files[name]] = name, kind
            elif name in known.folders and kind in (Kind.FOLDER, Kind.LINK):
                folders.append((name, kind))
            elif name.endswith(".py") and (quiz := name.removesuffix(".py")) in known.folders and kind is Kind.FILE:
                programs[quiz] = name, Kind.PROGRAM
            else:
                others.append(_shown(raw_name) + ("/" if kind is Kind.FOLDER else ""))
    except OSError:
        return _Folder(raw, path, None)
    for name, kind in folders:
        others += _in_quiz_folder(path, name, kind, entries)
    others += [file for quiz, (file, _) in programs.items() if quiz in entries]
    return _Folder(raw, path, programs | entries, tuple(others))


def _in_quiz_folder(path: Path, quiz: str, kind: Kind, entries: dict[str, tuple[str, Kind]]) -> Iterator[str]:
    """Find the answers file in a folder as `gradekit fetch` makes it; gives the printable names of what is not graded.

    Where QUIZ.toml stands beside the folder, it is what was handed in.
    """
    if quiz in entries:
        yield f"{quiz}/"
        return
    if kind is Kind.LINK:  # to a folder of anybody's
        entries[quiz] = f"{quiz}/{ANSWERS_FILE}", kind
        return
    try:
        found = sorted(_scandir(path / quiz))
    except OSError:
        entries[quiz] = f"{quiz}/{ANSWERS_FILE}", Kind.UNREADABLE
        return
    for name, inner in found:
        if name == ANSWERS_FILE.encode():
            entries[quiz] = f"{quiz}/{ANSWERS_FILE}", inner
        elif name != b"README.md":  # the questions themselves
            yield f"{quiz}/{_shown(name)}" + ("/" if inner is Kind.FOLDER else "")


def _scandir(folder: Path) -> Iterator[tuple[bytes, Kind]]:
    """The names in folder as bytes, and what each is, links not followed; without those that begin with a dot."""
    with os.scandir(os.fsencode(folder)) as entries:
        for entry in entries:
            if entry.name.startswith(b"."):
                continue
            try:
                yield entry.name, _kind(entry.stat(follow_symlinks=False).st_mode)
            except FileNotFoundError:
                continue  # gone since


def _kind(mode: int) -> Kind:
    if stat.S_ISREG(mode):
        return Kind.FILE
    if stat.S_ISLNK(mode):
        return Kind.LINK
    return Kind.FOLDER if stat.S_ISDIR(mode) else Kind.SPECIAL


def _named(students: Iterable[_Folder]) -> dict[str, _Folder]:
    """Each folder under a student's name that can be encoded in UTF-8, no two the same.

    A name that is UTF-8 is the student's name. Any other is shown with its bytes replaced and a mark drawn from them, so that
    it is the same at each grading whoever else is in the class; should somebody bear that very name, a number tells them apart.
    """
    named: dict[str, _Folder] = {}
    odd: list[_Folder] = []
    for student in students:
        try:
            named[student.raw.decode("utf-8")] = student
        except UnicodeDecodeError:
            odd.append(student)
    for student in sorted(odd, key=lambda each: each.raw):
        first = name = f"{student.raw.decode('utf-8', 'replace')} [{hashlib.sha256(student.raw).hexdigest()[:8]}]"
        number = 2
        while name in named:
            name = f"{first} #{number}"
            number += 1
        named[name] = student
    return named


def _shown(raw: bytes) -> str:
    return printable(raw.decode("utf-8", "replace"))


def _work_in(folder: Path, course: Course) -> list[tuple[str, Path]]:
    """The exercises' files in folder, each beside the others or in a folder of its own name, in the course's order."""
    found: list[tuple[str, Path]] = []
    quizzes = {each.name for each in course.exercises if each.is_quiz}
    for name in course.names:
        notebook = f"{name}{NOTEBOOK_SUFFIX}"
        files = [f"{name}.toml"] if name in quizzes else [f"{name}.py", notebook]
        nested = folder / name
        candidates = [folder / file for file in files]
        if nested.is_dir() and not nested.is_symlink():
            candidates += [nested / inner for inner in ([ANSWERS_FILE] if name in quizzes else files)]
        if name in quizzes and folder.name == name:  # the quiz's own folder
            candidates.append(folder / ANSWERS_FILE)
        found += [(name, place) for place in candidates if os.path.lexists(place)][:1]
    return found
