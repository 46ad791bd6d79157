# /// misconception
# en = "You divide the probabilities by t, so they no longer sum to 1. The temperature divides the scores, before the softmax. See 'The formula'."
# ko = "확률을 t로 나누고 있어서 합이 1이 되지 않습니다. 온도는 소프트맥스를 계산하기 전에 점수를 나눕니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x) / t
