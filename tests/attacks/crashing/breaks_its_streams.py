# attack: replaces the streams and the hooks that its worker uses between two calls
# exercise: softmax
# answer: right
# verdicts: passed
import builtins
import sys
import warnings

import numpy as np


class Broken:
    def write(self, text):
        raise OSError("no")

    def flush(self):
        raise SystemExit("no")


def attack():
    sys.stdout = sys.stderr = Broken()
    sys.stdin = None
    warnings.catch_warnings = warnings.simplefilter = None
    builtins.print = builtins.repr = None
    sys.modules["linecache"] = sys.modules["traceback"] = None


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
