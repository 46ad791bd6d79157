"""What a writer is asked for, and what it gives back: a file's content, and a line for everything that somebody should look at.

Forms that hold every test are not made in memory but written into the file as the results are read, so that a faculty's needs no more
of it than a class's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from gradekit.text import Lang, Text

if TYPE_CHECKING:
    from gradekit.export.grades import Grades

__all__ = ["Exported", "Order", "Remark", "Writer"]


@dataclass(frozen=True, slots=True)
class Order:
    """What to write. out: where it will go, by whose name some writers choose a form; template: a file that the platform exported.

    column: the assignment's column in it; scale: whether points are converted to the platform's maximum where it is another; student:
    whose result, where a form holds just one; headers: our name of a column → the platform's, where it speaks another language.
    """

    grades: Grades
    out: Path
    lang: Lang = "en"
    template: Path | None = None
    column: str = ""
    scale: bool = False
    student: str = ""
    visibility: str = "visible"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one student. left_out: that student's grade is not in the file, which must not pass unnoticed."""

    student: str
    text: Text
    left_out: bool = True


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's content, or what writes it. written: how many students' grades are in it."""

    content: bytes | Callable[[BinaryIO], object]
    written: int
    remarks: tuple[Remark, ...] = ()

    def write_to(self, file: BinaryIO) -> None:
        """Raises OSError, and ResultsError where a result that is read only now is none."""
        if isinstance(self.content, bytes):
            file.write(self.content)
        else:
            self.content(file)


Writer = Callable[[Order], Exported]
