# /// misconception
# en = "You return the logarithms of the probabilities: they are negative and do not sum to 1. Softmax is the probability itself."
# ko = "확률의 로그를 반환하고 있습니다. 이 값은 음수이고 합도 1이 아닙니다. 소프트맥스는 확률 자체입니다."
# ///
import numpy as np


def softmax(x):
    shifted = x - np.max(x, axis=-1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
