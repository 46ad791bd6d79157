# attack: prints from threads while it computes, and before and after it answers
# exercise: softmax
# answer: right
# verdicts: error
import sys
import threading

import numpy as np


def flood():
    while True:
        sys.stderr.write("x" * 10_000 + "\n")


for _ in range(3):
    threading.Thread(target=flood, daemon=True).start()


def attack():
    threading.Event().wait(5)


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
