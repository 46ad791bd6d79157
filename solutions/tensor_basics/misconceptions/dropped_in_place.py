# /// misconception
# en = "squeeze_ with the underscore changes the caller's tensor. Use the function that gives a new one."
# ko = "밑줄이 붙은 squeeze_는 호출한 쪽의 텐서를 바꿉니다. 새 텐서를 주는 함수를 쓰십시오."
# ///
import torch

KINDS = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}


def describe(t):
    return t.ndim, tuple(t.shape)


def to_rows(t):
    return torch.flatten(t, 0, 1)


def drop_ones(t):
    return t.squeeze_()


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
