# /// misconception
# en = "You divide the scores by their maximum instead of subtracting it. Only a shift leaves the result as it is; a scaling changes the ratios. See the end of 'The formula'."
# ko = "점수에서 최댓값을 빼지 않고 최댓값으로 나누고 있습니다. 결과가 그대로인 것은 상수를 더하거나 뺄 때뿐이며, 나누면 비율이 달라집니다. '수식'의 마지막 부분을 보십시오."
# ///
import numpy as np


def softmax(x):
    scaled = np.exp(x / np.max(np.abs(x), axis=-1, keepdims=True))
    return scaled / np.sum(scaled, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
