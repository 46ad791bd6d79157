# /// misconception
# en = "You clip the scores to keep them from overflowing, so large scores that differ come out equal. Shift the row instead: that changes nothing in the result. See the end of 'The formula'."
# ko = "오버플로를 막으려고 점수를 일정 범위로 잘라서, 서로 다른 큰 점수가 같아집니다. 자르지 말고 행 전체를 옮기십시오. 그러면 결과가 달라지지 않습니다. '수식'의 마지막 부분을 보십시오."
# ///
import numpy as np


def softmax(x):
    exponentials = np.exp(np.clip(x, -500, 500))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
