# /// misconception
# en = "You draw from a normal distribution. A uniform draw from [0, 1) is below p with probability p; a normal one is not. See 'The formula'."
# ko = "정규 분포에서 뽑고 있습니다. [0, 1)에서 균등하게 뽑은 수는 확률 p로 p보다 작지만, 정규 분포에서는 그렇지 않습니다. '수식'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.normal(size=x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
