# /// misconception
# en = "You merge the last two axes and get (a, b*c). It is the first two that become one: (a*b, c)."
# ko = "뒤의 두 축을 합쳐 (a, b*c)를 만들고 있습니다. 앞의 두 축을 합쳐 (a*b, c)로 만드십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return torch.flatten(t, 1, 2)


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
