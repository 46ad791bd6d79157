# attack: an answer nested too deeply
# verdicts: failed
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


def scale(x, k=2.0):
    value = 1
    for _ in range(500):
        value = [value]
    return value
