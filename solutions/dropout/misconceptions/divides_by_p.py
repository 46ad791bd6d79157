# /// misconception
# en = "You divide by p. The share that stays is 1 - p, and that is what makes up for the rest. See 'The formula'."
# ko = "p로 나누고 있습니다. 남는 비율은 1 - p이므로 1 - p로 나누어야 빠진 만큼 채워집니다. '수식'을 보십시오."
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
    return x * mask / max(p, 1e-9), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
