# /// misconception
# en = "You join NAND and OR with OR. At every corner at least one of the two is 1, so the answer is always 1; XOR needs both at once."
# ko = "NAND와 OR의 출력을 OR로 이었습니다. 어느 점에서나 둘 중 하나는 1이므로 항상 1이 나옵니다. XOR는 둘이 동시에 1이어야 합니다."
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
    return OR_gate(NAND_gate(x1, x2), OR_gate(x1, x2))
