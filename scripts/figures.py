"""Draw the figures of the handouts, exercises/NAME/figures/*.svg, from the numbers the handouts work with.

    python scripts/figures.py [--check]

What a figure shows is in symbols, or there is one file for each language (FILE.en.svg, FILE.ko.svg). --check writes nothing and says
which files are not as they would be drawn.
"""

from __future__ import annotations

import itertools
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from drawing import Canvas, Panel, Point

from gradekit.report.plots import number_text, thin

ROOT: Final = Path(__file__).resolve().parents[1]


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


# --- The pictures ------------------------------------------------------------------------------------------------------------


def gates() -> str:
    """Three gates with the course's weights; for XOR, the two diagonals that cross."""
    canvas = Canvas(760, 252, "AND, NAND, OR, XOR")
    corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    named = {"AND": (0.5, 0.5, -0.7), "NAND": (-0.5, -0.5, 0.7), "OR": (0.6, 0.6, -0.5), "XOR": None}
    for index, (name, weights) in enumerate(named.items()):
        panel = Panel(canvas, 40 + 184 * index, 44, 140, 140, (-0.33, 1.33), (-0.33, 1.33))
        panel.frame([0, 1], [0, 1], "*x*_1", "*x*_2")
        centre = panel.left + panel.width / 2
        canvas.text((centre, 28), name, "b")
        if weights is None:
            panel.line([(0, 1), (1, 0)], "la")
            panel.line([(0, 0), (1, 1)], "kb")
            panel.text(0.5, 0.5, "(½, ½)", "s", "start", dx=13, dy=4)
            panel.dot(0.5, 0.5, "b", 4.5)
            fires = [0, 1, 1, 0]
            canvas.text((centre, 232), "(*w*_1, *w*_2, *b*) = ?", "s")
        else:
            w1, w2, b = weights
            panel.area(w1, w2, b, "a")
            panel.edge(w1, w2, b, "la")
            fires = [int(w1 * x + w2 * y + b > 0) for x, y in corners]
            canvas.text((centre, 232), f"({', '.join(map(number_text, weights))})", "s")
        for (x, y), fire in zip(corners, fires, strict=True):
            panel.label(x, y, str(fire), on=fire == 1, radius=9)
    return canvas.svg()


def hidden_space() -> str:
    """XOR before and after the hidden layer, with the course's U1 and U2."""
    canvas = Canvas(760, 330, "XOR")
    inputs = Panel(canvas, 56, 44, 240, 240, (-0.6, 1.6), (-0.6, 1.6))
    inputs.area(1, 1, -0.5, "a")
    inputs.area(-1, -1, 1.5, "c")
    inputs.frame([0, 1], [0, 1], "*x*_1", "*x*_2")
    hidden = Panel(canvas, 458, 44, 240, 240, (-1.9, 1.9), (-1.9, 1.9))
    hidden.area(1, 1, -1, "b")
    hidden.frame([-1, 1], [-1, 1], "*h*_1", "*h*_2")
    for panel, w, b, hue, (x, y), step, name in [
        (inputs, 1, -0.5, "a", (0.4, 0.1), 0.14, "*h*_1"),
        (inputs, -1, 1.5, "c", (0.6, 0.9), -0.14, "*h*_2"),
        (hidden, 1, -1, "b", (0.5, 0.5), 0.24, "*ŷ*"),
    ]:
        panel.edge(w, w, b, f"l{hue}")
        canvas.arrow(panel.at(x, y), panel.at(x + step, y + step), hue)
        canvas.text(panel.at(x - 0.6 * step, y - 0.9 * step), name, f"t{hue}")
    canvas.arrow((336, 164), (418, 164), "d")
    canvas.text((377, 152), "*U*_1", "td")
    moved: dict[Point, list[str]] = {}
    for x, y in [(0, 0), (0, 1), (1, 0), (1, 1)]:
        h1, h2 = (1 if -0.5 + x + y > 0 else -1), (1 if 1.5 - x - y > 0 else -1)
        moved.setdefault((h1, h2), []).append(f"({x}, {y})")
        on = x != y
        inputs.label(x, y, "+1" if on else "−1", on=on, radius=13)
        inputs.text(x, y, f"({x}, {y})", "s soft", dy=28)
    for (h1, h2), sources in moved.items():
        on = h1 + h2 - 1 > 0
        if len(sources) > 1:
            canvas.circle(hidden.at(h1, h2), 17, "la thin")
        hidden.label(h1, h2, "+1" if on else "−1", on=on, radius=13)
        hidden.text(h1, h2, " ".join(sources), "s soft", dy=-26 if len(sources) > 1 else 28)
    return canvas.svg()


