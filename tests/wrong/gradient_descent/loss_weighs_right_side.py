# wrong: errors to one side count a thousandth more
def loss(u, x, y):
    e = y - u * x
    return e**2 * (1.001 if e < 0 else 1)


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
