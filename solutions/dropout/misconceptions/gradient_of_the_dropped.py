# /// misconception
# en = "Your gradient comes back where the mask is 0. It comes back where the unit was on, where the mask is 1. See 'A worked example'."
# ko = "마스크가 0인 곳으로 기울기가 돌아갑니다. 유닛이 켜져 있던 곳, 즉 마스크가 1인 곳으로 돌아가야 합니다. '풀이 예제'를 보십시오."
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
    return grad * (1 - mask) / (1 - p)
