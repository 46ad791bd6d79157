import numpy as np


def predict(X, w, b):
    out = []
    for row in X.tolist():
        total = float(b)
        for value, weight in zip(row, w):
            total += value * float(weight)
        out.append(total)
    return out


def cost(X, y, w, b):
    total = 0.0
    for p, t in zip(predict(X, w, b), y.tolist()):
        total += (p - t) * (p - t)
    return total / len(y)


def gradients(X, y, w, b):
    n, d = X.shape
    dw, db = [0.0] * d, 0.0
    p = predict(X, w, b)
    for i in range(n):
        e = p[i] - float(y[i])
        for j in range(d):
            dw[j] += 2 * e * float(X[i, j]) / n
        db += 2 * e / n
    return dw, db


def fit(X, y, lr=1e-5, epochs=1000):
    w, b, history = [0.0] * X.shape[1], 0.0, []
    for _ in range(epochs):
        history.append(cost(X, y, w, b))
        dw, db = gradients(X, y, w, b)
        w = [value - lr * slope for value, slope in zip(w, dw)]
        b -= lr * db
    return w, b, history


def normal_equation(X, y):
    rows = np.array([[*map(float, row), 1.0] for row in X])
    answer, *_ = np.linalg.lstsq(rows, y, rcond=None)
    return list(answer[:-1]), float(answer[-1])
