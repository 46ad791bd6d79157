"""Gradescope: "Export Submissions" gives assignment_<id>_export/ with a folder for each submission and submission_metadata.yml.

The metadata is YAML as Ruby writes it, its keys with a colon before them (:submitters:, :name:, :sid:, :email:, :created_at:), and grows
with every test's output. It is read as a stream of events, so nothing in it is made an object, however it is tagged, nested or aliased.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from gradekit.errors import UsageError
from gradekit.intake.download import Download, Stream
from gradekit.lms.models import Aside, HandIn, Outcome, Person, moment, utc
from gradekit.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["read"]

_METADATA: Final = "submission_metadata.yml"
_METADATA_BYTES: Final = 200_000_000
_VALUE: Final = 500
_SUBMITTERS: Final = 50
_ANCHORS: Final = 100_000
_DEPTH: Final = 100
_DEEP: Final = Text(en="is nested too deep", ko="너무 깊이 중첩되어 있습니다.")
_FOLDER: Final = re.compile(r"submission_(\d{1,20})")
_OWN: Final = Text(en="is Gradescope's own", ko="Gradescope가 만든 파일입니다.")
_NO_PLACE: Final = Text(en="does not lie in a submission's folder", ko="제출물 폴더에 있지 않습니다.")


@dataclass(slots=True)
class _Told:
    """What the metadata tells of one submission."""

    submitters: list[dict[str, str]] = field(default_factory=list)
    created: str = ""


def read(download: Download) -> Iterator[HandIn | Aside]:
    """The files in an export from Gradescope. Raises UsageError where PyYAML, the extra `lms`, is not installed."""
    _yaml()  # before anything is told
    metadata = [entry for entry in download.entries if entry.parts[-1] == _METADATA and len(entry.parts) <= 2]
    told: dict[str, _Told] = {}
    for entry in metadata:
        found: dict[str, _Told] = {}
        with download.stream(entry, _METADATA_BYTES) as stream:
            fault = _read_metadata(stream, found)
        if stream.fault is None:
            told |= found
        fault = stream.fault or fault
        yield Aside(entry, Outcome.IGNORED, _OWN) if fault is None else Aside(entry, Outcome.REFUSED, fault)
    for entry in download.entries:
        if entry in metadata:
            continue
        at = next((at for at, part in enumerate(entry.parts[:2]) if part in told or _FOLDER.fullmatch(part)), None)
        if entry.fault is not None:
            yield Aside(entry, Outcome.REFUSED, entry.fault)
        elif at is None or at == len(entry.parts) - 1:
            yield Aside(entry, Outcome.UNMATCHED, _NO_PLACE)
        else:
            folder = entry.parts[at]
            known = told.get(folder, _Told())
            people = tuple(_person(each, folder) for each in known.submitters if any(each.values())) or (Person(folder),)
            created = moment(known.created)
            number = _FOLDER.fullmatch(folder)
            order = (int(created.timestamp()) if created else 0, int(number[1]) if number else 0)  # 0: not told
            group = folder if len(people) > 1 else ""
            yield HandIn(entry, "/".join(entry.parts[at + 1 :]), people, order, utc(created), group=group)


def _person(told: Mapping[str, str], folder: str) -> Person:
    sid, email, name = (told.get(key, "") for key in ("sid", "email", "name"))
    return Person(sid or email or folder, sid=sid, email=email, name=name)


def _yaml() -> Any:
    try:
        import yaml
    except ImportError as fault:
        raise UsageError(
            "gradescope: reading submission_metadata.yml needs the extra 'lms': pip install 'gradekit[lms]', then run this again"
        ) from fault
    return yaml


def _read_metadata(content: Stream | bytes, told: dict[str, _Told]) -> Text | None:
    """Add what the metadata tells to told; gives why it stopped before the end, if it did.

    The path to where an event stands is kept as keys: [folder, "submitters", "", "name"]; "" is a place in a list.
    """
    yaml = _yaml()
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    # Of each collection that is open: its path's last key (None where one is awaited), and whether it is a mapping.
    open_: list[tuple[bool, str | None]] = []
    anchors: dict[str, str] = {}
    try:
        for event in yaml.parse(content, Loader=loader):
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if len(open_) >= _DEPTH:
                    return _DEEP
                if open_ and open_[-1] == (True, None):  # a collection as a key
                    open_[-1] = (True, "")
                elif len(open_) == 3 and [key for _, key in open_[1:]] == ["submitters", ""]:
                    submitters = told.setdefault(open_[0][1] or "", _Told()).submitters
                    if len(submitters) < _SUBMITTERS:
                        submitters.append({})
                mapping = isinstance(event, yaml.MappingStartEvent)
                open_.append((mapping, None if mapping else ""))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                open_.pop()
                _value_ended(open_)
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and open_:
                if isinstance(event, yaml.AliasEvent):
                    value = anchors.get(event.anchor, "")
                else:
                    value = event.value[:_VALUE]
                    if event.anchor and len(anchors) < _ANCHORS:
                        anchors[event.anchor] = value
                mapping, key = open_[-1]
                if mapping and key is None:
                    open_[-1] = (True, value.removeprefix(":"))
                else:
                    _take([each or "" for _, each in open_], value.strip(), told)
                    _value_ended(open_)
    except (yaml.YAMLError, ValueError, RecursionError, MemoryError) as fault:
        reason = " ".join(str(fault).split())[:100]
        return Text(en=f"is no YAML from here on: {reason}", ko=f"여기서부터 YAML로 읽을 수 없습니다: {reason}")
    return None


def _value_ended(open_: list[tuple[bool, str | None]]) -> None:
    if open_ and open_[-1][0]:
        open_[-1] = (True, None)


def _take(path: list[str], value: str, told: dict[str, _Told]) -> None:
    """Keep a value that says who or when."""
    match path:
        case [folder, "created_at"]:
            told.setdefault(folder, _Told()).created = value
        case [folder, "submitters", "", "name" | "sid" | "email" as key]:
            if submitters := told.setdefault(folder, _Told()).submitters:
                submitters[-1][key] = "" if value in ("~", "null") else value
        case _:
            pass
