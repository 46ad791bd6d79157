"""gradekit.similar: planted copies are found among honest work, honest work is not, and hostile work stops nothing."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import itertools
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from gradekit.cli import cli
from gradekit.course import load_course
from gradekit.errors import UnknownExercise, UsageError, WouldOverwrite
from gradekit.intake import Kind, Submission
from gradekit.similar import Report, collect, find
from gradekit.similar.baseline import MIN_OWN, MIN_STUDENTS, Comparison, compare
from gradekit.similar.fingerprints import GRAM, WINDOW, all_grams, fingerprints, stretches
from gradekit.similar.models import SCHEMA, ExerciseReport, Side, State, Unread
from gradekit.similar.pages import DATA, PAGE, render, write
from gradekit.similar.reading import given_texts
from gradekit.similar.tokens import LINE_CHARACTERS, TEXT_CHARACTERS, tokens
from gradekit.similar.words import WORDS
from gradekit.text import LANGUAGES, Lang, Text

TESTS = Path(__file__).parent
COURSE = load_course(TESTS.parent)
STYLES = {folder.name: sorted(folder.glob("*.py")) for folder in sorted((TESTS / "styles").iterdir()) if folder.is_dir()}
ALL_STYLES = [path for paths in STYLES.values() for path in paths]


def _module(name: str) -> object:
    # Test files are imported by path (--import-mode=importlib), so they cannot import one another by name.
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_report_tests = _module("test_report")
HOSTILE: dict[str, str] = _report_tests.HOSTILE  # type: ignore[attr-defined]
Page = _report_tests.Page  # type: ignore[attr-defined]


# --- Programs, honest and copied ---------------------------------------------------------------------------------------------


class _Retelling(ast.NodeTransformer):
    """The same program as another person might have put it: operands the other way round, parts named first, methods for functions."""

    flipped: ClassVar = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE}
    methods = ("sum", "mean", "max", "abs", "exp", "reshape", "asarray", "array")

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.parts = 0

    def often(self) -> bool:
        return self.draw.random() < 0.6

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Add | ast.Mult) and self.often():
            node.left, node.right = node.right, node.left
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        other = self.flipped.get(type(node.ops[0]))
        if len(node.ops) == 1 and other is not None and self.often():
            return ast.Compare(node.comparators[0], [other()], [node.left])
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and node.func.attr in self.methods and node.args and self.often():
            return ast.Call(ast.Attribute(node.args[0], node.func.attr, ast.Load()), node.args[1:], node.keywords)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [part for each in node.body for part in self.statements(each)]
        return node

    def statements(self, node: ast.stmt) -> Iterable[ast.stmt]:
        for name in ("body", "orelse"):
            if isinstance(getattr(node, name, None), list) and not isinstance(node, ast.FunctionDef):
                setattr(node, name, [part for each in getattr(node, name) for part in self.statements(each)])
        if not isinstance(node, ast.Return | ast.Assign) or node.value is None:
            yield node if hasattr(node, "body") else self.visit(node)
            return
        node = self.visit(node)
        inside = [each for each in ast.walk(node.value) if isinstance(each, ast.Call | ast.BinOp) and each is not node.value]
        if inside and self.often():
            chosen = self.draw.choice(inside)
            self.parts += 1
            part = f"part_{self.parts}"
            yield ast.Assign([ast.Name(part, ast.Store())], chosen)
            node.value = _Replace(chosen, ast.Name(part, ast.Load())).visit(node.value)
        if isinstance(node, ast.Return) and self.often():
            self.parts += 1
            yield ast.Assign([ast.Name(f"part_{self.parts}", ast.Store())], node.value)
            node = ast.Return(ast.Name(f"part_{self.parts}", ast.Load()))
        yield node


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.old else self.generic_visit(node)


def retold(source: str, seed: str) -> str:
    module = _Retelling(random.Random(seed)).visit(ast.parse(source))
    return ast.unparse(ast.fix_missing_locations(module)) + "\n"


def honest(exercise: str, number: int) -> dict[str, str]:
    """A class that worked alone: each student takes one of the ways of tests/styles, and words of their own."""
    draw = random.Random(exercise)
    sources = [path.read_text("utf-8") for path in STYLES[exercise]]
    return {f"student-{each:02}": retold(draw.choice(sources), f"{exercise} {each}") for each in range(number)}


def renamed(source: str) -> str:
    """Every name of the program's own choice changed, wherever it stands; what libraries and the language call things, kept."""
    tree = ast.parse(source)
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    own |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    own |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own -= set(dir(builtins)) | {"self", "cls"}
    own = {name for name in own if not name.startswith("__")}
    for name in sorted(own, key=len, reverse=True):
        source = re.sub(rf"\b{re.escape(name)}\b", f"my_{name[::-1]}_2", source)
    return source


