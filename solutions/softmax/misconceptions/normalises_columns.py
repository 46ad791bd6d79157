# /// misconception
# en = "Your columns sum to 1, not your rows: a sample is a row, so maximum and sum run along the last axis. See 'The formula'."
# ko = "행이 아니라 열의 합이 1이 됩니다. 한 행이 한 샘플이므로 최댓값과 합은 마지막 축을 따라 구해야 합니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=0, keepdims=True))
    return shifted / np.sum(shifted, axis=0, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
