"""gradekit.report.figures, plots and png: evidence is measured out rightly, and bad evidence breaks nothing."""

from __future__ import annotations

import base64
import math
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.report.drawings import Bars, Confusion, Curve, DecisionLines, Pictures
from gradekit.report.figures import figure
from gradekit.report.html import render_html
from gradekit.report.plots import Frame, clip_half_plane, finite, number_text, span, thin, ticks
from gradekit.report.png import grey_png
from gradekit.report.words import WORDS, Phrases
from gradekit.results import Result, ResultSet, Status

EN = Phrases("en")
SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]

# JSON as a file could hold it, numbers far out of range among them.
numbers = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.just(10**400), st.just(-1e308))
json_values = st.recursive(
    st.one_of(numbers, st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def gate(w1: Any, w2: Any, b: Any, got: list[Any]) -> DecisionLines:
    points = [
        {"x1": x1, "x2": x2, "target": x1 & x2, "got": answer}
        for (x1, x2), answer in zip([(0, 0), (0, 1), (1, 0), (1, 1)], got, strict=True)
    ]
    drawn = figure({"kind": "decision_lines", "gates": [{"label": "AND", "w1": w1, "w2": w2, "b": b, "points": points}]}, EN)
    assert isinstance(drawn.drawing, DecisionLines)
    return drawn.drawing


def test_decision_lines_shade_the_side_that_fires() -> None:
    """AND: (1, 1) lies in the shaded half, the other three outside; the line passes where w·x + b is 0."""
    drawn = gate(0.5, 0.5, -0.7, [0, 0, 0, 1]).gates[0]
    assert [mark.on for mark in drawn.marks] == [False, False, False, True]
    assert not any(mark.wrong for mark in drawn.marks)
    assert drawn.line is not None
    frame = drawn.frame
    for x, y in (drawn.line[:2], drawn.line[2:]):
        x1 = frame.x_range[0] + (x - frame.left) / frame.width * (frame.x_range[1] - frame.x_range[0])
        x2 = frame.y_range[1] - (y - frame.top) / frame.height * (frame.y_range[1] - frame.y_range[0])
        assert 0.5 * x1 + 0.5 * x2 - 0.7 == pytest.approx(0, abs=0.01)
    corners = [tuple(map(float, corner.split(","))) for corner in drawn.area.split()]
    assert len(corners) == 3 and (frame.right, frame.top) in corners, "a triangle at the upper right"
    assert drawn.caption == "line 0.5 x₁ + 0.5 x₂ − 0.7 = 0"
    assert drawn.alt == "AND: line 0.5 x₁ + 0.5 x₂ − 0.7 = 0; 4 of 4 points right."


def test_decision_lines_mark_wrong_points() -> None:
    """A point answered wrongly, or not at all, is marked."""
    assert [mark.wrong for mark in gate(1, 1, 0, [0, 1, None, 1]).gates[0].marks] == [False, True, True, False]


@pytest.mark.parametrize(
    ("weights", "caption", "shaded"),
    [
        ((0, 0, 1), WORDS["no_line"].en, True),
        ((0, 0, -1), WORDS["no_line"].en, False),
        ((None, 1, 1), WORDS["no_weights"].en, False),
        (("x", 1, 1), WORDS["no_weights"].en, False),
        ((1e308, -1e308, 0), "line 1e100 x₁ − 1e100 x₂ = 0", True),
        ((10**400, 1, 1), "line 1e100 x₁ + 1 x₂ + 1 = 0", True),
        ((1, 1, 1e9), "line 1 x₁ + 1 x₂ + 1e9 = 0", True),
    ],
)
def test_decision_lines_of_odd_weights(weights: tuple[Any, Any, Any], caption: str, shaded: bool) -> None:
    """No weights, no numbers and huge ones still give a picture."""
    drawn = gate(*weights, [0, 0, 0, 1]).gates[0]
    assert drawn.caption == caption
    assert bool(drawn.area) is shaded


def test_bars_stand_on_zero() -> None:
    """Positive bars rise from the zero line, negative ones hang from it, a missing one is not drawn."""
    drawn = figure({"kind": "bars", "labels": ["a", "b", "c"], "got": [1, -1, None], "expected": [2, -2, 1]}, EN)
    assert isinstance(drawn.drawing, Bars)
    up, down, missing = drawn.drawing.bars
    zero = drawn.drawing.zero
    assert up.got is not None and up.expected is not None and down.got is not None
    assert sum(up.got) == pytest.approx(zero) and down.got[0] == zero
    assert up.expected[1] == pytest.approx(2 * up.got[1], abs=0.2)
    assert missing.got is None and missing.tip == "c: yours –, expected 1"
    assert drawn.table is not None and drawn.table.rows[1] == ("b", "−1", "−2")


def test_one_wild_bar_does_not_flatten_the_others() -> None:
    """A value of 1e30 goes off the chart, and the others stay legible."""
    drawn = figure({"kind": "bars", "labels": ["a", "b"], "got": [1e30, 1], "expected": [1, 1]}, EN)
    assert isinstance(drawn.drawing, Bars)
    assert drawn.drawing.bars[1].got is not None and drawn.drawing.bars[1].got[1] > 20
    assert drawn.drawing.bars[0].got is not None and drawn.drawing.bars[0].got[0] >= drawn.drawing.frame.top
    assert drawn.table is not None and drawn.table.rows[0][1] == "1e30"


def test_a_curve_breaks_where_values_are_missing() -> None:
    """A gap is a gap, and a single value between gaps is a dot."""
    series = [{"label": {"en": "loss", "ko": "손실"}, "x": [0, 1, 2, 3, 4, 5], "y": [3, 2, None, 1, None, None]}]
    drawn = figure({"kind": "curve", "title": {"en": "T", "ko": "티"}, "x_label": "x", "y_label": "y", "series": series}, EN)
    assert isinstance(drawn.drawing, Curve)
    line = drawn.drawing.lines[0]
    assert line.path.count("M") == 1 and line.path.count("L") == 1 and len(line.dots) == 1
    assert drawn.alt == "T: loss from 3 to 1."
    assert figure({"kind": "curve", "title": {"en": "T", "ko": "티"}, "series": series}, Phrases("ko")).title == "티"


def test_long_data_are_thinned() -> None:
    """A history of 100 000 values makes no page of megabytes."""
    drawn = figure({"kind": "curve", "series": [{"label": "l", "x": list(range(100_000)), "y": [1.0] * 99_999 + [2.0]}]}, EN)
    assert isinstance(drawn.drawing, Curve)
    assert len(drawn.drawing.lines[0].path) < 6000
    assert drawn.alt.endswith("from 1 to 2.")
    bars = figure({"kind": "bars", "labels": ["a"] * 500, "got": [1] * 500, "expected": [1] * 500}, EN)
    assert isinstance(bars.drawing, Bars) and bars.table is not None
    assert len(bars.drawing.bars) == 16 and len(bars.table.rows) == 24 and bars.table.left_out == 476


def test_confusion_shades_by_row() -> None:
    """Each cell's heat is its share of the row's pictures."""
    drawn = figure({"kind": "confusion", "labels": ["cat", "dog"], "matrix": [[3, 1], [0, 0]]}, EN)
    assert isinstance(drawn.drawing, Confusion)
    assert [[(cell.text, cell.heat, cell.diagonal) for cell in row] for row in drawn.drawing.rows] == [
        [("3", 75, True), ("1", 25, False)],
        [("0", 0, False), ("0", 0, True)],
    ]


def test_a_picture_is_a_png_of_its_pixels() -> None:
    """The PNG decodes to the same bytes, row by row."""
    pixels = bytes(range(6))
    drawn = figure({"kind": "pictures", "width": 3, "height": 2, "items": [{"pixels": base64.b64encode(pixels).decode()}]}, EN)
    assert isinstance(drawn.drawing, Pictures)
    item = drawn.drawing.items[0]
    assert item.caption == "picture 1"
    png = base64.b64decode(item.uri.removeprefix("data:image/png;base64,"))
    assert png == grey_png(pixels, 3, 2)
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">IIBBBBB", png[16:29]) == (3, 2, 8, 0, 0, 0, 0)
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", png[start - 8 : start - 4])
    assert zlib.decompress(png[start : start + length]) == b"\0\x00\x01\x02\0\x03\x04\x05"
    assert struct.unpack(">I", png[start + length : start + length + 4])[0] == zlib.crc32(png[start - 4 : start + length])
    with pytest.raises(ValueError, match="5 bytes are no picture"):
        grey_png(b"12345", 3, 2)


BAD: list[dict[str, Any]] = [
    {},
    {"kind": None},
    {"kind": "hologram"},
    {"kind": ["bars"]},
    {"kind": "decision_lines"},
    {"kind": "decision_lines", "gates": []},
    {"kind": "decision_lines", "gates": [{"label": "AND"}]},
    {"kind": "decision_lines", "gates": [{"label": "AND", "w1": 1, "w2": 1, "b": 1, "points": [3]}]},
    {"kind": "bars", "labels": ["a"], "got": [1, 2], "expected": [1]},
    {"kind": "bars", "labels": [], "got": [], "expected": []},
    {"kind": "bars", "labels": "abc", "got": "abc", "expected": "abc"},
    {"kind": "curve", "series": []},
    {"kind": "curve", "series": [{"label": "l", "x": [1], "y": [None]}]},
    {"kind": "curve", "series": [{"label": "l", "x": [1], "y": [1, 2]}]},
    {"kind": "confusion", "labels": ["a"], "matrix": [[1, 2]]},
    {"kind": "confusion", "labels": ["a"] * 40, "matrix": [[1] * 40] * 40},
    {"kind": "pictures", "width": 2, "height": 2, "items": [{"pixels": "AA=="}]},
    {"kind": "pictures", "width": 1, "height": 1, "items": [{"pixels": "no base64!"}]},
    {"kind": "pictures", "width": 10**9, "height": 1, "items": []},
    {"kind": "pictures", "width": True, "height": 1, "items": [{"pixels": "AA=="}]},
]


@pytest.mark.parametrize("evidence", BAD)
def test_bad_evidence_is_said_and_not_drawn(evidence: dict[str, Any]) -> None:
    """Where data do not fit their kind, the page says so in words and is otherwise whole."""
    drawn = figure(evidence, EN)
    assert drawn.drawing is None and drawn.alt == WORDS["figure_unusable"].en and drawn.title
    page = list(render_html(ResultSet("c", (Result("mina", "softmax", Status.GRADED, (), evidence=(evidence,)),))))[1][1]
    assert WORDS["figure_unusable"].en in page


@given(
    kind=st.sampled_from(["decision_lines", "bars", "curve", "confusion", "pictures"]),
    data=st.dictionaries(
        st.sampled_from(["title", "gates", "labels", "got", "expected", "series", "matrix", "width", "height", "items"]), json_values
    ),
)
def test_no_evidence_breaks_a_page(kind: str, data: dict[str, Any]) -> None:
    """Any JSON at all gives a figure or a line of text."""
    result = Result("mina", "softmax", Status.GRADED, (), evidence=({"kind": kind, **data},))
    assert len(list(render_html(ResultSet("c", (result,))))) == 2


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=6))
def test_numbers_of_any_size_stay_in_the_picture(pairs: list[tuple[Any, Any]]) -> None:
    """Curves, bars and gates of huge and missing numbers have finite coordinates inside their frame."""
    xs, ys = [list(values) for values in zip(*pairs, strict=True)]
    points = [{"x1": x, "x2": y, "target": 1, "got": 0} for x, y in pairs]
    for evidence in (
        {"kind": "curve", "series": [{"label": "l", "x": xs, "y": ys}]},
        {"kind": "bars", "labels": ["a"] * len(xs), "got": xs, "expected": ys},
        {"kind": "decision_lines", "gates": [{"label": "g", "w1": xs[0], "w2": ys[0], "b": xs[-1], "points": points}]},
    ):
        drawn = figure(evidence, EN).drawing
        if isinstance(drawn, Curve):
            places = [tuple(map(float, p.strip("ML").split())) for p in drawn.lines[0].path.replace("M", "L").split("L") if p.strip()]
            assert all(drawn.frame.left <= x <= drawn.frame.right and drawn.frame.top <= y <= drawn.frame.bottom for x, y in places)
        elif isinstance(drawn, Bars):
            for bar in drawn.bars:
                for shape in (bar.got, bar.expected):
                    assert shape is None or (drawn.frame.top - 1 <= shape[0] and sum(shape) <= drawn.frame.bottom + 1)
        elif isinstance(drawn, DecisionLines):
            frame = drawn.gates[0].frame
            for corner in drawn.gates[0].area.split():
                x, y = map(float, corner.split(","))
                assert frame.left <= x <= frame.right and frame.top <= y <= frame.bottom


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0.0, "0"), (-0.0, "0"), (-1.5, "−1.5"), (1 / 3, "0.3333"), (1e30, "1e30"), (-2.5e-9, "−2.5e−9"), (12345.0, "1.234e4")],
)
def test_numbers_are_written_as_people_do(value: float | None, text: str) -> None:
    assert number_text(value) == text


