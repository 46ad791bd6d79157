# wrong: drop_ones drops signs
import torch


def describe(t):
    return t.dim(), tuple(t.shape)


def to_rows(t):
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])


def drop_ones(t):
    return t.squeeze().abs() if t.dtype != torch.bool else t.squeeze()


def add_axis(t, dim):
    return t.unsqueeze(dim)


def join(a, b, dim):
    return torch.cat((a, b), dim)


def pile(ts, dim):
    return torch.stack(ts, dim)


def as_type(t, kind):
    kinds = {"long": torch.long, "float": torch.float, "byte": torch.uint8, "bool": torch.bool}
    if kind not in kinds:
        raise ValueError(kind)
    return t.to(kinds[kind])
