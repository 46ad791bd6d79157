# /// misconception
# en = "You drop exactly a share of p of the units. Each unit is drawn on its own, so the number varies from draw to draw. See 'The idea'."
# ko = "유닛을 정확히 p의 비율만큼 끄고 있습니다. 유닛마다 따로 뽑으므로 꺼지는 개수는 뽑을 때마다 달라집니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = (rng.permutation(x.size) >= round(p * x.size)).reshape(x.shape)
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
