# /// misconception
# en = "Your gradient comes back to units that were off. They had no influence on the loss: multiply by the mask. See 'The idea'."
# ko = "꺼져 있던 유닛에도 기울기가 돌아갑니다. 꺼진 유닛은 손실에 영향을 주지 않았으므로 마스크를 곱해야 합니다. '핵심 아이디어'를 보십시오."
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
    return grad / (1 - p)
