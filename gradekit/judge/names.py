"""What names mean in a submission, read from its syntax tree: which modules and which of their members it uses, and where.

Names are followed as Python binds them: through imports and their aliases, simple assignments, getattr and import_module with
literal arguments, scope by scope, so that a student's own function, method, parameter or variable that happens to be called tanh or torch
is not taken for a library's. Function bodies are read after the module around them, since they see what its names mean in the end.

Code that never runs in a worker is not looked at: the bodies of `if TYPE_CHECKING:` and `if __name__ == "__main__":`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import Final

__all__ = ["How", "Use", "uses"]


class How(Enum):
    """How a submission uses a dotted name."""

    IMPORT = auto()  # a module, by a statement or by name
    RELATIVE = auto()  # from . import …
    CALL = auto()
    LOAD = auto()  # named without being called, or what a name of the module stands for in the end


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a name that came from an import. dotted: as in "torch.nn.functional.softmax". line: from 1."""

    how: How
    dotted: str
    line: int


def uses(tree: ast.Module, *, starred: Iterable[str] = (), defines: Iterable[str] = ()) -> list[Use]:
    """Everything imported that tree uses, in no particular order. Never raises.

    starred: dotted names that a star import from their package is taken to bring in. defines: names of the module whose meaning at its
    end is a use, called there or not. One expression may be reported twice, as an import or a call and as a name.
    """
    reader = _Reader(tuple(starred))
    reader.read(tree, sorted(defines))
    return reader.found


_ALIASES: Final = 8  # a name that may mean more things than this is not followed any further
_ATTRIBUTES: Final = 32
_DOTTED_CHARACTERS: Final = 300  # x = x.y ten thousand times over would fill the memory
_DEPTH: Final = 8  # of getattr within getattr
_IMPORTERS: Final = frozenset({"builtins.__import__", "importlib.__import__", "importlib.import_module"})


class _Kind(Enum):
    MODULE = auto()
    CLASS = auto()
    FUNCTION = auto()
    COMPREHENSION = auto()


_SCOPES: Final = 100


@dataclass(slots=True)
class _Scope:
    """The names bound in one scope, each with the dotted names it may stand for (none: it is the submission's own)."""

    kind: _Kind
    parent: _Scope | None
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    elsewhere: dict[str, _Scope] = field(default_factory=dict)  # declared global or nonlocal
    depth: int = 0

    def __post_init__(self) -> None:
        # Each name is looked up scope by scope, so their product has to be bounded; people nest three or four.
        self.depth = self.parent.depth + 1 if self.parent else 0
        if self.depth > _SCOPES:
            raise RecursionError(f"more than {_SCOPES} functions, one within the other")


_OWN: Final[frozenset[str]] = frozenset()
_Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
_Step = ast.AST | Callable[[], None]


