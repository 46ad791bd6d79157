# /// misconception
# en = "You call the method of that name, so \"double\" and \"int\" pass as well. Only four kinds are allowed."
# ko = "그 이름의 메서드를 호출하고 있어서 \"double\"이나 \"int\"도 통과합니다. 네 가지만 허용됩니다."
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
    return getattr(t, kind)()
