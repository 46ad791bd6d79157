# /// misconception
# en = "view refuses a tensor whose memory lies in another order. reshape copies it where it has to."
# ko = "view는 메모리의 순서가 다른 텐서를 거부합니다. reshape는 필요하면 복사합니다."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return t.view(t.shape[0] * t.shape[1], t.shape[2])


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
