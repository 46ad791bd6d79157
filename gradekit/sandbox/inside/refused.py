"""Ready-made answers that an exercise refuses, taken out of the libraries before the submission is imported.

The policy has read the submission already and names the line; this is for names that only come about as it runs, such as
getattr(np, "ta" + "nh"). It keeps the honest honest: who builds the function from others has done the exercise.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

__all__ = ["take_out"]


def take_out(names: Iterable[str]) -> None:
    """Have every use of these dotted names, such as numpy.tanh, raise RuntimeError, by whatever name a loaded module knows them."""
    for dotted in names:
        root, *path = dotted.split(".")
        try:
            value: Any = importlib.import_module(root)
            for part in path:
                value = getattr(value, part)
        except (ImportError, AttributeError):
            continue  # not there to be used
        _replace(value, _refusal(dotted), root)


def _refusal(dotted: str) -> Any:
    def refused(*args: Any, **kwargs: Any) -> NoReturn:
        raise RuntimeError(
            f"{dotted} is not allowed in this exercise: write it out yourself / 이 문제에서는 쓸 수 없습니다. 직접 구현하십시오"
        )

    return refused


def _replace(value: Any, other: Any, root: str) -> None:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] != root:
            continue
        for key, each in list(vars(module).items()):
            if each is value:
                setattr(module, key, other)
            elif getattr(each, "f", None) is value:  # numpy.ma wraps functions in objects
                each.f = other
