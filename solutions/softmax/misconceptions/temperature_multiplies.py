# /// misconception
# en = "You multiply the scores by the temperature. A high temperature then sharpens, but it has to soften: the scores are divided by t. See 'The formula'."
# ko = "점수에 온도를 곱하고 있습니다. 그러면 온도가 높을수록 분포가 뾰족해지는데, 온도가 높으면 완만해져야 합니다. 점수를 t로 나누십시오. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x * t)
