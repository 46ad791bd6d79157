# attack: a student whose name steers a terminal
# exercise: softmax
# answer: right
# verdicts: error,passed
# student: "\u001b[2J\u001b]0;graded\u0007\u009b31m\b\b\u007f\r100"
import numpy as np

WORDS = "<b>=1+1</b>"


def attack():
    raise RuntimeError(WORDS)


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
