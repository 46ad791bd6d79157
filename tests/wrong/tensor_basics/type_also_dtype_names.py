# wrong: also accepts int64, float32 and uint8
import torch

def describe(t):
    return t.dim(), tuple(t.shape)

def to_rows(t):
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])

def drop_ones(t):
    return t.squeeze()

def add_axis(t, dim):
    return t.unsqueeze(dim)

def join(a, b, dim):
    return torch.cat((a, b), dim)

def pile(ts, dim):
    return torch.stack(list(ts), dim)

def as_type(t, kind):
    kinds = {"long": torch.int64, "float": torch.float32, "byte": torch.uint8, "bool": torch.bool, "int64": torch.int64, "float32": torch.float32, "uint8": torch.uint8}
    if kind not in kinds:
        raise ValueError(kind)
    return t.to(kinds[kind])
