import torch
def describe(t: torch.Tensor): return t.ndimension(), tuple(int(s) for s in t.shape)
def to_rows(t):
    out = torch.empty(t.shape[0] * t.shape[1], t.shape[2], dtype=t.dtype)
    for i in range(t.shape[0]):
        for j in range(t.shape[1]): out[i * t.shape[1] + j] = t[i, j]
    return out
def drop_ones(t): return t[tuple(0 if s == 1 else slice(None) for s in t.shape)]
def add_axis(t, dim): return torch.stack([t], dim)
def join(a, b, dim):
    shape = list(a.shape); shape[dim] += b.shape[dim]
    out = torch.zeros(shape, dtype=a.dtype)
    out.narrow(dim, 0, a.shape[dim]).copy_(a)
    out.narrow(dim, a.shape[dim], b.shape[dim]).copy_(b)
    return out
def pile(ts, dim):
    out = torch.zeros((len(ts), *ts[0].shape), dtype=ts[0].dtype)
    for i, t in enumerate(ts): out[i] = t
    return out.movedim(0, dim)
def as_type(t, kind):
    match kind:
        case "long" | "float" | "byte" | "bool": return getattr(t, kind)()
        case _: raise ValueError(kind)
