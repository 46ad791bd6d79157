# /// misconception
# en = "Your perceptron fires when the sum is exactly 0: it must be above 0. Compare with > and not >=; 'The formula' says why."
# ko = "합이 정확히 0일 때도 발화하고 있습니다. 합이 0보다 커야 발화하므로 >=가 아니라 >로 비교해야 합니다. 그 까닭은 '수식'에 있습니다."
# ///

import numpy as np

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    return 1 if np.dot(w, x) + b >= 0 else 0


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
