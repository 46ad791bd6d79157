# /// misconception
# en = "You always double: use the factor k that is handed over."
# ko = "항상 두 배로 계산하고 있습니다. 인수로 받은 k를 사용하십시오."
# ///
import numpy as np

LIMIT = 8.0


def scale(x, k=2.0):
    return np.asarray(x) * 2.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)
