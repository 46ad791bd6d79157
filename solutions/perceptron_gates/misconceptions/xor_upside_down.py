# /// misconception
# en = "Your XOR answers 1 where the inputs are equal: that is XNOR. XOR is 1 where they differ."
# ko = "두 입력이 같을 때 1을 출력하고 있습니다. 그것은 XNOR입니다. XOR는 두 입력이 다를 때 1입니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
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
    return NAND_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
