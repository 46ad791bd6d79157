# /// misconception
# en = "Your list begins after the first step. The start belongs in it, as its first value: steps + 1 values in all."
# ko = "리스트가 첫 갱신 뒤의 값부터 시작합니다. 처음 값이 맨 앞에 있어야 하므로 모두 steps + 1개입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = []
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
