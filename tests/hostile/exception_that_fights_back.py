# attack: an exception whose text, class and traceback raise or never end
# verdicts: crashed
# worth: 50
import numpy as np

LIMIT = 8.0


def row_sums(x):
    x = np.asarray(x)
    if x.ndim != 2:
        raise ValueError("x must have rows")
    return x.sum(axis=1)


class Awkward(Exception):
    def __str__(self):
        raise SystemExit

    __repr__ = __str__
    __traceback__ = property(lambda self: 1 / 0)


def scale(x, k=2.0):
    raise Awkward
