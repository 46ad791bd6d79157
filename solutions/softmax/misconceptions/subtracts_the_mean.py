# /// misconception
# en = "You subtract the mean of each row, so a score far above the mean still overflows. Only the maximum makes every exponent at most 0. See 'Hint 2'."
# ko = "각 행의 평균을 빼고 있어서 평균보다 훨씬 큰 점수는 여전히 오버플로합니다. 최댓값을 빼야 모든 지수가 0 이하가 됩니다. '힌트 2'를 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.mean(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
