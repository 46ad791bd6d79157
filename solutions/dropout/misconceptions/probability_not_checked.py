# /// misconception
# en = "Your dropout never checks p: with 1 you divide by zero, beyond it the signs turn round. Raise ValueError unless 0 <= p < 1. See 'What to write'."
# ko = "dropout이 p를 검사하지 않습니다. 1이면 0으로 나누고, 1보다 크면 부호가 뒤집힙니다. 0 <= p < 1이 아니면 ValueError를 일으키십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
