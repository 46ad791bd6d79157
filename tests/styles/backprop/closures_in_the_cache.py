import functools

import numpy as np

print("back to front")


def as_float(function):
    @functools.wraps(function)
    def inner(X, *rest):
        return function(np.asarray(X, dtype=np.float64), *rest)

    return inner


@as_float
def forward(X, params):
    A1 = 1 / (1 + np.exp(-X.dot(params["W1"]) - params["b1"]))
    scores = A1.dot(params["W2"]) + params["b2"]
    P = np.exp(scores)
    P /= P.sum(1)[:, None]

    def back(labels):
        T = np.zeros_like(P)
        T[np.arange(len(T)), labels] = 1.0
        d2 = (P - T) / len(T)
        d1 = d2.dot(params["W2"].T) * A1 * (1 - A1)
        return {"W2": A1.T.dot(d2), "b2": d2.sum(0), "W1": X.T.dot(d1), "b1": d1.sum(0)}

    return [P, {"back": back}]


def loss(probs, labels):
    picked = np.take_along_axis(probs, labels[:, None], axis=1)
    return np.mean(-np.log(picked + 1e-8))


def backward(X, labels, params, cache):
    return cache["back"](labels)


def train_step(X, labels, params, lr):
    P, cache = forward(X, params)
    grads = cache["back"](labels)
    return {k: np.subtract(params[k], np.multiply(lr, grads[k])) for k in ("b2", "b1", "W2", "W1")}
