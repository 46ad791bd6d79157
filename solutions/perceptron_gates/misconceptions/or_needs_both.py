# /// misconception
# en = "The bias of your OR is too strong: one input alone does not lift the sum above 0, so your OR is another AND."
# ko = "OR의 편향이 너무 강합니다. 입력 하나만으로는 합이 0보다 커지지 않아, OR가 또 하나의 AND가 되어 있습니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.7),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b > 0 else 0


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
    return AND_gate(NAND_gate(x1, x2), NAND_gate(1 - x1, 1 - x2))
