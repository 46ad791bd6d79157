# /// misconception
# en = "Your triples hold the bias first. Here the order is (w1, w2, b), the bias last."
# ko = "세 수의 맨 앞에 편향을 두었습니다. 여기서는 (w1, w2, b) 순서이며 편향이 마지막입니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (-0.7, 0.5, 0.5),
    "NAND": (0.7, -0.5, -0.5),
    "OR": (-0.5, 0.6, 0.6),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else 0


def gate(name, x1, x2):
    b, w1, w2 = WEIGHTS[name]
    return int(w1 * x1 + w2 * x2 + b > 0)


def AND_gate(x1, x2):
    return gate("AND", x1, x2)


def NAND_gate(x1, x2):
    return gate("NAND", x1, x2)


def OR_gate(x1, x2):
    return gate("OR", x1, x2)


def XOR_gate(x1, x2):
    return AND_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
