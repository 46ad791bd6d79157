"""SECURITY.md promises nothing that no test holds."""

import ast
import re
from pathlib import Path

import pytest

from gradekit.sandbox.jail import JAIL_NAMES
from gradekit.sandbox.limits import Limits
from gradekit.sandbox.workers import KEPT_OUTPUT_BYTES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/test_\w+\.py)(?:::(\w+))?`", PAGE)))
PROMISES = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}
    assert name in tests if name else tests


def test_every_promise_names_a_test() -> None:
    assert [int(number) for number, _, _ in PROMISES] == list(range(1, len(PROMISES) + 1)) and len(PROMISES) >= 18
    assert [promise for _, promise, held in PROMISES if "tests/test_" not in held] == []


def test_its_figures_are_the_codes() -> None:
    assert f"{Limits().scratch_bytes >> 20} MiB and 1,024 entries" in PAGE
    assert f"{KEPT_OUTPUT_BYTES >> 10} KiB kept, {Limits().output_bytes >> 20} MiB at most" in PAGE


def test_every_jail_and_every_class_of_attack_is_on_it() -> None:
    assert all(name in PAGE.lower() for name in (*JAIL_NAMES, "--jail none"))
    classes = [path.name for path in (ROOT / "tests/attacks").iterdir() if path.is_dir() and path.name not in ("answers", "__pycache__")]
    assert classes
    assert [name for name in classes if not re.search(rf"\b{name}\b", PAGE)] == []
