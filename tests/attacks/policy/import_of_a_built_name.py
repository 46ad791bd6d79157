# attack: imports torch and its kin by names put together at run time
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import importlib

for parts in (("to", "rch"), ("sci", "py.special"), ("skl", "earn"), ("tensor", "flow"), ("ja", "x"), ("gradekit", ".testing"), ("_py", "test")):
    try:
        torch = importlib.import_module("".join(parts))
        print("GRADEKIT-BREACHED", torch)
    except ImportError:
        continue
