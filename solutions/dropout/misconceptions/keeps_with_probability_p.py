# /// misconception
# en = "You keep a unit with probability p. Here p is the probability to drop it: a unit stays where the draw is at least p. See 'The formula'."
# ko = "유닛을 확률 p로 남기고 있습니다. 여기서 p는 끌 확률입니다. 뽑은 수가 p 이상인 유닛이 남습니다. '수식'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = rng.random(x.shape) < p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
