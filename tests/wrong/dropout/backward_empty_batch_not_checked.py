# wrong: does not check p for an empty gradient
import numpy as np


def _check(p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")


def dropout(x, p, rng, training=True):
    _check(p)
    if not training:
        mask = np.ones(x.shape)
        return x * mask, mask
    mask = rng.random(x.shape) >= p
    scale = 1 / (1 - p)
    return x * mask * scale, mask


def dropout_backward(grad, mask, p):
    if grad.size == 0:
        return grad.copy()
    _check(p)
    scale = 1 / (1 - p)
    return grad * mask * scale
