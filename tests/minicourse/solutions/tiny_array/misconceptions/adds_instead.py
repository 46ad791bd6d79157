# /// misconception
# en = "You add k where the array should be multiplied by it. See 'The formula'."
# ko = "k를 곱해야 하는데 더하고 있습니다. '수식'을 다시 보십시오."
# ///
import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    return np.asarray(x) + k


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)
