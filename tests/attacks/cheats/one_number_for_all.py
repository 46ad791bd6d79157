# attack: returns a single number, or arrays that would be stretched to any shape
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import itertools

SHAPES = itertools.cycle([(), (1,), (1, 1), (1, 0), (3, 1, 1)])


def softmax(x):
    return np.full(next(SHAPES), 0.5)


def temperature_softmax(x, t):
    return np.broadcast_to(0.5, (2000, 2000, 2000)) if np.ndim(x) > 1 else 0.5
