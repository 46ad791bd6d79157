# /// misconception
# en = "You raise 10 to the scores instead of e = 2.71828…: the ratios of the probabilities come out too large. See 'The formula'."
# ko = "e = 2.71828…이 아니라 10의 거듭제곱을 쓰고 있어서 확률의 비율이 너무 큽니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = 10.0 ** (x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
