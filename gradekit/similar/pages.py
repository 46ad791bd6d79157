"""The report → similar.json, similar.html and pairs/*.html, written whole or not at all, and over nothing but their like.

Whatever comes from a submission reaches a page by the environment of gradekit.report.html alone, which makes it printable and escapes it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markupsafe import Markup

from gradekit.errors import UsageError, WouldOverwrite
from gradekit.report.html import environment
from gradekit.report.plots import Frame, Tick
from gradekit.results import clear_half_written, write_atomically
from gradekit.similar.baseline import MIN_STUDENTS
from gradekit.similar.find import PAIRS_FOLDER
from gradekit.similar.models import BINS, SCHEMA, ExerciseReport, Report
from gradekit.similar.words import Words

__all__ = ["DATA", "PAGE", "render", "write"]

DATA: Final = "similar.json"
PAGE: Final = "similar.html"
_OWN_PAGE: Final = re.compile(rf"{PAIRS_FOLDER}/[a-z0-9_]+-[0-9a-f]{{24}}\.html")
_HEAD: Final = re.compile(rb'<!DOCTYPE html>\s*<html lang="\w\w" class="(class similar|similar pair)">')
_DATA_BYTES: Final = 64 << 20  # more than this is no file of ours


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a distribution; striking_height: of the part that stands out."""

    x: float
    y: float
    height: float
    striking_height: float
    count: int
    striking: int
    range: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """An exercise's similarities, measured out; needed_x is where the line stands, None without one."""

    frame: Frame
    bar_width: float
    bars: tuple[Bar, ...]
    y_ticks: tuple[Tick, ...]
    needed_x: float | None


def render(report: Report) -> Iterator[tuple[str, str]]:
    """Every file as (path below the output folder, content)."""
    words = Words(report.lang)
    made = environment()
    folder = Path(str(made.get_template("similar.html").filename)).parent
    shared = {
        "lang": report.lang,
        "t": words,
        "course": report.title.to(report.lang),
        "script": "page",
        "style": Markup(made.globals["style"]) + Markup("\n" + (folder / "similar.css").read_text("utf-8").strip()),
    }
    yield (
        PAGE,
        made.get_template("similar.html").render(
            **shared,
            report=report,
            charts=[_distribution(exercise) for exercise in report.exercises],
            min_students=MIN_STUDENTS,
        ),
    )
    pair_page = made.get_template("similar_pair.html")
    for exercise, pair in report.ranking():
        yield pair.page, pair_page.render(**shared, exercise=exercise, pair=pair)
    yield DATA, json.dumps(report.to_json(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def write(report: Report, out: Path) -> Path:
    """Write the report into out, made where it is absent; returns the path of similar.html.

    The pages of an earlier report in out that this one has not are removed. Raises WouldOverwrite where something else stands by the name
    of one of its files, UsageError where pairs/ leads elsewhere, and OSError; each file is then whole or as it was.
    """
    out.mkdir(parents=True, exist_ok=True)
    pairs = out / PAIRS_FOLDER
    if pairs.is_symlink() or (pairs.exists() and not pairs.is_dir()):
        raise UsageError(f"{pairs}: is no folder of its own; pages are not written through a link, remove it first")
    earlier = _earlier(out)
    files = dict(render(report))
    for name in files:
        _see_to(out / name)
    pairs.mkdir(exist_ok=True)
    for folder in (out, pairs):
        clear_half_written(folder)
    for name, content in files.items():
        write_atomically(out / name, content)
    for name in earlier - files.keys():
        (out / name).unlink(missing_ok=True)
    return out / PAGE


def _earlier(out: Path) -> set[str]:
    """The pages of pairs that a similar.json in out names. Raises WouldOverwrite where it is none of ours."""
    path = out / DATA
    if not path.is_symlink() and not path.exists():
        return set()
    try:
        if path.is_symlink() or path.stat().st_size > _DATA_BYTES:
            raise ValueError
        read = json.loads(path.read_text("utf-8"))
        if read["schema"] != SCHEMA:
            raise ValueError
        pages = {pair["page"] for exercise in read["exercises"] for pair in exercise["pairs"]}
    except (ValueError, TypeError, LookupError, RecursionError):
        raise WouldOverwrite(f"{path}: is not a report of 'gradekit similar'; it is left alone, choose another --out") from None
    return {page for page in pages if isinstance(page, str) and _OWN_PAGE.fullmatch(page) and _is_ours(out / page)}


def _see_to(path: Path) -> None:
    if path.name != DATA and (path.is_symlink() or path.exists()) and not _is_ours(path):
        raise WouldOverwrite(f"{path}: is not a page of 'gradekit similar'; it is left alone, choose another --out")


def _is_ours(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return _HEAD.match(file.read(200)) is not None


def _distribution(exercise: ExerciseReport) -> Distribution:
    """Heights by the logarithm: one pair among forty thousand is what there is to see."""
    highest = max(exercise.counts)
    frame = Frame(34, 16, 612, 120, (0.0, 1.0), (0.0, math.log1p(max(highest, 1)) * 1.06))
    width = frame.width / BINS
    bars = []
    for number, (count, striking) in enumerate(zip(exercise.counts, exercise.stand_out, strict=True)):
        y = frame.y(math.log1p(count))
        # Of one bar, the part that stands out is drawn in proportion to its share, and is never too thin to see.
        part = round(max((frame.bottom - y) * striking / count, 3.0), 1) if striking else 0.0
        bars.append(
            Bar(
                x=round(frame.left + number * width + 1, 1),
                y=y,
                height=round(frame.bottom - y, 1),
                striking_height=part,
                count=count,
                striking=striking,
                range=f"{number * 100 // BINS}–{(number + 1) * 100 // BINS}",
            )
        )
    marks = [each for each in (1, 10, 100, 1000, 10_000, 100_000) if each <= max(highest, 1)]
    return Distribution(
        frame=frame,
        bar_width=round(width - 2, 1),
        bars=tuple(bars),
        y_ticks=tuple(Tick(frame.y(math.log1p(each)), f"{each:,}") for each in marks),
        needed_x=None if exercise.needed is None else frame.x(exercise.needed),
    )
