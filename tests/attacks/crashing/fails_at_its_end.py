# attack: raises where nobody catches: finalisers, hooks, handlers at exit
# exercise: softmax
# answer: right
# verdicts: passed
import atexit
import gc
import sys
import threading
import weakref

import numpy as np


class Faulty:
    def __del__(self):
        raise MemoryError("in a finaliser")


def fails(*args, **kwargs):
    raise SystemExit("in a hook")


sys.excepthook = sys.unraisablehook = threading.excepthook = fails
gc.callbacks.append(fails)
atexit.register(fails)
sys.settrace(None)


def attack():
    kept = Faulty()
    weakref.finalize(kept, fails)
    kept.itself = kept
    del kept
    gc.collect()


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
