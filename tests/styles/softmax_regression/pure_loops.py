import math

import numpy as np


def logits(x, W, b):
    f, c = W.shape
    return [float(b[k]) + sum(float(x[j]) * float(W[j, k]) for j in range(f)) for k in range(c)]


def log_probabilities(x, W, b):
    z = logits(x, W, b)
    top = max(z)
    total = top + math.log(math.fsum(math.exp(v - top) for v in z))
    return [v - total for v in z]


def predict_proba(X, W, b):
    result = np.empty((len(X), W.shape[1]))
    for i in range(len(X)):
        result[i] = [math.exp(v) for v in log_probabilities(X[i], W, b)]
    return result


def predict(X, W, b):
    answers = []
    for x in X:
        z = logits(x, W, b)
        answers.append(z.index(max(z)))
    return answers


def cost(X, Y, W, b):
    total = 0.0
    for x, y in zip(X, Y):
        for v, t in zip(log_probabilities(x, W, b), y):
            if t == 1:
                total -= v
    return total / len(X)


def gradients(X, Y, W, b):
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    n = len(X)
    for x, y in zip(X, Y):
        for k, v in enumerate(log_probabilities(x, W, b)):
            error = (math.exp(v) - float(y[k])) / n
            db[k] += error
            for j in range(len(x)):
                dW[j, k] += error * float(x[j])
    return dW, db


def fit(X, Y, lr=0.1, epochs=1000):
    W = np.zeros((X.shape[1], Y.shape[1]))
    b = np.zeros(Y.shape[1])
    history = []
    for _ in range(epochs):
        history.append(cost(X, Y, W, b))
        dW, db = gradients(X, Y, W, b)
        W -= lr * dW
        b -= lr * db
    return W, b, history
