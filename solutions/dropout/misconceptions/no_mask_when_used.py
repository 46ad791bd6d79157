# /// misconception
# en = "When it is not training you return no mask. A mask of ones, with the shape of x, belongs to the answer. See 'What to write'."
# ko = "학습 중이 아닐 때 마스크를 반환하지 않습니다. 모양이 x와 같고 모두 1인 마스크도 함께 반환해야 합니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, None
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
