# /// misconception
# en = "The sums of your rows have lost their axis, so they are matched with the columns instead of the rows. keepdims=True keeps each sum beside its row."
# ko = "행마다 구한 합에서 축이 사라져, 합이 행이 아니라 열에 맞추어집니다. keepdims=True를 쓰면 각 합이 해당 행 옆에 그대로 놓입니다."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
