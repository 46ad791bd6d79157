# /// misconception
# en = "You reshape to (c, a*b) and transpose: the shape is right, but the elements are in other places. Reshape directly."
# ko = "(c, a*b)로 바꾼 뒤 전치하고 있습니다. 모양은 맞지만 원소의 자리가 달라집니다. 바로 모양을 바꾸십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return t.reshape(t.shape[2], t.shape[0] * t.shape[1]).T


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
