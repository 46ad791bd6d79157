"""No NumPy at all: a loop, Python ints, and whole-number weights in lists."""

WEIGHTS = {"AND": [2, 2, -3], "NAND": [-2, -2, 3], "OR": [2, 2, -1]}


def perceptron(x, w, b):
    total = 0
    for i in range(len(x)):
        total += x[i] * w[i]
    total += b
    if total > 0:
        return 1
    return 0


def AND_gate(x1, x2):
    return perceptron([x1, x2], WEIGHTS["AND"][:2], WEIGHTS["AND"][2])


def NAND_gate(x1, x2):
    return perceptron([x1, x2], WEIGHTS["NAND"][:2], WEIGHTS["NAND"][2])


def OR_gate(x1, x2):
    return perceptron([x1, x2], WEIGHTS["OR"][:2], WEIGHTS["OR"][2])


def XOR_gate(x1, x2):
    nand, either = NAND_gate(x1, x2), OR_gate(x1, x2)
    return AND_gate(nand, either)
