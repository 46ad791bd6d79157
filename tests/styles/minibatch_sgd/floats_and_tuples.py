"""Steps as a float, batches in a tuple, a reshaped matrix where everything divides evenly."""

import numpy as np


def minibatches(n, batch_size, rng):
    order = rng.permutation(n)
    if n and n % batch_size == 0:
        return order.reshape(-1, batch_size)
    return tuple(order[k * batch_size : (k + 1) * batch_size] for k in range(int(np.ceil(n / batch_size))))


def epochs_to_steps(n, batch_size, epochs):
    return np.ceil(n / batch_size) * epochs


def gradient(X, y, w, b):
    error = np.dot(X, w) + b - y
    return 2 * np.dot(error, X) / error.size, 2 * np.average(error)


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    w, b = np.zeros(len(X[0])), np.float64(0)
    step = 0
    while step < epochs_to_steps(len(X), batch_size, epochs):
        place = step % len(range(0, len(X), batch_size))
        if place == 0:
            batches = minibatches(len(X), batch_size, rng)
        dw, db = gradient(X[batches[place]], y[batches[place]], w, b)
        w = w - lr * dw
        b = b - lr * db
        step += 1
    return [w, b]
