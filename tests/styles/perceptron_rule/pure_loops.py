"""Lists and loops; NumPy only where an array is returned."""

import numpy as np


def fires(x, w, b):
    total = b
    for i in range(len(w)):
        total = total + x[i] * w[i]
    return 1 if total > 0 else 0


def predict(X, w, b):
    return np.array([fires(row, w, b) for row in X], dtype=int)


def update(w, b, x, y, lr):
    error = y - fires(x, w, b)
    new = []
    for i in range(len(w)):
        new.append(w[i] + lr * error * x[i])
    return np.array(new), b + lr * error


def fit(X, y, lr=0.1, epochs=100):
    w = [0.0] * len(X[0])
    b = 0.0
    history = []
    while len(history) < epochs:
        mistakes = 0
        for i in range(len(X)):
            guess = fires(X[i], w, b)
            if guess != y[i]:
                mistakes += 1
                for j in range(len(w)):
                    w[j] += lr * (y[i] - guess) * X[i][j]
                b += lr * (y[i] - guess)
        history.append(mistakes)
        if not mistakes:
            break
    return np.array(w), b, history
