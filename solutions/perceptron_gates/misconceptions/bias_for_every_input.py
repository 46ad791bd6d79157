# /// misconception
# en = "You add the bias to every product, so with d inputs it counts d times. It belongs to the neuron, not to the inputs: add it once, after the sum."
# ko = "곱마다 편향을 더하고 있어 입력이 d개이면 편향이 d번 더해집니다. 편향은 입력이 아니라 뉴런에 속하므로, 곱을 모두 더한 뒤 한 번만 더하십시오."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if np.sum(w * x + b) > 0 else 0


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
