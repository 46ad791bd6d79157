"""Canvas: "Download Submissions" of an assignment gives one flat zip, a file of each student's or group's latest attempt an entry.

<name>[_LATE]_<user id>_<attachment id>_<file>, or [LATE_]anon_<id>_<attachment id>_<file> where grading is anonymous. The name is the
sortable one in lower case without blanks, or the group's, which may be a number. Canvas itself renames what a student hands in again:
softmax-1.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gradekit.intake.download import Download
from gradekit.lms.models import Aside, HandIn, Outcome, Person
from gradekit.text import Text

__all__ = ["read"]

# The shortest name: nothing in the file's own name, which the student chose, can pass for what stands before it.
_IDS: Final = r"(?P<late>LATE_)?(?:(?P<user>\d{1,20})|anon_(?P<anon>[A-Za-z0-9]{1,40}))_(?P<file_id>\d{1,20})_(?P<file>.+)"
_NAME: Final = re.compile(rf"(?:(?!LATE_|anon_)(?P<name>.+?)_)??{_IDS}", re.DOTALL)
_NUMBER_AS_NAME: Final = re.compile(rf"(?P<name>\d{{1,20}})_{_IDS}", re.DOTALL)
_NUMBERS: Final = re.compile(r"(?:\d{1,20}_)*")
_NO_NAME: Final = Text(en="is not named as Canvas names submissions", ko="Canvas가 제출물에 붙이는 이름이 아닙니다.")
_NO_FILE: Final = Text(en="is a text or a link, no file", ko="파일이 아니라 텍스트나 링크로 제출한 것입니다.")
_TYPED: Final = re.compile(r"(?:.+?_)??(?:LATE_)?(?:\d+|anon_[A-Za-z0-9]+)_(?:text|url|question_\d+)\b.*", re.DOTALL)


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in a download from Canvas."""
    for entry in download.entries:
        name = entry.parts[-1]
        found = _NAME.fullmatch(name)
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif found is None:
            yield Aside(entry, Outcome.IGNORED, _NO_FILE) if _TYPED.fullmatch(name) else Aside(entry, Outcome.UNMATCHED, _NO_NAME)
        else:
            users = _users(name, found)
            # Of three numbers at the front, the first is all but certainly a group's name.
            numbered = _NUMBER_AS_NAME.fullmatch(name) if found["name"] is None and len(users) > 1 else None
            found = numbered or found
            number = found["user"] or ""
            person = Person(number or f"anon_{found['anon']}", account=number, canvas=number, name=found["name"] or "")
            yield HandIn(
                entry,
                found["file"],
                (person,),
                (int(found["file_id"]),),
                late=found["late"] is not None,
                rivals=tuple(Person(each, canvas=each) for each in users if each != number),
                by_roster=numbered is not None,
            )


def _users(name: str, found: re.Match[str]) -> list[str]:
    """The numbers that could be the user's: a group may be called team_5, and a student's file 905_softmax.py."""
    numbers = _NUMBERS.match(name, found.start("user")) if found["user"] else None
    return numbers[0].split("_")[:-2] if numbers else []
