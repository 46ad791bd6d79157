# /// misconception
# en = "You divide by the share of units that happened to stay. The factor is the same every time, 1 / (1 - p). See 'The formula'."
# ko = "우연히 남은 유닛의 비율로 나누고 있습니다. 배수는 언제나 1 / (1 - p)로 같습니다. '수식'을 보십시오."
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
    return x * mask / max(np.mean(mask), 1e-9) if mask.size else x, mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
