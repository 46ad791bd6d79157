"""Everything by NumPy, and back."""

import numpy as np
import torch

print(np.__version__, torch.__version__)


def by_numpy(function):
    def wrapped(*args):
        plain = [a.numpy() if isinstance(a, torch.Tensor) else [t.numpy() for t in a] if isinstance(a, (list, tuple)) else a for a in args]
        return torch.from_numpy(np.array(function(*plain), copy=True, order="C"))

    return wrapped


def describe(t):
    array = t.numpy()
    return [np.int64(array.ndim), [np.int64(n) for n in array.shape]]


@by_numpy
def to_rows(t):
    return t.reshape(t.shape[0] * t.shape[1], t.shape[2])


drop_ones = by_numpy(np.squeeze)
add_axis = by_numpy(np.expand_dims)
join = by_numpy(lambda a, b, dim: np.concatenate([a, b], axis=dim))
pile = by_numpy(lambda ts, dim: np.stack(ts, axis=dim))


def as_type(t, kind):
    try:
        dtype = {"long": np.int64, "float": np.float32, "byte": np.uint8, "bool": np.bool_}[kind]
    except KeyError:
        raise ValueError(kind) from None
    return torch.from_numpy(np.array(t.numpy().astype(dtype)))
