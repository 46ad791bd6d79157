# /// misconception
# en = "Your temperature has no effect on the result: it is checked, but the scores are never divided by it. See 'The formula'."
# ko = "온도가 결과에 아무 영향을 주지 않습니다. 온도를 검사하기만 하고 점수를 온도로 나누지 않았습니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x)
