"""Reading a course from its folder. A fault is one line that names the file, the key, the value and what is allowed."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gradekit.course.models import Course, CourseFile, Exercise, ExerciseFile
from gradekit.course.stub import parse_export
from gradekit.errors import CourseError
from gradekit.printable import printable

__all__ = ["load_course", "load_exercise", "read_toml"]

_Model = TypeVar("_Model", bound=BaseModel)
_FAULTS_SHOWN: Final = 4
_VALUE_CHARACTERS: Final = 60

_KINDS: Final = {
    "string_type": "a string",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a table",
    "finite_number": "a finite number",
}
_BOUNDS: Final = {"greater_than": ("gt", "above"), "greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}


def load_course(root: Path, also: Path | None = None) -> Course:
    """The course in the folder root. also: a folder with exercises/ and solutions/ of its own (an exam's), all of which are added.

    A broken exercise does not stop the others: it is in `broken`, with its error. Raises CourseError where course.toml
    itself is absent or wrong. Solutions need not be there.
    """
    root = Path(root)
    file = read_toml(root / "course.toml", CourseFile)
    has_solutions = (root / "solutions").is_dir()
    sound: list[Exercise] = []
    broken: dict[str, CourseError] = {}
    for name in file.names:
        try:
            exercise = load_exercise(root, name)
            _come_before(exercise, file)
            sound.append(exercise)
        except CourseError as fault:
            broken[name] = fault
    for name in () if also is None else _exercises_in(also):
        try:
            if name in file.names:
                raise CourseError(f"{also}/exercises/{name}: the course has an exercise of that name; rename this one")
            sound.append(load_exercise(Path(str(also)), name))
        except CourseError as fault:
            broken[name] = fault
    for exercise in list(sound):
        try:
            _can_build_on(exercise, sound)
        except CourseError as fault:
            sound.remove(exercise)
            broken[exercise.name] = fault
    return Course(root, file, tuple(sound), broken, _unlisted(root, file), has_solutions, also)


def load_exercise(root: Path, name: str) -> Exercise:
    """The exercise in root/exercises/name, listed in course.toml or not. Raises CourseError."""
    folder = root / "exercises" / name
    path = folder / "exercise.toml"
    file = read_toml(path, ExerciseFile)
    if file.name != name:
        raise CourseError(f"{path}: name: got {file.name!r}, must be the folder's name, {name!r}")
    solution = root / "solutions" / name
    return Exercise(
        file=file,
        exports=tuple(parse_export(text) for text in file.exports),
        folder=folder,
        solution_folder=solution if solution.is_dir() else None,
    )


def _come_before(exercise: Exercise, course: CourseFile) -> None:
    """Raises CourseError where the exercise requires itself or one that comes after it. A course may leave out what it requires."""
    place = course.names.index(exercise.name)
    late = [name for name in exercise.requires if name in course.names[place:]]
    if late:
        raise CourseError(f"{exercise.folder / 'exercise.toml'}: requires: got {late[0]!r}, which does not come before it in course.toml")


def _can_build_on(exercise: Exercise, others: Sequence[Exercise]) -> None:
    """Raises CourseError where it builds on work that cannot be run beside its own. A course may leave out what it builds on."""
    strange = [each for each in others if each.name in exercise.builds_on and each.runtime != exercise.runtime]
    if strange:
        raise CourseError(
            f"{exercise.folder / 'exercise.toml'}: builds_on: got {strange[0].name!r}, must be exercises for {exercise.runtime} like it"
        )


def _unlisted(root: Path, file: CourseFile) -> tuple[str, ...]:
    return tuple(sorted(set(_exercises_in(root)) - set(file.names)))


def _exercises_in(root: Path) -> list[str]:
    """The names of the folders that hold an exercise, listed or not."""
    try:
        return sorted(entry.name for entry in (root / "exercises").iterdir() if (entry / "exercise.toml").is_file())
    except OSError:
        return []


def read_toml(path: Path, model: type[_Model]) -> _Model:
    """A file that an author wrote, as the model. Raises CourseError, in one line that says what is wrong and where."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as fault:
        advice = "name a course's folder with --course DIR" if model is CourseFile else "write it, or take the exercise out of course.toml"
        raise CourseError(f"{path}: no such file; {advice}") from fault
    except OSError as fault:
        raise CourseError(f"{path}: cannot be read ({fault.strerror or fault})") from fault
    except UnicodeDecodeError as fault:
        raise CourseError(f"{path}: byte {fault.start} is not UTF-8; save the file as UTF-8") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise CourseError(f"{path}: no TOML ({printable(str(fault))})") from fault
    try:
        return model.model_validate(data)
    except ValidationError as fault:
        faults = fault.errors(include_url=False)
        shown = "; ".join(_explain(each, model) for each in faults[:_FAULTS_SHOWN])
        more = f"; and {len(faults) - _FAULTS_SHOWN} more" if len(faults) > _FAULTS_SHOWN else ""
        raise CourseError(f"{path}: {shown}{more}") from fault


def _explain(fault: ErrorDetails, model: type[BaseModel]) -> str:
    """One of pydantic's faults in our words: the key, the value got, what is allowed."""
    kind, context = fault["type"], fault.get("ctx", {})
    key = _key(fault["loc"])
    where = f"{key}: " if key else ""
    got = f"{where}got {_shown(fault['input'])}, must be "
    if kind == "missing":
        return f"{where}is missing"
    if kind == "extra_forbidden":
        return _unknown_key(fault["loc"], model)
    if kind in _KINDS:
        return got + _KINDS[kind]
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return f"{got}{words} {context[bound]}"
    if kind == "literal_error":
        later = " (a newer format: install a newer gradekit)" if key == "format_version" else ""
        return f"{got}{context['expected']}{later}"
    if kind == "value_error":
        reason = str(context["error"])
        value = fault["input"]
        return f"{where}got {_shown(value)}, {reason}" if isinstance(value, str) and reason.startswith(("must", "is")) else where + reason
    return printable(f"{where}got {_shown(fault['input'])}: {fault['msg']}")


def _unknown_key(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    from difflib import get_close_matches  # only on the way to an error: it costs 3 ms that `gradekit list` need not spend

    allowed = list(_model_at(model, location[:-1]).model_fields)
    near = get_close_matches(str(location[-1]), allowed, n=1)
    advice = f"did you mean {near[0]!r}? " if near else ""
    return f"{_key(location)}: unknown key; {advice}allowed are {', '.join(allowed)}"


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """The model that stands at a location inside another, such as ("units", 0, "title")."""
    for part in location:
        if isinstance(part, str):
            model = _inner(model.model_fields[part].annotation) or model
    return model


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _inner(each))), None)


def _key(location: tuple[int | str, ...]) -> str:
    """The location as an author would write it: units[0].title.en; a key that holds odd characters is shown with escapes."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return printable(text.removeprefix("."))


def _shown(value: object) -> str:
    text = printable(repr(value))
    return text if len(text) <= _VALUE_CHARACTERS else text[: _VALUE_CHARACTERS - 1] + "…"
