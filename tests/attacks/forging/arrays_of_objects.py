# attack: returns arrays of objects, of records and of text
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


class Gadget:
    def __reduce__(self):
        return print, ("GRADEKIT-BREACHED",)

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__


def softmax(x):
    return np.full(np.shape(x), Gadget(), dtype=object)


def temperature_softmax(x, t):
    return np.zeros(np.shape(x), dtype=[("value", "f8"), ("anything", "O")])
