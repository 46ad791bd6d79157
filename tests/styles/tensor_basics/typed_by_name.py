import torch
from torch import Tensor
import torch.nn.functional as F
class Shape(tuple): pass
def describe(t: Tensor): return [len(t.shape), list(t.shape)] and (t.dim(), Shape(t.shape))
@torch.no_grad()
def to_rows(t): return torch.nn.Flatten(0, 1)(t)
def drop_ones(t): return torch.index_select(t.reshape([n for n in t.shape if n != 1] + [1]), -1, torch.tensor([0])).squeeze(-1) if t.dim() else t
def add_axis(t, dim): return t[(Ellipsis, None) + (slice(None),) * (-1 - dim)] if dim < 0 else t[(slice(None),) * dim + (None, ...)]
def join(a, b, dim): return torch.cat((a.transpose(dim, 0), b.transpose(dim, 0)), 0).transpose(0, dim)
def pile(ts, dim): return torch.cat([t.unsqueeze(dim) for t in ts], dim=dim)
def as_type(t, kind):
    name = {"long": "LongTensor", "float": "FloatTensor", "byte": "ByteTensor", "bool": "BoolTensor"}.get(kind)
    if name is None: raise ValueError("kind")
    return t.type("torch." + name)
