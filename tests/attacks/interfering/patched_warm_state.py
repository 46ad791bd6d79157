# attack: patches numpy, the standard library and interned objects where the next fork might find them
# exercise: softmax
# answer: right
# verdicts: passed
import numpy as np


def softmax(x):
    x = np.asarray(x, dtype=np.float64)
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def temperature_softmax(x, t):
    if t <= 0:
        raise ValueError("the temperature must be above 0")
    return softmax(np.asarray(x) / t)


import ctypes
import json
import sys

if getattr(np, "gradekit_left", None) or getattr(json, "gradekit_left", None) or hasattr(sys, "gradekit_left"):
    print("GRADEKIT-BREACHED the warm process kept a patch")
np.gradekit_left = json.gradekit_left = sys.gradekit_left = True
for module in list(sys.modules.values()):
    try:
        module.gradekit_left = True
    except (AttributeError, TypeError):
        continue
# Memory that was shared with the warm process at the fork: the text of numpy's own documentation, and the small integer 251.
address = id(251) + 24
ctypes.memmove(address, (252).to_bytes(4, "little"), 4)
ctypes.memmove(address, (251).to_bytes(4, "little"), 4)
np.pi = np.e = 3.0
