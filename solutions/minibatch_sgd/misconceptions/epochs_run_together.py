# /// misconception
# en = "You round up once, after multiplying by the epochs, as if batches ran on into the next epoch. Each epoch ends with a short batch of its own. See 'Hint 2'."
# ko = "에포크 수를 곱한 다음 한 번만 올림하여, 배치가 다음 에포크로 이어지는 것처럼 계산합니다. 에포크마다 짧은 배치가 따로 있습니다. '힌트 2'를 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def epochs_to_steps(n, batch_size, epochs):
    return -(-n * epochs // batch_size)


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
