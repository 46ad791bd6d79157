import numpy as np
def dropout(x, p, rng, training=True):
    if not 0 <= p < 1: raise ValueError
    if not training: return x, np.ones(x.shape)
    mask = np.heaviside(rng.random(x.shape) - p, 1)
    return x * mask / (1 - p), mask
def dropout_backward(grad, mask, p):
    if not 0 <= p < 1: raise ValueError
    return -(grad * -mask) / (1 - p)
