# attack: imports that the policy refuses and quotes, with look-alike and hostile names
# exercise: softmax
# answer: wrong
# verdicts: refused
# status: refused
import ｔorch


import numpy as np


def softmax(x):
    return np.zeros(np.shape(x))


def temperature_softmax(x, t):
    return np.zeros(np.shape(x))
