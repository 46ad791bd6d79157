# wrong: gives up when the loss rises
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    weights = [u]
    for _ in range(steps):
        u = u - lr * grad(u, x, y)
        if loss(u, x, y) > loss(weights[-1], x, y):
            break
        weights.append(u)
    return weights


def diverges(x, lr):
    return lr * x**2 > 1
