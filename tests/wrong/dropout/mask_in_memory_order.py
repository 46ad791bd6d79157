# wrong: draws in the memory order of x
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = (rng.random(x.size).reshape(x.shape, order="F" if x.flags.f_contiguous and not x.flags.c_contiguous else "C")) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
