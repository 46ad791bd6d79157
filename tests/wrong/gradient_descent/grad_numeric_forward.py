# wrong: a one-sided difference quotient
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    h = 1e-6
    return (loss(u + h, x, y) - loss(u, x, y)) / h


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
