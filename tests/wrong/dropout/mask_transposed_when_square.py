# wrong: the mask of a square x is transposed
import numpy as np
def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    if not training:
        return x, np.ones(x.shape)
    mask = (rng.random(x.shape) >= p).T if len(set(x.shape)) == 1 else rng.random(x.shape) >= p
    return x * mask / (1 - p), mask
def dropout_backward(grad, mask, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    return grad * mask / (1 - p)
