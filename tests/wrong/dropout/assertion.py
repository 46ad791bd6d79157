# wrong: asserts in place of ValueError
import numpy as np


def check(p):
    assert 0 <= p < 1


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
