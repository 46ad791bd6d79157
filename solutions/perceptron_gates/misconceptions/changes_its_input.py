# /// misconception
# en = "`x *= w` writes the products into the caller's array (and fails when x holds integers). Write x * w into a new name."
# ko = "`x *= w`는 호출한 쪽의 배열에 곱을 써 넣습니다(x가 정수 배열이면 오류도 납니다). x * w를 새 이름에 저장하십시오."
# ///

WEIGHTS = {
    "AND": (0.5, 0.5, -0.7),
    "NAND": (-0.5, -0.5, 0.7),
    "OR": (0.6, 0.6, -0.5),
}


def perceptron(x, w, b):
    x *= w
    return 1 if x.sum() + b > 0 else 0


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
