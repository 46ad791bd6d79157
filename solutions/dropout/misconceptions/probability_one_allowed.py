# /// misconception
# en = "You let p = 1 through. Nothing is left then, and 1 - p is 0: p has to be below 1. See 'What to write'."
# ko = "p = 1을 받아들이고 있습니다. 그러면 남는 것이 없고 1 - p는 0입니다. p는 1보다 작아야 합니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p <= 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
