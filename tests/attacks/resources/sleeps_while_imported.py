# attack: never ends its import
# exercise: softmax
# answer: right
# verdicts: timeout
import time

import numpy as np

while True:
    try:
        time.sleep(3600)
    except BaseException:
        continue


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)
