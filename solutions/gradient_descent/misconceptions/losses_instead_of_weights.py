# /// misconception
# en = "Your list holds the losses along the way. The weights are asked for."
# ko = "리스트에 손실이 들어 있습니다. 구해야 하는 것은 가중치입니다."
# ///
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return [loss(each, x, y) for each in weights]


def diverges(x, lr):
    return lr * x**2 > 1
