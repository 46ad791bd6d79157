"""results.json of a class of any size: its rows stay in the file and are read when somebody looks at them."""

from __future__ import annotations

import contextlib
import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, overload

from gradekit.errors import ResultsError
from gradekit.json_reader import JsonReader
from gradekit.results import Result, ResultSet, read_results
from gradekit.text import Text

__all__ = ["StoredRows", "open_results"]


class StoredRows(Sequence[Result]):
    """The rows of a results.json, each read anew whenever it is asked for: of a row, only where it stands is kept in memory.

    Asking raises ResultsError where the file was changed in its place since it was opened; gradekit itself only ever replaces it whole.
    """

    def __init__(self, path: Path, file: BinaryIO, starts: array[int], ends: array[int]) -> None:
        self._path = path
        self._file = file
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Result]:
        return map(self._row, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Result: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Result, ...]: ...
    def __getitem__(self, index: int | slice) -> Result | tuple[Result, ...]:
        where = range(len(self))[index]
        return tuple(map(self._row, where)) if isinstance(where, range) else self._row(where)

    def _row(self, number: int) -> Result:
        start = self._starts[number]
        self._file.seek(start)
        try:
            return Result.from_json(json.loads(self._file.read(self._ends[number] - start)))
        except (ValueError, ResultsError) as fault:
            raise _changed(self._path) from fault


@contextlib.contextmanager
def open_results(path: Path) -> Iterator[ResultSet]:
    """A results.json whose rows may be looked at as long as the block lasts, in any order and again and again.

    All of it is checked before anything is given. Raises ResultsError as read_results does, in the same words.
    """
    with contextlib.ExitStack() as opened:
        try:
            results = _read(path, opened.enter_context(path.open("rb")))
        except (OSError, ValueError, RecursionError, ResultsError) as fault:
            read_results(path)  # which says what is wrong with it
            raise _changed(path) from fault
        yield results


def _changed(path: Path) -> ResultsError:
    return ResultsError(
        Text(
            en=f"{path}: was changed while it was read; run this again",
            ko=f"{path}: 읽는 동안 파일이 변경되었습니다. 다시 실행하십시오",
        )
    )


def _read(path: Path, file: BinaryIO) -> ResultSet:
    reader = JsonReader(file)
    head: dict[str, Any] = {}
    starts, ends = array("q"), array("q")
    for key in reader.members():
        if key != "results":
            head[key] = reader.value()
            continue
        starts, ends = array("q"), array("q")  # of two keys of one name the later counts, as the module json has it
        for _ in reader.items():
            reader.sign()
            starts.append(reader.offset)
            Result.from_json(reader.value())
            ends.append(reader.offset)
        head[key] = []
    reader.end()
    return replace(ResultSet.from_json(head), results=StoredRows(path, file, starts, ends))
