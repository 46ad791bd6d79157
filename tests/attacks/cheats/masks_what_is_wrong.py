# attack: returns masked arrays whose every entry is masked, and matrices
# exercise: softmax
# answer: wrong
# verdicts: failed
import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))


def softmax(x):
    return np.ma.array(np.zeros(np.shape(x)), mask=True)


def temperature_softmax(x, t):
    return np.matrix(np.zeros(np.shape(np.atleast_2d(x))))
