# /// misconception
# en = "Your perceptron answers -1 where it does not fire. Here the two answers are 1 and 0; ±1 is the convention of other exercises."
# ko = "발화하지 않을 때 -1을 출력하고 있습니다. 여기서 출력은 1과 0입니다. ±1을 쓰는 것은 다른 과제의 약속입니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else -1


def gate(name, x1, x2):
    w1, w2, b = WEIGHTS[name]
    return int(w1 * x1 + w2 * x2 + b > 0)


def AND_gate(x1, x2):
    return gate("AND", x1, x2)


def NAND_gate(x1, x2):
    return gate("NAND", x1, x2)


def OR_gate(x1, x2):
    return gate("OR", x1, x2)


def XOR_gate(x1, x2):
    return AND_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
