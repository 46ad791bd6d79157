# /// misconception
# en = "You draw from a generator of your own, so the caller cannot repeat or vary the order. Use the rng that is handed over. See 'The idea'."
# ko = "직접 만든 생성기에서 난수를 뽑고 있어서 호출한 쪽이 순서를 되풀이하거나 바꿀 수 없습니다. 넘겨받은 rng를 쓰십시오. '핵심 아이디어'를 보십시오."
# ///
import numpy as np


def minibatches(n, batch_size, rng):
    rng = np.random.default_rng(0)
    order = rng.permutation(n)
    return [order[i : i + batch_size] for i in range(0, n, batch_size)]


def epochs_to_steps(n, batch_size, epochs):
    return (n + batch_size - 1) // batch_size * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    rng = np.random.default_rng(0)
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
