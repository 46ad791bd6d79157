# attack: takes the worker's own modules and builtins apart
# verdicts: crashed
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import builtins
import sys


def scale(x, k=2.0):
    for name in list(sys.modules):
        if name.startswith("inside"):
            vars(sys.modules[name]).clear()
    builtins.isinstance = builtins.type = builtins.len = None
    return x
