import numpy as np


def ok(p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")


def dropout(x, p, rng, training=True):
    ok(p)
    out = np.zeros(x.shape)
    mask = np.zeros(x.shape, dtype=int)
    if training:
        draws = rng.random(x.shape)
    for place in np.ndindex(x.shape):
        if not training:
            out[place] = x[place]
            mask[place] = 1
        elif draws[place] >= p:
            out[place] = x[place] / (1 - p)
            mask[place] = 1
    return out, mask


def dropout_backward(grad, mask, p):
    ok(p)
    out = np.zeros(grad.shape)
    for place in np.ndindex(grad.shape):
        if mask[place]:
            out[place] = grad[place] / (1 - p)
    return out
