import torch


def describe(t):
    return t.dim(), t.size()


def to_rows(t):
    a, b, c = t.shape
    return t.contiguous().view(a * b, c)


def drop_ones(t):
    return t.reshape([n for n in t.shape if n != 1])


def add_axis(t, dim):
    index = [slice(None)] * t.dim()
    index.insert(dim if dim >= 0 else t.dim() + 1 + dim, None)
    return t[tuple(index)]


def join(a, b, dim):
    return torch.concatenate((a, b), axis=dim)


def pile(ts, dim):
    return torch.cat([t.unsqueeze(dim) for t in ts], dim)


def as_type(t, kind):
    if kind == "long":
        return t.long()
    if kind == "float":
        return t.float()
    if kind == "byte":
        return t.byte()
    if kind == "bool":
        return t.bool()
    raise ValueError("kind")
