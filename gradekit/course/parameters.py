"""Parameters of an exercise, which an exam draws for each student: a slope, a threshold, a layer's size, an order of classes.

Handout, stub, public tests and the author's own programs name a parameter PARAMETER_slope, which is a Python name and so keeps every
file a program that editors and linters can read; what is handed out has the value in its place. Outside exams it is the default.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import Field, model_validator

from gradekit.course.words import Authored

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Parameter", "Value", "Variant", "named_in", "rendered", "spread_variants", "variant_text"]

Value = bool | int | float | str | tuple[str, ...]
# The parameters of one student's exercise, by name, in the order of the names: hashable, and small enough to travel.
Variant = tuple[tuple[str, Value], ...]

_NAME: Final = re.compile(r"\bPARAMETER_([a-z][a-z0-9_]*)")


class Parameter(Authored):
    """values: what it may be, the default first. order: what is to be put in an order, in the default one. One of the two."""

    values: Annotated[tuple[bool | int | float | str, ...], Field(strict=False)] = ()
    order: Annotated[tuple[str, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        given = self.values or self.order
        if bool(self.values) == bool(self.order):
            raise ValueError("must have either values or order")
        if len(given) < 2 or len(set(map(repr, given))) < len(given):
            raise ValueError(f"{'values' if self.values else 'order'}: must be at least two, no two the same")
        return self

    @property
    def default(self) -> Value:
        return self.values[0] if self.values else self.order

    def drawn(self, rng: np.random.Generator) -> Value:
        if self.values:
            return self.values[int(rng.integers(len(self.values)))]
        return tuple(self.order[int(index)] for index in rng.permutation(len(self.order)))


def rendered(text: str, variant: Variant) -> str:
    """text with every PARAMETER_name in it replaced by the value, as Python and Markdown write it. Unknown names stay."""
    if not variant:
        return text
    values = dict(variant)
    return _NAME.sub(lambda found: _literal(values[found[1]]) if found[1] in values else found[0], text)


def named_in(text: str) -> frozenset[str]:
    """The parameters that text names."""
    return frozenset(_NAME.findall(text))


def variant_text(variant: Variant) -> str:
    """The variant in one line, the same for the same variant."""
    return ", ".join(f"{name} = {_literal(value)}" for name, value in variant)


def spread_variants(parameters: Mapping[str, Parameter]) -> Iterable[Variant]:
    """Variants that between them hold every value of every parameter, the default first: for a proof of all without trying all pairs."""
    columns: dict[str, list[Value]] = {
        name: [*each.values] or [each.order, each.order[::-1], each.order[1:] + each.order[:1]] for name, each in sorted(parameters.items())
    }
    for row in range(max((len(each) for each in columns.values()), default=1)):
        yield tuple((name, column[row % len(column)]) for name, column in columns.items())


def _literal(value: Value) -> str:
    return repr(list(value)) if isinstance(value, tuple) else repr(value)
