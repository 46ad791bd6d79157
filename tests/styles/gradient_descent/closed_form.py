def loss(u, x, y):
    return y * y - 2 * u * x * y + (u * x) ** 2


def grad(u, x, y):
    return 2 * x * x * u - 2 * x * y


def descend(u, x, y, lr, steps):
    if x == 0:
        return [u] * (steps + 1)
    lowest = y / x
    ratio = 1 - 2 * lr * x * x
    return [u] + [lowest + (u - lowest) * ratio**k for k in range(1, steps + 1)]


def diverges(x, lr):
    return abs(1 - 2 * lr * x * x) > 1
