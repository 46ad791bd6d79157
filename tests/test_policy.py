"""The static check refuses what an exercise does not allow, and nothing that a student may call their own."""

import sys
import time
import warnings
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradekit.course import Exercise
from gradekit.course.models import ExerciseFile
from gradekit.course.stub import parse_export
from gradekit.judge.policy import SyntaxFault, Violation, check


def exercise(name: str, exports: list[str], runtime: str = "numpy", by_hand: bool = True, refused: tuple[str, ...] = ()) -> Exercise:
    words = {"en": "a", "ko": "가"}
    file = ExerciseFile.model_validate(
        {
            "format_version": 1, "name": name, "kind": "code", "runtime": runtime, "points": 1, "exports": exports,
            "title": words, "summary": words, "policy": {"by_hand": by_hand, "refused": refused},
        }
    )  # fmt: skip
    return Exercise(file, tuple(map(parse_export, exports)), Path("exercises") / name, None)


SOFTMAX = exercise("softmax", ["softmax(x)", "temperature_softmax(x, t)"])
CROSS_ENTROPY = exercise("cross_entropy", ["cross_entropy(p, y)"])
ACTIVATIONS = exercise("activations", ["tanh(s, beta=2.0)", "relu(s)"], refused=("numpy.tanh", "math.tanh", "cmath.tanh"))
TORCH = exercise("mnist_mlp", ["build_model()", "train(m)"], runtime="torch", by_hand=False)


def violation(source: str, where: Exercise) -> Violation:
    found = check(dedent(source), where)
    assert isinstance(found, Violation), found
    return found


BY_HAND = [
    ("import torch", 1, "torch"),
    ("import numpy as np\n\nimport torch.nn as nn", 3, "torch.nn"),
    ("import os, scipy.special", 1, "scipy.special"),
    ("from scipy.special import softmax", 1, "scipy.special"),
    ("from scipy.special import softmax as s\ndef softmax(x):\n    return s(x)", 3, "scipy.special.softmax"),
    ("import torch.nn.functional as F\ndef softmax(x):\n    y = x\n    return F.softmax(y)", 4, "torch.nn.functional.softmax"),
    ("import torch\ndef softmax(x):\n    return torch.nn.Softmax(dim=1)(torch.tensor(x))", 3, "torch.nn.Softmax"),
    ("import torch\ntorch.manual_seed(0)\ndef softmax(x):\n    return torch.softmax(x, 0)", 4, "torch.softmax"),
    ("import torch\ndef softmax(x):\n    return torch.exp(x)", 3, "torch.exp"),
    ("def softmax(x):\n    import torch\n    return torch.softmax(x, 0)", 3, "torch.softmax"),
    ("class A:\n    def f(self):\n        from sklearn import metrics", 3, "sklearn"),
    ("def softmax(x):\n    return F.softmax(x)\nimport torch.nn.functional as F", 2, "torch.nn.functional.softmax"),
    ("t = __import__('torch')\nt.softmax(1)", 2, "torch.softmax"),
    ("t = __import__('torch.nn.functional')", 1, "torch"),
    ("import importlib\nimportlib.import_module('torch.nn')", 2, "torch.nn"),
    ("from importlib import import_module as im\nm = im('scipy.special')\nm.softmax(1)", 3, "scipy.special.softmax"),
    ("import builtins\nbuiltins.__import__('jax')", 2, "jax"),
    ("import sys\nf = sys.modules['torch'].softmax\nf(1)", 3, "torch.softmax"),
    ("try:\n    import torch\nexcept ImportError:\n    torch = None", 2, "torch"),
    ("if True:\n    import pandas as pd", 2, "pandas"),
    ("import matplotlib.pyplot as plt\nplt.plot([1])", 2, "matplotlib.pyplot.plot"),
    ("from torch.nn.functional import *", 1, "torch.nn.functional"),
    ("from . import helper", 1, "."),
    ("from .helper import softmax", 1, ".helper"),
    ("import softmax_helper", 1, "softmax_helper"),
    ("TYPE_CHECKING = True\nif TYPE_CHECKING:\n    import torch", 3, "torch"),
    ("__name__ = '__main__'\nif __name__ == '__main__':\n    import torch", 3, "torch"),
    ("if __name__ != '__main__':\n    import torch", 2, "torch"),
    ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    pass\nelse:\n    import torch", 5, "torch"),
    ("import torch as np\ndef f():\n    return np.zeros(3)", 3, "torch.zeros"),
    ("import torch\nimport numpy as np\nf = torch.softmax\ng = f\nh, k = g, 1\nh(1)", 6, "torch.softmax"),
    ("import torch\nmodel = (t := torch).relu(1)", 2, "torch.relu"),
    ("import torch\nsoft = [torch.softmax(r, 0) for r in ()]", 2, "torch.softmax"),
    ("import torch\nf = lambda x: torch.softmax(x, 0)", 2, "torch.softmax"),
    ("import torch\n@torch.no_grad()\ndef f(): ...", 2, "torch.no_grad"),
    ("import torch\nmatch 1:\n    case 1:\n        torch.softmax(1)", 4, "torch.softmax"),
    ("import torch\nwith torch.no_grad():\n    pass", 2, "torch.no_grad"),
    ("def f():\n    global t\n    import torch as t\ndef g():\n    return t.softmax(1)", 3, "torch"),
]


