"""Item statistics → what templates/report/exam_items.html draws: words, figures measured out, tables in their order.

    {% from "exam_items.html" import item_analysis %}{{ item_analysis(items) }}

with items from item_view, in a template of gradekit.report's environment(), which escapes every value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gradekit.exam.item_measures import FEWEST
from gradekit.exam.item_words import ItemPhrases
from gradekit.exam.items import BINS, EASY, HARD, WEAK, Comparison, Group, ItemRow, ItemStatistics, PartRow, Summary
from gradekit.exam.words import length_text
from gradekit.printable import printable
from gradekit.report.plots import Frame, Tick, number_text, ticks
from gradekit.results import clip
from gradekit.text import Lang, Text

__all__ = ["ItemView", "item_view"]

NAME_BYTES: Final = 240  # of an item's, a variant's or a part's name, as on the class page
MOST_GROUPS: Final = 12  # of a comparison that its table shows
SMALL_CLASS: Final = 20  # students; the interval of a discrimination is then nearly as wide as all that it could be
_STRIP: Final = Frame(2, 2, 156, 12, (0.0, 1.0), (0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Tile:
    label: str
    value: str
    note: str
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One range of the distribution of totals."""

    x: float
    y: float
    height: float
    count: int
    range: str


@dataclass(frozen=True, slots=True)
class Totals:
    frame: Frame
    bar_width: float
    bars: tuple[Bar, ...]
    y_ticks: tuple[Tick, ...]
    mean_x: float
    alt: str


@dataclass(frozen=True, slots=True)
class Point:
    """An item in the plot of difficulty and discrimination."""

    x: float
    y: float
    flagged: bool
    tip: str


