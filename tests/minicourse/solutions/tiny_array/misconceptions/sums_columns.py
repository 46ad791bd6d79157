# /// misconception
# en = "You add up the columns: a row is summed over axis 1."
# ko = "열을 더하고 있습니다. 행의 합은 axis=1로 구합니다."
# ///
import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    return np.asarray(x) * k


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=0)
