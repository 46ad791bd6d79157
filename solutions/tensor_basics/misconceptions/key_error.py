# /// misconception
# en = "A dictionary raises KeyError for a name that it does not hold. The exercise asks for ValueError."
# ko = "딕셔너리는 없는 이름에 KeyError를 일으킵니다. 이 과제에서는 ValueError가 필요합니다."
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
    return t.to(KINDS[kind])
