# /// misconception
# en = "Your list has one value too few: it lacks the weight after the last step. The start and one value for each step make steps + 1."
# ko = "리스트에 값이 하나 모자랍니다. 마지막 갱신 뒤의 가중치가 빠졌습니다. 처음 값과 갱신마다의 값을 합하면 steps + 1개입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = []
    for _ in range(steps):
        weights.append(u)
        u = u - lr * grad(u, x, y)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