@pytest.mark.parametrize(("source", "line", "name"), BY_HAND)
def test_by_hand_means_numpy_and_the_standard_library(source: str, line: int, name: str) -> None:
    found = violation(source, SOFTMAX)
    assert (found.line, found.name) == (line, name)
    assert found.message.en.startswith(f"line {line}: ")
    assert found.message.ko.startswith(f"{line}행: ")
    assert name.startswith(".") or (name in found.message.en and name in found.message.ko)


def test_the_words() -> None:
    """An import, a ready-made answer and a library that has nothing to do with it each have their own."""
    assert violation("import os\n\nimport torch", SOFTMAX).message.en == (
        "line 3: torch is not allowed in this exercise: write it by hand with numpy and the standard library"
    )
    called = violation("import torch.nn.functional as F\nF.softmax(1)", SOFTMAX).message
    assert called.en == "line 2: torch.nn.functional.softmax is a ready-made answer: write it by hand with numpy and the standard library"
    assert called.ko.endswith("numpy와 표준 라이브러리만으로 직접 구현하십시오.")
    assert "ready-made" in violation("import torch\ntorch.nn.CrossEntropyLoss()", CROSS_ENTROPY).message.en
    assert violation("import pandas", SOFTMAX).message.en == (
        "line 1: pandas is not allowed in this exercise: only numpy and the standard library may be used"
    )
    assert violation("from . import a", SOFTMAX).message.en.endswith("finds nothing: a submission is one file, softmax.py")
    assert violation("import numpy as np\nnp.tanh(1)", ACTIVATIONS).message.en == (
        "line 2: numpy.tanh is not allowed in this exercise: write it out yourself"
    )
    hostile = violation("__import__('\x1b[2J\\n\u202e' )", SOFTMAX).message
    assert hostile.en.isprintable()
    assert len(violation(f"import {'a' * 5000}", SOFTMAX).message.en) < 300


