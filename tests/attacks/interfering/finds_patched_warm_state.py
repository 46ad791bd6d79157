# attack: looks for the patches that another submission left in the warm process
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


import sys

for module in list(sys.modules.values()):
    if hasattr(module, "gradekit_left"):
        print("GRADEKIT-BREACHED", module)
if np.pi == 3.0 or np.e == 3.0:
    print("GRADEKIT-BREACHED numbers were changed")
