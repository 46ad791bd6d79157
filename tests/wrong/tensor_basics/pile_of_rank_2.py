# wrong: pile refuses tensors of more than two axes
import torch


def describe(t):
    return t.dim(), tuple(t.shape)


def to_rows(t):
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])


def drop_ones(t):
    return t.squeeze()


def add_axis(t, dim):
    return t.unsqueeze(dim)


def join(a, b, dim):
    return torch.cat((a, b), dim)


def pile(ts, dim):
    if ts[0].ndim > 2: raise RuntimeError
    return torch.stack(ts, dim)


def as_type(t, kind):
    kinds = {"long": torch.long, "float": torch.float, "byte": torch.uint8, "bool": torch.bool}
    if kind not in kinds:
        raise ValueError(kind)
    return t.to(kinds[kind])
