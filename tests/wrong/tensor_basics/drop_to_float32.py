# wrong: drop_ones turns elements into float32
import torch

def describe(t):
    return t.dim(), tuple(t.shape)

def to_rows(t):
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])

def drop_ones(t):
    return t.squeeze().to(torch.float32)

def add_axis(t, dim):
    return t.unsqueeze(dim)

def join(a, b, dim):
    return torch.cat((a, b), dim)

def pile(ts, dim):
    return torch.stack(list(ts), dim)

def as_type(t, kind):
    kinds = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool}
    if kind not in kinds:
        raise ValueError(kind)
    return t.to(kinds[kind])
