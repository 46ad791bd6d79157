"""Evidence → figures: what a suite attached to a result, checked and measured out, so that templates only have to draw.

Evidence comes out of results.json and is trusted no more than anything else there: what does not fit its kind becomes
a line of text instead of a figure, numbers are made finite, and long lists are thinned. Kinds and their data:

    decision_lines  gates: [{label, w1, w2, b, points: [{x1, x2, target, got}]}]
    bars            title, labels, got, expected
    curve           title, x_label, y_label, series: [{label, x, y}]
    confusion       labels, matrix (rows true, columns read)
    pictures        title, width, height, items: [{pixels (base64, one byte a pixel), caption}]
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

from gradekit.report.drawings import (
    Bar,
    Bars,
    Cell,
    Confusion,
    Curve,
    DataTable,
    DecisionLines,
    Figure,
    Gate,
    Line,
    Mark,
    Picture,
    Pictures,
)
from gradekit.report.plots import Frame, Tick, clip_half_plane, finite, number_text, span, thin, ticks
from gradekit.report.png import grey_png_uri
from gradekit.report.words import Phrases

__all__ = ["figure"]

_T = TypeVar("_T")

MOST_GATES: Final = 8
MOST_POINTS: Final = 64
MOST_BARS: Final = 16
MOST_SERIES: Final = 6
MOST_CURVE_POINTS: Final = 240
MOST_CLASSES: Final = 30
MOST_PICTURES: Final = 24
LARGEST_PICTURE: Final = 256  # pixels a side
MOST_TABLE_ROWS: Final = 24


def figure(evidence: Mapping[str, Any], phrases: Phrases) -> Figure:
    """The figure of one piece of evidence; one without a drawing where its kind is unknown or its data do not fit."""
    kind = evidence.get("kind")
    build = _BUILDERS.get(kind) if isinstance(kind, str) else None
    title = _words(evidence.get("title"), phrases) or (phrases[str(kind)] if build else phrases["figures"])
    try:
        if build is not None:
            return build(evidence, title, phrases)
    except (_Unusable, KeyError, TypeError, ValueError, AttributeError):
        pass  # said in the page itself
    return Figure("none", title, phrases["figure_unusable"], None)


class _Unusable(Exception):
    """The data are not what their kind says."""


def _decision_lines(data: Mapping[str, Any], title: str, phrases: Phrases) -> Figure:
    gates, rows = [], []
    for raw in _list(data["gates"])[:MOST_GATES]:
        points = [
            (finite(p.get("x1")), finite(p.get("x2")), finite(p.get("target")), finite(p.get("got")))
            for p in _list(raw["points"])[:MOST_POINTS]
        ]
        label = str(raw["label"])
        gate = _gate(label, (finite(raw["w1"]), finite(raw["w2"]), finite(raw["b"])), points, phrases)
        gates.append(gate)
        for x1, x2, target, got in points:
            verdict = phrases["right"] if target is not None and target == got else phrases["key_wrong"]
            rows.append((label, f"({number_text(x1)}, {number_text(x2)})", number_text(target), number_text(got), verdict))
    head = (phrases["gate"], "(x₁, x₂)", phrases["target"], phrases["result"], "")
    return Figure("decision_lines", title, "; ".join(gate.alt for gate in gates), DecisionLines(_some(gates)), _table(head, rows))


def _gate(
    label: str,
    weights: tuple[float | None, float | None, float | None],
    points: list[tuple[float | None, float | None, float | None, float | None]],
    phrases: Phrases,
) -> Gate:
    places = [(x1, x2, target, got) for x1, x2, target, got in points if x1 is not None and x2 is not None]
    frame = Frame(26, 8, 170, 170, span((p[0] for p in places), pad=0.45), span((p[1] for p in places), pad=0.45))
    marks = tuple(
        Mark(frame.x(x1), frame.y(x2), target is not None and target > 0, target is None or target != got) for x1, x2, target, got in places
    )
    w1, w2, b = weights
    polygon: list[tuple[float, float]] = []
    line = None
    if w1 is None or w2 is None or b is None:
        caption = phrases["no_weights"]
    else:
        (x_low, x_high), (y_low, y_high) = frame.x_range, frame.y_range
        polygon = clip_half_plane([(x_low, y_low), (x_high, y_low), (x_high, y_high), (x_low, y_high)], w1, w2, b)
        caption = phrases["no_line"] if w1 == w2 == 0 else phrases.say("line_equation", equation=_equation(w1, w2, b))
        edge = _edge(polygon, w1, w2, b)
        line = (frame.x(edge[0][0]), frame.y(edge[0][1]), frame.x(edge[1][0]), frame.y(edge[1][1])) if edge else None
    right = sum(not mark.wrong for mark in marks)
    return Gate(
        label=label,
        caption=caption,
        alt=phrases.say("gate_alt", label=label, line=caption, right=right, all=len(marks)),
        frame=frame,
        area=" ".join(f"{frame.x(x)},{frame.y(y)}" for x, y in polygon),
        line=line,
        marks=marks,
        x_ticks=tuple(Tick(frame.x(x), number_text(x)) for x in sorted({p[0] for p in places})[:5]),
        y_ticks=tuple(Tick(frame.y(y), number_text(y)) for y in sorted({p[1] for p in places})[:5]),
    )


def _edge(polygon: list[tuple[float, float]], w1: float, w2: float, b: float) -> list[tuple[float, float]] | None:
    """The two corners of polygon on the line, where the line crosses the picture."""
    largest = max(abs(w1), abs(w2), abs(b)) or 1.0
    size = max((abs(v) for corner in polygon for v in corner), default=1.0) or 1.0
    on_line = [(x, y) for x, y in polygon if abs(w1 / largest * x + w2 / largest * y + b / largest) <= 1e-9 * max(1.0, size)]
    return [on_line[0], on_line[-1]] if len(on_line) >= 2 else None


def _equation(w1: float, w2: float, b: float) -> str:
    """0.5 x₁ + 0.5 x₂ − 0.7"""
    terms = [(w1, " x₁"), (w2, " x₂"), (b, "")]
    text = ""
    for value, name in terms:
        if value == 0 and name == "":
            continue
        sign = ("−" if value < 0 else "") if not text else (" − " if value < 0 else " + ")
        text += f"{sign}{number_text(abs(value))}{name}"
    return text


def _bars(data: Mapping[str, Any], title: str, phrases: Phrases) -> Figure:
    labels, got, expected = (_list(data[key]) for key in ("labels", "got", "expected"))
    if not len(labels) == len(got) == len(expected):
        raise _Unusable
    rows = [(_words(label, phrases) or "", finite(mine), finite(theirs)) for label, mine, theirs in zip(labels, got, expected, strict=True)]
    shown = _some(rows[:MOST_BARS])
    # Only the expected values and what is near them set the scale; one answer of 1e30 must not flatten all others.
    top = max((abs(value) for _, _, value in shown if value is not None), default=0.0)
    reach = [min(max(v, -4 * top), 4 * top) if top else v for row in shown for v in row[1:] if v is not None]
    low, high = span(reach, include=0.0)
    frame = Frame(46, 10, 364, 172, (0.0, float(len(shown))), (low - (0.04 * (high - low) if low < 0 else 0), high + 0.04 * (high - low)))
    zero = frame.y(0.0)

    def rectangle(value: float | None) -> tuple[float, float] | None:
        if value is None:
            return None
        y = frame.y(value)
        return min(y, zero), max(round(abs(y - zero), 1), 0.8)  # a sliver, so that a 0 is seen to be there

    bars = tuple(
        Bar(
            x=frame.x(index + 0.5),
            label=label,
            got=rectangle(mine),
            expected=rectangle(theirs),
            tip=f"{label}: {phrases['got']} {number_text(mine)}, {phrases['expected']} {number_text(theirs)}",
        )
        for index, (label, mine, theirs) in enumerate(shown)
    )
    drawing = Bars(
        frame, zero, round(frame.width / len(shown), 1), bars, tuple(Tick(frame.y(v), number_text(v)) for v in ticks(*frame.y_range))
    )
    table = _table(
        ("", phrases["got"], phrases["expected"]), [(label, number_text(mine), number_text(theirs)) for label, mine, theirs in rows]
    )
    return Figure("bars", title, phrases.say("bars_alt", title=title, n=len(rows)), drawing, table)


def _curve(data: Mapping[str, Any], title: str, phrases: Phrases) -> Figure:
    x_label, y_label = _words(data.get("x_label"), phrases) or "x", _words(data.get("y_label"), phrases) or "y"
    series: list[tuple[str, list[tuple[float, float | None]]]] = []
    for raw in _list(data["series"])[:MOST_SERIES]:
        xs, ys = _list(raw["x"]), _list(raw["y"])
        if len(xs) != len(ys):
            raise _Unusable
        pairs = [(x, finite(y)) for x, y in zip(map(finite, xs), ys, strict=True) if x is not None]
        series.append((_words(raw.get("label"), phrases) or y_label, thin(pairs, MOST_CURVE_POINTS)))
    known = [(x, y) for _, pairs in _some(series) for x, y in pairs if y is not None]
    if not known:
        raise _Unusable
    frame = Frame(50, 10, 360, 168, span(x for x, _ in known), span((y for _, y in known), pad=0.05))
    lines = tuple(_line(label, pairs, frame) for label, pairs in series)
    drawing = Curve(
        frame,
        x_label,
        y_label,
        lines,
        tuple(Tick(frame.x(v), number_text(v)) for v in ticks(*frame.x_range)),
        tuple(Tick(frame.y(v), number_text(v)) for v in ticks(*frame.y_range)),
    )
    told = []
    for label, pairs in series:
        values = [y for _, y in pairs if y is not None]
        told.append(
            phrases.say(
                "curve_series",
                label=label,
                first=number_text(values[0] if values else None),
                last=number_text(values[-1] if values else None),
            )
        )
    rows = [
        (label, number_text(x), number_text(y)) for label, pairs in series for x, y in thin(pairs, max(2, MOST_TABLE_ROWS // len(series)))
    ]
    table = _table((phrases["series"], x_label, y_label), rows)
    return Figure("curve", title, phrases.say("curve_alt", title=title, series="; ".join(told)), drawing, table)


def _line(label: str, pairs: list[tuple[float, float | None]], frame: Frame) -> Line:
    """The path of a series; a missing value breaks it."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for x, y in pairs:
        if y is None:
            pieces.append([])
        else:
            pieces[-1].append((frame.x(x), frame.y(y)))
    path = " ".join("M" + " L".join(f"{x} {y}" for x, y in piece) for piece in pieces if len(piece) > 1)
    return Line(label, path, tuple(piece[0] for piece in pieces if len(piece) == 1))


