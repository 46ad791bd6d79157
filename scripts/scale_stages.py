"""The stages of the scale bench: each is a command on a class, and how what it left is held against what the class must get."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from measuring import GRADEKIT, Command, measured
from postgres import PostgresServer
from synthetic_class import SyntheticClass

__all__ = ["EXERCISE", "POSTGRESQL", "STAGES", "Place", "Stage", "cluster_stages"]

EXERCISE: Final = "softmax"
JOBS: Final = 2
SQLITE: Final = "SQLite"
POSTGRESQL: Final = "PostgreSQL"


@dataclass(slots=True)
class Place:
    """Where one class is graded: its folder and its gradebooks; and what its scores must be."""

    folder: Path
    made: SyntheticClass
    known: dict[str, float]
    most: float
    server: PostgresServer | None
    gradebooks: dict[str, str] = field(default_factory=dict)

    @property
    def submissions(self) -> str:
        return str(self.folder / "submissions")

    def out(self, name: str) -> Path:
        return self.folder / name

    def hold(self, results: Path) -> None:
        """Raises SystemExit where a results.json has other rows or scores than the class must get."""
        rows = json.loads(results.read_text("utf-8"))["results"]
        self.hold_scores({row["student"]: row["score"] for row in rows}, len(rows))

    def hold_scores(self, got: dict[str, float], rows: int) -> None:
        """The same of scores that were read from elsewhere."""
        self.hold_true("; ".join(self.made.differing(got, rows, self.known, self.most)[:3]) or None)

    def hold_true(self, fault: str | None) -> None:
        if fault is not None:
            raise SystemExit(f"{self.made.size} students: {fault}; the bench measures nothing")

    def new_gradebook(self, kind: str) -> None:
        """An empty one with the class's roster, in the place of the last of its kind."""
        if kind == SQLITE:
            for file in self.folder.glob("gradebook.db*"):
                file.unlink()
            self.gradebooks[kind] = str(self.folder / "gradebook.db")
        else:
            assert self.server is not None
            self.gradebooks[kind] = self.server.new_database()
        measured([GRADEKIT, "gradebook", "init", *self.gradebook(kind)])
        measured([GRADEKIT, "gradebook", "import-roster", f"{self.submissions}.csv", *self.gradebook(kind)])

    def gradebook(self, kind: str) -> list[str]:
        return ["--gradebook", self.gradebooks[kind]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One command of a class's way. before: made ready untimed, for every run; check: held against the class."""

    name: str
    line: Callable[[Place], list[str]]
    check: Callable[[Place, Command], None]
    before: Callable[[Place], None] = lambda place: None
    needs_server: bool = False


def _grade(place: Place, name: str, *more: str) -> list[str]:
    return [GRADEKIT, "grade", place.submissions, "--out", str(place.out(name)), "--jobs", str(JOBS), *more]


def _graded(place: Place, name: str) -> None:
    place.hold(place.out(name) / "results.json")
    _pages(place, name)


def _pages(place: Place, name: str) -> None:
    """Every student who handed something in has a page; the pages of one grading are not kept for the next one's sake."""
    pages = sum(1 for _ in (place.out(name) / "students").glob("*.html"))
    place.hold_true(None if pages == place.made.handed_in else f"{pages} students' pages, where {place.made.handed_in} handed something in")
    shutil.rmtree(place.out(name) / "students")


def _regraded(place: Place, command: Command) -> None:
    said = json.loads(command.stdout)
    counts = {name: said[name] for name in ("judged", "same", "kept")}
    wanted = {"judged": 0, "same": place.made.handed_in, "kept": 0}
    place.hold_true(None if counts == wanted else f"a regrade with nothing changed says {counts}, not {wanted}")


def _exported(place: Place, name: str) -> None:
    place.hold(place.out(name) / "results.json")
    with (place.out(name) / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = sum(1 for _ in csv.reader(file)) - 1
    place.hold_true(None if lines == place.made.size else f"{lines} students in grades.csv")


def _exported_csv(place: Place, command: Command) -> None:
    with place.out("table.csv").open(encoding="utf-8-sig", newline="") as file:
        got = {row["student"]: float(row["total"]) for row in csv.DictReader(file)}
    place.hold_scores(got, len(got))


def _clear(place: Place, name: str) -> None:
    shutil.rmtree(place.out(name), ignore_errors=True)


def _in_gradebook(kind: str) -> tuple[Stage, ...]:
    """The stages of one kind of gradebook, each on what the one before it left."""
    name, on_server = kind.lower(), kind == POSTGRESQL

    def afresh(place: Place) -> None:
        _clear(place, name)
        place.new_gradebook(kind)

    def regrade(place: Place) -> list[str]:
        return [GRADEKIT, "regrade", EXERCISE, "--yes", "--json", *place.gradebook(kind)]

    return (
        Stage(
            f"grade --record, {kind}",
            lambda place: _grade(place, name, "--record", *place.gradebook(kind)),
            lambda place, _: _graded(place, name),
            afresh,
            on_server,
        ),
        Stage(f"regrade, nothing changed, {kind}", regrade, _regraded, needs_server=on_server),
        Stage(
            f"gradebook export, {kind}",
            lambda place: [GRADEKIT, "gradebook", "export", "--out", str(place.out(f"{name}-out")), *place.gradebook(kind)],
            lambda place, _: _exported(place, f"{name}-out"),
            lambda place: _clear(place, f"{name}-out"),
            on_server,
        ),
    )


STAGES: Final = (
    Stage(
        "grade, with report", lambda place: _grade(place, "out"), lambda place, _: _graded(place, "out"), lambda place: _clear(place, "out")
    ),
    Stage(
        "report",
        lambda place: [GRADEKIT, "report", str(place.out("out") / "results.json"), "--out", str(place.out("pages"))],
        lambda place, _: _pages(place, "pages"),
        lambda place: _clear(place, "pages"),
    ),
    Stage(
        "export csv",
        lambda place: [GRADEKIT, "export", "csv", str(place.out("out")), "--out", str(place.out("table.csv")), "--force"],
        _exported_csv,
    ),
    *_in_gradebook(SQLITE),
    *_in_gradebook(POSTGRESQL),
)


def cluster_stages(address: str) -> tuple[Stage, Stage]:
    """The same grading by two judges of this machine and by the two workers of a cluster on it."""
    local, cluster = (
        lambda place: _grade(place, "local"),
        lambda place: [GRADEKIT, "grade", place.submissions, "--out", str(place.out("cluster")), "--cluster", address],
    )
    return (
        Stage("grade, local, --jobs 2", local, lambda place, _: _graded(place, "local"), lambda place: _clear(place, "local")),
        Stage("grade, --cluster, two workers", cluster, lambda place, _: _graded(place, "cluster"), lambda place: _clear(place, "cluster")),
    )
