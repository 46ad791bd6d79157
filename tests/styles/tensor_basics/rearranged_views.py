"""Views all the way: movedim, unflatten, as few copies as can be."""

import torch
from torch import Tensor

TYPES = dict(long=torch.long, float=torch.float, byte=torch.uint8, bool=torch.bool)


class UnknownKind(ValueError):
    def __init__(self, kind):
        super().__init__(f"{kind} is none of {sorted(TYPES)}")


describe = lambda t: (t.ndim, (*t.shape,))  # noqa: E731


def to_rows(t: Tensor) -> Tensor:
    return torch.vstack(tuple(t)) if len(t) else t.new_empty((0, t.shape[-1]))


def drop_ones(t: Tensor) -> Tensor:
    for axis in range(t.ndim - 1, -1, -1):
        t = t.squeeze(axis)
    return t


def add_axis(t: Tensor, dim: int) -> Tensor:
    return t[None].movedim(0, dim)


def join(a: Tensor, b: Tensor, dim: int) -> Tensor:
    return torch.cat([a.movedim(dim, 0), b.movedim(dim, 0)]).movedim(0, dim)


def pile(ts, dim: int) -> Tensor:
    return torch.stack([*ts]).movedim(0, dim)


def as_type(t: Tensor, kind: str) -> Tensor:
    dtype = TYPES.get(kind)
    if dtype is None:
        raise UnknownKind(kind)
    return torch.asarray(t, dtype=dtype, copy=True)
