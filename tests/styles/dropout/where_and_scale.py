import numpy as np

print("inverted dropout")


def scale(p):
    if 0.0 <= p < 1.0:
        return 1.0 / (1.0 - p)
    raise ValueError(f"{p} is no probability to drop")


def dropout(x, p, rng, training=True):
    factor = scale(p)
    u = rng.random(x.shape)  # drawn in any case
    if training:
        mask = np.where(u < p, 0.0, 1.0)
        return np.multiply(x, mask) * factor, mask
    return x.view(), np.full_like(x, 1)


def dropout_backward(grad, mask, p):
    return np.where(mask, grad * scale(p), 0)
