# wrong: other names for the parameters
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, eta, n):
    weights = [u]
    for _ in range(n):
        u = u - eta * grad(u, x, y)
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
