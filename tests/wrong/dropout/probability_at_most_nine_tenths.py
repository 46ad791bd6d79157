# wrong: p above 0.9 is taken as 0.9
import numpy as np
def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    if not training:
        return x, np.ones(x.shape)
    p = min(p, 0.9)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask
def dropout_backward(grad, mask, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    return grad * mask / (1 - p)
