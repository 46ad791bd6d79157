# /// misconception
# en = "You draw each batch on its own, so some samples come twice in an epoch and others never. Cut one permutation instead. See 'The formula'."
# ko = "배치를 하나씩 따로 뽑고 있어서 한 에포크에 어떤 샘플은 두 번 나오고 어떤 샘플은 나오지 않습니다. 순열 하나를 나누십시오. '수식'을 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    return [rng.choice(n, min(batch_size, n - i), replace=False) for i in range(0, n, batch_size)]


def epochs_to_steps(n, batch_size, epochs):
    return (n + batch_size - 1) // batch_size * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            m = len(rows)
            error = X[rows] @ w + b - y[rows]
            gw, gb = 2 / m * X[rows].T @ error, 2 / m * error.sum()
            w, b = w - lr * gw, b - lr * gb
    return w, b
