"""Mutants of a solution: the same program with one small change, which a suite worth its points must notice.

The changes are those of mutation testing as it is usually done (R. DeMillo, R. Lipton and F. Sayward, "Hints on test data
selection", 1978): another operator, another constant, an argument or a statement left out. What only words would show
(docstrings, messages of errors, annotations) is left alone.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["Mutant", "mutants"]

_COMPARED: Final[dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_CALCULATED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_SWAPPED_NAMES: Final = {"max": "min", "min": "max", "any": "all", "all": "any", "argmax": "argmin", "sum": "mean", "mean": "sum"}
_Place = tuple[tuple[str, int | None], ...]
_Change = Callable[[Any], ast.AST | None]  # a node → what takes its place; None deletes it


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mutant. change: what was changed, as `before → after` of the smallest statement round it, unique in its program."""

    line: int
    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """All mutants of a program, in its order. Raises SyntaxError."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    found: list[Mutant] = []
    seen = {original}
    counts: dict[str, int] = {}
    for place, change in _changes(tree):
        mutated = copy.deepcopy(tree)
        line, before, after = _apply(mutated, place, change)
        text = ast.unparse(ast.fix_missing_locations(mutated))
        if text in seen:
            continue
        seen.add(text)
        name = f"{before} → {after}"
        counts[name] = counts.get(name, 0) + 1
        found.append(Mutant(line, name if counts[name] == 1 else f"{name} ({counts[name]})", text))
    return found


def _changes(tree: ast.Module) -> Iterator[tuple[_Place, _Change]]:
    for place, node, parents in _walk(tree, (), ()):
        if _only_words(node, parents):
            continue
        for change in _changes_of(node):
            yield place, change


def _walk(node: ast.AST, place: _Place, parents: tuple[ast.AST, ...]) -> Iterator[tuple[_Place, ast.AST, tuple[ast.AST, ...]]]:
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST):
                here = (*place, (field, index))
                yield here, child, (*parents, node)
                yield from _walk(child, here, (*parents, node))


def _only_words(node: ast.AST, parents: tuple[ast.AST, ...]) -> bool:
    """Docstrings, what an exception says, and names in __all__."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Constant) and isinstance(parents[-1], ast.Expr):
        return True
    if any(isinstance(each, ast.Raise) for each in parents) and not isinstance(node, ast.Raise):
        return True
    assigned = next((each for each in parents if isinstance(each, ast.Assign)), None)
    named = {target.id for target in assigned.targets if isinstance(target, ast.Name)} if assigned else set()
    return "__all__" in named or isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _changes_of(node: ast.AST) -> Iterator[_Change]:
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            for other in _COMPARED.get(type(operator), ()):
                yield lambda it, n=number, o=other: _with(it, ops=[*it.ops[:n], o(), *it.ops[n + 1 :]])  # type: ignore[misc]
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in _CALCULATED:
        yield lambda it: _with(it, op=_CALCULATED[type(it.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not | ast.Invert):
        yield lambda it: it.operand
    elif isinstance(node, ast.BoolOp):
        yield lambda it: _with(it, op=ast.Or() if isinstance(it.op, ast.And) else ast.And())
    elif isinstance(node, ast.IfExp):
        yield lambda it: it.body
        yield lambda it: it.orelse
    elif isinstance(node, ast.Constant):
        for value in _other_values(node.value):
            yield lambda it, v=value: ast.Constant(v)  # type: ignore[misc]
    elif isinstance(node, ast.keyword) and node.arg is not None:
        yield lambda it: None
    elif isinstance(node, ast.Attribute) and node.attr in _SWAPPED_NAMES:
        yield lambda it: _with(it, attr=_SWAPPED_NAMES[it.attr])
    elif isinstance(node, ast.If | ast.While):
        yield lambda it: _with(it, test=ast.UnaryOp(ast.Not(), it.test))
    elif isinstance(node, ast.Return) and node.value is not None:
        yield lambda it: _with(it, value=ast.Constant(None))
    elif isinstance(node, ast.Assign | ast.AugAssign | ast.Expr | ast.Raise | ast.Continue | ast.Break):
        yield lambda it: ast.Pass()
    if isinstance(node, ast.AugAssign):
        yield lambda it: ast.Pass()


def _other_values(value: object) -> Iterator[object]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
        if value:
            yield value - 1
    elif isinstance(value, float):
        yield value * 2 if value else 1.0
        if value not in (0.0, 0.5):
            yield value / 2
    elif isinstance(value, str) and value:
        yield value + "_"


def _with(node: ast.AST, **fields: Any) -> ast.AST:
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _apply(tree: ast.Module, place: _Place, change: _Change) -> tuple[int, str, str]:
    """Change the node at place; returns its line, and the statement round it before and after."""
    nodes: list[Any] = [tree]
    for field, index in place:
        value = getattr(nodes[-1], field)
        nodes.append(value if index is None else value[index])
    statement = next(node for node in reversed(nodes) if isinstance(node, ast.stmt))
    before = _head(statement)
    changed = change(nodes[-1])
    field, index = place[-1]
    if index is None:
        setattr(nodes[-2], field, changed)
    elif changed is None:
        del getattr(nodes[-2], field)[index]
    else:
        getattr(nodes[-2], field)[index] = changed
    after = changed if nodes[-1] is statement else statement
    return statement.lineno, before, _head(after)


def _head(node: ast.AST | None) -> str:
    """A statement in one line; of one that holds others, its first."""
    if node is None:
        return ""
    return ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).splitlines()[0].strip()
