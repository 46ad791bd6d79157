# /// misconception
# en = "Your weights put some corners exactly on the line: their sum is 0, and 0 does not fire. They would work with >= 0; move the bias so that no sum is 0."
# ko = "가중치가 일부 점을 정확히 직선 위에 놓습니다. 그 점에서는 합이 0이고, 0이면 발화하지 않습니다. >= 0이라면 작동할 가중치이므로, 합이 0인 점이 없도록 편향을 옮기십시오."
# ///

import numpy as np

WEIGHTS = {
    "AND": (1.0, 1.0, -2.0),
    "NAND": (-1.0, -1.0, 1.0),
    "OR": (1.0, 1.0, -1.0),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else 0


def gate(name, x1, x2):
    w1, w2, b = WEIGHTS[name]
    return int(w1 * x1 + w2 * x2 + b >= 0)


def AND_gate(x1, x2):
    return gate("AND", x1, x2)


def NAND_gate(x1, x2):
    return gate("NAND", x1, x2)


def OR_gate(x1, x2):
    return gate("OR", x1, x2)


def XOR_gate(x1, x2):
    return AND_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
