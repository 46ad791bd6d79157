# /// misconception
# en = "You subtract the maximum of the whole batch: a row that lies far below it turns into zeros, and 0 / 0 is nan. Each row needs its own maximum. See 'Hint 2'."
# ko = "배치 전체의 최댓값을 빼고 있습니다. 그보다 훨씬 작은 행은 모두 0이 되고 0 / 0은 nan입니다. 행마다 자신의 최댓값을 빼야 합니다. '힌트 2'를 보십시오."
# ///
import numpy as np


def softmax(x):
    exponentials = np.exp(x - np.max(x, initial=-np.inf))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
