# /// misconception
# en = "For a kind that is none of the four you return the tensor as it is. Raise ValueError."
# ko = "네 가지가 아닌 kind에 텐서를 그대로 반환하고 있습니다. ValueError를 일으키십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


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
        return t
    return t.to(KINDS[kind])
