# /// misconception
# en = "You check p in training only. A wrong p is refused whether it is training or not: check it first. See 'Hint 3'."
# ko = "학습할 때에만 p를 검사합니다. 학습 중이든 아니든 잘못된 p는 거부해야 하므로 먼저 검사하십시오. '힌트 3'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    if not training:
        return x, np.ones(x.shape)
    check(p)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
