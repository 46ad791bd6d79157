import math


def minibatches(n, batch_size, rng):
    batches = []
    batch = []
    for index in rng.permutation(n):
        batch.append(int(index))
        if len(batch) == batch_size:
            batches.append(batch)
            batch = []
    if batch:
        batches.append(batch)
    return batches


def epochs_to_steps(n, batch_size, epochs):
    return math.ceil(n / batch_size) * epochs


def sgd_linear(X, y, lr, batch_size, epochs, rng):
    n, d = X.shape
    w = [0.0] * d
    b = 0.0
    for _ in range(epochs):
        for batch in minibatches(n, batch_size, rng):
            gw = [0.0] * d
            gb = 0.0
            for i in batch:
                e = b - float(y[i])
                for j in range(d):
                    e += w[j] * float(X[i, j])
                gb += e
                for j in range(d):
                    gw[j] += e * float(X[i, j])
            for j in range(d):
                w[j] -= lr * 2.0 * gw[j] / len(batch)
            b -= lr * 2.0 * gb / len(batch)
    return w, b
