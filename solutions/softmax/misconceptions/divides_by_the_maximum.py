# /// misconception
# en = "The largest value of each of your rows is exactly 1: the exponentials are set against the largest of them and not divided by their sum. See 'The formula'."
# ko = "각 행의 가장 큰 값이 정확히 1입니다. 지수 함수의 값을 그중 가장 큰 값에 맞추었을 뿐, 합으로 나누지 않았습니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    exponentials = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return exponentials / np.max(exponentials, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
