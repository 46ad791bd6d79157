# /// misconception
# en = "You count a negative dim in the given tensor, so -1 comes before its last axis. It counts in the result, where -1 is the last axis."
# ko = "음수 dim을 받은 텐서에서 세고 있어서 -1이 마지막 축의 앞이 됩니다. 결과에서 세어야 하며 -1은 결과의 마지막 축입니다."
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
    return t.unsqueeze(dim % max(t.ndim, 1) if dim < 0 else dim)


def join(a, b, dim):
    return torch.cat([a, b], dim=dim)


def pile(ts, dim):
    return torch.stack(ts, dim=dim)


def as_type(t, kind):
    if kind not in KINDS:
        raise ValueError(kind)
    return t.to(KINDS[kind])
