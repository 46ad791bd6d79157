# attack: leaves a call by SystemExit with every code that somebody may take for success
# exercise: softmax
# answer: wrong
# verdicts: error
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


CODES = iter([0, None, True, "passed", 5, 255, -1] * 100)


def softmax(x):
    raise SystemExit(next(CODES))


def temperature_softmax(x, t):
    import sys

    sys.exit(0)
