# /// misconception
# en = "Your gradient passes the mask without the factor 1 / (1 - p). The units were scaled, so their gradients are, too. See 'The formula'."
# ko = "기울기가 마스크만 거치고 1 / (1 - p)이 곱해지지 않습니다. 유닛을 키웠으므로 기울기도 같은 비율로 커져야 합니다. '수식'을 보십시오."
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
    return grad * mask
