# wrong: does not check p for an empty batch
import numpy as np


def _check(p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")


def dropout(x, p, rng, training=True):
    if x.size == 0:
        return x.copy(), np.ones(x.shape)
    _check(p)
    if not training:
        mask = np.ones(x.shape)
        return x * mask, mask
    mask = rng.random(x.shape) >= p
    scale = 1 / (1 - p)
    return x * mask * scale, mask


def dropout_backward(grad, mask, p):
    _check(p)
    scale = 1 / (1 - p)
    return grad * mask * scale
