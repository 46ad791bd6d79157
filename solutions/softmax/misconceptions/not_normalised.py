# /// misconception
# en = "You return the exponentials without dividing them by their sum, so a row does not sum to 1. See the last line of 'A worked example'."
# ko = "지수 함수의 값을 합으로 나누지 않고 그대로 반환하고 있어서 행의 합이 1이 아닙니다. '풀이 예제' 표의 마지막 줄을 보십시오."
# ///
import numpy as np


def softmax(x):
    return np.exp(x)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
