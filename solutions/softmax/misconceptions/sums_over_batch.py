# /// misconception
# en = "Your rows are divided by the sum over the whole batch: softmax normalises each row on its own. See 'The formula'."
# ko = "배치 전체의 합으로 나누고 있습니다. 소프트맥스는 각 행을 따로 정규화합니다. '수식'을 다시 보십시오."
# ///
import numpy as np


def softmax(x):
    exponentials = np.exp(x - np.max(x))
    return exponentials / np.sum(exponentials)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
