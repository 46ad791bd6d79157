# /// misconception
# en = "You round down, so -1.7 becomes -2. A conversion to whole numbers cuts the fraction off: -1."
# ko = "내림을 하고 있어서 -1.7이 -2가 됩니다. 정수로 바꿀 때는 소수 부분을 버리므로 -1입니다."
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
        raise ValueError(kind)
    return (t.floor() if t.is_floating_point() and kind in ("long", "byte") else t).to(KINDS[kind])
