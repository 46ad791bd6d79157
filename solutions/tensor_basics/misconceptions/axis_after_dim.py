# /// misconception
# en = "You put the new axis behind axis dim. It should be axis dim of the result itself."
# ko = "새 축을 dim번 축 뒤에 넣고 있습니다. 새 축 자체가 결과의 dim번 축이어야 합니다."
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
    return t.unsqueeze(min(dim + 1, t.ndim) if dim >= 0 else dim)


def join(a, b, dim):
    return torch.cat([a, b], dim=dim)


def pile(ts, dim):
    return torch.stack(ts, dim=dim)


def as_type(t, kind):
    if kind not in KINDS:
        raise ValueError(kind)
    return t.to(KINDS[kind])
