# /// misconception
# en = "You turn the sum into an integer before you compare it, so every sum between 0 and 1 becomes 0 and does not fire. Compare first, then make 1 or 0 of it."
# ko = "비교하기 전에 합을 정수로 바꾸고 있어, 0과 1 사이의 합이 모두 0이 되어 발화하지 않습니다. 먼저 비교하고, 그 결과를 1 또는 0으로 나타내십시오."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    s = int(np.dot(w, x) + b)
    return 1 if s > 0 else 0


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
