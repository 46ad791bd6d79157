# /// misconception
# en = "For NAND you turned the sign of AND's bias but kept its weights, so it fires at every corner. To swap the two sides of a line, turn all three signs."
# ko = "NAND를 만들면서 AND의 편향만 부호를 뒤집고 가중치는 그대로 두어, 네 점 모두에서 발화합니다. 직선의 두 쪽을 맞바꾸려면 세 수의 부호를 모두 뒤집어야 합니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (0.5, 0.5, 0.7),
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
    return AND_gate(1 - AND_gate(x1, x2), OR_gate(x1, x2))
