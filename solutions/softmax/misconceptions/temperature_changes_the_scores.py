# /// misconception
# en = "You divide with /=, which writes into the caller's array and cannot store fractions in an array of integers. x / t makes a new array."
# ko = "/=로 나누고 있어서 호출한 쪽의 배열이 바뀌고, 정수 배열에는 소수를 저장할 수도 없습니다. x / t는 새 배열을 만듭니다."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    x /= t
    return softmax(x)
