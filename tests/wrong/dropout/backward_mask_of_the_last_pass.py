# wrong: the mask of the last call to dropout is used, not the one that is given
import numpy as np
_L = []
def dropout(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    _L.append(mask); return x * mask / (1 - p), mask
def dropout_backward(grad, mask, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    return grad * (_L[-1] if _L and _L[-1].shape == grad.shape else mask) / (1 - p)
