# /// misconception
# en = "For a transposed tensor you take the elements as they lie in memory. Their order is that in which they are read, the last axis fastest."
# ko = "전치한 텐서의 원소를 메모리에 놓인 순서대로 읽고 있습니다. 원소의 순서는 읽는 순서이며 마지막 축이 가장 빨리 돕니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return torch.as_strided(t, (t.shape[0] * t.shape[1], t.shape[2]), (t.shape[2], 1))


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
