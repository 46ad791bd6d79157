# attack: reads a mapped file beyond its end: SIGBUS
# exercise: softmax
# answer: right
# verdicts: crashed,passed
import mmap
import os

import numpy as np


def attack():
    with open("short", "w+b") as file:
        file.write(bytes(1 << 16))
        file.flush()
        view = mmap.mmap(file.fileno(), 1 << 16)
        os.ftruncate(file.fileno(), 0)
        view[1 << 15]


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
