# /// misconception
# en = "You round the probabilities. The next calculation (a logarithm, a gradient) needs all their digits, and small ones become 0. Return them as they are."
# ko = "확률을 반올림하고 있습니다. 이어지는 계산(로그, 기울기)에는 모든 자릿수가 필요하며, 작은 확률은 0이 되어 버립니다. 계산한 값을 그대로 반환하십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return np.round(shifted / np.sum(shifted, axis=-1, keepdims=True), 8)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
