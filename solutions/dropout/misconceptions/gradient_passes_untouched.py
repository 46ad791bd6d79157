# /// misconception
# en = "Your backward pass returns the gradient as it came. It goes through the mask and the scale like the units. See 'The formula'."
# ko = "역전파에서 받은 기울기를 그대로 돌려보냅니다. 기울기도 유닛처럼 마스크와 배수를 거쳐야 합니다. '수식'을 보십시오."
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
    return grad * 1.0