class _Reader:
    """One pass over a syntax tree, with its own stack: Python's would not hold a thousand chained additions."""

    def __init__(self, starred: tuple[str, ...]) -> None:
        self.found: list[Use] = []
        self._starred = [(dotted.partition(".")[0], dotted.rpartition(".")[2]) for dotted in starred]
        self._module = self._scope = _Scope(_Kind.MODULE, None)
        self._conditional = 0  # how many branches and loops deep: what is bound there may or may not be
        self._steps: list[_Step] = []
        self._later: list[tuple[_Function, _Scope]] = []
        self._bound_at: dict[str, int] = {}  # the last line that bound each of the module's names

    def read(self, tree: ast.Module, defines: Sequence[str]) -> None:
        self._run(tree.body)
        for name in defines:
            self._use(How.LOAD, self._module.names.get(name, _OWN), self._bound_at.get(name, 0))
        while self._later:
            function, scope = self._later.pop()
            body = [function.body] if isinstance(function, ast.Lambda) else function.body
            self._scope = _Scope(_Kind.FUNCTION, scope)
            self._scope.names = dict.fromkeys((each.arg for each in _parameters(function)), _OWN) | dict.fromkeys(_bound_in(body), _OWN)
            self._run(body)

    def _use(self, how: How, meanings: Iterable[str], line: int) -> None:
        self.found += [Use(how, dotted, line) for dotted in sorted(meanings) if not dotted.startswith("builtins.")]

    # What names mean

    def _lookup(self, name: str) -> frozenset[str]:
        scope: _Scope | None = self._scope
        while scope is not None:
            scope = scope.elsewhere.get(name, scope)
            if name in scope.names and (scope.kind is not _Kind.CLASS or scope is self._scope):
                return scope.names[name]
            scope = scope.parent
        return frozenset({f"builtins.{name}"})

    def _bind(self, name: str, meanings: frozenset[str] = _OWN, line: int = 0, scope: _Scope | None = None) -> None:
        here = scope or self._scope
        target = here.elsewhere.get(name, here)
        if self._conditional or target is not here:
            meanings |= target.names.get(name, _OWN)
        target.names[name] = meanings if len(meanings) <= _ALIASES else _OWN
        if target is self._module:
            self._bound_at[name] = line

    def _bind_target(self, target: ast.expr, value: ast.expr | None) -> None:
        pairs = [(target, value)]
        while pairs:
            goal, source = pairs.pop()
            match goal:
                case ast.Name(id=name):
                    self._bind(name, self._meanings(source) if source else _OWN, goal.lineno)
                case ast.Tuple(elts=goals) | ast.List(elts=goals):
                    values: Sequence[ast.expr | None] = [None] * len(goals)
                    starred = any(isinstance(each, ast.Starred) for each in goals)
                    if isinstance(source, (ast.Tuple, ast.List)) and len(source.elts) == len(goals) and not starred:
                        values = source.elts
                    pairs += zip(goals, values, strict=True)
                case ast.Starred(value=inner):
                    pairs.append((inner, None))

    def _meanings(self, node: ast.expr, depth: int = _DEPTH) -> frozenset[str]:
        """The dotted names an expression may stand for."""
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        tail = "".join(f".{each}" for each in reversed(attributes[-_ATTRIBUTES:]))
        match node:
            case ast.Name(id=name):
                base = self._lookup(name)
            case ast.NamedExpr(value=value) if depth:
                base = self._meanings(value, depth - 1)
            case ast.Call(func=function, args=[first, *more]) if depth:
                base = self._called(self._meanings(function, depth - 1), first, more, depth)
            case ast.Subscript(value=value, slice=ast.Constant(value=str(key))) if depth:
                base = _item(self._meanings(value, depth - 1), key)
            case _:
                base = _OWN
        return frozenset(each + tail for each in base if len(each) + len(tail) <= _DOTTED_CHARACTERS)

    def _called(self, functions: frozenset[str], first: ast.expr, more: list[ast.expr], depth: int) -> frozenset[str]:
        """What a call of one of these functions gives: only those that fetch a module or an attribute by name are followed."""
        literal = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
        if literal and functions & {"builtins.__import__", "importlib.__import__"}:
            return frozenset({literal.split(".", 1)[0]})
        if literal and "importlib.import_module" in functions:
            return frozenset({literal})
        if "builtins.getattr" in functions and more and isinstance(more[0], ast.Constant) and isinstance(more[0].value, str):
            return frozenset(f"{each}.{more[0].value}" for each in self._meanings(first, depth - 1))
        if "builtins.vars" in functions:
            return frozenset(f"{each}.__dict__" for each in self._meanings(first, depth - 1))
        return _OWN

    # The walk

    def _run(self, body: Sequence[ast.AST]) -> None:
        self._steps = list(reversed(body))
        while self._steps:
            step = self._steps.pop()
            if isinstance(step, ast.AST):
                self._visit(step)
            else:
                step()

    def _next(self, *steps: _Step | None) -> None:
        """Take these steps, in this order, before any other."""
        self._steps.extend(step for step in reversed(steps) if step is not None)

    def _maybe(self, *steps: _Step | None) -> tuple[_Step | None, ...]:
        return (lambda: self._deepen(1), *steps, lambda: self._deepen(-1))

    def _deepen(self, by: int) -> None:
        self._conditional += by

    def _enter(self, scope: _Scope) -> None:
        self._scope = scope

    def _visit(self, node: ast.AST) -> None:
        match node:
            case ast.Name(ctx=ast.Load()):
                self._use(How.LOAD, self._meanings(node), node.lineno)
            case ast.Attribute():
                self._attribute(node)
            case ast.Call(func=function, args=arguments, keywords=keywords):
                self._call(node)
                self._next(function, *arguments, *keywords)
            case ast.Subscript(value=value, slice=index):
                self._use(How.LOAD, self._meanings(node), node.lineno)
                self._next(value, index)
            case ast.Import() | ast.ImportFrom():
                self._import(node)
            case ast.Assign(targets=targets, value=value):
                self._next(value, *targets, *(partial(self._bind_target, each, value) for each in targets))
            case ast.AnnAssign(target=target, annotation=annotation, value=value):
                self._next(annotation, value, target, partial(self._bind_target, target, value) if value else None)
            case ast.NamedExpr(target=target, value=value):
                self._next(value, lambda: self._bind(target.id, self._meanings(value), node.lineno, self._outside_comprehensions()))
            case ast.AugAssign(target=target, value=value):
                self._next(value, target, partial(self._bind_target, target, None))
            case ast.Delete(targets=targets):
                self._next(*targets, *(partial(self._bind_target, each, None) for each in targets))
            case ast.If(test=test, body=body, orelse=orelse):
                branch: Sequence[_Step] = [lambda: self._bind_all(_bound_in(body))] if self._never_runs(test) else body
                self._next(test, *self._maybe(*branch), *self._maybe(*orelse))
            case ast.For(target=target, iter=source) | ast.AsyncFor(target=target, iter=source):
                self._next(source, *self._maybe(target, partial(self._bind_target, target, None), *node.body, *node.orelse))
            case ast.While(test=test, body=body, orelse=orelse):
                self._next(test, *self._maybe(*body, *orelse))
            case ast.Try() | ast.TryStar():
                self._next(*self._maybe(*node.body, *node.handlers, *node.orelse), *node.finalbody)
            case ast.ExceptHandler(type=kind, name=name, body=body):
                self._next(kind, lambda: self._bind_all([name] if name else []), *body)
            case ast.withitem(context_expr=manager, optional_vars=target):
                self._next(manager, target, partial(self._bind_target, target, None) if target else None)
            case ast.match_case(pattern=pattern, guard=guard, body=body):
                self._next(*self._maybe(pattern, lambda: self._bind_all(_bound_in([pattern])), guard, *body))
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                self._function(node)
            case ast.ClassDef(name=name):
                outside = self._scope
                inside = _Scope(_Kind.CLASS, outside)
                self._next(
                    *node.decorator_list,
                    *node.bases,
                    *node.keywords,
                    lambda: self._enter(inside),
                    *node.body,
                    lambda: self._enter(outside),
                    lambda: self._bind(name, line=node.lineno),
                )
            case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
                self._comprehension(node)
            case ast.Global(names=names) | ast.Nonlocal(names=names):
                for name in names:
                    self._scope.names.pop(name, None)
                    self._scope.elsewhere[name] = self._module if isinstance(node, ast.Global) else self._owner(name)
            case _:
                self._next(*ast.iter_child_nodes(node))

    def _attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.ctx, ast.Load):
            self._use(How.LOAD, self._meanings(node), node.lineno)
        base: ast.expr = node
        while isinstance(base, ast.Attribute):
            base = base.value
        self._next(base)

    def _call(self, node: ast.Call) -> None:
        meanings = self._meanings(node.func)
        self._use(How.CALL, meanings, node.lineno)
        self._use(How.IMPORT if meanings & _IMPORTERS else How.LOAD, self._meanings(node), node.lineno)

    def _import(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.Import):
            for alias in node.names:
                self._use(How.IMPORT, [alias.name], node.lineno)
                meaning = alias.name if alias.asname else alias.name.partition(".")[0]
                self._bind(alias.asname or meaning, frozenset({meaning}), node.lineno)
            return
        module = "." * node.level + (node.module or "")
        self._use(How.RELATIVE if node.level else How.IMPORT, [module], node.lineno)
        for alias in node.names:
            if alias.name == "*":
                for root, last in self._starred:
                    if module.partition(".")[0] == root:
                        self._bind(last, frozenset({f"{module}.{last}"}), node.lineno)
            else:
                self._bind(alias.asname or alias.name, _OWN if node.level else frozenset({f"{module}.{alias.name}"}), node.lineno)

    def _function(self, node: _Function) -> None:
        self._later.append((node, self._scope))
        first: list[ast.AST | None] = [*node.args.defaults, *node.args.kw_defaults]
        if isinstance(node, ast.Lambda):
            self._next(*first)
        else:
            annotations = [each.annotation for each in _parameters(node)]
            self._next(*node.decorator_list, *first, *annotations, node.returns, partial(self._bind, node.name, line=node.lineno))

    def _comprehension(self, node: _Comprehension) -> None:
        outside, inside = self._scope, _Scope(_Kind.COMPREHENSION, self._scope)
        steps: list[_Step] = []
        for index, each in enumerate(node.generators):
            # The first source is evaluated outside, before the comprehension's own names exist.
            steps += [each.iter] if index else [each.iter, partial(self._enter, inside)]
            steps += [partial(self._bind_target, each.target, None), *each.ifs]
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._next(*steps, *results, lambda: self._enter(outside))

    def _bind_all(self, names: Iterable[str]) -> None:
        for name in names:
            self._bind(name)

    def _outside_comprehensions(self) -> _Scope:
        scope = self._scope
        while scope.kind is _Kind.COMPREHENSION and scope.parent:
            scope = scope.parent
        return scope

    def _owner(self, name: str) -> _Scope:
        scope = self._scope.parent
        while scope and scope.parent and (scope.kind is not _Kind.FUNCTION or name not in scope.names):
            scope = scope.parent
        return scope or self._module

    def _never_runs(self, test: ast.expr) -> bool:
        match test:
            case ast.Compare(left=ast.Name(id="__name__"), ops=[ast.Eq()], comparators=[ast.Constant(value="__main__")]):
                return self._lookup("__name__") == {"builtins.__name__"}
            case _:
                return self._meanings(test) == {"typing.TYPE_CHECKING"}


def _item(containers: frozenset[str], key: str) -> frozenset[str]:
    """container[key] for sys.modules and a module's __dict__."""
    from_modules = {key} if "sys.modules" in containers else set()
    return frozenset(from_modules | {f"{each.removesuffix('.__dict__')}.{key}" for each in containers if each.endswith(".__dict__")})


def _parameters(node: _Function) -> list[ast.arg]:
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return [each for each in every if each]


def _bound_in(body: Sequence[ast.AST]) -> Iterator[str]:
    """The names that statements bind in their own scope, without those of scopes inside it."""
    stack = list(body)
    while stack:
        node = stack.pop()
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
                continue
            case ast.Lambda():
                continue
            case ast.comprehension():
                stack += [node.iter, *node.ifs]
                continue
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.alias(name=name, asname=asname) if name != "*":
                yield asname or name.split(".", 1)[0]
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
        stack += ast.iter_child_nodes(node)
