# /// misconception
# en = "Your perceptron looks at x[0] and x[1] only. It should sum over all d inputs, however many there are."
# ko = "퍼셉트론이 x[0]과 x[1]만 보고 있습니다. 입력이 몇 개이든 d개 모두에 대해 곱을 더해야 합니다."
# ///

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if w[0] * x[0] + w[1] * x[1] + b > 0 else 0


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
