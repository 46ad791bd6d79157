# /// misconception
# en = "You deal the samples out like cards, every so-many-th to the same batch. A batch is a run of neighbours in the permutation. See 'A worked example'."
# ko = "카드를 나누듯 일정한 간격으로 샘플을 뽑아 배치를 만들고 있습니다. 배치는 순열에서 이웃한 원소들입니다. '풀이 예제'를 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    count = -(-n // batch_size)
    return [order[i::count] for i in range(count)]


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
