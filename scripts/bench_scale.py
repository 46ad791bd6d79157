"""Time and memory as a class grows: grading, gradebooks, regrading, reports and exports, each a command of its own.

The time of a submission leaves out what comes once: it is the difference to the same stage of a class of twenty. Memory is the largest sum
of private memory over a command's processes: with a cluster its workers' too, but never the PostgreSQL server's. After every stage its rows
and scores are compared with what the class must get; where they differ the bench ends, for it measures nothing.

    python scripts/bench_scale.py [--quick | --sizes 100,1000,10000] [--cluster SIZE]
"""

from __future__ import annotations

import argparse
import contextlib
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dask_cluster import two_workers
from measuring import GRADEKIT, end_well, measured, print_rows
from postgres import PostgresServer
from scale_stages import EXERCISE, STAGES, Place, Stage, cluster_stages
from synthetic_class import SyntheticClass

from gradekit.course.load import load_course
from gradekit.course.places import default_course

__all__ = ["BASE", "QUICK", "SIZES", "cluster_rows", "main", "scale_rows"]

BASE: Final = 20  # the class whose time is what comes once
SIZES: Final = (100, 1000, 10000)
QUICK: Final = (50, 100, 200)
_ENOUGH_SECONDS: Final = 12  # what is shorter is run again, three times at most, and the median taken
_LEAST_MS: Final = 0.05  # below it a submission's time is not told from what comes once


@dataclass(frozen=True, slots=True)
class Figures:
    """What a stage took for one class: the median of its runs' seconds, and their largest memory."""

    size: int
    seconds: float
    peak_bytes: int


def main(given: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="students in each class, such as 100,1000,10000")
    parser.add_argument("--quick", action="store_true", help=f"small classes, of {', '.join(map(str, QUICK))}, to see that it runs")
    parser.add_argument("--cluster", type=int, metavar="SIZE", help="also a class of SIZE on a cluster of two workers, beside this machine")
    options = parser.parse_args(given)
    with tempfile.TemporaryDirectory(prefix="gradekit-bench-scale-") as name:
        print_rows(scale_rows(Path(name), QUICK if options.quick else options.sizes))
        if options.cluster:
            print()
            print_rows(cluster_rows(Path(name), options.cluster))


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted({int(each) for each in text.split(",")}))
    if len(sizes) < 2 or sizes[0] <= BASE:
        raise argparse.ArgumentTypeError(f"at least two sizes, each above {BASE}")
    return sizes


def scale_rows(folder: Path, sizes: Sequence[int], stages: Sequence[Stage] = STAGES) -> list[tuple[str, ...]]:
    """The table: stage × size, milliseconds a submission and peak memory; then the largest class against the smallest."""
    found: dict[str, list[Figures]] = {each.name: [] for each in stages}
    known = _known(folder)
    why = ""
    with contextlib.ExitStack() as stack:
        server = None
        try:
            server = stack.enter_context(PostgresServer())
        except RuntimeError as fault:
            why = str(fault).splitlines()[0]
        runnable = [each for each in stages if server is not None or not each.needs_server]
        for size in (BASE, *sizes):
            with _placed(folder, size, known, server) as place:
                for stage in runnable:
                    found[stage.name].append(_measure(stage, place))
    head = (
        "a submission, peak memory",
        *(f"{size:,} students" for size in sizes),
        "largest / smallest",
        f"all of {sizes[-1]:,}",
    )
    return [head, *(_row(name, figures) if figures else _absent(name, why, len(head)) for name, figures in found.items())]


def cluster_rows(folder: Path, size: int) -> list[tuple[str, ...]]:
    """The same grading by this machine's judges and by a cluster's two workers; memory with the workers'."""
    known = _known(folder)
    with two_workers() as cluster:
        found: dict[str, list[Figures]] = {}
        for students in (BASE, size):
            with _placed(folder, students, known, None) as place:
                for stage, beside in zip(cluster_stages(cluster.address), ((), cluster.pids), strict=True):
                    found.setdefault(stage.name, []).append(_measure(stage, place, beside))
    local, remote = (_each(*figures) for figures in found.values())
    ratios = ("baseline", f"{remote / local:.2f} times" if local >= _LEAST_MS else "–")
    head = ("a submission, peak memory", f"{size:,} students", "cluster / local")
    return [head, *((name, _cell(*figures), ratio) for (name, figures), ratio in zip(found.items(), ratios, strict=True))]


