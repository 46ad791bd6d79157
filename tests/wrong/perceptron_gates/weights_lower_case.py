# The keys of WEIGHTS are in lower case.

import numpy as np

WEIGHTS = {
    "and": (0.5, 0.5, -0.7),
    "nand": (-0.5, -0.5, 0.7),
    "or": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else 0


def gate(name, x1, x2):
    w1, w2, b = WEIGHTS[name.lower()]
    return perceptron(np.array([x1, x2]), np.array([w1, w2]), b)


def AND_gate(x1, x2):
    return gate("AND", x1, x2)


def NAND_gate(x1, x2):
    return gate("NAND", x1, x2)


def OR_gate(x1, x2):
    return gate("OR", x1, x2)


def XOR_gate(x1, x2):
    return AND_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
