# /// misconception
# en = "Your mask holds 1 / (1 - p) in place of ones. A mask says only which units stay; the scale comes with p. See 'What to write'."
# ko = "마스크에 1 대신 1 / (1 - p)이 들어 있습니다. 마스크는 어떤 유닛이 남는지만 나타내며, 배수는 p에서 구합니다. '작성할 내용'을 보십시오."
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
    mask = mask / (1 - p)
    return x * mask, mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask
