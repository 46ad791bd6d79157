# /// misconception
# en = "You join the tensors along an axis that is there already. pile makes a new one: stack, not cat."
# ko = "이미 있는 축을 따라 이어 붙이고 있습니다. pile은 새 축을 만듭니다. cat이 아니라 stack입니다."
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
    return torch.cat(ts, dim=dim)


def as_type(t, kind):
    if kind not in KINDS:
        raise ValueError(kind)
    return t.to(KINDS[kind])
