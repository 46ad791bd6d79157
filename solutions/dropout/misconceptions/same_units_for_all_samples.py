# /// misconception
# en = "You draw one row and use it for the whole batch. Each unit of each sample is drawn on its own: the draw has the shape of x. See 'The formula'."
# ko = "한 행만 뽑아 배치 전체에 쓰고 있습니다. 샘플마다 유닛마다 따로 뽑아야 하며, 뽑은 수의 모양은 x와 같습니다. '수식'을 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x, np.ones(x.shape)
    mask = np.broadcast_to(rng.random(x.shape[-1]), x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
