"""nbgrader: submitted/STUDENT/ASSIGNMENT/*.ipynb with a timestamp.txt, as its exchange and zip_collect lay them out.

Of a course's folder only submitted/ is read: autograded/, feedback/ and the others hold what nbgrader made of it. The download may also
be submitted/ itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from gradekit.intake.download import Download, Entry
from gradekit.lms.models import Aside, HandIn, Outcome, Person, moment, utc
from gradekit.text import Text

__all__ = ["read"]

_STEP: Final = "submitted"
_STAMP: Final = "timestamp.txt"
_STAMP_BYTES: Final = 1_000
_NO_PLACE: Final = Text(en="does not lie in submitted/STUDENT/ASSIGNMENT", ko="submitted/학생/과제 폴더에 있지 않습니다.")
_OWN: Final = Text(en="is nbgrader's own", ko="nbgrader가 만든 파일입니다.")


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in what nbgrader collected."""
    below = any(_STEP in entry.parts[:3] for entry in download.entries)
    stamps = {entry.parts[:-1]: entry for entry in download.entries if entry.parts[-1] == _STAMP}
    moments: dict[tuple[str, ...], datetime | None] = {}
    for entry in download.entries:
        parts = entry.parts
        at = parts.index(_STEP) + 1 if below and _STEP in parts[:3] else 0
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif (below and at == 0) or len(parts) < at + 3:
            yield Aside(entry, Outcome.UNMATCHED, _NO_PLACE)
        elif parts[-1] == _STAMP:
            yield Aside(entry, Outcome.IGNORED, _OWN)
        else:
            folder = parts[: at + 2]
            if folder not in moments:
                moments[folder] = _handed_in(download, stamps.get(folder))
            told = moments[folder]
            order = () if told is None else (int(told.timestamp()),)
            person = Person(parts[at], sid=parts[at], login=parts[at])
            yield HandIn(entry, "/".join(parts[at + 2 :]), (person,), order, utc(told), assignment=parts[at + 1])


def _handed_in(download: Download, stamp: Entry | None) -> datetime | None:
    """When it was handed in, as timestamp.txt has it: "2015-02-02 15:58:23.948203 America/Los_Angeles", say."""
    content = download.read(stamp, _STAMP_BYTES) if stamp is not None else b""
    return moment(content.decode("utf-8", "replace")) if isinstance(content, bytes) else None
