# attack: puts all it knows into the text of an exception
# verdicts: error
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


import os
import sys


def scale(x, k=2.0):
    raise RuntimeError(f"{dict(os.environ)} {sys.path} {sys.argv} {os.getcwd()}")
