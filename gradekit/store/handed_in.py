"""When work was handed in: as the platform that it came from says, else when its file was last written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from gradekit.intake import Submission
from gradekit.intake.files import IMPORT_FILE
from gradekit.json_reader import JsonReader
from gradekit.store.work import HandedIn, Moment

__all__ = ["handed_in_by"]


def _told(record: JsonReader) -> Iterator[tuple[str, str]]:
    """File → when it was submitted, of what an import wrote."""
    for key in record.members():
        if key != "files":
            record.value()
            continue
        for name in record.members():
            if submitted := record.value().get("submitted"):
                yield name, str(submitted)


def handed_in_by(folder: Path) -> HandedIn:
    """For the submissions in folder, which 'gradekit import' may have written."""
    try:
        with (folder / IMPORT_FILE).open("rb") as file:
            told = dict(_told(JsonReader(file)))
    except (OSError, ValueError, AttributeError, RecursionError):
        told = {}

    def when(submission: Submission) -> Moment | None:
        by_platform = told.get(f"{submission.path.parent.name}/{submission.path.name}")
        try:
            moment = datetime.fromisoformat(by_platform) if by_platform else datetime.fromtimestamp(submission.path.lstat().st_mtime, UTC)
            return Moment(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), told=bool(by_platform))
        except (OSError, ValueError, OverflowError):
            return None

    return when
