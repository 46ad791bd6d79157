# /// misconception
# en = "You apply the softmax twice: once to the scores and once more to the probabilities divided by t. The scores are divided by t and then go through one softmax."
# ko = "소프트맥스를 두 번 적용하고 있습니다. 한 번은 점수에, 또 한 번은 t로 나눈 확률에 적용합니다. 점수를 t로 나눈 뒤 소프트맥스를 한 번만 적용하십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(softmax(x) / t)