@contextlib.contextmanager
def _placed(folder: Path, size: int, known: dict[str, float], server: PostgresServer | None) -> Iterator[Place]:
    """A class of that size in a folder of its own, removed afterwards."""
    exercise = load_course(default_course()).exercise(EXERCISE)
    made = SyntheticClass(EXERCISE, size, exercise.solution.read_text("utf-8"), _misconceptions())
    with tempfile.TemporaryDirectory(dir=folder, prefix=f"{size}-") as name:
        place = Place(Path(name), made, known, exercise.points, server)
        made.write(Path(place.submissions))
        yield place


def _misconceptions() -> dict[str, str]:
    """The source of each of the exercise's misconceptions."""
    solution = load_course(default_course()).exercise(EXERCISE).solution
    return {each.stem: each.read_text("utf-8") for each in sorted((solution.parent / "misconceptions").glob("*.py"))}


def _known(folder: Path) -> dict[str, float]:
    """The score of each misconception, from a grading of just these; it also fills the cache of what they answer."""
    sources = _misconceptions()
    with tempfile.TemporaryDirectory(dir=folder, prefix="known-") as name:
        for misconception, source in sources.items():
            handed = Path(name, "submissions", misconception, f"{EXERCISE}.py")
            handed.parent.mkdir(parents=True)
            handed.write_text(source, "utf-8")
        measured([GRADEKIT, "grade", str(Path(name, "submissions")), "--out", str(Path(name, "out"))])
        rows = json.loads(Path(name, "out", "results.json").read_text("utf-8"))["results"]
    wrong = {row["student"]: row["score"] for row in rows if row["score"] < row["max_score"]}
    if wrong.keys() != sources.keys():
        raise SystemExit(f"not judged wrong: {', '.join(sources.keys() - wrong.keys())}; the bench measures nothing")
    return wrong


def _measure(stage: Stage, place: Place, beside: Sequence[int] = ()) -> Figures:
    runs = []
    began = time.perf_counter()
    while len(runs) < 3 and (not runs or time.perf_counter() - began < _ENOUGH_SECONDS):
        stage.before(place)
        runs.append(measured(stage.line(place), beside=beside))
        stage.check(place, runs[-1])
    figures = Figures(place.made.handed_in, statistics.median(each.seconds for each in runs), max(each.peak_bytes for each in runs))
    told = f"{place.made.size:>6,} students  {stage.name}: {figures.seconds:.1f} s, {figures.peak_bytes / 2**20:.0f} MiB"
    print(told, file=sys.stderr, flush=True)
    return figures


def _each(once: Figures, figures: Figures) -> float:
    """Milliseconds of one submission, what comes once taken off."""
    return (figures.seconds - once.seconds) / (figures.size - once.size) * 1000


def _cell(once: Figures, figures: Figures) -> str:
    each = _each(once, figures)
    return (
        f"{each:.2f} ms, {figures.peak_bytes / 2**20:.0f} MiB"
        if each >= _LEAST_MS
        else f"< {_LEAST_MS} ms, {figures.peak_bytes / 2**20:.0f} MiB"
    )


def _row(name: str, figures: Sequence[Figures]) -> tuple[str, ...]:
    once, *classes = figures
    least, most = _each(once, classes[0]), _each(once, classes[-1])
    slower = f"time {most / least:.2f}" if min(least, most) >= _LEAST_MS else "time –"
    ratio = f"{slower}, memory {classes[-1].peak_bytes / classes[0].peak_bytes:.2f}"
    return name, *(_cell(once, each) for each in classes), ratio, f"{classes[-1].seconds:.0f} s"


def _absent(name: str, why: str, width: int) -> tuple[str, ...]:
    return name, f"not measured: {why}", *("" for _ in range(width - 2))


if __name__ == "__main__":
    end_well()
    main()
