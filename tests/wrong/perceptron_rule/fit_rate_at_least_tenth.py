# wrong: a learning rate below 0.1 is taken for 0.1

import numpy as np


def predict(X, w, b):
    return (np.asarray(X) @ w + b > 0).astype(int)


def update(w, b, x, y, lr):
    e = y - int(np.dot(w, x) + b > 0)
    return w + lr * e * x, b + lr * e


def fit(X, y, lr=0.1, epochs=100):
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        wrong = 0
        for x, t in zip(X, y):
            if int(np.dot(w, x) + b > 0) != t:
                wrong += 1
            w, b = update(w, b, x, t, max(lr, 0.1))
        history.append(wrong)
        if wrong == 0:
            break
    return w, b, history
