# wrong: slopes beyond 1 are cut
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return max(-1.0, min(1.0, -2 * x * (y - u * x)))


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u + 2 * lr * x * (y - u * x)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
