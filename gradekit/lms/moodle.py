"""Moodle: "Download all submissions" of an assignment, with or without a folder for each participant.

<full name>_<id>_assignsubmission_file_/<path> (without the last "_" before Moodle 3.1), or …_file_<file> without folders; "Participant"
in place of the name where marking is blind; where teams hand in, <team>-<full name>, or the team's name by itself; a user name may stand
before it. <id> is the number in the worksheet's "Participant 123456". Moodle turns "_" in a name into a blank, so what comes first is its
own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gradekit.intake.download import Download, Entry
from gradekit.lms.models import Aside, HandIn, Outcome, Person
from gradekit.text import Text

__all__ = ["read"]

# The shortest name, so that a file called …_99_assignsubmission_file_… is not somebody else's.
_NAME: Final = re.compile(r"(?P<name>.+?)_(?P<id>\d{1,20})_assignsubmission_(?P<kind>[a-z]+)(?P<rest>[_/].*)?", re.DOTALL)
_BLIND: Final = ("Participant", "참여자", "참가자")
_NO_NAME: Final = Text(en="is not named as Moodle names submissions", ko="Moodle이 제출물에 붙이는 이름이 아닙니다.")
_NO_FILE: Final = Text(en="is a text typed on Moodle, no file", ko="파일이 아니라 Moodle에 직접 입력한 텍스트입니다.")


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in a download from Moodle."""
    matched = [_matched(entry) for entry in download.entries]
    # Where teams hand in, each name stands behind a team's. One that is hyphenated says nothing of that.
    teams = all("-" in found["name"] for found in matched if found is not None)
    for entry, found in zip(download.entries, matched, strict=True):
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif found is None:
            yield Aside(entry, Outcome.UNMATCHED, _NO_NAME)
        elif found["kind"] != "file" or not (found["rest"] or "").strip("_/"):
            yield Aside(entry, Outcome.IGNORED, _NO_FILE)
        else:
            login, _, name = found["name"].rpartition("_")
            participant = f"Participant {found['id']}"
            blind = name.rpartition("-")[2] in _BLIND
            person = Person(participant, participant=participant, login=login, name="" if blind else name, behind_team=teams)
            order = (entry.modified,) if entry.modified else ()
            yield HandIn(entry, found["rest"].removeprefix("_").removeprefix("/"), (person,), order)


def _matched(entry: Entry) -> re.Match[str] | None:
    """What the first part that is named by Moodle says; above it may be the folder that the zip was unpacked into."""
    parts = entry.parts
    for at, part in enumerate(parts[:3]):
        if found := _NAME.fullmatch(part):
            return _NAME.fullmatch("/".join(parts[at:])) if found else None
    return None
