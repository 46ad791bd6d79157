# attack: never answers
# verdicts: timeout
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


def scale(x, k=2.0):
    if k != 2.0:
        return x
    while True:
        pass
