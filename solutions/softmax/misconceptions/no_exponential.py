# /// misconception
# en = "You divide the scores themselves by their sum. Scores may be negative or sum to 0; it is the exponentials that are normalised. See 'The formula'."
# ko = "점수 자체를 점수의 합으로 나누고 있습니다. 점수는 음수일 수도 있고 합이 0일 수도 있습니다. 정규화할 것은 지수 함수의 값입니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    return x / np.sum(x, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
