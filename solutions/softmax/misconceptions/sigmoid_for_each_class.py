# /// misconception
# en = "You squash each score on its own with a sigmoid. In softmax the classes compete: every exponential is divided by the sum of all of them. See 'The formula'."
# ko = "각 점수에 시그모이드를 따로 적용하고 있습니다. 소프트맥스에서는 클래스들이 경쟁하므로 각 지수 함수의 값을 모든 값의 합으로 나눕니다. '수식'을 보십시오."
# ///
import numpy as np


def softmax(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def temperature_softmax(x, t):
    if not t > 0:
        raise ValueError("the temperature must be above 0")
    return softmax(x / t)
