"""What an exercise asks for: its exports as exercise.toml names them, and as its stub declares them. Nothing here runs code."""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Export", "declared", "parse_export", "same_source", "stub_faults"]


@dataclass(frozen=True, slots=True)
class Export:
    """One name a submission must define.

    params: the parameters' names in order ("*args" and "**more" with their stars), None for a constant or a class.
    signature: the whole as one line, with default values and without annotations: "fit(X, y, lr=0.1)", "WEIGHTS", "class Adam".
    """

    name: str
    params: tuple[str, ...] | None
    is_class: bool
    signature: str

    @property
    def is_function(self) -> bool:
        return self.params is not None


def parse_export(text: str) -> Export:
    """The export that a line such as "fit(X, y, lr=0.1)", "WEIGHTS" or "class Adam" names. Raises ValueError on anything else."""
    words = text.split()
    if text.isidentifier() and not keyword.iskeyword(text):
        return Export(text, None, False, text)
    if len(words) == 2 and words[0] == "class" and words[1].isidentifier() and not keyword.iskeyword(words[1]):
        return Export(words[1], None, True, f"class {words[1]}")
    try:
        body = ast.parse(f"def {text}: ...").body
    except (SyntaxError, ValueError):
        body = []
    if len(body) == 1 and isinstance(body[0], ast.FunctionDef) and "\n" not in text:
        return _function(body[0])
    raise ValueError(f"{text!r} is no export; write a function as 'name(x, lr=0.1)', a class as 'class Name', a constant as 'NAME'")


def declared(source: str) -> dict[str, Export]:
    """The functions, classes and constants that source defines at its top level, read from the syntax tree. Raises SyntaxError."""
    found: dict[str, Export] = {}
    for node in ast.parse(source).body:
        match node:
            case ast.FunctionDef():
                found[node.name] = _function(node)
            case ast.ClassDef(name=name):
                found[name] = Export(name, None, True, f"class {name}")
            case ast.Assign(targets=targets):
                found |= {each.id: _constant(each.id) for each in targets if isinstance(each, ast.Name)}
            case ast.AnnAssign(target=ast.Name(id=name), value=value) if value is not None:
                found[name] = _constant(name)
    return found


def stub_faults(exports: Iterable[Export], source: str) -> tuple[str, ...]:
    """What keeps a stub from declaring exactly these exports, one line each; () where it does."""
    try:
        found = declared(source)
    except (SyntaxError, ValueError) as fault:
        return (f"the stub is no Python: {fault}",)
    faults = []
    for export in exports:
        has = found.get(export.name)
        if has is None:
            faults.append(f"{export.signature} is missing from the stub")
        elif has.signature != export.signature:
            faults.append(f"the stub declares {has.signature}, exercise.toml exports {export.signature}")
    return tuple(faults)


def same_source(first: str | bytes, second: str | bytes) -> bool:
    """Whether two files hold the same text but for line endings and a byte order mark, which editors and git change by themselves."""
    return _canonical(first) == _canonical(second)


def _canonical(text: str | bytes) -> bytes:
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip(b"\n")


def _constant(name: str) -> Export:
    return Export(name, None, False, name)


def _function(node: ast.FunctionDef) -> Export:
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    stars = [each for each in (arguments.vararg, arguments.kwarg) if each is not None]
    for each in (*every, *stars):
        each.annotation = None
    params = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    if arguments.vararg:
        params.append(f"*{arguments.vararg.arg}")
    params += [each.arg for each in arguments.kwonlyargs]
    if arguments.kwarg:
        params.append(f"**{arguments.kwarg.arg}")
    return Export(node.name, tuple(params), False, f"{node.name}({ast.unparse(arguments)})")
