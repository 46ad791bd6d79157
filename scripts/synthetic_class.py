"""A class that is made up: mostly right work, some known misconceptions, some that is no Python, some that was never handed in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["OFTEN", "SyntheticClass"]

# Of every twenty students. The kinds are spread, so that every part of a class is like the whole.
OFTEN: Final = {"right": 14, "misconception": 4, "no Python": 1, "missing": 1}
_FAMILY: Final = ("김", "이", "박", "최", "정", "강", "조", "윤", "장", "임")
_GIVEN: Final = ("민아", "소라", "준", "하늘", "다온", "가온", "지수", "은지", "보라", "나리", "도윤", "서연")
_NO_PYTHON: Final = "\n\ndef unfinished(:\n"


@dataclass(frozen=True, slots=True)
class SyntheticClass:
    """size students of one exercise. solution, misconceptions: source; each student's file ends in a comment of its own."""

    exercise: str
    size: int
    solution: str
    misconceptions: Mapping[str, str]

    @property
    def handed_in(self) -> int:
        """How many handed something in: so many rows has a grading."""
        return sum(kind != "missing" for _, kind, _ in self.students())

    def students(self) -> Iterator[tuple[str, str, str]]:
        """Each student's id, the kind of work, and the misconception where it is one."""
        kinds = [kind for kind, often in OFTEN.items() for _ in range(often)]
        names = sorted(self.misconceptions)
        told = 0
        for number in range(self.size):
            kind = kinds[number * 7 % len(kinds)]  # 7 and 20 have no common divisor: each kind as often, but not in a row
            misconception = ""
            if kind == "misconception":
                misconception = names[told % len(names)]
                told += 1
            yield f"s{number:05}", kind, misconception

    def write(self, folder: Path) -> None:
        """The submissions in folder/STUDENT/EXERCISE.py, and folder.csv, the roster. Who hands nothing in has no folder."""
        folder.mkdir(parents=True)
        with folder.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
            roster = csv.writer(file)
            roster.writerow(["id", "name"])
            for number, (student, kind, misconception) in enumerate(self.students()):
                family, given = _FAMILY[number % len(_FAMILY)], _GIVEN[number // len(_FAMILY) % len(_GIVEN)]
                roster.writerow([student, f"{family}{given}"])
                if kind != "missing":
                    source = self.misconceptions.get(misconception, self.solution) + (_NO_PYTHON if kind == "no Python" else "")
                    (folder / student).mkdir()
                    (folder / student / f"{self.exercise}.py").write_text(f"{source}\n# {student}\n", "utf-8")

    def scores(self, known: Mapping[str, float], most: float) -> dict[str, float]:
        """The score each student who handed something in has to get; known: that of each misconception."""
        worth = {"right": most, "no Python": 0.0}
        return {
            student: known[misconception] if misconception else worth[kind]
            for student, kind, misconception in self.students()
            if kind != "missing"
        }

    def faults(self, results: Path, known: Mapping[str, float], most: float) -> list[str]:
        """What a results.json of this class says that is not so; nothing where it is right."""
        rows = json.loads(results.read_text("utf-8"))["results"]
        got = {row["student"]: row["score"] for row in rows}
        return self.differing(got, len(rows), known, most)

    def differing(self, got: Mapping[str, float], rows: int, known: Mapping[str, float], most: float) -> list[str]:
        """The same of scores that were read from somewhere, in so many rows."""
        wanted = self.scores(known, most)
        found = [] if rows == len(wanted) else [f"{rows} rows, where {len(wanted)} students handed something in"]
        found += [f"{student}: {got.get(student)}, not {score}" for student, score in wanted.items() if got.get(student) != score]
        return found
