# /// misconception
# en = "You drop whole samples. Dropout switches off single units: the draw has the shape of x. See 'The formula'."
# ko = "샘플을 통째로 끄고 있습니다. 드롭아웃은 유닛을 하나씩 끄며, 뽑은 수의 모양은 x와 같습니다. '수식'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = np.broadcast_to(rng.random((len(x),) + (1,) * (x.ndim - 1)), x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
