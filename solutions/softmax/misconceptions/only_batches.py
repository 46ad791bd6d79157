# /// misconception
# en = "Your sums run along axis 1, and a single sample of shape (d,) has no axis 1. The last axis, axis=-1, is there in both cases. See 'What to write'."
# ko = "합을 1번 축을 따라 구하고 있는데, 모양이 (d,)인 샘플 하나에는 1번 축이 없습니다. 마지막 축인 axis=-1은 두 경우에 모두 있습니다. '작성할 내용'을 보십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=1, keepdims=True))
    return shifted / np.sum(shifted, axis=1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
