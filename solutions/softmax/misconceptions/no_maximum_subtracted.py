# /// misconception
# en = "Your exponentials overflow for large scores. Subtracting each row's maximum first leaves the result as it is and keeps every exponential at most 1. See the end of 'The formula'."
# ko = "점수가 크면 지수 함수가 오버플로합니다. 각 행의 최댓값을 먼저 빼면 결과는 그대로이면서 지수 함수의 값이 1을 넘지 않습니다. '수식'의 마지막 부분을 보십시오."
# ///
import numpy as np


def softmax(x):
    exponentials = np.exp(x)
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
