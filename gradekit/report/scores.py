"""scores.csv: one row for each student and exercise, safe to open in a spreadsheet.

The file is UTF-8 with a byte order mark, because Excel reads Korean names as noise without it; Python reads it with
encoding="utf-8-sig", and pandas by itself. The header is the same in both languages, so that scripts can rely on it.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from gradekit.printable import printable
from gradekit.results import ResultSet, Verdict

__all__ = ["COLUMNS", "plain", "render_csv", "safe_cell"]

COLUMNS: Final = ("student", "exercise", "score", "max_score", "status", *(verdict.value for verdict in Verdict), "diagnosis")

# What makes a spreadsheet compute: = + - @, also full-width, also behind blanks and quotes, which some of them strip;
# and the same behind a semicolon, where a spreadsheet of another locale begins a new cell.
_FORMULA: Final = re.compile(r"(^|;)(?=[\s\"'\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def safe_cell(text: str) -> str:
    """text for a cell: controls visible, and an apostrophe before whatever a spreadsheet would run."""
    return _FORMULA.sub(r"\1'", printable(text))


def render_csv(results: ResultSet) -> Iterator[tuple[str, bytes]]:
    """The page scores.csv."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for result in results.results:
        verdicts = Counter(test.outcome for test in result.tests)
        writer.writerow(
            (
                safe_cell(result.student),
                safe_cell(result.exercise),
                plain(result.score),
                plain(result.max_score),
                result.status.value,
                *(verdicts[verdict] for verdict in Verdict),
                safe_cell(" ".join(each.misconception for each in result.diagnosis)),
            )
        )
    yield "scores.csv", b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def plain(points: float) -> float | int:
    """Whole points without a decimal point, as people write them."""
    return int(points) if points.is_integer() else points
