"""SVG pictures that stand on their own: a card with a light and a dark face, so that they read on any page, and panels with axes on it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from gradekit.report.plots import clip_half_plane, number_text

__all__ = ["Canvas", "Panel", "Point"]

SANS: Final = '"Noto Sans KR","Noto Sans CJK KR","Apple SD Gothic Neo","Malgun Gothic",NanumGothic,system-ui,sans-serif'
SERIF: Final = (
    '"STIX Two Text",Cambria,"Times New Roman",Georgia,"DejaVu Serif","Noto Serif KR","Noto Serif CJK KR",AppleMyungjo,Batang,serif'
)
HUES: Final = {"a": ("#0b62b0", "#6cb6ff"), "b": ("#c2410c", "#ff9e64"), "c": ("#1a7f37", "#6fdd8b"), "d": ("#7c3aad", "#d2a8ff")}
PLAIN: Final = {
    "paper": ("#ffffff", "#12181f"),
    "edge": ("#d8dee4", "#3a434d"),
    "ink": ("#24292f", "#e6edf3"),
    "soft": ("#59636e", "#a3adb8"),
}

Point = tuple[float, float]


def style() -> str:
    """The classes of all figures. A letter of HUES gives a line (la), a dashed line (ka), a fill (fa), a wash (wa) and words (ta)."""
    face = []
    for index in (0, 1):
        paper, edge, ink, soft = (PLAIN[name][index] for name in PLAIN)
        rules = [f".card{{fill:{paper};stroke:{edge}}}.grid{{stroke:{edge}}}text{{fill:{ink}}}.soft{{fill:{soft}}}.axis{{stroke:{soft}}}"]
        rules += [f".halo{{stroke:{paper}}}.on{{fill:{paper}}}.off{{fill:{paper};stroke:{soft}}}"]
        for name, colours in HUES.items():
            colour = colours[index]
            rules.append(f".l{name},.k{name}{{stroke:{colour}}}.f{name},.w{name},.t{name}{{fill:{colour}}}")
        face.append("".join(rules))
    lines, dashed = (",".join(f".{kind}{name}" for name in HUES) for kind in "lk")
    washes = ",".join(f".w{name}" for name in HUES)
    shared = [
        f"text{{font:14px {SANS}}}.m{{font-family:{SERIF};font-style:italic;font-size:112%}}.b{{font-weight:700}}.s{{font-size:12px}}",
        ".halo{stroke-width:4px;stroke-linejoin:round;paint-order:stroke}",
        f"{lines},{dashed}{{fill:none;stroke-width:2.2px;stroke-linejoin:round}}{dashed}{{stroke-width:1.8px;stroke-dasharray:6 4}}",
        f"{washes}{{fill-opacity:.13}}.axis,.grid{{fill:none;stroke-width:1px}}.off{{stroke-width:1.6px}}.thin{{stroke-width:1.2px}}",
    ]
    return "".join(shared) + face[0] + f"@media(prefers-color-scheme:dark){{{face[1]}}}"


def words(text: str) -> str:
    """Text as SVG: *x* is a variable, *x*_1 and *x*_{12} have a subscript."""

    def variable(found: re.Match[str]) -> str:
        low = found[2] or found[3]
        # The next letter has to be told to go back up; an empty one keeps the line where it belongs at the end of a text.
        lower = f'<tspan dy="4" font-size="75%">{low}</tspan><tspan dy="-4">\u200b</tspan>' if low else ""
        return f'<tspan class="m">{found[1]}</tspan>{lower}'

    return re.sub(r"\*(.+?)\*(?:_(?:\{([^}]*)\}|(\w)))?", variable, escape(text, quote=False))


def number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


class Canvas:
    """A picture that is being drawn, in pixels, y down."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self.width, self.height, self.title = width, height, title
        self.parts: list[str] = []
        self.clips: list[str] = []

    def line(self, points: Iterable[Point], kind: str, *, closed: bool = False, more: str = "") -> None:
        path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.parts.append(f'<path class="{kind}" d="M{path}{"Z" if closed else ""}"{more}/>')

    def circle(self, at: Point, radius: float, kind: str) -> None:
        self.parts.append(f'<circle class="{kind}" cx="{number(at[0])}" cy="{number(at[1])}" r="{number(radius)}"/>')

    def text(self, at: Point, text: str, kind: str = "", anchor: str = "middle", more: str = "") -> None:
        place = f'x="{number(at[0])}" y="{number(at[1])}" text-anchor="{anchor}"'
        named = f' class="{kind}"' if kind else ""
        self.parts.append(f"<text{named} {place}{more}>{words(text)}</text>")

    def arrow(self, start: Point, end: Point, hue: str, *, before: float = 0.0, more: str = "") -> None:
        """A line with a head that ends `before` pixels short of end."""
        length = math.dist(start, end)
        ux, uy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
        tip = (end[0] - before * ux, end[1] - before * uy)
        neck = (tip[0] - 8 * ux, tip[1] - 8 * uy)
        self.line([start, neck], f"l{hue} thin", more=more)
        self.line(
            [tip, (neck[0] - 3.6 * uy, neck[1] + 3.6 * ux), (neck[0] + 3.6 * uy, neck[1] - 3.6 * ux)], f"f{hue}", closed=True, more=more
        )

    def svg(self) -> str:
        clips = f"<defs>{''.join(self.clips)}</defs>\n" if self.clips else ""
        body = "\n".join(self.parts)
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        card = f'<rect class="card" x=".5" y=".5" width="{self.width - 1}" height="{self.height - 1}" rx="8"/>'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">\n<title>{escape(self.title)}</title>'
        return f"{head}\n<style>{style()}</style>\n{clips}{card}\n{body}\n</svg>\n"