OWN = [
    "",
    "import numpy as np\nimport math, os.path\nfrom collections import OrderedDict\nfrom __future__ import annotations",
    "import numpy as torch\ntorch.exp(1)",
    "def softmax(x):\n    'torch.softmax(x)'\n    # import torch\n    return x",
    "x = 'import torch'\ny = f'{x} torch'",
    "def torch(x):\n    return x\ntorch(1)",
    "def f(torch):\n    return torch.softmax(torch.nn)",
    "class scipy:\n    @staticmethod\n    def softmax(x): ...\nscipy.softmax(1)",
    "class A:\n    torch = 1\n    def sklearn(self):\n        return self.torch.relu(self.sklearn)",
    "torch = 3\njax, keras = 1, 2\ntorch + jax",
    "for torch in range(3):\n    torch.real",
    "[torch for torch in 'abc']",
    "try:\n    pass\nexcept ValueError as torch:\n    torch.args",
    "f = lambda torch: torch.softmax(1)",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import torch\ndef f(x: 'torch.Tensor'): ...",
    "import typing as t\nif t.TYPE_CHECKING:\n    import torch\ndef f(x: torch.Tensor) -> torch.Tensor: ...",
    "def softmax(x): ...\nif __name__ == '__main__':\n    import torch\n    print(torch.softmax(1, 0))",
    "def __import__(name): ...\n__import__('torch')",
    "def getattr(a, b): ...",
    "import importlib\nname = 'numpy'\nimportlib.import_module(name)\nimportlib.import_module('json')",
    "match {'torch': 1}:\n    case {'torch': torch, **scipy}:\n        torch.x(scipy.y)",
    "def f():\n    nonlocal_ = 1\n    def g():\n        nonlocal nonlocal_\n        nonlocal_ = 2\n    global G\n    G = 1",
    "async def f():\n    async for torch in g():\n        await torch.x()\n    async with g() as scipy:\n        scipy.y()",
]


@pytest.mark.parametrize("source", OWN)
@pytest.mark.parametrize("where", [SOFTMAX, ACTIVATIONS], ids=["softmax", "activations"])
def test_a_students_own_names_are_no_fault(source: str, where: Exercise) -> None:
    assert check(source, where) is None


REFUSED = [
    ("import numpy as np\ndef tanh(s):\n    return np.tanh(s)", 3, "numpy.tanh"),
    ("import numpy\ny = numpy.tanh", 2, "numpy.tanh"),
    ("from numpy import tanh as t\ndef tanh(s, beta=2.0):\n    return t(s)", 3, "numpy.tanh"),
    ("from numpy import tanh", 1, "numpy.tanh"),
    ("from numpy import *\ndef relu(s):\n    return tanh(s)", 1, "numpy.tanh"),
    ("from numpy import *", 1, "numpy.tanh"),
    ("def tanh(s): ...\nfrom numpy import *", 2, "numpy.tanh"),
    ("import numpy as np\nf = np.tanh\ndef tanh(s):\n    return f(s)", 2, "numpy.tanh"),
    ("import numpy as np\nm = np\ndef tanh(s):\n    return m.tanh(s)", 4, "numpy.tanh"),
    ("import numpy as np\ndef tanh(s):\n    return getattr(np, 'tanh')(s)", 3, "numpy.tanh"),
    ("import numpy as np\nnp.__dict__['tanh'](1)", 2, "numpy.tanh"),
    ("import numpy as np\nvars(np)['tanh'](1)", 2, "numpy.tanh"),
    ("import math\nmap(math.tanh, [1])", 2, "math.tanh"),
    ("from cmath import tanh as ct\nct(1)", 2, "cmath.tanh"),
    ("import numpy as np\nnp.tanh.reduce([1])", 2, "numpy.tanh.reduce"),
    ("import numpy as np\nnp.core.umath.tanh(1)", 2, "numpy.core.umath.tanh"),
    ("import numpy as np\ndef tanh(s, f=np.tanh): ...", 2, "numpy.tanh"),
    ("try:\n    from numpy import tanh\nexcept ImportError:\n    def tanh(s): ...", 4, "numpy.tanh"),
    ("import numpy as np\nclass A:\n    f = staticmethod(np.tanh)", 3, "numpy.tanh"),
    ("import importlib\nimportlib.import_module('math').tanh(1)", 2, "math.tanh"),
]


