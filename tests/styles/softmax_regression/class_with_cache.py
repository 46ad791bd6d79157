from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

print("softmax regression")


@dataclass
class SoftmaxRegression:
    W: np.ndarray
    b: np.ndarray
    history: list[float] = field(default_factory=list)

    @classmethod
    def zeros(cls, features: int, classes: int) -> SoftmaxRegression:
        return cls(np.zeros((features, classes)), np.zeros((classes,)))

    def scores(self, X: np.ndarray) -> np.ndarray:
        return np.dot(X, self.W) + self.b

    def proba(self, X: np.ndarray) -> np.ndarray:
        z = self.scores(X)
        e = np.exp(z - z.max(axis=-1)[:, None])
        return e / e.sum(axis=-1)[:, None]

    def loss(self, X: np.ndarray, Y: np.ndarray) -> np.float64:
        z = self.scores(X)
        return np.mean(np.logaddexp.reduce(z, axis=1) - z[np.arange(len(z)), Y.argmax(axis=1)])

    def slopes(self, X: np.ndarray, Y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        delta = self.proba(X) - Y
        return np.einsum("nf,nc->fc", X, delta) / X.shape[0], delta.mean(axis=0)

    def step(self, X: np.ndarray, Y: np.ndarray, lr: float) -> None:
        self.history.append(self.loss(X, Y))
        dW, db = self.slopes(X, Y)
        self.W = self.W - lr * dW
        self.b = self.b - lr * db


def predict_proba(X, W, b):
    return SoftmaxRegression(W, b).proba(X)


def predict(X, W, b):
    return SoftmaxRegression(W, b).proba(X).argmax(1).astype(np.int32)


def cost(X, Y, W, b):
    return SoftmaxRegression(W, b).loss(X, Y)


def gradients(X, Y, W, b):
    return [*SoftmaxRegression(W, b).slopes(X, Y)]


def fit(X, Y, lr=0.1, epochs=1000):
    model = SoftmaxRegression.zeros(X.shape[-1], Y.shape[-1])
    for _ in range(epochs):
        model.step(X, Y, lr)
    return model.W, model.b, model.history
