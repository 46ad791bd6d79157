# /// misconception
# en = "You drop units when the network is used and not in training. It is the other way round. See 'The idea'."
# ko = "학습할 때가 아니라 사용할 때 유닛을 끄고 있습니다. 그 반대여야 합니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
