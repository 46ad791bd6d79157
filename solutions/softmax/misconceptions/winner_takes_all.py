# /// misconception
# en = "You give 1 to the largest score and 0 to the others. Softmax is the *soft* version: every class keeps a share of the probability. See 'The idea'."
# ko = "가장 큰 점수에 1, 나머지에 0을 주고 있습니다. 소프트맥스는 '부드러운' 최댓값이므로 모든 클래스가 확률을 나누어 가집니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def softmax(x):
    top = np.argmax(x, axis=-1)
    return (np.arange(x.shape[-1]) == top[..., np.newaxis]).astype(float)


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
