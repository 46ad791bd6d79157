# /// misconception
# en = "You refuse negative temperatures but let 0 through, which divides by zero. The condition is t > 0, so 0 is refused too."
# ko = "음수 온도는 거부하지만 0은 받아들여 0으로 나누게 됩니다. 조건은 t > 0이므로 0도 거부해야 합니다."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t < 0:
        raise ValueError("the temperature must not be negative")
    return softmax(x / t)