@pytest.mark.parametrize(("source", "line", "name"), REFUSED)
def test_refused_names(source: str, line: int, name: str) -> None:
    found = violation(source, ACTIVATIONS)
    assert (found.line, found.name) == (line, name)


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np\ndef tanh(s, beta=2.0):\n    return 2 / (1 + np.exp(-beta * s)) - 1\ndef relu(s):\n    return tanh(s)",
        "import numpy as np\nnp.arctanh(0), np.cosh(1), np.logaddexp(0, 1)",
        "from numpy import *\ndef tanh(s, beta=2.0):\n    return exp(s)\ndef relu(s):\n    return tanh(s)",
        "from numpy import exp, tanh\ndef tanh(s, beta=2.0):\n    return exp(s)",
        "class Layer:\n    def tanh(self): ...\n    def f(self):\n        return self.tanh()",
        "def relu(tanh):\n    return tanh(1)",
        "import numpy as np\ntable = {'tanh': 1}\ntable['tanh']\nx = np.array([1])\nx.tanh",
        "import numpy as np\ndef f():\n    np = Own()\n    return np.tanh(1)",
        "import numpy as np\ntanh = lambda s, beta=2.0: np.exp(s)\ntanh(1)",
        "import numpy as np\nclass math:\n    tanh = 1\nmath.tanh",
        "if __name__ == '__main__':\n    import numpy as np\n    print(np.tanh(1))",
        "def outer():\n    from numpy import exp as tanh\n    return tanh(1)",
    ],
)
def test_names_that_only_look_refused(source: str) -> None:
    assert check(source, ACTIVATIONS) is None


@pytest.mark.parametrize("source", ["import torch.nn as nn\nfrom torch import optim\nimport numpy, random\nnn.Softmax(1)", ""])
def test_torch_exercises_have_torch(source: str) -> None:
    assert check(source, TORCH) is None


def test_torch_exercises_have_nothing_more() -> None:
    found = violation("import torch\nimport torchvision.datasets as d\nd.MNIST('.')", TORCH)
    assert found.line == 2
    assert found.message.en == (
        "line 2: torchvision.datasets is not available: this exercise runs with numpy, torch and the standard library only"
    )


@pytest.mark.parametrize(
    ("source", "line", "column", "reason", "shown"),
    [
        ("x = 1\ndef f(x:\n    return x\n", 2, 6, "'(' was never closed", "def f^(x:"),
        ("if x\n    pass", 1, 5, "expected ':'", "if x^"),
        ("def f():\nreturn 1", 2, 1, "expected an indented block", "^return 1"),
        ("x = '가중치' 1\r\n", 1, 11, "invalid syntax", "x = '가중치' ^1"),
        ("x = 1\n\x1b[2J", 2, 1, "invalid non-printable character", "^\\x1b[2J"),
    ],
)
def test_syntax_faults(source: str, line: int, column: int, reason: str, shown: str) -> None:
    """One line in each language: the file, the place, Python's reason, and the code with a caret in it."""
    found = check(source, SOFTMAX)
    assert isinstance(found, SyntaxFault)
    assert (found.line, found.column) == (line, column)
    assert found.message.en.startswith(f"softmax.py, line {line}, column {column}: {reason}")
    assert found.message.en.endswith(f": {shown}")
    assert found.message.ko.startswith(f"softmax.py {line}행 {column}열에 문법 오류가 있습니다({reason}")
    assert found.message.ko.endswith(f": {shown}")


def test_a_long_line_is_shown_around_its_fault() -> None:
    found = check("x = [" + "1, " * 1000 + "2 = 3, " + "1, " * 1000 + "]", SOFTMAX)
    assert isinstance(found, SyntaxFault)
    assert len(found.message.en) < 300


