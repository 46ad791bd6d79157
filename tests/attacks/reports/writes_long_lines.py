# attack: a line of a megabyte, a million lines, and a text that grows when it is escaped
# exercise: softmax
# answer: right
# verdicts: error,passed
import os

import numpy as np


def attack():
    print("<&\"'>" * 100_000)
    print("x" * 1_000_000)
    os.write(2, b"\n" * 1_000_000)
    os.write(1, b"\x1b" * 500_000)
    raise RuntimeError("&" * 1_000_000 + "\u202e" * 100_000 + "\n" * 100_000)


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
