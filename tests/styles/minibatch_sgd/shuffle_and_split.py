import numpy as np

print("SGD")


def minibatches(n, batch_size, rng):
    order = np.arange(n)
    rng.shuffle(order)
    if n == 0:
        return []
    return np.split(order, np.arange(batch_size, n, batch_size))


def epochs_to_steps(n, batch_size, epochs):
    full, rest = divmod(n, batch_size)
    return np.int64(epochs * (full + bool(rest)))


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    A = np.hstack([np.asarray(X, dtype=float), np.ones((len(X), 1))])
    theta = np.zeros(A.shape[1])
    for _ in range(epochs):
        for batch in minibatches(len(A), batch_size, rng):
            theta -= lr * 2 * np.mean((A[batch] @ theta - y[batch])[:, None] * A[batch], axis=0)
    return theta[:-1], theta[-1]
