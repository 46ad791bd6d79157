# attack: raises ValueError for everything, as some tests want
# exercise: softmax
# answer: wrong
# verdicts: error,passed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


def softmax(x):
    raise ValueError("no")


def temperature_softmax(x, t):
    raise ValueError("no")
