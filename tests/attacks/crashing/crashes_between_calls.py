# attack: answers at once and dies a moment later, in a thread
# exercise: softmax
# answer: right
# verdicts: crashed,passed
import os
import threading
import time

import numpy as np


def attack():
    def later():
        time.sleep(0.001)
        os._exit(1)

    threading.Thread(target=later).start()
    time.sleep(0.002)


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
