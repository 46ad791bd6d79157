# wrong: divides by x
def loss(u, x, y):
    return (y - u * x) ** 2


def grad(u, x, y):
    return -2 * x * (y - u * x)


def descend(u, x, y, lr, steps):
    end, r = y / x, 1 - 2 * lr * x * x
    return [end + (u - end) * r**k for k in range(steps + 1)]


def diverges(x, lr):
    return lr * x**2 > 1
