# attack: lies beside a course, a suite, a secret and results of its own
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
