# /// misconception
# en = "You multiply by 1 - p, so what is left gets smaller still. It has to get larger: divide. See 'Hint 2'."
# ko = "1 - p를 곱하고 있어서 남은 것이 더 작아집니다. 커져야 하므로 나누십시오. '힌트 2'를 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask * (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
