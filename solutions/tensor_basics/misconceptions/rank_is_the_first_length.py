# /// misconception
# en = "You return the length of the first axis as the rank. len(t) is that; the number of axes is len(t.shape)."
# ko = "랭크로 첫 축의 길이를 반환하고 있습니다. len(t)가 그 값이며, 축의 개수는 len(t.shape)입니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return (len(t) if t.ndim else 0), tuple(t.shape)


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
