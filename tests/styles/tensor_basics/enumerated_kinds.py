import torch
from enum import Enum
class Kind(Enum):
    long = torch.long
    float = torch.float
    byte = torch.uint8
    bool = torch.bool
def describe(t):
    shape = []
    for n in t.shape: shape.append(int(n))
    return (len(shape), tuple(shape))
def to_rows(t):
    a, b, c = t.size()
    return t.contiguous().view(a * b, c)
def drop_ones(t):
    for d in reversed(range(t.dim())):
        if t.size(d) == 1: t = t.squeeze(d)
    return t
def add_axis(t, dim):
    shape = list(t.shape)
    shape.insert(dim if dim >= 0 else len(shape) + 1 + dim, 1)
    return t.reshape(shape)
def join(a, b, dim): return torch.hstack([a, b]) if dim == 1 and a.dim() > 1 else torch.cat(tensors=(a, b), dim=dim)
def pile(ts, dim): return torch.stack(tensors=list(ts), dim=dim)
def as_type(t, kind):
    if kind not in Kind.__members__: raise ValueError(f"{kind!r}: long, float, byte or bool")
    return t.type(Kind[kind].value)
