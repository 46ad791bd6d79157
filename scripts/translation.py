"""A hidden suite as other graders' tests: the same functions and cases, with assertions as a lecturer writes them for NumPy.

The test functions are kept to the letter. Only what they import from gradekit.testing is replaced by ASSERTIONS, and the PyTorch
reference by the model answer, so that no other grader has to import torch: to their advantage.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

__all__ = ["ASSERTIONS", "Check", "Translation", "translated"]

ASSERTIONS: Final = '''
import contextlib, copy, types, warnings
import numpy as np

def Text(en, ko):
    return en

def assert_true(condition, text):
    assert condition, text

def assert_shape(actual, shape, *, what=""):
    assert np.shape(actual) == shape, f"{what} has shape {np.shape(actual)}, expected {shape}"
    assert np.asarray(actual).dtype.kind in "biuf", f"{what} should be numbers"

def assert_close(actual, expected, *, what, atol, rtol):
    assert_shape(actual, np.shape(expected), what=what)
    np.testing.assert_allclose(actual, expected, rtol=rtol, atol=atol, err_msg=what)

def assert_stable(function, *args):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        value = function(*args)
    assert np.isfinite(value).all(), "the result holds inf or nan"
    assert not [each for each in seen if issubclass(each.category, RuntimeWarning)], "NumPy warned"
    return value

def assert_unchanged(function, *args):
    before = copy.deepcopy(args)
    value = function(*args)
    for old, new in zip(before, args):
        np.testing.assert_array_equal(old, new)
    return value

@contextlib.contextmanager
def raises(kind, what):
    try:
        yield
    except kind:
        return
    raise AssertionError(f"{what} raises no {kind.__name__}")

def evidence(kind, **data):
    pass

def case(test, submission, **values):
    """One case: what the suite's fixtures are, handed to those tests that name them."""
    import inspect
    given = dict(submission=submission, reference=reference, rng=np.random.default_rng(7), evidence=evidence, **values)
    test(**{name: given[name] for name in inspect.signature(test).parameters})
'''


@dataclass(frozen=True, slots=True)
class Check:
    """One case of one test: its name, its points, and the call that runs it where a name 'submission' is."""

    name: str
    points: float
    call: str


@dataclass(frozen=True, slots=True)
class Translation:
    """A suite for other graders: what all checks need, as source, and the checks."""

    preamble: str
    checks: tuple[Check, ...]

    @property
    def points(self) -> float:
        """What all checks are worth."""
        return sum(each.points for each in self.checks)


def translated(suite: Path, solution: Path, exports: tuple[str, ...]) -> Translation:
    """The suite, with the model answer as its reference. Raises ValueError where it uses what has no translation."""
    source = suite.read_text("utf-8")
    kept: list[str] = []
    checks: list[Check] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            checks += _checks(node)
            node.decorator_list = []
            kept.append(ast.unparse(node))
        elif isinstance(node, ast.Import | ast.ImportFrom):
            _known(node)
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            kept.append(ast.unparse(node))
    reference = f'reference = types.ModuleType("reference")\nexec({solution.read_text("utf-8")!r}, vars(reference))'
    named = f"NAMES = {exports!r}"
    return Translation("\n\n".join([ASSERTIONS.strip(), named, reference, *kept]) + "\n", tuple(checks))


def _known(node: ast.Import | ast.ImportFrom) -> None:
    if isinstance(node, ast.ImportFrom):
        unknown = [each.name for each in node.names if node.module != "gradekit.testing" or not _defined(each.name)]
    else:
        unknown = [each.name for each in node.names if each.name not in ("numpy", "pytest")]
    if unknown:
        raise ValueError(f"line {node.lineno} of the suite: {', '.join(unknown)} has no translation")


def _defined(name: str) -> bool:
    return name in ("points", "hint") or f"def {name}(" in ASSERTIONS


def _checks(test: ast.FunctionDef) -> Iterator[Check]:
    worth = 0.0
    tables: list[list[dict[str, Any]]] = []
    for decorator in test.decorator_list:
        words = ast.unparse(decorator.func) if isinstance(decorator, ast.Call) else ast.unparse(decorator)
        if words == "points":
            worth = float(ast.literal_eval(decorator.args[0]))  # type: ignore[attr-defined]
        elif words == "pytest.mark.parametrize":
            tables.append(_table(*map(ast.literal_eval, decorator.args)))  # type: ignore[attr-defined]
        elif words != "hint":
            raise ValueError(f"{test.name}: @{words} has no translation")
    for number, chosen in enumerate(product(*tables)):
        values = {name: value for each in chosen for name, value in each.items()}
        arguments = "".join(f", {name}={value!r}" for name, value in values.items())
        yield Check(f"{test.name}_{number}", worth, f"case({test.name}, submission{arguments})")


def _table(names: str | tuple[str, ...], rows: list[Any]) -> list[dict[str, Any]]:
    if isinstance(names, str):
        return [{names: row} for row in rows]
    return [dict(zip(names, row, strict=True)) for row in rows]
