# /// misconception
# en = "Your units that stay are as large as before, so the next layer gets too little in training. Divide them by 1 - p. See 'The formula'."
# ko = "남은 유닛의 크기가 그대로여서 학습 중에 다음 층이 받는 값이 너무 작습니다. 1 - p로 나누십시오. '수식'을 보십시오."
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
    return x * mask, mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
