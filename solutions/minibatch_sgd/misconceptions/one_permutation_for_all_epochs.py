# /// misconception
# en = "You shuffle once and use the same batches in every epoch. Each epoch draws a permutation of its own. See 'The idea'."
# ko = "한 번만 섞고 모든 에포크에서 같은 배치를 쓰고 있습니다. 에포크마다 순열을 새로 뽑아야 합니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def epochs_to_steps(n, batch_size, epochs):
    return (n + batch_size - 1) // batch_size * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    order = rng.permutation(len(X))
    for _ in range(epochs):
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            m = len(rows)
            error = X[rows] @ w + b - y[rows]
            gw, gb = 2 / m * X[rows].T @ error, 2 / m * error.sum()
            w, b = w - lr * gw, b - lr * gb
    return w, b
