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
from gradekit.errors import CourseError, reason_of
from gradekit.printable import printable
from gradekit.text import Text

__all__ = ["load_course", "load_exercise", "read_toml"]

_Model = TypeVar("_Model", bound=BaseModel)
_FAULTS_SHOWN: Final = 4
_VALUE_CHARACTERS: Final = 60

_KINDS: Final = {
    "string_type": Text("a string", "문자열"),
    "int_type": Text("a whole number", "정수"),
    "int_from_float": Text("a whole number", "정수"),
    "float_type": Text("a number", "숫자"),
    "bool_type": Text("true or false", "true 또는 false"),
    "tuple_type": Text("a list", "목록"),
    "model_type": Text("a table", "표"),
    "finite_number": Text("a finite number", "유한한 수"),
}
_BOUNDS: Final = {
    "greater_than": ("gt", Text("above", "초과")),
    "greater_than_equal": ("ge", Text("at least", "이상")),
    "less_than_equal": ("le", Text("at most", "이하")),
}


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
                raise CourseError(
                    Text(
                        en=f"{also}/exercises/{name}: the course has an exercise of that name; rename this one",
                        ko=f"{also}/exercises/{name}: 강의에 같은 이름의 과제가 있습니다. 이 과제의 이름을 바꾸십시오",
                    )
                )
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
        raise CourseError(
            Text(
                en=f"{path}: name: got {file.name!r}, must be the folder's name, {name!r}",
                ko=f"{path}: name: 현재 값은 {file.name!r}, 폴더 이름과 같은 {name!r} 값이어야 합니다",
            )
        )
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
        path = exercise.folder / "exercise.toml"
        raise CourseError(
            Text(
                en=f"{path}: requires: got {late[0]!r}, which does not come before it in course.toml",
                ko=f"{path}: requires: 현재 값은 {late[0]!r}, course.toml에서 이 과제보다 앞에 있는 과제여야 합니다",
            )
        )


def _can_build_on(exercise: Exercise, others: Sequence[Exercise]) -> None:
    """Raises CourseError where it builds on work that cannot be run beside its own. A course may leave out what it builds on."""
    strange = [each for each in others if each.name in exercise.builds_on and each.runtime != exercise.runtime]
    if strange:
        path = exercise.folder / "exercise.toml"
        raise CourseError(
            Text(
                en=f"{path}: builds_on: got {strange[0].name!r}, must be exercises for {exercise.runtime} like it",
                ko=f"{path}: builds_on: 현재 값은 {strange[0].name!r}, 이 과제와 같은 {exercise.runtime} 과제여야 합니다",
            )
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
        advice = Text("write it, or take the exercise out of course.toml", "파일을 작성하거나 course.toml에서 그 과제를 빼십시오")
        if model is CourseFile:
            advice = Text("name a course's folder with --course DIR", "--course DIR로 강의 폴더를 지정하십시오")
        raise CourseError(Text(f"{path}: no such file; {advice.en}", f"{path}: 파일이 없습니다. {advice.ko}")) from fault
    except OSError as fault:
        reason = reason_of(fault)
        raise CourseError(Text(f"{path}: cannot be read ({reason.en})", f"{path}: 읽을 수 없습니다({reason.ko})")) from fault
    except UnicodeDecodeError as fault:
        raise CourseError(
            Text(
                en=f"{path}: byte {fault.start} is not UTF-8; save the file as UTF-8",
                ko=f"{path}: 바이트 {fault.start}의 값이 UTF-8이 아닙니다. 파일을 UTF-8로 저장하십시오",
            )
        ) from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        said = printable(str(fault))
        raise CourseError(Text(f"{path}: no TOML ({said})", f"{path}: TOML이 아닙니다({said})")) from fault
    try:
        return model.model_validate(data)
    except ValidationError as fault:
        faults = fault.errors(include_url=False)
        explained = [_explain(each, model) for each in faults[:_FAULTS_SHOWN]]
        if len(faults) > _FAULTS_SHOWN:
            more = len(faults) - _FAULTS_SHOWN
            explained.append(Text(f"and {more} more", f"그 밖에 {more}건"))
        raise CourseError(
            Text(
                en=f"{path}: {'; '.join(each.en for each in explained)}",
                ko=f"{path}: 내용에 오류가 있습니다: {'; '.join(each.ko for each in explained)}",
            )
        ) from fault


def _explain(fault: ErrorDetails, model: type[BaseModel]) -> Text:
    """One of pydantic's faults in our words: the key, the value got, what is allowed. What our own models refuse is told in English."""
    kind, context = fault["type"], fault.get("ctx", {})
    key = _key(fault["loc"])
    where, got = f"{key}: " if key else "", _shown(fault["input"])

    def must_be(allowed: Text) -> Text:
        return Text(f"{where}got {got}, must be {allowed.en}", f"{where}현재 값은 {got}, 허용되는 값은 {allowed.ko}")

    if kind == "missing":
        return Text(f"{where}is missing", f"{where}빠져 있음")
    if kind == "extra_forbidden":
        return _unknown_key(fault["loc"], model)
    if kind in _KINDS:
        return must_be(_KINDS[kind])
    if kind in _BOUNDS:
        bound, words = _BOUNDS[kind]
        return must_be(Text(f"{words.en} {context[bound]}", f"{context[bound]} {words.ko}"))
    if kind == "literal_error":
        later = Text(" (a newer format: install a newer gradekit)", " (더 새로운 형식이므로 새 gradekit을 설치하십시오)")
        later = later if key == "format_version" else Text.same("")
        return must_be(Text(f"{context['expected']}{later.en}", f"{context['expected'].replace(' or ', ' 또는 ')}{later.ko}"))
    if kind == "value_error":
        reason = str(context["error"])
        value = fault["input"]
        tells = isinstance(value, str) and reason.startswith(("must", "is"))
        return Text(f"{where}got {got}, {reason}", f"{where}현재 값은 {got}: {reason}") if tells else Text.same(where + reason)
    return Text(printable(f"{where}got {got}: {fault['msg']}"), printable(f"{where}현재 값은 {got}: {fault['msg']}"))


def _unknown_key(location: tuple[int | str, ...], model: type[BaseModel]) -> Text:
    from difflib import get_close_matches  # only on the way to an error: it costs 3 ms that `gradekit list` need not spend

    allowed = list(_model_at(model, location[:-1]).model_fields)
    near = get_close_matches(str(location[-1]), allowed, n=1)
    advice = Text(f"did you mean {near[0]!r}? ", f"{near[0]!r} 키를 찾으셨습니까? ") if near else Text.same("")
    key, known = _key(location), ", ".join(allowed)
    return Text(f"{key}: unknown key; {advice.en}allowed are {known}", f"{key}: 알 수 없는 키. {advice.ko}허용되는 키: {known}")


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
