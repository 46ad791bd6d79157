"""What templates draw: figures measured out in a picture's own units (y down), with every word that stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from gradekit.report.plots import Frame, Tick

__all__ = [
    "Bar",
    "Bars",
    "Cell",
    "Confusion",
    "Curve",
    "DataTable",
    "DecisionLines",
    "Drawing",
    "Figure",
    "Gate",
    "Line",
    "Mark",
    "Picture",
    "Pictures",
]


@dataclass(frozen=True, slots=True)
class DataTable:
    """The numbers of a figure in words; left_out rows are not shown."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a gate: filled where it should fire."""

    x: float
    y: float
    on: bool
    wrong: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """One decision line; area is the half-plane that fires as SVG points, line its edge, or None where there is none to see."""

    label: str
    caption: str
    alt: str
    frame: Frame
    area: str
    line: tuple[float, float, float, float] | None
    marks: tuple[Mark, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class DecisionLines:
    gates: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, and the two values above it as (y, height) of rectangles, or None where a value is missing."""

    x: float
    label: str
    got: tuple[float, float] | None
    expected: tuple[float, float] | None
    tip: str


@dataclass(frozen=True, slots=True)
class Bars:
    frame: Frame
    zero: float
    slot: float
    bars: tuple[Bar, ...]
    y_ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One series: its SVG path, and the ends of its pieces of one point, which no path would show."""

    label: str
    path: str
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    frame: Frame
    x_label: str
    y_label: str
    lines: tuple[Line, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A count; heat is its share of the row in percent."""

    text: str
    heat: int
    diagonal: bool


@dataclass(frozen=True, slots=True)
class Confusion:
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    uri: str
    caption: str


@dataclass(frozen=True, slots=True)
class Pictures:
    items: tuple[Picture, ...]


Drawing = DecisionLines | Bars | Curve | Confusion | Pictures


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its words. Where drawing is None, alt is all there is to show."""

    kind: str
    title: str
    alt: str
    drawing: Drawing | None
    table: DataTable | None = None
