# /// misconception
# en = "You never check the temperature: 0 divides by zero, and a negative one turns the order of the classes around. Raise ValueError unless t > 0."
# ko = "온도를 검사하지 않습니다. 0이면 0으로 나누게 되고, 음수이면 클래스의 순서가 뒤집힙니다. t > 0이 아니면 ValueError를 일으키십시오."
# ///
import numpy as np


def softmax(x):
    shifted = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return shifted / np.sum(shifted, axis=-1, keepdims=True)


def temperature_softmax(x, t):
    return softmax(x / t)
