# /// misconception
# en = "Your exponents have the wrong sign, so the smallest score gets the largest probability. The shifted score is x minus the maximum, not the maximum minus x."
# ko = "지수의 부호가 반대여서 가장 작은 점수의 확률이 가장 큽니다. 최댓값에서 x를 빼는 것이 아니라 x에서 최댓값을 빼야 합니다."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(np.min(x, axis=-1, keepdims=True) - x)
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