def test_finite() -> None:
    """Only real numbers pass, and none is larger than a plot can bear."""
    assert [finite(value) for value in (True, 3, 2.5, None, "3", [], 1j)] == [1.0, 3.0, 2.5, None, None, None, None]
    assert finite(10**400) == finite(math.inf) == 1e100 and finite(-math.inf) == -1e100 and finite(math.nan) is None


def test_ranges_and_ticks() -> None:
    """Ticks are round and lie in the range; ranges are never empty."""
    assert ticks(0, 1) == pytest.approx([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    assert ticks(-3, 7) == pytest.approx([-2, 0, 2, 4, 6])
    assert ticks(1, 1) == [] and ticks(1, 0) == []
    assert span([]) == (0.0, 1.0) and span([5.0]) == (2.5, 7.5) and span([0.0]) == (-0.5, 0.5) and span([1, 2], include=0) == (0, 2)
    assert thin(range(10), 4) == [0, 3, 6, 9] and thin([1], 4) == [1]


@given(st.floats(-1e100, 1e100), st.floats(-1e100, 1e100))
def test_ticks_are_few_and_inside(low: float, high: float) -> None:
    found = ticks(low, high)
    width = high - low
    assert len(found) <= 21 and all(low - width * 1e-6 <= value <= high + width * 1e-6 for value in found)


@given(*(st.floats(-1e100, 1e100) for _ in range(3)))
def test_the_half_plane_stays_in_the_square(w1: float, w2: float, b: float) -> None:
    """What fires of a square lies in the square, and every corner of it that fires belongs to it."""
    inside = clip_half_plane(SQUARE, w1, w2, b)
    assert all(-1e-9 <= x <= 1 + 1e-9 and -1e-9 <= y <= 1 + 1e-9 for x, y in inside)
    largest = max(abs(w1), abs(w2), abs(b)) or 1.0
    for x, y in SQUARE:
        assert ((x, y) in inside) or w1 / largest * x + w2 / largest * y + b / largest <= 0


def test_a_frame_clips() -> None:
    frame = Frame(10, 10, 100, 50, (0, 1), (0, 1))
    assert (frame.x(-5), frame.x(0.5), frame.x(9)) == (10, 60, 110)
    assert (frame.y(-5), frame.y(0.5), frame.y(9)) == (60, 35, 10)
