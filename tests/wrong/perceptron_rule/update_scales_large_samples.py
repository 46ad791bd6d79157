# wrong: a sample longer than 100 is scaled down

import numpy as np


def predict(X, w, b):
    return (np.asarray(X) @ w + b > 0).astype(int)


def fit(X, y, lr=0.1, epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(X, y):
            if int(np.dot(w, x) + b > 0) != t:
                wrong += 1
            w, b = update(w, b, x, t, lr)
        history.append(wrong)
        if wrong == 0:
            break
    return w, b, history


def update(w, b, x, y, lr):
    e = y - int(np.dot(w, x) + b > 0)
    return w + lr * e * x / max(1.0, np.linalg.norm(x) / 100), b + lr * e
