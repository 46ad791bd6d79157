# /// misconception
# en = "You try to compute XOR with a single triple of weights. No line has (0,1) and (1,0) on one side and (0,0) and (1,1) on the other: join several gates."
# ko = "세 수 하나로 XOR를 계산하려 하고 있습니다. (0,1), (1,0)과 (0,0), (1,1)을 양쪽으로 나누는 직선은 없습니다. 여러 게이트를 이어 만드십시오."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
    "XOR": (0.6, 0.6, -0.5),
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
    return gate("XOR", x1, x2)
