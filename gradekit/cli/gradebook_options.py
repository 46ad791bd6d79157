"""What the commands on a gradebook share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gradekit.errors import UsageError

if TYPE_CHECKING:
    from gradekit.course.models import Course
    from gradekit.store.opening import Database

__all__ = ["gradebook_option", "open_gradebook", "require_library"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def gradebook_option(command: _Command) -> _Command:
    return click.option(
        "--gradebook",
        "place",
        metavar="FILE_OR_URL",
        help="The gradebook (default: GRADEKIT_GRADEBOOK, or gradebook.sqlite in the course's folder).",
    )(command)


def require_library() -> None:
    """Raises UsageError without the extra."""
    from importlib.util import find_spec

    if find_spec("sqlalchemy") is None or find_spec("alembic") is None:
        raise UsageError("a gradebook needs SQLAlchemy and Alembic; install them with: pip install 'gradekit[gradebook]'")


def open_gradebook(course: Course, place: str | None, *, to_write: bool = True) -> Database:
    """The course's gradebook. Raises UsageError where there is none or it is another course's, Refusal, StoreError."""
    require_library()
    from gradekit.course.places import gradebook_place
    from gradekit.store.opening import open_database
    from gradekit.store.standing import fact

    database = open_database(gradebook_place(course, place), to_write=to_write)
    try:
        with database.reading() as connection:
            owner = fact(connection, "course")
        if owner != course.name:
            raise UsageError(
                f"{database.shown}: is the gradebook of the course {owner!r}, not of {course.name!r}; name the one that is meant"
            )
    except BaseException:
        database.close()
        raise
    return database
