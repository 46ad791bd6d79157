# /// misconception
# en = "reshape(-1, c) cannot work out the length -1 where c is 0. Say a*b yourself, or flatten the first two axes."
# ko = "c가 0이면 reshape(-1, c)는 -1로 준 길이를 알아낼 수 없습니다. a*b를 직접 주거나 앞의 두 축을 펼치십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return t.reshape(-1, t.shape[-1])


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
