# wrong: dropped units are made small, not 0
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * np.where(mask, 1, 1e-3) / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
