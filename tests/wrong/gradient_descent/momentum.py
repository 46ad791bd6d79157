# wrong: the last step goes on a little
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights, v = [u], 0.0
    for _ in range(steps):
        v = 0.1 * v - lr * grad(u, x, y)
        u = u + v
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