def _confusion(data: Mapping[str, Any], title: str, phrases: Phrases) -> Figure:
    labels = tuple(_words(label, phrases) or str(label) for label in _list(data["labels"]))
    matrix = [[finite(value) for value in _list(row)] for row in _list(data["matrix"])]
    if not 0 < len(labels) <= MOST_CLASSES or len(matrix) != len(labels) or any(len(row) != len(labels) for row in matrix):
        raise _Unusable
    rows = []
    for index, row in enumerate(matrix):
        total = sum(max(0.0, value or 0.0) for value in row) or 1.0
        cells = (Cell(number_text(v), round(100 * max(0.0, v or 0.0) / total), column == index) for column, v in enumerate(row))
        rows.append(tuple(cells))
    return Figure("confusion", title, phrases["confusion_note"], Confusion(labels, tuple(rows)))


def _pictures(data: Mapping[str, Any], title: str, phrases: Phrases) -> Figure:
    width, height = data["width"], data["height"]
    if not (type(width) is int and type(height) is int and 0 < width <= LARGEST_PICTURE and 0 < height <= LARGEST_PICTURE):
        raise _Unusable
    items = []
    for number, raw in enumerate(_list(data["items"])[:MOST_PICTURES], start=1):
        try:
            pixels = base64.b64decode(raw["pixels"], validate=True)
        except binascii.Error as fault:
            raise _Unusable from fault
        caption = _words(raw.get("caption"), phrases) or phrases.say("picture", n=number)
        items.append(Picture(grey_png_uri(pixels, width, height), caption))
    return Figure("pictures", title, title, Pictures(_some(items)))


_BUILDERS: Final[dict[str, Callable[[Mapping[str, Any], str, Phrases], Figure]]] = {
    "decision_lines": _decision_lines,
    "bars": _bars,
    "curve": _curve,
    "confusion": _confusion,
    "pictures": _pictures,
}


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise _Unusable
    return list(value)


def _some(items: Sequence[_T]) -> tuple[_T, ...]:
    if not items:
        raise _Unusable
    return tuple(items)


def _words(value: Any, phrases: Phrases) -> str:
    """A text in both languages, or a plain one; "" where there is none."""
    if isinstance(value, Mapping):
        value = value.get(phrases.lang) or value.get("en")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> DataTable:
    return DataTable(head, tuple(rows[:MOST_TABLE_ROWS]), max(0, len(rows) - MOST_TABLE_ROWS))
