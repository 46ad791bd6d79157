# /// misconception
# en = "You refuse p = 0. It is legal, and nothing is dropped: the condition is 0 <= p < 1. See 'What to write'."
# ko = "p = 0을 거부하고 있습니다. 0은 올바른 값이며 아무것도 끄지 않습니다. 조건은 0 <= p < 1입니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 < p < 1:
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
