"""Parquet: one row a test, for whoever analyses results with pandas, Polars or DuckDB. Needs the extra `parquet`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from gradekit.errors import UsageError
from gradekit.export.order import Exported, Order
from gradekit.results import SCHEMA, Result

__all__ = ["COLUMNS", "export_parquet"]

_TEXTS: Final = ("name", "student", "exercise", "status", "test", "outcome", "message", "hint", "diagnosis")
_NUMBERS: Final = ("score", "max_score", "seconds", "points", "max_points")
COLUMNS: Final = (
    "name", "student", "exercise", "status", "score", "max_score", "seconds", "diagnosis",
    "number", "test", "points", "max_points", "outcome", "message", "hint",
)  # fmt: skip
_GROUP: Final = 20_000  # rows that are compressed together; DuckDB and Polars read such groups side by side


def export_parquet(order: Order) -> Exported:
    """The rows, compressed. Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as fault:
        raise UsageError("Parquet needs the extra 'parquet': pip install 'gradekit[parquet]'") from fault
    kinds: dict[str, Any] = {name: pyarrow.string() for name in _TEXTS}
    kinds |= {name: pyarrow.float64() for name in _NUMBERS} | {"number": pyarrow.int32()}
    schema = pyarrow.schema([(name, kinds[name]) for name in COLUMNS], metadata={"gradekit": SCHEMA})

    def write(file: BinaryIO) -> None:
        with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            rows = (row for result in order.grades.each_result() for row in _rows(order.grades.name, result))
            while group := [*itertools.islice(rows, _GROUP)]:
                writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))

    return Exported(write, sum(bool(each.results) for each in order.grades.students))


def _rows(name: str, result: Result) -> Iterator[dict[str, Any]]:
    about: dict[str, Any] = {
        "name": name,
        "student": result.student,
        "exercise": result.exercise,
        "status": result.status.value,
        "score": result.score,
        "max_score": result.max_score,
        "seconds": result.seconds,
        "diagnosis": " ".join(each.misconception for each in result.diagnosis),
    }
    for number, test in enumerate(result.tests, start=1):
        own: dict[str, Any] = {
            "number": number,
            "test": test.name,
            "points": test.points,
            "max_points": test.max_points,
            "outcome": test.outcome.value,
            "message": test.message,
            "hint": test.hint,
        }
        yield {column: _text(value) if isinstance(value, str) else value for column, value in (about | own).items()}


def _text(text: str) -> str:
    """Data, not something shown, so it stays as it is, but for halves of characters, which UTF-8 does not have."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
