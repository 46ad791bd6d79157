import torch, functools
def describe(t): return t.ndim, (*t.shape,)
def to_rows(t): return t.flatten(start_dim=0, end_dim=-2)
def drop_ones(t): return functools.reduce(lambda u, d: torch.squeeze(u, d), sorted((d for d, s in enumerate(t.shape) if s == 1), reverse=True), t)
def add_axis(t, dim): return t.view(*(s := list(t.shape))[:(d := dim + t.dim() + 1 if dim < 0 else dim)], 1, *s[d:]) if t.is_contiguous() else torch.unsqueeze(input=t, dim=dim)
def join(a, b, dim): return torch.cat(dim=dim, tensors=[a, b])
def pile(ts, dim):
    n = ts[0].dim() + 1
    return torch.cat([t[None] for t in ts], 0).permute(*([*range(1, n)][:dim % n] + [0] + [*range(1, n)][dim % n:]))
def as_type(t, kind):
    allowed = ["long", "float", "byte", "bool"]
    if allowed.count(kind) == 0: raise ValueError("not a kind: %s" % kind)
    return torch.as_tensor(t, dtype=(torch.int64, torch.float, torch.uint8, torch.bool)[allowed.index(kind)])
