# /// misconception
# en = "You drop units even when the network is not training. Then its answers are random: training=False leaves x as it is. See 'What to write'."
# ko = "학습 중이 아닐 때에도 유닛을 끄고 있습니다. 그러면 답이 무작위가 됩니다. training=False이면 x를 그대로 두십시오. '작성할 내용'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
