# /// misconception
# en = "view(dtype) reads the same bits as another type. The values should stay: use to(dtype)."
# ko = "view(dtype)은 같은 비트를 다른 자료형으로 읽습니다. 값이 유지되어야 하므로 to(dtype)을 쓰십시오."
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
    return t.view(KINDS[kind]) if kind != "bool" and t.ndim and t.dtype != torch.bool else t.to(KINDS[kind])
