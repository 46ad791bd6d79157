import functools

import numpy as np


def probability(position):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            p = args[position]
            if not (p >= 0 and p < 1):
                raise ValueError("p")
            return function(*args, **kwargs)

        return inner

    return decorate


@probability(1)
def dropout(x, p, rng, training=True):
    y = np.array(x, dtype=np.float64)
    if not training:
        return [y, np.ones(y.shape, dtype=np.float32)]
    keep = rng.random(y.shape) >= p
    y[~keep] = 0.0
    y /= 1.0 - p
    return [y, keep.astype(np.float32)]


@probability(2)
def dropout_backward(grad, mask, p):
    g = grad.astype(np.float64)
    g[np.asarray(mask, dtype=bool) == False] = 0.0  # noqa: E712
    g *= 1 / (1 - p)
    return g
