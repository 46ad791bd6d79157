import numpy as np


def softmax(x):
    """Each probability is 1 / (sum of exp of the differences to it); differences beyond 700 change nothing but underflow."""
    x = np.asarray(x, dtype=float)
    differences = x[..., np.newaxis, :] - x[..., :, np.newaxis]
    return 1.0 / np.exp(np.minimum(differences, 700.0)).sum(axis=-1)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("a temperature is positive")
    return softmax(np.asarray(x, dtype=float) / t)
