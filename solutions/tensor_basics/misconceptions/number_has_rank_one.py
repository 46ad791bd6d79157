# /// misconception
# en = "You give a single number the rank 1 and the shape (1,). It has no axis at all: rank 0, shape ()."
# ko = "숫자 하나의 랭크를 1, 모양을 (1,)이라고 답하고 있습니다. 축이 하나도 없으므로 랭크는 0, 모양은 ()입니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return max(1, t.ndim), tuple(t.shape) or (1,)


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
