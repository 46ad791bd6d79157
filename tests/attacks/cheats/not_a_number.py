# attack: answers with NaN and infinity, which no comparison finds unequal to anything smaller
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


import itertools

VALUES = itertools.cycle([np.nan, np.inf, -np.inf, np.float64("nan")])


def softmax(x):
    return np.full(np.shape(x), next(VALUES))


def temperature_softmax(x, t):
    return np.ma.masked_all(np.shape(x))
