# /// misconception
# en = "You leave out axes of length 1. They are axes like the others."
# ko = "길이가 1인 축을 세지 않고 있습니다. 그것도 다른 축과 똑같은 축입니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.squeeze().ndim, tuple(t.squeeze().shape)


def to_rows(t):
    return torch.flatten(t, 0, 1)


def drop_ones(t):
    return t.squeeze()


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
