# wrong: takes a p below 0.05 as 0
import numpy as np


def _check(p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")


def dropout(x, p, rng, training=True):
    _check(p)
    if not training:
        mask = np.ones(x.shape)
        return x * mask, mask
    if p < 0.05:
        return x * 1.0, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    scale = 1 / (1 - p)
    return x * mask * scale, mask


def dropout_backward(grad, mask, p):
    _check(p)
    scale = 1 / (1 - p)
    return grad * mask * scale
