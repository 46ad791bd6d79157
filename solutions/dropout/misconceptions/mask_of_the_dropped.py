# /// misconception
# en = "Your mask marks the units that are dropped. It marks those that stay: 1 means on. See 'The formula'."
# ko = "마스크가 꺼진 유닛을 나타내고 있습니다. 마스크는 남는 유닛을 나타내며, 1은 켜짐을 뜻합니다. '수식'을 보십시오."
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
    return x * mask / (1 - p), ~mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
