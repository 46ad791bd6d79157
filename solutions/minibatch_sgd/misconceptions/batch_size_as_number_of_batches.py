# /// misconception
# en = "You take batch_size for the number of batches. It is the number of samples in each batch. See 'The formula'."
# ko = "batch_size를 배치의 개수로 보고 있습니다. batch_size는 배치 하나에 든 샘플의 수입니다. '수식'을 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [part for part in np.array_split(order, batch_size) if len(part)]


def epochs_to_steps(n, batch_size, epochs):
    return batch_size * epochs


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
