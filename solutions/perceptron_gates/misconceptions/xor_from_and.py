# /// misconception
# en = "You join AND and OR with AND. AND(1,1) and OR(1,1) are both 1, so this is AND again; XOR needs \"not both\", which is NAND."
# ko = "AND와 OR의 출력을 AND로 이었습니다. (1,1)에서는 둘 다 1이므로 다시 AND가 됩니다. XOR에는 \"둘 다는 아님\", 곧 NAND가 필요합니다."
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
    return AND_gate(AND_gate(x1, x2), OR_gate(x1, x2))
