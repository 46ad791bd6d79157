from functools import lru_cache, wraps

import numpy as np


def floats(function):
    @wraps(function)
    def inner(*args, **options):
        return function(*[np.array(a, dtype=float) if isinstance(a, np.ndarray) else a for a in args], **options)

    return inner


@floats
def predict(X, w, b):
    X *= w
    return np.add.reduce(X, axis=1) + b


@floats
def cost(X, y, w, b):
    y -= predict(X, w, b)
    y **= 2
    return np.asarray(np.average(y))


@floats
def gradients(X, y, w, b):
    y = predict(X, w, b) - y
    y *= 2 / len(y)
    return np.tensordot(X, y, axes=(0, 0)), np.asarray(y.sum())


@floats
def fit(X, y, lr=1e-5, epochs=1000):
    w, b = np.zeros(X.shape[-1]), np.zeros(())
    history = []
    while len(history) < epochs:
        history.append(float(cost(X, y, w, b)))
        w, b = (old - lr * slope for old, slope in zip((w, b), gradients(X, y, w, b), strict=True))
    return w, b, tuple(history)


@floats
def normal_equation(X, y):
    A = np.insert(X, X.shape[1], 1.0, axis=1)
    if np.linalg.matrix_rank(A) == A.shape[1]:
        theta = np.linalg.solve(A.T @ A, A.T @ y)
    elif np.linalg.matrix_rank(A) == A.shape[0]:
        theta = A.T @ np.linalg.solve(A @ A.T, y)
    else:
        theta = np.linalg.pinv(A, rcond=1e-10) @ y
    *w, b = theta
    return w, b
