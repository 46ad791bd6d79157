# /// misconception
# en = "You keep one axis where all have length 1. What is left then is a single number of rank 0."
# ko = "모든 축의 길이가 1일 때 축 하나를 남기고 있습니다. 그때 남는 것은 랭크가 0인 숫자 하나입니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return torch.flatten(t, 0, 1)


def drop_ones(t):
    return torch.atleast_1d(t.squeeze())


def add_axis(t, dim):
    return t.unsqueeze(dim)


def join(a, b, dim):
    return torch.cat([a, b], dim=dim)


def pile(ts, dim):
    return torch.stack(ts, dim=dim)


def as_type(t, kind):
    if kind not in KINDS:
        raise ValueError(kind)
    return t.to(KINDS[kind])
