# wrong: a unit that is 0 counts as dropped
import numpy as np
def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), np.isfinite(x) & (x * mask != 0)
def dropout_backward(grad, mask, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    return grad * mask / (1 - p)
