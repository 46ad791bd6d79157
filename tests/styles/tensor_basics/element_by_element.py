from __future__ import annotations

import enum
import itertools

import torch


class Kind(enum.Enum):
    LONG = "long"
    FLOAT = "float"
    BYTE = "byte"
    BOOL = "bool"

    def apply(self, t: torch.Tensor) -> torch.Tensor:
        match self:
            case Kind.LONG:
                return t.type(torch.LongTensor)
            case Kind.FLOAT:
                return t.type(torch.FloatTensor)
            case Kind.BYTE:
                return t.type(torch.ByteTensor)
            case Kind.BOOL:
                return t != 0


def describe(t):
    lengths, part = [], t
    for k in range(len(t.shape)):
        lengths.append(t.size(k))
    return len(lengths), tuple(lengths)


def to_rows(t):
    a, b, c = t.shape
    rows = torch.empty((a * b, c), dtype=t.dtype)
    for i, j, k in itertools.product(range(a), range(b), range(c)):
        rows[i * b + j, k] = t[i, j, k]
    return rows


def drop_ones(t):
    while 1 in t.shape:
        t = t.select(list(t.shape).index(1), 0)
    return t


def add_axis(t, dim):
    lengths = list(t.shape)
    at = dim if dim >= 0 else len(lengths) + 1 + dim
    return t.clone().reshape(lengths[:at] + [1] + lengths[at:])


def join(a, b, dim):
    dim = dim % a.dim()
    lengths = list(a.shape)
    lengths[dim] += b.shape[dim]
    out = torch.zeros(lengths, dtype=a.dtype)
    out.narrow(dim, 0, a.shape[dim]).copy_(a)
    out.narrow(dim, a.shape[dim], b.shape[dim]).copy_(b)
    return out


def pile(ts, dim):
    first, *others = ts
    whole = add_axis(first, dim)
    for t in others:
        whole = join(whole, add_axis(t, dim), dim)
    return whole


def as_type(t, kind):
    return Kind(kind).apply(t)
