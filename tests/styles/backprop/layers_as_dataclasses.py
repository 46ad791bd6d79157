from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np


@dataclass
class Dense:
    W: np.ndarray
    b: np.ndarray
    seen: Any = field(default=None, repr=False)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        self.seen = x
        return np.einsum("ni,ij->nj", x, self.W) + self.b[None, :]

    def back(self, delta: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.seen.T.dot(delta), np.ones(len(delta)) @ delta, delta.dot(self.W.T)


@dataclass
class Tape:
    """The cache: objects that cannot leave the process."""

    first: Dense
    second: Dense
    probs: np.ndarray


def softmax(z):
    z = z - z.max(axis=-1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


def forward(X, params):
    first, second = Dense(params["W1"], params["b1"]), Dense(params["W2"], params["b2"])
    hidden = 0.5 * (1 + np.tanh(first(X) / 2))
    probs = softmax(second(hidden))
    return probs, {"tape": Tape(first, second, probs)}


def loss(probs, labels):
    one_hot = np.eye(probs.shape[1])[labels]
    return -(one_hot * np.log(np.clip(probs, 1e-12, 1))).sum() / probs.shape[0]


def backward(X, labels, params, cache):
    tape = cache["tape"]
    delta = (tape.probs - np.eye(tape.probs.shape[1])[labels]) / len(X)
    W2, b2, error = tape.second.back(delta)
    hidden = tape.second.seen
    W1, b1, _ = tape.first.back(error * (hidden - hidden**2))
    return dict(b2=b2, W2=W2, b1=b1, W1=W1)


def train_step(X, labels, params, lr):
    probs, cache = forward(X, params)
    new = {k: np.array(v, dtype=float) for k, v in params.items()}
    for k, g in backward(X, labels, params, cache).items():
        new[k] -= lr * g
    return new
