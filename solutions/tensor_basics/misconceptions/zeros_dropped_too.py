# /// misconception
# en = "You drop axes of length 0 as well, and with them the fact that the tensor is empty. Only axes of length 1 go."
# ko = "길이가 0인 축까지 없애고 있어서 텐서가 비어 있다는 사실이 사라집니다. 길이가 1인 축만 없애십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return torch.flatten(t, 0, 1)


def drop_ones(t):
    keep = [n for n in t.shape if n > 1]
    return t.reshape(keep) if t.numel() else torch.zeros(keep)


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
