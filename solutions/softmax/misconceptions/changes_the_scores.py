# /// misconception
# en = "You work in the caller's array: -= writes into x, and the scores are gone after the call. x - maximum makes a new array instead."
# ko = "호출한 쪽의 배열에서 직접 계산하고 있습니다. -=는 x를 고치므로 호출한 뒤에는 점수가 사라집니다. x - 최댓값은 새 배열을 만듭니다."
# ///
import numpy as np


def softmax(x):
    x -= np.max(x, axis=-1, keepdims=True)
    exponentials = np.exp(x)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
