# /// misconception
# en = "You write into the caller's gradient. grad * mask makes a new array. See 'What to write'."
# ko = "호출한 쪽의 기울기를 고치고 있습니다. grad * mask는 새 배열을 만듭니다. '작성할 내용'을 보십시오."
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
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    grad[np.asarray(mask) == 0] = 0
    return grad / (1 - p)