def reordered(source: str, seed: int = 1) -> str:
    """The definitions in another order, and other comments and blank lines."""
    tree = ast.parse(source)
    lines = source.splitlines()
    begins = [min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))]) for node in tree.body]
    parts = ["\n".join(lines[first - 1 : node.end_lineno]) for first, node in zip(begins, tree.body, strict=True)]
    defined = [isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree.body]
    moved = [part for part, is_one in zip(parts, defined, strict=True) if is_one]
    random.Random(seed).shuffle(moved)
    kept = [part for part, is_one in zip(parts, defined, strict=True) if not is_one]
    return "# my own work\n\n\n\n" + "\n# and then\n\n".join([*kept, *moved]) + "   # done\n"


def notebook(*sources: str) -> str:
    code = [{"cell_type": "code", "source": each.splitlines(keepends=True), "outputs": []} for each in sources]
    return json.dumps({"cells": [{"cell_type": "markdown", "source": "# Mine"}, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


class Class:
    """A folder of submissions in the making."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()

    def hand_in(self, student: str, file: str, content: str | bytes) -> Path:
        path = self.folder / student / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        return path

    def report(self, *exercises: str, top: int = 20, lang: Lang = "en") -> Report:
        return find(COURSE, collect(self.folder, COURSE, exercises or None), top=top, lang=lang)

    def one(self, exercise: str, **options: int) -> ExerciseReport:
        [found] = self.report(exercise, **options).exercises  # type: ignore[arg-type]
        return found


@pytest.fixture
def classroom(tmp_path: Path) -> Class:
    return Class(tmp_path / "submissions")


def named(report: ExerciseReport) -> list[frozenset[str]]:
    return [frozenset({pair.first.student, pair.second.student}) for pair in report.pairs if pair.stands_out]


def prints(source: str) -> set[int]:
    return set(fingerprints(tokens(source)).hashes.tolist())


# --- What is found, and what is not ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", ["activations", "logistic_regression", "one_hot", "multilabel"])
def test_planted_copies_are_on_top_and_nobody_else(exercise: str, classroom: Class) -> None:
    """Names changed, definitions moved, a copy in a notebook: three pairs among forty honest programs, and only they stand out."""
    programs = honest(exercise, 40)
    for student, source in programs.items():
        classroom.hand_in(student, f"{exercise}.py", source)
    classroom.hand_in("renamer", f"{exercise}.py", renamed(programs["student-03"]))
    classroom.hand_in("mover", f"{exercise}.py", reordered(programs["student-07"]))
    half = len(programs["student-11"].split("\n\n")) // 2
    parts = programs["student-11"].split("\n\n")
    magic = "%matplotlib inline\n!pip install numpy\n"
    cell = notebook(magic + "\n\n".join(parts[:half]), "%%time\n" + "\n\n".join(parts[half:]), "%%bash\nls -la")
    classroom.hand_in("noter", f"{exercise}.ipynb", cell)
    report = classroom.one(exercise)
    assert report.state is State.RANKED and report.compared == 43
    planted = {frozenset({"renamer", "student-03"}), frozenset({"mover", "student-07"}), frozenset({"noter", "student-11"})}
    assert set(named(report)) == planted
    assert [frozenset({pair.first.student, pair.second.student}) in planted for pair in report.pairs[:3]] == [True] * 3
    assert all(pair.similarity >= 0.9 for pair in report.pairs[:3])


@pytest.mark.parametrize("exercise", sorted(STYLES))
def test_answers_in_other_ways_are_far_apart(exercise: str, classroom: Class) -> None:
    """The right answers of tests/styles, as they are: hardly any two share half of their own, and a copy of one goes before them all."""
    for path in STYLES[exercise]:
        classroom.hand_in(path.stem, f"{exercise}.py", path.read_text("utf-8"))
    copied = max(STYLES[exercise], key=lambda path: len(path.read_text("utf-8")))
    classroom.hand_in("zz-copy", f"{exercise}.py", reordered(renamed(copied.read_text("utf-8"))))
    report = classroom.one(exercise)
    first = report.pairs[0]
    assert {first.first.student, first.second.student} == {copied.stem, "zz-copy"}
    assert first.similarity > 0.9
    assert report.state is not State.UNIFORM
    assert len([pair for pair in report.pairs if pair.similarity >= 0.5]) <= 2


WAYS = [
    "def f(x):\n    out = np.zeros_like(x)\n    out[x > 0] = x[x > 0]\n    return out\n",
    "def f(x):\n    return np.maximum(x, 0)\n",
    "def f(x):\n    return np.where(x > 0, x, 0)\n",
    "def f(x):\n    return x * (x > 0)\n",
    "def f(x):\n    y = x.copy()\n    y[y < 0] = 0\n    return y\n",
    "def f(x):\n    return (np.abs(x) + x) / 2\n",
]


def test_five_lines_that_all_must_write_name_nobody(classroom: Class) -> None:
    """Short right answers are alike by themselves: whether two students took the same way says nothing."""
    draw = random.Random(5)
    head = "import numpy as np\n\n\n"
    for each in range(40):
        functions = [draw.choice(WAYS).replace("def f", f"def {name}") for name in ("relu", "relu_grad", "leaky")]
        classroom.hand_in(f"student-{each:02}", "activations.py", head + "\n\n".join(functions))
    report = classroom.one("activations")
    assert named(report) == []
    assert report.state in (State.UNIFORM, State.NOTHING) and report.pairs == ()


def test_where_everybody_writes_the_same_no_names_are_given(classroom: Class) -> None:
    """An exercise that leaves no choice: the same text but for names, from forty students."""
    source = STYLES["one_hot"][0].read_text("utf-8")
    other = STYLES["one_hot"][1].read_text("utf-8")
    for each in range(40):
        classroom.hand_in(f"student-{each:02}", "one_hot.py", renamed(source) if each % 2 else source + other[:200])
    report = classroom.one("one_hot")
    assert report.state is State.UNIFORM or report.compared < 2
    assert report.pairs == () and report.above == 0
    shown = dict(render(classroom.report("one_hot")))
    assert "student-00" not in re.sub(r"(?s)<details class=\"fold small\">.*?</details>", "", shown[PAGE])


def test_starter_code_and_solution_do_not_count(classroom: Class) -> None:
    """Who hands in the stub, or the published solution, has nothing of their own, and is like nobody."""
    exercise = COURSE.exercise("activations")
    for each, path in enumerate((exercise.stub, exercise.solution, exercise.stub, exercise.solution)):
        classroom.hand_in(f"student-{each}", "activations.py", path.read_text("utf-8"))
    report = classroom.one("activations")
    assert (report.state, report.programs, report.compared, report.pairs) == (State.NOTHING, 4, 0, ())
    assert len(report.nothing_own) == 4
    assert any("def relu" in text for text in given_texts(exercise))


def test_what_most_of_the_class_shares_does_not_count() -> None:
    """A helper that the lecture showed is in every program; beside it, they have nothing in common."""
    shared = set(range(100))
    programs = [shared | set(range(1000 * each, 1000 * each + 50)) for each in range(1, 11)]
    found = compare(programs, set())
    assert found.common == shared
    assert found.pairs == () and all(len(own) == 50 for own in found.own)
    assert compare(programs[:3], set()).common == frozenset(), "what three share is no custom"


def test_a_ring_of_three_stands_out() -> None:
    """Each pair of the ring, and nobody else, though the ring is in the baseline."""
    draw = random.Random(3)
    programs = [{draw.randrange(400) + 1000 * (each % 4) for _ in range(90)} for each in range(30)]
    ring = {100_000 + each for each in range(90)}
    found = compare([*programs, ring, set(ring), ring | {1, 2, 3}], set())
    assert {(pair.first, pair.second) for pair in found.pairs if pair.stands_out} == {(30, 31), (30, 32), (31, 32)}


def test_a_short_program_has_to_be_further_above() -> None:
    """The same similarity says less where there is less of it."""
    draw = random.Random(4)
    others = [{draw.randrange(600) for _ in range(80)} for _ in range(30)]
    long, short = set(range(10_000, 10_200)), set(range(20_000, 20_030))
    found = compare([*others, long, set(long), short, set(short)], set())
    standing = {(pair.first, pair.second): pair.standing or 0.0 for pair in found.pairs}
    assert standing[30, 31] > standing[32, 33] > 0


def test_few_programs_have_no_line(classroom: Class) -> None:
    """Without a class there is no baseline: the pair is listed, and does not stand out."""
    source = STYLES["activations"][0].read_text("utf-8")
    classroom.hand_in("a", "activations.py", source)
    classroom.hand_in("b", "activations.py", renamed(source))
    classroom.hand_in("c", "activations.py", STYLES["activations"][1].read_text("utf-8"))
    report = classroom.one("activations")
    assert report.state is State.FEW and report.line is None and report.compared < MIN_STUDENTS
    [pair] = report.pairs
    assert (pair.first.student, pair.second.student, pair.standing, pair.stands_out) == ("a", "b", None, False)
    assert pair.similarity > 0.95


def test_both_files_of_a_student_are_one_program(classroom: Class) -> None:
    """A program and a notebook with the same in it are not a pair, and each is compared with everybody's."""
    programs = honest("optimizers", 12)
    for student, source in programs.items():
        classroom.hand_in(student, "optimizers.py", source)
    classroom.hand_in("student-00", "optimizers.ipynb", notebook(programs["student-00"]))
    classroom.hand_in("student-01", "optimizers.ipynb", notebook(programs["student-02"]))
    report = classroom.one("optimizers")
    assert report.programs == 12
    assert all(pair.first.student != pair.second.student for pair in report.pairs)
    assert {report.pairs[0].first.student, report.pairs[0].second.student} == {"student-01", "student-02"}
    assert report.pairs[0].first.files == ("optimizers.py", "optimizers.ipynb")


# --- Tokens and fingerprints -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ALL_STYLES[::5], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_disguise_changes_next_to_nothing(path: Path) -> None:
    """Names, order, comments, docstrings, blank lines, line ends."""
    source = path.read_text("utf-8")
    mine = prints(source)
    for disguise in (
        reordered(source),
        source.replace("\n", "\r\n"),
        re.sub(r"^(\s*)(return|if|for)\b", r"\1# so\n\1\2", source, flags=re.M),
    ):
        assert len(mine & prints(disguise)) >= 0.95 * len(mine)
    assert len(mine & prints(renamed(source))) >= 0.85 * len(mine)


def test_what_is_not_the_programs_to_choose_stays() -> None:
    """Library names tell two ways apart; names of its own, numbers and strings do not."""

    def said(source: str) -> list[int]:
        return tokens(source).codes.tolist()

    assert said("y = np.exp(x) + 1") == said("out = numpy.exp(v)   +   0.5  # e")
    assert said("y = np.exp(x)") != said("y = np.log(x)")
    assert said("sum(a)") != said("max(a)")
    assert said("class A:\n    def go(self, k):\n        self.b = k\n        return self.b") == said(
        "class Net:\n    'docs'\n    def run(this, v):\n        this.w = v\n        return this.w"
    )
    assert said("sum = 0\nsum = sum + x") == said("total = 0\ntotal = total + x")
    assert said("x = 'a'") == said('y = r"""b\nc"""')


def test_winnowing_keeps_its_promise() -> None:
    """Of every WINDOW neighbouring grams one is kept, so a common run of GRAM + WINDOW - 1 tokens is found wherever it stands."""
    run = "total = first * second + third / fourth - fifth % sixth"
    for before in ("a = 1", "b = f(c, d)", "while g: h(i)", ""):
        for after in ("j = 2", "return k", ""):
            text = f"{before}\n{run}\n{after}"
            assert prints(text) & prints(f"x.y(z)\n{run}\nw = [1, 2]")
    read = tokens(ALL_STYLES[0].read_text("utf-8"))
    hashes, places = all_grams(read)
    kept = set(fingerprints(read).places.tolist())
    for block in np.split(places, np.flatnonzero(np.diff(read.blocks[places])) + 1):
        for at in range(len(block) - WINDOW + 1):
            assert kept & set(block[at : at + WINDOW].tolist())
    assert len(hashes) == len(places) and hashes.max() < 1 << 53


def test_fingerprints_are_the_same_everywhere() -> None:
    """They do not hang on the process's seed for hashes, or a report would differ from run to run."""
    found = fingerprints(tokens("def f(x, y):\n    return x * y + x / y - (x - y) ** 2\n"))
    assert len(found.hashes) >= 3
    code = "from gradekit.similar.fingerprints import *; from gradekit.similar.tokens import tokens; "
    code += "print(fingerprints(tokens('def f(x, y):\\n    return x * y + x / y - (x - y) ** 2\\n')).hashes.tolist())"
    runs = [
        subprocess.run([sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout == f"{found.hashes.tolist()}\n"


def test_matplotlib_is_not_imported() -> None:
    """The library's plots would cost a second, and write into a cache."""
    code = "import sys; from gradekit.similar.fingerprints import require_library as r; r(); print('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@settings(deadline=None)
@given(text=st.text(max_size=300) | st.text(alphabet="\"'\\{}()[]#\n\t =:.,@defclas f0%", max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    """Tokens lie in order in the text; stretches lie in the tokens and in one block each."""
    read = tokens(text)
    assert all(0 <= start < end <= len(read.text) for start, end in zip(read.starts.tolist(), read.ends.tolist(), strict=True))
    assert (np.diff(read.starts) > 0).all() and (np.diff(read.blocks) >= 0).all()
    kept = set(fingerprints(read).places.tolist())
    found = stretches(kept, read)
    assert all(end - first >= GRAM and len(set(read.blocks[first:end].tolist())) == 1 for first, end in found)
    assert all(any(first <= place and place + GRAM <= end for first, end in found) for place in kept)


SLOW = ["\t\n", '"\\N{', "(", "'", '"""', "f'{", "@", "\\", "from ", "def ", "#", "\x0c\n", "가", "{x:='", "r'''\n", ". "]


@pytest.mark.parametrize("unit", SLOW)
def test_no_text_takes_long(unit: str) -> None:
    """Some of them would cost the lexer minutes if they came to it as they are."""
    text = unit * (500_000 // len(unit))
    begin = time.process_time()
    read = fingerprints(tokens(text))
    assert time.process_time() - begin < 8
    assert len(read.hashes) <= TEXT_CHARACTERS


@given(
    programs=st.lists(st.sets(st.integers(0, 60), max_size=45), max_size=14),
    given_away=st.sets(st.integers(0, 60), max_size=10),
)
def test_any_class_can_be_compared(programs: list[set[int]], given_away: set[int]) -> None:
    """The numbers are what they are said to be, whoever is in the class."""
    found = compare(programs, given_away)
    for pair in found.pairs:
        one, other = found.own[pair.first], found.own[pair.second]
        assert pair.first < pair.second and min(len(one), len(other)) >= MIN_OWN
        assert pair.shared == len(one & other) > 0
        assert pair.similarity == pytest.approx(pair.shared / min(len(one), len(other)))
        assert pair.both == pytest.approx(pair.shared / len(one | other))
        assert not (pair.stands_out and found.uniform)
        assert pair.standing is None or np.isfinite(pair.standing)
    assert not any(own & (given_away | found.common) for own in found.own)
    keys = [(-(pair.standing or 0.0), -pair.similarity) for pair in found.pairs]
    assert keys == sorted(keys)


def test_the_order_of_students_does_not_matter() -> None:
    """The same pairs with the same standing."""
    draw = random.Random(9)
    programs = [{draw.randrange(300) for _ in range(60)} for _ in range(20)]
    order = list(range(20))
    draw.shuffle(order)

    def pairs(found: Comparison, names: list[int]) -> set[tuple[frozenset[int], float]]:
        return {(frozenset({names[pair.first], names[pair.second]}), round(pair.standing or 0.0, 9)) for pair in found.pairs}

    assert pairs(compare(programs, set()), list(range(20))) == pairs(compare([programs[each] for each in order], set()), order)


# --- Notebooks ---------------------------------------------------------------------------------------------------------------


NOT_NOTEBOOKS = {
    "no JSON": "import numpy as np",
    "empty": "",
    "a list": "[1, 2]",
    "a number": "1" * 5000,
    "deep": "[" * 200_000,
    "deep objects": '{"cells":' * 100_000,
    "cells no list": '{"cells": {"a": 1}}',
    "cells no dicts": '{"cells": [1, null, "x", [[]]]}',
    "no code": '{"cells": [{"cell_type": "markdown", "source": "x"}]}',
    "worksheets no list": '{"worksheets": 7}',
    "infinite": '{"cells": Infinity}',
}


def test_hostile_work_is_listed_and_stops_nothing(classroom: Class) -> None:
    """Beside twelve honest programs: every notebook above, files that are none, and surrogates."""
    for student, source in honest("one_hot", 12).items():
        classroom.hand_in(student, "one_hot.py", source)
    for kind, content in NOT_NOTEBOOKS.items():
        classroom.hand_in(f"x {kind}", "one_hot.ipynb", content)
    classroom.hand_in("x huge", "one_hot.ipynb", b'{"cells": [' + b" " * 2_000_000 + b"]}")
    classroom.hand_in("x latin", "one_hot.ipynb", b"\xff\xfe{}")
    classroom.hand_in("x big", "one_hot.py", "a = 1\n" * 150_000)
    surrogates = '{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\'\\ny\\udc80 = 1"}]}'
    classroom.hand_in("y surrogate", "one_hot.ipynb", surrogates)
    link = classroom.folder / "x link"
    link.mkdir()
    (link / "one_hot.py").symlink_to(classroom.folder / "student-00" / "one_hot.py")
    (link / "one_hot.ipynb").symlink_to(classroom.folder / "student-00" / "one_hot.py")
    pipe = classroom.folder / "x pipe"
    pipe.mkdir()
    os.mkfifo(pipe / "one_hot.ipynb")
    (classroom.folder / "x folder" / "one_hot.ipynb").mkdir(parents=True)
    collected = collect(classroom.folder, COURSE)
    assert [each.name for each in collected.exercises] == ["one_hot"]
    listed = {each.student for each in collected.unread}
    assert listed == {path.name for path in classroom.folder.iterdir() if path.name.startswith("x ")}
    assert all(each.reason.en and each.reason.ko for each in collected.unread)
    report = find(COURSE, collected)
    assert report.exercises[0].programs == 14
    files = dict(render(report))
    assert all(content.encode("utf-8") for content in files.values())
    assert json.loads(files[DATA])["unread"][0]["reason"]


def test_what_is_too_long_is_said(classroom: Class) -> None:
    classroom.hand_in("kim", "one_hot.py", "x = 1  # " + "y" * LINE_CHARACTERS + "\n")
    [unread] = collect(classroom.folder, COURSE).unread
    assert isinstance(unread, Unread) and "only the first" in unread.reason.en


def test_only_what_is_asked_for_is_read(classroom: Class) -> None:
    """Quizzes never: their answers are drawn for each student."""
    classroom.hand_in("kim", "one_hot.py", "x = 1")
    classroom.hand_in("kim", "softmax.py", "x = 1")
    classroom.hand_in("kim", "notes.txt", "x")
    classroom.hand_in("kim", "quiz_mlp.toml", "x = 1")
    found = collect(classroom.folder, COURSE, ["softmax"])
    assert [work.exercise for work in found.works] == ["softmax"]
    assert collect(classroom.folder, COURSE).ignored == ("kim/notes.txt",)
    with pytest.raises(UnknownExercise):
        collect(classroom.folder, COURSE, ["softmex"])
    with pytest.raises(UsageError):
        collect(classroom.folder / "nowhere", COURSE)


# --- Pages -------------------------------------------------------------------------------------------------------------------


def sample(classroom: Class, lang: Lang = "en", student: str = "mina", comment: str = "") -> Report:
    programs = honest("optimizers", 12)
    for each, source in programs.items():
        classroom.hand_in(each, "optimizers.py", source)
    text = programs["student-04"].replace("\n\n", f"\n# {comment}\ns = {comment!r}\n\n", 1) if comment else programs["student-04"]
    classroom.hand_in(student, "optimizers.py", text)
    classroom.hand_in("lee", "softmax.py", "x = 1")
    classroom.hand_in("lee", "softmax.ipynb", "no notebook")
    return classroom.report(lang=lang)


_EMPTY = Report("course", Text("a", "가"), "en", (), ())


def shown(side: Side) -> str:
    return "\n".join("".join(piece.text for piece in line.pieces) for line in side.lines)


def test_both_sides_show_their_programs_with_what_matches(classroom: Class) -> None:
    """Nothing is lost, every stretch is reached from the other side, and the marked text is the same but for names."""
    report = sample(classroom)
    pair = report.ranking()[0][1]
    source = (classroom.folder / "student-04" / "optimizers.py").read_text("utf-8")
    assert {pair.first.student, pair.second.student} == {"mina", "student-04"}
    for side, other in ((pair.first, pair.second), (pair.second, pair.first)):
        assert shown(side).split() == source.split()
        begins = [each for line in side.lines for each in line.begins]
        assert [number for number, _ in begins] == list(range(len(side.tints))) and begins
        for number, counterpart in begins:
            assert side.tints[number] == other.tints[counterpart]
        marked = "".join(piece.text for line in side.lines for piece in line.pieces if piece.stretch is not None)
        assert len(marked) > 0.6 * len(source)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_stand_alone_and_say_what_they_are_not(lang: Lang, classroom: Class) -> None:
    """No script but the reports' own, no address outside the folder, unique ids, and on every page that it is no verdict."""
    files = dict(render(sample(classroom, lang)))
    assert {PAGE, DATA} < set(files)
    for name, content in files.items():
        if name == DATA:
            continue
        page = Page(content)
        assert WORDS["verdict"].to(lang) in "".join(page.words)
        assert page.elements[0] == ("html", {"lang": lang, "class": "class similar" if name == PAGE else "similar pair"})
        ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
        assert len(ids) == len(set(ids))
        assert "://" not in content and "default-src 'none'" in content
        for _, attrs in page.elements:
            assert not any(key.startswith("on") for key in attrs)
            target = attrs.get("href", "data:").removeprefix("../")
            if target.startswith("#"):
                assert target[1:] in ids
            else:
                assert target.startswith("data:") or target in files
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 and all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_korean_pages_hold_no_english_sentence(classroom: Class) -> None:
    files = dict(render(sample(classroom, "ko")))
    words = " ".join(Page(files[PAGE]).words)
    for key, text in WORDS.items():
        assert text.ko and text.en, key
        assert set(re.findall(r"{\w+}", text.en)) == set(re.findall(r"{\w+}", text.ko)), key
        if "{" not in text.en and " " in text.en:
            assert text.en not in words, key
    assert "비슷한 제출물" in words


@pytest.mark.parametrize("kind", [kind for kind in HOSTILE if kind not in ("long", "nul", "surrogate", "path", "spaces")])
def test_hostile_words_change_no_element(kind: str, tmp_path: Path) -> None:
    """A name and a program full of them give exactly the elements of harmless ones."""
    word = HOSTILE[kind]
    harmless, hostile = (
        dict(render(sample(Class(tmp_path / folder), student=f"zz{name.replace('/', '')}", comment=name)))
        for folder, name in (("a", "word"), ("b", word))
    )

    def pages(files: dict[str, str]) -> list[object]:
        first = next(attrs["href"] for attrs in Page(files[PAGE]).all("a") if attrs["href"].startswith("pairs/"))
        found = [Page(files[PAGE]), Page(files[first])]
        assert all(page.comments == 0 for page in found)
        assert [page.scripts for page in found] == [[dict(render(_EMPTY))[PAGE].rpartition("<script>")[2].partition("</script>")[0]]] * 2
        return [page.shape for page in found]

    assert pages(hostile) == pages(harmless)
    raw = "".join(content for name, content in hostile.items() if name != DATA)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", raw)
    assert "<script>alert" not in raw and "<img" not in raw


# --- Files -------------------------------------------------------------------------------------------------------------------


def test_a_report_replaces_an_earlier_one_and_nothing_else(classroom: Class, tmp_path: Path) -> None:
    """Pages of pairs that are gone go too; files of others stay, beside it and in its own folder."""
    out = tmp_path / "out"
    report = sample(classroom)
    page = write(report, out)
    assert page == out / PAGE and json.loads((out / DATA).read_text("utf-8"))["schema"] == SCHEMA
    first = set(os.listdir(out / "pairs"))
    (out / "results.json").write_text("mine", "utf-8")
    (out / "pairs" / "notes.html").write_text("mine", "utf-8")
    for student in os.listdir(classroom.folder):
        if student != "lee":
            (classroom.folder / student / "optimizers.py").write_text("x = 1\n", "utf-8")
    write(classroom.report(), out)
    assert first and set(os.listdir(out / "pairs")) == {"notes.html"}
    assert (out / "results.json").read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", [DATA, PAGE])
def test_another_file_by_its_name_is_left_alone(name: str, classroom: Class, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"schema": "other/1"}', "utf-8")
    with pytest.raises(WouldOverwrite):
        write(sample(classroom), out)
    assert os.listdir(out) == [name] and (out / name).read_text("utf-8") == '{"schema": "other/1"}'


def test_an_earlier_report_cannot_name_what_is_removed(classroom: Class, tmp_path: Path) -> None:
    """A similar.json that somebody wrote themselves removes nothing but pages of pairs."""
    out = tmp_path / "out"
    out.mkdir()
    victim = tmp_path / "victim.html"
    victim.write_text("mine", "utf-8")
    pages = ["../victim.html", str(victim), "pairs/../../victim.html", 7, None, "pairs/optimizers-" + "0" * 24 + ".html"]
    made = {"schema": SCHEMA, "exercises": [{"pairs": [{"page": each} for each in pages if each is not None]}]}
    (out / DATA).write_text(json.dumps(made), "utf-8")
    write(sample(classroom), out)
    assert victim.read_text("utf-8") == "mine"


def test_links_out_are_not_followed(classroom: Class, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "pairs").symlink_to(elsewhere)
    with pytest.raises(UsageError):
        write(sample(classroom), out)
    assert os.listdir(elsewhere) == []
    (out / "pairs").unlink()
    (out / DATA).symlink_to(elsewhere / DATA)
    with pytest.raises(WouldOverwrite):
        write(sample(classroom), out)


def test_the_same_work_gives_the_same_files(tmp_path: Path) -> None:
    one, other = (dict(render(sample(Class(tmp_path / name)))) for name in "ab")
    assert one == other


# --- The command -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *arguments: CliRunner().invoke(cli, ["similar", *map(str, arguments)])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_ranks_and_writes(lang: Lang, classroom: Class, tmp_path: Path, run: Callable[..., Result]) -> None:
    sample(classroom)
    done = run(classroom.folder, "--out", tmp_path / "out", "--lang", lang, "--exercise", "optimizers")
    assert done.exit_code == 0, done.output
    assert "mina" in done.stdout and "student-04" in done.stdout
    assert WORDS["verdict"].to(lang)[:30] in done.stdout
    assert set(os.listdir(tmp_path / "out")) == {"pairs", DATA, PAGE}
    assert os.listdir(tmp_path / "out" / "pairs")


def test_the_command_prints_json(classroom: Class, run: Callable[..., Result]) -> None:
    sample(classroom)
    done = run(classroom.folder, "--json", "--top", "1")
    read = json.loads(done.stdout)
    assert read["schema"] == SCHEMA and len(read["exercises"]) == 2
    [exercise] = [each for each in read["exercises"] if each["exercise"] == "optimizers"]
    [pair] = exercise["pairs"]
    assert pair["students"] == ["mina", "student-04"] and pair["stands_out"] and pair["similarity"] > 0.9
    assert sum(exercise["distribution"]) == 13 * 12 / 2
    assert read["unread"] == [{"student": "lee", "exercise": "softmax", "file": "softmax.ipynb", "reason": read["unread"][0]["reason"]}]
    assert "lee/softmax.ipynb" in done.stderr


def test_an_empty_class_is_no_fault(classroom: Class, run: Callable[..., Result], tmp_path: Path) -> None:
    done = run(classroom.folder, "--out", tmp_path / "out")
    assert done.exit_code == 0 and WORDS["empty"].en in done.stdout
    assert (tmp_path / "out" / PAGE).is_file()


def test_out_may_not_lie_among_the_submissions(classroom: Class, run: Callable[..., Result]) -> None:
    done = run(classroom.folder, "--out", classroom.folder / "out")
    assert done.exit_code == 2 and not (classroom.folder / "out").exists()


def test_without_the_extra_it_says_what_to_install(classroom: Class, run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    from gradekit.similar import fingerprints as module

    module._parts.cache_clear()
    monkeypatch.setattr(module, "_LIBRARY", "no_such_package")
    done = run(classroom.folder)
    monkeypatch.undo()
    assert done.exit_code == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and "pip install 'gradekit[similar]'" in done.stderr


def test_a_terminal_is_not_steered(classroom: Class, run: Callable[..., Result]) -> None:
    sample(classroom, student="\x1b[31m[bold]red[link]\u202e")
    done = run(classroom.folder)
    assert "\x1b" not in done.stdout + done.stderr and "\u202e" not in done.stdout
    assert "[bold]" in done.stdout and "\\x1b" in done.stdout


def test_a_large_class_takes_seconds(classroom: Class) -> None:
    """Ninety students here; the work grows with what is shared, not with the pairs of files."""
    sources = [path.read_text("utf-8") for path in STYLES["softmax_regression"]]
    for each in range(90):
        classroom.hand_in(f"student-{each:03}", "softmax_regression.py", retold(sources[each % len(sources)], str(each)))
    begin = time.process_time()
    report = classroom.one("softmax_regression", top=3)
    assert time.process_time() - begin < 15
    assert report.programs == 90 and sum(report.counts) == 90 * 89 / 2


def test_a_submission_is_never_opened_by_name_alone() -> None:
    """The notebook is read through intake, as the program is: a regular file in the student's own folder."""
    assert Submission("kim", "one_hot", Path("kim/one_hot.ipynb"), Kind.FILE, "one_hot.ipynb").levels == 1