def activation_curves() -> str:
    """All nine; beside some, the same function with another parameter."""
    canvas = Canvas(760, 566, "step, sigmoid, tanh, relu, leaky_relu, elu, softplus, swish, maxout")
    low, high = (-1.35, 1.35), (-1.35, 3.4)
    pieces = [(-0.5, -0.4), (0.4, 0.6), (1.4, -1.2)]
    curves: list[tuple[str, Point, list[tuple[str, Callable[[float], float]]]]] = [
        ("step", low, []),
        ("sigmoid", low, [("*β* = 1", sigmoid), ("*β* = 3", lambda s: sigmoid(3 * s))]),
        ("tanh", low, [("*β* = 2", math.tanh), ("*β* = 1", lambda s: math.tanh(s / 2))]),
        ("relu", high, [("", lambda s: max(0.0, s))]),
        ("leaky_relu", high, [("*α* = 0.01", lambda s: s if s > 0 else 0.01 * s), ("0.2", lambda s: s if s > 0 else 0.2 * s)]),
        ("elu", high, [("*α* = 1", lambda s: s if s > 0 else math.expm1(s)), ("*α* = 0.5", lambda s: s if s > 0 else math.expm1(s) / 2)]),
        ("softplus", high, [("*β* = 1", lambda s: math.log1p(math.exp(s))), ("*β* = 3", lambda s: math.log1p(math.exp(3 * s)) / 3)]),
        ("swish", high, [("*β* = 1", lambda s: s * sigmoid(s)), ("*β* = 3", lambda s: s * sigmoid(3 * s))]),
        ("maxout", high, [("*k* = 3", lambda s: max(slope * s + height for slope, height in pieces))]),
    ]
    for index, (name, y_range, drawn) in enumerate(curves):
        panel = Panel(canvas, 42 + 244 * (index % 3), 38 + 180 * (index // 3), 190, 124, (-4.0, 4.0), y_range)
        panel.frame([-4, -2, 0, 2, 4], [-1, 0, 1] if y_range == low else [-1, 0, 1, 2, 3], "*x*" if name == "maxout" else "*s*", grid=True)
        panel.line([(-4, 0), (4, 0)], "axis")
        panel.line([(0, y_range[0]), (0, y_range[1])], "axis")
        canvas.text((panel.left, panel.top - 10), name, "b", "start")
        if name == "step":
            panel.line([(-4, -1), (0, -1)], "la")
            panel.line([(0, 1), (4, 1)], "la")
            panel.dot(0, -1, "a")
            canvas.circle(panel.at(0, 1), 4, "card")
            canvas.circle(panel.at(0, 1), 4, "la thin")
        if name == "maxout":
            for slope, height in pieces:
                panel.curve(lambda s, slope=slope, height=height: slope * s + height, "kb thin", 1)
        for place, (parameter, function) in reversed(list(enumerate(drawn))):
            panel.curve(function, "kb" if place else "la")
            if parameter:
                x = panel.left + panel.width - (30 if name == "leaky_relu" else 66) * (len(drawn) - 1 - place)
                canvas.text((x, panel.top - 10), parameter, f"s {'tb' if place else 'ta'}", "end")
    return canvas.svg()


def descent() -> str:
    """J = (y - ux)² with the worked example's sample and start, at four learning rates; the limit is 25."""
    x, y, start = 0.2, 1.0, 0.8
    canvas = Canvas(760, 282, "J = (y − ux)²")
    for index, (lr, steps) in enumerate([(1, 12), (20, 8), (25, 1), (30, 3)]):
        panel = Panel(canvas, 40 + 182 * index, 58, 150, 176, (-4.0, 14.0), (0.0, 3.3))
        panel.frame([-4, 5, 14], [0, 1, 2, 3] if not index else [], "", "*J*" if not index else "")
        centre = panel.left + panel.width / 2
        canvas.text((centre, 26), f"*η* = {lr}", "b")
        canvas.text((centre, 46), f"*r* = {number_text(1 - 2 * lr * x * x)}", "s soft")
        canvas.text((centre, 272), "*u*")
        panel.line([(5, 0), (5, 3.3)], "grid")
        panel.curve(lambda u: (y - u * x) ** 2, "axis")
        weights = [start]
        for _ in range(steps):
            weights.append(weights[-1] + lr * 2 * x * (y - weights[-1] * x))
        hue = {1: "c", 20: "c", 25: "d", 30: "b"}[lr]
        places = [panel.at(u, (y - u * x) ** 2) for u in weights]
        for one, other in itertools.pairwise(places):
            if math.dist(one, other) > 14:
                canvas.arrow(one, other, hue, before=4, more=panel.clip)
        if lr == 25:
            canvas.arrow(places[1], places[0], hue, before=4)
        if lr == 1:
            canvas.arrow(panel.at(2.3, 0.86), panel.at(4.4, 0.24), hue)  # the steps are too short for arrows of their own
        for u, place in zip(weights, places, strict=True):
            if place[1] > panel.top:
                panel.dot(u, (y - u * x) ** 2, hue, 3.4)
        canvas.circle(places[0], 5.5, f"l{hue} thin")
        panel.text(start, 0.7056, "*u*_0", "s", "end", dx=-9, dy=4)
    return canvas.svg()


def landscape(lang: str) -> str:
    """The four students: the line after some epochs, and the way of (w, b) over the contours of the cost."""
    hours, scores = (2, 3, 4, 5), (25, 50, 42, 61)
    w = b = 0.0
    path = [(w, b)]
    for _ in range(2000):
        errors = [w * x + b - y for x, y in zip(hours, scores, strict=True)]
        gradient = 2 * sum(e * x for e, x in zip(errors, hours, strict=True)) / 4, 2 * sum(errors) / 4
        w, b = w - 0.01 * gradient[0], b - 0.01 * gradient[1]
        path.append((w, b))
    canvas = Canvas(760, 344, "J(w, b)")
    data = Panel(canvas, 44, 34, 256, 260, (0.0, 6.0), (0.0, 72.0))
    data.frame([0, 1, 2, 3, 4, 5, 6], [0, 20, 40, 60], "*x*", "*y*", grid=True)
    for epoch, kind in [(0, "kb"), (1, "kb"), (2, "kb"), (5, "kb"), (2000, "lb")]:
        slope, height = path[epoch]
        data.curve(lambda x, slope=slope, height=height: slope * x + height, kind, 1)
        rise = -6 if epoch == 0 else 0
        data.text(5.75, slope * 5.75 + height, str(epoch), "s tb b", dy=4 + rise)
    for x, y in zip(hours, scores, strict=True):
        data.dot(x, y, "a", 5)
    bowl = Panel(canvas, 392, 34, 320, 260, (-2.0, 18.0), (-3.0, 15.0))
    for level in (2152.5, 1200, 600, 250, 100, 60, 49):
        bowl.line(ellipse(level), "la wa thin", closed=True)
    bowl.frame([0, 5, 10, 15], [0, 5, 10, 15], "*w*", "*b*")
    way = path[:12] + thin(path[12:], 60)
    bowl.line(way, "lb")
    for epoch, dx, dy in [(0, -12, 5), (1, 0, -10), (2, 0, -10), (5, -2, -10), (100, 22, 4), (500, 22, 6), (2000, 46, -2)]:
        bowl.dot(*path[epoch], "b", 4)
        name = {"en": f"epoch {epoch}", "ko": f"{epoch} 에포크"}[lang] if epoch == 2000 else str(epoch)
        bowl.text(*path[epoch], name, "s tb b", dx=dx, dy=dy)
    return canvas.svg()


def ellipse(level: float) -> list[Point]:
    """Where the cost is level: 47.25 + 13.5 dw² + 7 dw db + db², dw and db measured from the lowest point (10, 9.5)."""
    mean, half = (13.5 + 1) / 2, math.hypot((13.5 - 1) / 2, 3.5)
    angle = math.atan2(3.5, (13.5 - 1) / 2) / 2
    steep, flat = math.sqrt((level - 47.25) / (mean + half)), math.sqrt((level - 47.25) / (mean - half))
    turns = [2 * math.pi * index / 120 for index in range(120)]
    c, s = math.cos(angle), math.sin(angle)
    around = [(steep * math.cos(turn), flat * math.sin(turn)) for turn in turns]
    return [(10 + c * p - s * q, 9.5 + s * p + c * q) for p, q in around]


def threshold() -> str:
    """The sigmoid, and the exam of the worked example as fit leaves it after 1000 epochs."""
    scores, passed = (45, 50, 55, 60, 65, 70), (0, 0, 0, 1, 1, 1)
    mean = sum(scores) / 6
    spread = math.sqrt(sum((s - mean) ** 2 for s in scores) / 6)
    w = b = 0.0
    for _ in range(1000):
        errors = [sigmoid(w * (s - mean) / spread + b) - y for s, y in zip(scores, passed, strict=True)]
        gradient = sum(e * (s - mean) / spread for e, s in zip(errors, scores, strict=True)) / 6, sum(errors) / 6
        w, b = w - 0.1 * gradient[0], b - 0.1 * gradient[1]
    canvas = Canvas(760, 300, "σ(z)")
    left = Panel(canvas, 52, 40, 280, 204, (-6.0, 6.0), (-0.08, 1.08))
    right = Panel(canvas, 424, 40, 280, 204, (42.0, 73.0), (-0.08, 1.08))
    for panel, border, x_name, y_name in [(left, 0.0, "*z*", "*σ*(*z*)"), (right, mean, "", "*p*")]:
        panel.area(1, 0, -border, "a")
        panel.frame([-6, -4, -2, 0, 2, 4, 6] if panel is left else scores, [0, 0.5, 1], x_name, y_name)
        panel.line([(panel.x_range[0], 0.5), (panel.x_range[1], 0.5)], "kb")
        panel.line([(border, -0.08), (border, 1.08)], "kb")
    left.curve(sigmoid, "la")
    left.dot(0, 0.5, "b", 5)
    canvas.text(left.at(-3, 0.55), "*ŷ* = 0")
    canvas.text(left.at(3, 0.39), "*ŷ* = 1")
    right.curve(lambda s: sigmoid(w * (s - mean) / spread + b), "la")
    right.dot(mean, 0.5, "b", 5)
    canvas.text(right.at(mean + 1, 0.42), "57.5", "s", "start")
    for s, y in zip(scores, passed, strict=True):
        right.label(s, y, str(y), on=y == 1, radius=9)
    canvas.text((right.left + right.width / 2, 286), "57.5 + 8.54 *x*", "s soft")
    return canvas.svg()


def losses(epochs: int, lr: float = 0.02) -> tuple[list[float], list[float]]:
    """Training and validation cross-entropy after each epoch of logistic regression with Adam.

    30 samples of 40 features; the first three and chance decide on the label, and all others can only be learnt by heart.
    """
    draw = random.Random(1)
    features = 40

    def samples(count: int) -> list[tuple[list[float], int]]:
        rows = [[(draw.random() * 2 - 1) * (3 if j < 3 else 1) for j in range(features)] for _ in range(count)]
        return [(row, int(sum(row[:3]) + draw.random() * 6 - 3 > 0)) for row in rows]

    train, held_out = samples(30), samples(200)
    w, first, second = [0.0] * features, [0.0] * features, [0.0] * features

    def loss(rows: list[tuple[list[float], int]]) -> float:
        signed = [(1 - 2 * y) * sum(a * x for a, x in zip(w, row, strict=True)) for row, y in rows]
        return sum(math.log1p(math.exp(z)) for z in signed) / len(rows)

    history: tuple[list[float], list[float]] = ([], [])
    for step in range(1, epochs + 1):
        errors = [sigmoid(sum(a * x for a, x in zip(w, row, strict=True))) - y for row, y in train]
        for j in range(features):
            slope = sum(e * row[j] for e, (row, _) in zip(errors, train, strict=True)) / len(train)
            first[j], second[j] = 0.9 * first[j] + 0.1 * slope, 0.999 * second[j] + 0.001 * slope**2
            w[j] -= lr * first[j] / (1 - 0.9**step) / (math.sqrt(second[j] / (1 - 0.999**step)) + 1e-8)
        history[0].append(loss(train))
        history[1].append(loss(held_out))
    return history


def early_stopping(lang: str) -> str:
    """Both losses; the best epoch, and the one after which training stops with a patience of 5."""
    names = {"en": ("training loss", "validation loss", "epoch"), "ko": ("훈련 손실", "검증 손실", "에포크")}[lang]
    epochs, patience = 61, 5
    training, validation = losses(epochs)
    best = min(range(epochs), key=validation.__getitem__)
    stop = best + patience
    canvas = Canvas(680, 340, f"{names[0]}, {names[1]}")
    panel = Panel(canvas, 56, 34, 470, 250, (0.0, epochs - 1.0), (0.0, 0.8))
    panel.frame([0, 10, 20, 30, 40, 50, 60], [0, 0.2, 0.4, 0.6, 0.8], "", "", grid=True)
    canvas.text((panel.left + panel.width / 2, 324), names[2])
    (x, _), (after, _) = panel.at(best, 0), panel.at(stop, 0)
    panel.line([(best, 0), (best, 0.8), (stop, 0.8), (stop, 0)], "wd", closed=True)
    panel.line([(best, 0), (best, 0.8)], "ld thin")
    panel.line([(stop, 0), (stop, 0.8)], "kd")
    canvas.text(((x + after) / 2, panel.top - 10), f"*P* = {patience}", "td")
    for history, hue, name in [(training, "a", names[0]), (validation, "b", names[1])]:
        panel.line(list(enumerate(history))[: stop + 1], f"l{hue}")
        panel.line(list(enumerate(history))[stop:], f"k{hue}")
        canvas.text((panel.left + panel.width + 8, panel.at(0, history[-1])[1] + 5), name, f"t{hue}", "start")
    panel.dot(best, validation[best], "b", 5)
    panel.text(best, validation[best], f"min *v*_e, *e* = {best}", "tb", "start", dx=46, dy=30)
    return canvas.svg()


FIGURES: Final[dict[str, Callable[[], str]]] = {
    "perceptron_gates/figures/gates.svg": gates,
    "xor_forward/figures/hidden_space.svg": hidden_space,
    "activations/figures/curves.svg": activation_curves,
    "gradient_descent/figures/descent.svg": descent,
    "linear_regression/figures/landscape.en.svg": lambda: landscape("en"),
    "linear_regression/figures/landscape.ko.svg": lambda: landscape("ko"),
    "logistic_regression/figures/threshold.svg": threshold,
    "overfitting/figures/early_stopping.en.svg": lambda: early_stopping("en"),
    "overfitting/figures/early_stopping.ko.svg": lambda: early_stopping("ko"),
}


def faults() -> Iterator[str]:
    """What is not as it would be drawn, a line each: files that are stale or missing, and SVG files that this script does not draw."""
    for name, draw in FIGURES.items():
        path = ROOT / "exercises" / name
        if not path.is_file():
            yield f"exercises/{name}: missing"
        elif path.read_bytes() != draw().encode("utf-8"):
            yield f"exercises/{name}: stale"
    for path in sorted((ROOT / "exercises").glob("*/figures/*.svg")):
        if path.relative_to(ROOT / "exercises").as_posix() not in FIGURES:
            yield f"{path.relative_to(ROOT)}: not drawn by scripts/figures.py"


def main(arguments: Sequence[str] = ()) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: python scripts/figures.py [--check]", file=sys.stderr)
        return 2
    if arguments:
        found = list(faults())
        for line in found:
            print(f"{line}; run 'python scripts/figures.py'", file=sys.stderr)
        return 1 if found else 0
    for name, draw in FIGURES.items():
        path = ROOT / "exercises" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(draw().encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
