# /// misconception
# en = "You take one step an epoch, with the gradient of all samples. SGD takes a step after every batch. See 'The idea'."
# ko = "모든 샘플의 기울기로 에포크마다 한 스텝만 움직이고 있습니다. SGD는 배치마다 한 스텝을 움직입니다. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def epochs_to_steps(n, batch_size, epochs):
    return (n + batch_size - 1) // batch_size * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in [0]:
            rows = order
            m = len(rows)
            error = X[rows] @ w + b - y[rows]
            gw, gb = 2 / m * X[rows].T @ error, 2 / m * error.sum()
            w, b = w - lr * gw, b - lr * gb
    return w, b
