"""Handing out: a paper for each student of a roster, and a ledger of which paper each was given.

The ledger is what tells that an exam has changed since. A paper is made from exam.toml, the exercises and the course's secret alone, so a
change of any of these shows as another paper id; it stands only where exam.toml says which papers it affects.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gradekit.errors import Refusal, UsageError
from gradekit.exam.archive import as_json
from gradekit.exam.models import Exam
from gradekit.exam.paper import Paper, Quizzes, make_paper
from gradekit.exam.roster import Roster
from gradekit.exam.seal import Sealer
from gradekit.report.names import page_names
from gradekit.results import clear_half_written, write_atomically

__all__ = ["LEDGER", "HandOut", "Ledger", "hand_out", "papers_of", "read_ledger", "unannounced"]

LEDGER: Final = "handed-out.json"
_SCHEMA: Final = "gradekit.hand-out/1"
_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Ledger:
    """papers: student → the ids of the papers given to that student, the one that counts last."""

    exam: str
    papers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HandOut:
    """What was handed out. replaced: students whose paper is another than before."""

    folder: Path
    files: Mapping[str, Path]
    replaced: tuple[str, ...]


def papers_of(exam: Exam, key: bytes, roster: Roster, progress: Callable[[int], None] = lambda done: None) -> dict[str, Paper]:
    """Every student's paper. Raises CourseError."""
    quizzes = Quizzes(exam, key)
    papers = {}
    for number, student in enumerate(roster.students):
        progress(number)
        papers[student.id] = make_paper(exam, key, student, quizzes)
    progress(len(papers))
    return papers


def hand_out(exam: Exam, papers: Mapping[str, Paper], out: Path, sealer: Sealer | None) -> HandOut:
    """Write papers into out, one file a student, and the ledger.

    Raises Refusal where papers would differ from those handed out and exam.toml does not say so, UsageError where out cannot be written.
    """
    ledger = read_ledger(out)
    changed = unannounced(exam, papers, ledger)
    if changed:
        raise Refusal(_change_refused(changed))
    names = file_names(exam, papers)
    given = dict(ledger.papers) if ledger else {}
    replaced = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        clear_half_written(out)
        for student, paper in papers.items():
            before = given.get(student, ())
            if before and before[-1] != paper.manifest.id:
                replaced.append(student)
            given[student] = (*(each for each in before if each != paper.manifest.id), paper.manifest.id)
            body = paper.packed()
            write_atomically(out / names[student], sealer.seal(body) if sealer else body)
        write_atomically(out / LEDGER, json.dumps({"schema": _SCHEMA, "exam": exam.name, "papers": given}, ensure_ascii=False, indent=1))
    except OSError as fault:
        raise UsageError(f"{out}: cannot be written ({fault.strerror or fault}); choose another folder with --out") from fault
    return HandOut(out, {student: out / name for student, name in names.items()}, tuple(replaced))


def file_names(exam: Exam, students: Iterable[str]) -> dict[str, str]:
    """student → the name of the paper's file: safe on every system, and different for every student."""
    return {student: f"{exam.name}-{name.removesuffix('.html')}.paper" for student, name in page_names(students).items()}


def read_ledger(folder: Path) -> Ledger | None:
    """The ledger in folder; None where nothing was handed out from there. Raises UsageError where it is damaged."""
    path = folder / LEDGER
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read ({fault.strerror or fault})") from fault
    data: Any = as_json(content, str(path))
    papers = data.get("papers")
    if data.get("schema") != _SCHEMA or not isinstance(papers, dict):
        raise UsageError(f"{path}: is no ledger of gradekit's ({_SCHEMA}); restore it, or hand out into an empty folder")
    return Ledger(str(data.get("exam")), {str(student): tuple(map(str, ids)) for student, ids in papers.items() if isinstance(ids, list)})


def unannounced(exam: Exam, papers: Mapping[str, Paper], ledger: Ledger | None) -> tuple[str, ...]:
    """Students whose paper is not the one they were given, and of whom exam.toml's changes say nothing.

    Raises UsageError where the ledger is another exam's.
    """
    if ledger is None:
        return ()
    if ledger.exam != exam.name:
        raise UsageError(
            f"{LEDGER}: is of the exam {ledger.exam!r}, not {exam.name!r}; give that exam's folder of papers, or another --out"
        )
    announced = {student for change in exam.file.changes if change.papers != "all" for student in change.papers}
    everybody = any(change.papers == "all" for change in exam.file.changes)
    different = [student for student, paper in papers.items() if ledger.papers.get(student, (paper.manifest.id,))[-1] != paper.manifest.id]
    return tuple(student for student in different if not everybody and student not in announced)


def require_announced(exam: Exam, papers: Mapping[str, Paper], ledger: Ledger | None) -> None:
    """Raises Refusal as hand_out does."""
    changed = unannounced(exam, papers, ledger)
    if changed:
        raise Refusal(_change_refused(changed))


def _change_refused(changed: tuple[str, ...]) -> str:
    shown = ", ".join(changed[:_SHOWN]) + (", …" if len(changed) > _SHOWN else "")
    return (
        f"the exam, one of its exercises or the course's secret has changed since papers were handed out, and {len(changed)} would differ"
        f' ({shown}): undo the change, or say in exam.toml whom it affects and why: [[changes]] papers = ["…"], why = "…"'
    )
