# /// misconception
# en = "Your dropout_backward never checks p. Both functions raise ValueError unless 0 <= p < 1. See 'What to write'."
# ko = "dropout_backward가 p를 검사하지 않습니다. 두 함수 모두 0 <= p < 1이 아니면 ValueError를 일으켜야 합니다. '작성할 내용'을 보십시오."
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
    return grad * mask / (1 - p)
