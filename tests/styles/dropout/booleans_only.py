import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training: return x, np.full(x.shape, True)
    mask = rng.random(x.shape) >= p
    out = x / (1 - p)
    out[~mask] = 0
    return out, mask
def dropout_backward(grad, mask, p):
    if not 0 <= p < 1: raise ValueError
    g = grad / (1 - p)
    g[~mask] = 0
    return g
