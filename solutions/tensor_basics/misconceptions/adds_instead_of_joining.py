# /// misconception
# en = "You add the elements of a and b. join puts them one after the other."
# ko = "a와 b의 원소를 더하고 있습니다. join은 둘을 차례로 이어 붙입니다."
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
    return a + b


def pile(ts, dim):
    return torch.stack(ts, dim=dim)


def as_type(t, kind):
    if kind not in KINDS:
        raise ValueError(kind)
    return t.to(KINDS[kind])
