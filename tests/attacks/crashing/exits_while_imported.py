# attack: ends its process while it is imported, with a code that looks like success
# exercise: softmax
# answer: right
# verdicts: crashed
import os

import numpy as np

os._exit(0)


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
