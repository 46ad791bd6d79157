import numpy as np


def loss(u, x, y):
    return np.square(np.float64(y) - np.float64(u) * x)


def grad(u, x, y):
    return np.multiply(-2.0 * x, y - u * np.float64(x))


def descend(u, x, y, lr, steps):
    weights = np.empty(steps + 1)
    weights[0] = u
    for k in range(steps):
        weights[k + 1] = weights[k] - lr * grad(weights[k], x, y)
    return weights


def diverges(x, lr):
    with np.errstate(divide="ignore"):
        return np.greater(lr, np.float64(1) / np.square(np.float64(x)))
