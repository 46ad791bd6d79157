import math

import numpy as np


def predict(x: np.ndarray, w: float, b: float) -> np.ndarray:
    return np.array([math.fsum((w * v, b)) for v in x.tolist()], dtype=float)


def cost(x, y, w, b) -> float:
    return math.fsum((p - t) ** 2 for p, t in zip(predict(x, w, b), y.tolist(), strict=True)) / len(y)


def gradients(x, y, w, b):
    r = predict(x, w, b) - y
    return tuple(np.einsum("i,ji->j", r, np.vstack([x, np.ones_like(x)])) * (2.0 / x.shape[0]))


def fit(x, y, lr=0.01, epochs=2000):
    params = {"w": np.zeros(()), "b": np.zeros(())}
    history = np.empty((epochs,))
    for i in range(epochs):
        history[i] = np.mean(np.square(params["w"] * x + params["b"] - y))
        r = params["w"] * x + params["b"] - y
        params = {"w": params["w"] - lr * 2 * (r * x).mean(), "b": params["b"] - lr * 2 * r.mean()}
    return np.asarray(params["w"]), np.asarray(params["b"]), history.tolist()
