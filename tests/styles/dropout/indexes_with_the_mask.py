import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training: return 1.0 * x, np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    out = np.zeros(x.shape)
    out[mask] = x[mask] / (1 - p)
    return out, mask
def dropout_backward(grad, mask, p):
    if not 0 <= p < 1: raise ValueError
    out = np.zeros(grad.shape)
    out[mask] = grad[mask] / (1 - p)
    return out
