# /// misconception
# en = "You write into the caller's x, whose values are gone after the call. x * mask makes a new array. See 'What to write'."
# ko = "호출한 쪽의 x를 고치고 있어서 호출한 뒤에는 값이 사라집니다. x * mask는 새 배열을 만듭니다. '작성할 내용'을 보십시오."
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
    x[~mask] = 0
    return x / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
