# /// misconception
# en = "You subtract the smallest score of each row, which leaves the largest ones free to overflow. It is the largest score that has to become 0. See 'Hint 2'."
# ko = "각 행에서 가장 작은 점수를 빼고 있어서 큰 점수는 여전히 오버플로합니다. 0이 되어야 하는 것은 가장 큰 점수입니다. '힌트 2'를 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.min(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
