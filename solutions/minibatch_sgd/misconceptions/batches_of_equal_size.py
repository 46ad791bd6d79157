# /// misconception
# en = "You make the batches equally long, so none has the batch size asked for. All but the last have exactly batch_size samples. See 'The formula'."
# ko = "배치의 길이를 고르게 나누고 있어서 정해진 배치 크기와 달라집니다. 마지막을 뺀 모든 배치에는 정확히 batch_size개가 들어갑니다. '수식'을 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return np.array_split(order, max(1, -(-n // batch_size)))[: -(-n // batch_size)]


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
