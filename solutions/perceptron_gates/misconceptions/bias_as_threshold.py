# /// misconception
# en = "You subtract b (or compare w·x with b), as if it were a threshold. The bias is added: w·x + b > 0. A threshold t is the bias b = -t."
# ko = "b를 임계값처럼 빼고 있습니다(w·x를 b와 비교하는 것과 같습니다). 편향은 더하는 값이어서 w·x + b > 0입니다. 임계값 t는 편향 b = -t에 해당합니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) > b else 0


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
