# /// misconception
# en = "You scale by 1 - p when the network is used, which is the older form of dropout. The inverted form divides in training and leaves x alone later. See 'The idea'."
# ko = "신경망을 사용할 때 1 - p를 곱하고 있으며, 이는 예전 방식의 드롭아웃입니다. 역 드롭아웃은 학습할 때 나누고 나중에는 x를 그대로 둡니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def check(p):
    if not 0 <= p < 1:
        raise ValueError(f"p is {p}")


def dropout(x, p, rng, training=True):
    check(p)
    if not training:
        return x * (1 - p), np.ones(x.shape)
    mask = rng.random(x.shape) >= p
    return x * mask, mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask
