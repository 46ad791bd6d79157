# /// misconception
# en = "You fill an array made like x. When x holds integers that array does too, and the scaled units are cut. See 'What to write'."
# ko = "x와 같은 자료형의 배열을 만들어 채우고 있습니다. x가 정수이면 그 배열도 정수여서 키운 값의 소수 부분이 잘립니다. '작성할 내용'을 보십시오."
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
    output = np.zeros_like(x)
    output[mask] = x[mask] / (1 - p)
    return output, mask


def dropout_backward(grad, mask, p):
    check(p)
    return grad * mask / (1 - p)