@dataclass
class Panel:
    """A rectangle of a canvas with axes; what is drawn in it is in the data's units and is cut off at its edge."""

    canvas: Canvas
    left: float
    top: float
    width: float
    height: float
    x_range: Point
    y_range: Point

    def __post_init__(self) -> None:
        self.name = f"c{len(self.canvas.clips)}"
        box = f'x="{number(self.left)}" y="{number(self.top)}" width="{number(self.width)}" height="{number(self.height)}"'
        self.canvas.clips.append(f'<clipPath id="{self.name}"><rect {box}/></clipPath>')
        self.clip = f' clip-path="url(#{self.name})"'

    def at(self, x: float, y: float) -> Point:
        (left, right), (low, high) = self.x_range, self.y_range
        return self.left + self.width * (x - left) / (right - left), self.top + self.height * (high - y) / (high - low)

    def frame(self, x_ticks: Sequence[float], y_ticks: Sequence[float], x_name: str = "", y_name: str = "", *, grid: bool = False) -> None:
        """Axes along the lower and the left edge, with the numbers at the ticks and a name at each end."""
        bottom, right = self.top + self.height, self.left + self.width
        for value in x_ticks:
            x = self.at(value, 0)[0]
            if grid:
                self.canvas.line([(x, self.top), (x, bottom)], "grid")
            self.canvas.line([(x, bottom), (x, bottom + 4)], "axis")
            self.canvas.text((x, bottom + 17), number_text(value), "s soft")
        for value in y_ticks:
            y = self.at(0, value)[1]
            if grid:
                self.canvas.line([(self.left, y), (right, y)], "grid")
            self.canvas.line([(self.left - 4, y), (self.left, y)], "axis")
            self.canvas.text((self.left - 8, y + 4), number_text(value), "s soft", "end")
        self.canvas.line([(self.left, self.top), (self.left, bottom), (right, bottom)], "axis")
        if x_name:
            self.canvas.text((right + 6, bottom + 5), x_name, anchor="start")
        if y_name:
            self.canvas.text((self.left, self.top - 8), y_name)

    def line(self, points: Iterable[Point], kind: str, *, closed: bool = False) -> None:
        self.canvas.line([self.at(x, y) for x, y in points], kind, closed=closed, more=self.clip)

    def curve(self, function: Callable[[float], float], kind: str, pieces: int = 72) -> None:
        low, high = self.x_range
        values = [low + (high - low) * index / pieces for index in range(pieces + 1)]
        self.line([(x, function(x)) for x in values], kind)

    def area(self, w1: float, w2: float, b: float, hue: str) -> None:
        """Washes the side on which w1·x + w2·y + b > 0."""
        (left, right), (low, high) = self.x_range, self.y_range
        self.line(clip_half_plane([(left, low), (right, low), (right, high), (left, high)], w1, w2, b), f"w{hue}", closed=True)

    def edge(self, w1: float, w2: float, b: float, kind: str) -> None:
        """The line w1·x + w2·y + b = 0; w2 is not 0."""
        self.line([(x, -(w1 * x + b) / w2) for x in self.x_range], kind)

    def text(self, x: float, y: float, text: str, kind: str = "", anchor: str = "middle", dx: float = 0.0, dy: float = 0.0) -> None:
        px, py = self.at(x, y)
        self.canvas.text((px + dx, py + dy), text, f"halo {kind}".strip(), anchor)

    def dot(self, x: float, y: float, hue: str, radius: float = 4.0) -> None:
        self.canvas.circle(self.at(x, y), radius, f"f{hue}")

    def label(self, x: float, y: float, text: str, *, on: bool, radius: float = 11.0) -> None:
        """A sample as a disc with its label: filled where a neuron should fire."""
        px, py = self.at(x, y)
        self.canvas.circle((px, py), radius, "fa" if on else "off")
        self.canvas.text((px, py + 4.5), text, "on s b" if on else "s b")