@dataclass(frozen=True, slots=True)
class ItemMap:
    """zones: (x, y, width, height) of what is worth a look."""

    frame: Frame
    zones: tuple[tuple[float, float, float, float], ...]
    points: tuple[Point, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a table. Numbers are texts already; share is the difficulty for its meter."""

    name: str
    part: str
    number: int
    share: float | None
    p: str
    r: str
    r_range: str
    upper_lower: str
    full: float | None
    zero: float | None
    flags: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PartLine:
    title: str
    scores: Summary
    alpha: str
    why: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group in a table; strip: where quartiles and mean stand in a picture that is 160 wide, None where there are none."""

    label: str
    scores: Summary
    strip: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class ComparisonView:
    title: str
    kind: str
    found: bool
    said: str
    groups: tuple[GroupLine, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """What item_analysis shows. contents: (anchor, title) of its sections, for a page's list of contents."""

    w: ItemPhrases
    contents: tuple[tuple[str, str], ...]
    tiles: tuple[Tile, ...]
    notes: tuple[str, ...]
    totals: Totals
    map: ItemMap
    flagged: tuple[Line, ...]
    judged: bool
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    part_lines: tuple[PartLine, ...]
    comparisons: tuple[ComparisonView, ...]
    time: tuple[str, ...]
    least: int

    @property
    def empty(self) -> bool:
        return not self.contents


def item_view(found: ItemStatistics, lang: Lang, titles: Mapping[str, Text] | None = None) -> ItemView:
    """The view of found in one language. titles: part → what it is called; a part that has none goes by its name."""
    w = ItemPhrases(lang)
    called = {row.part: _short(titles[row.part].to(lang) if titles and row.part in titles else row.part) for row in found.parts}
    lines = [_line(row, called, w) for row in found.items]
    comparisons = tuple(_comparison(each, called, w, pool) for pool, some in enumerate((found.variants, found.pools)) for each in some)
    flagged = tuple(line for line, row in zip(lines, found.items, strict=True) if _stands_out(row))
    time = _time(found, w)
    sections = {"item-analysis": "items", "items-attention": "attention", "items-each": "by_item", "items-parts": "by_part"}
    sections |= {"items-variants": "variants"} if comparisons else {}
    sections |= {"items-time": "time"} if time else {}
    return ItemView(
        w=w,
        contents=tuple((anchor, w[key]) for anchor, key in sections.items()) if found.students and found.items else (),
        tiles=_tiles(found, len(flagged), w),
        notes=_notes(found, w),
        totals=_totals(found, w),
        map=_map(found.items, called, w),
        flagged=flagged,
        judged=any(row.number >= FEWEST and row.difficulty is not None for row in found.items),
        parts=tuple(
            (called[row.part], tuple(line for line, item in zip(lines, found.items, strict=True) if item.item.part == row.part))
            for row in found.parts
        ),
        part_lines=tuple(_part_line(row, called, lang) for row in found.parts),
        comparisons=comparisons,
        time=time,
        least=FEWEST,
    )


def _short(name: str) -> str:
    return clip(printable(name), NAME_BYTES)


def _two(value: float | None) -> str:
    """Two decimals with a real minus sign; an en dash for none."""
    text = "–" if value is None else f"{value:.2f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def _points(share: float | None) -> str:
    """A share as a percentage with at most one decimal."""
    return number_text(None if share is None else round(share * 100, 1))


def _stands_out(row: ItemRow) -> bool:
    """Whether the item is worth a look. That nearly everybody has it right is how most tests of a suite should do."""
    return any(flag.kind != "easy" for flag in row.flags)


def _percent(share: float | None, w: ItemPhrases) -> str:
    return "–" if share is None else w.say("percent", value=_points(share))


def _tiles(found: ItemStatistics, flagged: int, w: ItemPhrases) -> tuple[Tile, ...]:
    items = len(found.items)
    return (
        Tile(w["students"], str(found.students), w.count("students_note", items)),
        Tile(w["mean"], _percent(found.totals.mean, w), w.say("sd_note", sd=_percent(found.totals.sd, w))),
        Tile(w["alpha"], _two(found.alpha.value), w["alpha_note"]),
        Tile(w["sem"], _points(found.alpha.error), w["sem_note"]),
        Tile(w["flagged"], str(flagged), w.count("flagged_note", items), alarm=flagged > 0),
    )


def _notes(found: ItemStatistics, w: ItemPhrases) -> tuple[str, ...]:
    alpha, notes = found.alpha, []
    if alpha.reason is not None:
        notes.append(w.say("alpha_none", why=alpha.reason.to(w.lang)))
    elif alpha.items < alpha.all_items or alpha.students < alpha.all_students:
        notes.append(w.say("alpha_part", items=alpha.items, all=alpha.all_items, students=alpha.students))
    easy = sum(bool(row.flags) and not _stands_out(row) for row in found.items)
    if easy:
        notes.append(w.count("easy_note", easy))
    if found.students < SMALL_CLASS:
        notes.append(w["small_class"])
    return tuple(notes)


def _totals(found: ItemStatistics, w: ItemPhrases) -> Totals:
    highest = max(found.counts)
    frame = Frame(34, 16, 376, 150, (0.0, 1.0), (0.0, highest * 1.08 or 1.0))
    width, step = frame.width / BINS, 100 // BINS
    low, median, high = found.totals.quartiles or (None, None, None)
    return Totals(
        frame=frame,
        bar_width=round(width - 4, 1),
        bars=tuple(
            Bar(
                x=round(frame.left + place * width + 2, 1),
                y=frame.y(count),
                height=round(frame.bottom - frame.y(count), 1),
                count=count,
                range=w.say("percent", value=f"{place * step}–{(place + 1) * step}"),
            )
            for place, count in enumerate(found.counts)
        ),
        y_ticks=tuple(Tick(frame.y(value), f"{value:g}") for value in ticks(0.0, float(highest), 4) if value == int(value)),
        mean_x=frame.x(found.totals.mean or 0.0),
        alt=w.say(
            "totals_alt",
            n=found.students,
            mean=_percent(found.totals.mean, w),
            low=_percent(low, w),
            median=_percent(median, w),
            high=_percent(high, w),
        ),
    )


def _map(rows: Sequence[ItemRow], called: Mapping[str, str], w: ItemPhrases) -> ItemMap:
    placed = [(row, row.difficulty, row.discrimination) for row in rows if row.difficulty is not None and row.discrimination is not None]
    lowest = min((r for _, _, r in placed), default=0.0)
    frame = Frame(44, 12, 366, 154, (0.0, 1.0), (min(-0.1, lowest - 0.05), 1.0))
    weak, hard, easy = frame.y(WEAK), frame.x(HARD), frame.x(EASY)
    return ItemMap(
        frame=frame,
        zones=(
            (frame.left, weak, frame.width, round(frame.bottom - weak, 1)),
            (frame.left, frame.top, round(hard - frame.left, 1), round(weak - frame.top, 1)),
            (easy, frame.top, round(frame.right - easy, 1), round(weak - frame.top, 1)),
        ),
        points=tuple(
            Point(
                x=frame.x(p),
                y=frame.y(r),
                flagged=_stands_out(row),
                tip=w.say("item_tip", name=f"{called[row.item.part]} / {_short(row.item.name)}", p=_two(p), r=_two(r)),
            )
            for row, p, r in placed
        ),
        x_ticks=tuple(Tick(frame.x(value), number_text(round(value, 9))) for value in ticks(0.0, 1.0)),
        y_ticks=tuple(Tick(frame.y(value), number_text(round(value, 9))) for value in ticks(*frame.y_range)),
        alt=w.say("map_alt", n=len(placed), flagged=sum(_stands_out(row) for row, _, _ in placed)),
    )


def _line(row: ItemRow, called: Mapping[str, str], w: ItemPhrases) -> Line:
    return Line(
        name=_short(row.item.name) or w["nameless"],
        part=called[row.item.part] or w["nameless"],
        number=row.number,
        share=row.difficulty,
        p=_two(row.difficulty),
        r=_two(row.discrimination),
        r_range="" if row.interval is None else w.say("r_range", low=_two(row.interval[0]), high=_two(row.interval[1])),
        upper_lower=_two(row.upper_lower),
        full=row.full,
        zero=row.zero,
        flags=tuple((w[flag.kind], flag.said.to(w.lang)) for flag in row.flags),
    )


def _part_line(row: PartRow, called: Mapping[str, str], lang: Lang) -> PartLine:
    return PartLine(called[row.part], row.scores, _two(row.alpha.value), row.alpha.reason.to(lang) if row.alpha.reason is not None else "")


def _comparison(each: Comparison, called: Mapping[str, str], w: ItemPhrases, pool: int) -> ComparisonView:
    # Of very many, those of most students, still the hardest first.
    largest = sorted(range(len(each.groups)), key=lambda place: -each.groups[place].scores.number)[:MOST_GROUPS]
    shown = [each.groups[place] for place in sorted(largest)]
    return ComparisonView(
        title=" / ".join(called[part] or w["nameless"] for part in each.parts),
        kind=w["pool" if pool else "variant"],
        found=each.found,
        said=each.said.to(w.lang),
        groups=tuple(GroupLine(_label(group, called, w, pool), group.scores, _strip(group.scores)) for group in shown),
        left_out=len(each.groups) - len(shown),
    )


def _label(group: Group, called: Mapping[str, str], w: ItemPhrases, pool: int) -> str:
    return " + ".join((called[label] if pool else _short(label)) or w["nameless"] for label in group.labels)


def _strip(scores: Summary) -> tuple[float, float, float, float] | None:
    if scores.quartiles is None or scores.mean is None:
        return None
    low, middle, high = (_STRIP.x(value) for value in scores.quartiles)
    return low, middle, high, _STRIP.x(scores.mean)


def _time(found: ItemStatistics, w: ItemPhrases) -> tuple[str, ...]:
    if found.time.quartiles is None:
        return ()
    low, median, high = (_length(seconds, w.lang) for seconds in found.time.quartiles)
    said = [
        w.say("time_known", n=found.time.number, all=found.students),
        w.say("time_quartiles", low=low, median=median, high=high),
    ]
    if found.time.correlation is not None:
        said.append(w.say("time_r", r=_two(found.time.correlation)))
    return tuple(said)


def _length(seconds: float, lang: Lang) -> str:
    from datetime import timedelta

    # A stretch that no clock shows must not break the page.
    return length_text(timedelta(seconds=min(max(seconds, 0.0), 1e9)), lang)
