# /// misconception
# en = "You make whole numbers first and truth values from them, so 0.5 becomes false. Only 0 itself is."
# ko = "먼저 정수로 만든 뒤 참과 거짓을 정하고 있어서 0.5가 거짓이 됩니다. 거짓은 0뿐입니다."
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
    return t.long().bool() if kind == "bool" else t.to(KINDS[kind])
