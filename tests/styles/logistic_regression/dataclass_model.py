from __future__ import annotations

from dataclasses import dataclass, field
from functools import wraps

import numpy as np

print("a model with its own descent")


def as_floats(function):
    @wraps(function)
    def wrapped(*args, **kwargs):
        return function(*(np.asarray(a, dtype=float) if isinstance(a, np.ndarray) else a for a in args), **kwargs)

    return wrapped


@as_floats
def sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


@dataclass
class Model:
    w: np.ndarray
    b: float = 0.0
    history: list[float] = field(default_factory=list)

    def proba(self, X: np.ndarray) -> np.ndarray:
        return sigmoid(np.einsum("ij,j->i", X, self.w) + self.b)

    def step(self, X: np.ndarray, y: np.ndarray, lr: float) -> Model:
        p = self.proba(X)
        e = p - y
        return Model(self.w - lr * np.average(X * e[:, None], axis=0), self.b - lr * np.average(e), [*self.history, bce(p, y)])


@as_floats
def predict_proba(X, w, b):
    return Model(w, b).proba(X)


def predict(X, w, b):
    return predict_proba(X, w, b) >= 0.5


@as_floats
def bce(p, y):
    with np.errstate(divide="ignore"):
        log_p, log_q = np.maximum(np.log(p), -100), np.maximum(np.log1p(-p), -100)
    return -(y * log_p + (1 - y) * log_q).mean()


@as_floats
def gradients(X, y, w, b):
    e = predict_proba(X, w, b) - y
    return [(e[:, np.newaxis] * X).mean(0), e.mean()]


@as_floats
def fit(X, y, lr=0.1, epochs=1000):
    model = Model(np.zeros(X.shape[1]))
    for _ in range(epochs):
        model = model.step(X, y, lr)
    return model.w, model.b, model.history