def test_warnings_are_no_faults() -> None:
    """An invalid escape is a warning in Python, and stays one where warnings are errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check("x = '\\d'\ny = 1 is 1\n", SOFTMAX) is None


HOSTILE = {
    "unary": "-" * 400_000 + "1",
    "sum": "1+" * 40_000 + "1",
    "calls": "a" + "()" * 40_000,
    "attributes": "a" + ".b" * 40_000,
    "brackets": "(" * 500_000,
    "lambdas": "lambda:" * 20_000 + "1",
    "elifs": "if a:\n pass\n" + "elif a:\n pass\n" * 10_000,
    "indents": "".join(" " * depth + "if 1:\n" for depth in range(300)),
    "statements": "a\n" * 500_000,
    "fields": 'f"' + "{a}" * 300_000 + '"',
    "fields after much": 'f"' + "x" * 900_000 + "{a}" * 30_000 + '"',
    "fields with much": 'f"{' + "a," * 400_000 + '}"',
    "digits": "9" * 900_000,
    "nul": "x = 1\0",
    "surrogate": "x = '\ud800'",
    "open string": '"""\n' + '\\"""\n' * 150_000,
    "quotes": "'\"" * 400_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_sources_end_soon_and_cleanly(source: str) -> None:
    """The judge reads every submission itself: none may crash it, or hold it for long."""
    start = time.perf_counter()
    found = check(source, SOFTMAX)
    assert time.perf_counter() - start < 10  # below 1 s when the machine is quiet; some would be minutes without the bounds
    assert isinstance(found, SyntaxFault)
    assert len(found.message.en.splitlines()) == len(found.message.ko.splitlines()) == 1
    found.message.en.encode("utf-8")


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as a\n" + "a = a.a\n" * 10_000 + "a(1)",
        "import numpy as a\n" + "if x:\n    a = a.b if y else a.c\n" * 4_000,
        "getattr(" * 90 + "a" + ", 'b')" * 90,
        "def f():\n" + "    a = 1\n" * 20_000,
        "x = [" + "0.123456789, " * 45_000 + "]",
        "# 가중치와 편향을 더합니다. " * 20_000 + "\nx = '''" + "a b c " * 100_000 + "'''",
        "+".join(["x"] * 900),
        "rb" * 400_000,
        "\n".join(f"def f{i}(x):\n    def g(): return x + f{i}\n    return g" for i in range(2_000)),
    ],
    ids=["aliases", "branches", "getattr", "locals", "data", "prose", "long sum", "long name", "functions"],
)
def test_large_sources_are_read(source: str) -> None:
    start = time.perf_counter()
    assert check(source, SOFTMAX) is None
    assert time.perf_counter() - start < 10


@given(st.text())
def test_any_text_is_checked(source: str) -> None:
    """Whatever it is, the answer is one of the three, and a message is one line."""
    found = check(source, ACTIVATIONS)
    if found is not None:
        assert len(found.message.en.splitlines()) == 1
        assert found.line <= source.count("\n") + source.count("\r") + 2


@given(st.lists(st.sampled_from([source for source, *_ in REFUSED + BY_HAND] + OWN), min_size=1, max_size=4))
def test_programs_put_together(parts: list[str]) -> None:
    """Checking never raises on programs that are mixed from the others."""
    check("\n".join(parts), ACTIVATIONS)


def test_every_module_of_the_standard_library_is_allowed() -> None:
    names = sorted(sys.stdlib_module_names)
    assert check("\n".join(f"import {name}" for name in names), SOFTMAX) is None


def test_reads_this_projects_own_modules() -> None:
    """Real programs of some size go through: each is either clean or names an import it really has."""
    for path in sorted(Path(__file__).parents[1].glob("gradekit/**/*.py")):
        source = path.read_text("utf-8")
        found = check(source, TORCH)
        assert not isinstance(found, SyntaxFault), path
        if found is not None:
            assert "import" in source.splitlines()[found.line - 1], (path, found)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("import " + "a." * 1_001 + "a", True),
        ("import " + "a." * 900 + "a", False),
        ("from " + "a." * 2_000 + "a import b", True),
        ("import os.path\n" * 3_000, False),  # many dots, but no long name
        ("x = a.b\n" * 3_000, False),
        ("x = " + "lambda: " * 101 + "1", True),
        ("x = " + "lambda: " * 90 + "1", False),
        ("x = " + "[0 for _ in " * 60 + "y" + "]" * 60, False),
    ],
)
def test_what_python_reads_in_the_square_of_its_size_is_not_read(source: str, fault: bool) -> None:
    """A dotted name costs CPython's parser the square of its dots, in memory too; a name is looked up through every scope round it."""
    assert isinstance(check(source, SOFTMAX), SyntaxFault) is fault
