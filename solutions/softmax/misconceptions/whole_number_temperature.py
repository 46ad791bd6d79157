# /// misconception
# en = "You divide with //, which cuts the quotients to whole numbers. The temperature needs the real division, x / t."
# ko = "//로 나누고 있어서 몫의 소수 부분이 잘립니다. 온도에는 실수 나눗셈 x / t가 필요합니다."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x // t)
