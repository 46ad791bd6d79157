"""The cost is a polynomial in w and b: five sums over the data are all that training needs."""
import numpy as np


def sums(x, y):
    x, y = x.astype(float), y.astype(float)
    n = len(x)
    return (x @ x) / n, x.sum() / n, (x @ y) / n, y.sum() / n, (y @ y) / n


def predict(x, w, b):
    return np.polyval([w, b], x)


def cost(x, y, w, b):
    xx, sx, xy, sy, yy = sums(x, y)
    return w * w * xx + b * b + yy + 2 * (w * b * sx - w * xy - b * sy)


def gradients(x, y, w, b):
    xx, sx, xy, sy, _ = sums(x, y)
    return 2 * (w * xx + b * sx - xy), 2 * (w * sx + b - sy)


def fit(x, y, lr=0.01, epochs=2000):
    xx, sx, xy, sy, yy = sums(x, y)
    w = b = 0.0
    way = []
    for _ in range(epochs):
        way.append((w, b))
        w, b = w - 2 * lr * (w * xx + b * sx - xy), b - 2 * lr * (w * sx + b - sy)
    W, B = np.array(way).T
    return w, b, np.mean((np.outer(W, x) + B[:, None] - y) ** 2, axis=1)
