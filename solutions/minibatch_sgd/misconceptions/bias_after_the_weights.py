# /// misconception
# en = "You move w first and compute the error again for b. Both gradients come from the same error. See 'Hint 3'."
# ko = "w를 먼저 옮긴 다음 오차를 다시 구해 b를 옮기고 있습니다. 두 기울기는 같은 오차에서 구해야 합니다. '힌트 3'을 보십시오."
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
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            m = len(rows)
            error = X[rows] @ w + b - y[rows]
            w = w - lr * 2 / m * X[rows].T @ error
            error = X[rows] @ w + b - y[rows]
            b = b - lr * 2 / m * error.sum()
    return w, b
